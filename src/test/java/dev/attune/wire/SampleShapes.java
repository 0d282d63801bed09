package dev.attune.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The shapes of Smithy's sample services, written as an operation of any service would write them. */
final class SampleShapes {
    private SampleShapes() {}

    record Nothing() {}

    record KitchenSink(
            ByteBuffer blob,
            @JsonProperty("Boolean") Boolean aBoolean,
            @JsonProperty("Double") Double aDouble,
            Nothing emptyStruct,
            @JsonProperty("Float") Float aFloat,
            @TimestampText(TimestampText.Format.HTTP_DATE) Instant httpdateTimestamp,
            Integer integer,
            @TimestampText(TimestampText.Format.DATE_TIME) Instant iso8601Timestamp,
            String jsonValue,
            List<List<String>> listOfLists,
            List<Map<String, String>> listOfMapsOfStrings,
            List<String> listOfStrings,
            List<SimpleStruct> listOfStructs,
            @JsonProperty("Long") Long aLong,
            Map<String, List<String>> mapOfListsOfStrings,
            Map<String, Map<String, String>> mapOfMaps,
            Map<String, String> mapOfStrings,
            Map<String, SimpleStruct> mapOfStructs,
            List<KitchenSink> recursiveList,
            Map<String, KitchenSink> recursiveMap,
            KitchenSink recursiveStruct,
            SimpleStruct simpleStruct,
            String string,
            SimpleStruct structWithJsonName,
            Instant timestamp,
            Instant unixTimestamp) {}

    record SimpleStruct(String value) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Scalars(Float floatValue, Double doubleValue) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Documents(JsonNode inlineDocument) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Enums(
            @OneOf({"Foo", "Baz", "Bar", "1", "0"}) String fooEnum1,
            @OneOf({"Foo", "Baz", "Bar", "1", "0"}) String fooEnum2,
            @OneOf({"Foo", "Baz", "Bar", "1", "0"}) String fooEnum3,
            List<@OneOf({"Foo", "Baz", "Bar", "1", "0"}) String> fooEnumList,
            List<@OneOf({"Foo", "Baz", "Bar", "1", "0"}) String> fooEnumSet,
            Map<String, @OneOf({"Foo", "Baz", "Bar", "1", "0"}) String> fooEnumMap) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record IntEnums(
            Integer intEnum1,
            Integer intEnum2,
            Integer intEnum3,
            List<Integer> intEnumList,
            List<Integer> intEnumSet,
            Map<String, Integer> intEnumMap) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record OneString(String string) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record SparseNulls(
            @JsonSetter(contentNulls = Nulls.SET) List<String> sparseStringList,
            @JsonSetter(contentNulls = Nulls.SET) Map<String, String> sparseStringMap) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Contents(MyUnion contents) {}

    @Union
    @JsonNaming(LowerCamelCaseStrategy.class)
    record MyUnion(
            String stringValue,
            Boolean booleanValue,
            Integer numberValue,
            ByteBuffer blobValue,
            Instant timestampValue,
            @OneOf({"Foo", "Baz", "Bar", "1", "0"}) String enumValue,
            List<String> listValue,
            Map<String, String> mapValue,
            Greeting structureValue) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Greeting(String hi) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record HostLabel(@NotNull String label) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record EncodedData(String encoding, String data) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record OneInteger(Integer value) {}

    record InvalidGreeting(String message) {}

    record ComplexError(String topLevel, NestedData nested) {}

    record NestedData(String foo) {}

    record Prediction(
            @JsonProperty("MLModelId") @NotNull @Size(min = 1, max = 64) @Pattern(regexp = "^[a-zA-Z0-9_.-]+$") String modelId,

            @NotNull Map<String, String> record,
            @NotNull String predictEndpoint) {}
}
