package dev.attune.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.UniqueElements;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The shapes of the malformed requests in Smithy's protocol tests; of those that are not all in the body, the part that is. */
final class MalformedShapes {
    private MalformedShapes() {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record OneBlob(ByteBuffer blob) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record OneBoolean(Boolean booleanInBody) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record OneByte(Byte byteInBody) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record OneShort(Short shortInBody) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record OneInteger(Integer integerInBody) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record OneLong(Long longInBody) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record OneFloat(Float floatInBody) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record OneDouble(Double doubleInBody) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record OneList(List<String> bodyList) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record OneMap(Map<String, String> bodyMap) {}

    record Numbers(
            @JsonProperty("int") Integer anInteger,
            @JsonProperty("float") Float aFloat) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record EpochSeconds(@NotNull Instant timestamp) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record DateTime(
            @NotNull @TimestampText(TimestampText.Format.DATE_TIME)
            Instant timestamp) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record HttpDate(
            @NotNull @TimestampText(TimestampText.Format.HTTP_DATE)
            Instant timestamp) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record OneUnion(SimpleUnion union) {}

    @Union
    record SimpleUnion(
            @JsonProperty("int") Integer anInteger,
            @JsonProperty("string") String string) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record OneEnum(
            @OneOf({"abc", "def", "jkl"}) String string,
            @OneOf({"abc", "def"}) String stringWithEnumTrait,
            List<@OneOf({"abc", "def", "jkl"}) String> list,
            Map<@OneOf({"abc", "def", "jkl"}) String, @OneOf({"abc", "def", "jkl"}) String> map,
            @Valid EnumUnion union) {}

    @Union
    @JsonNaming(LowerCamelCaseStrategy.class)
    record EnumUnion(
            @OneOf({"abc", "def", "jkl"}) String first,
            @OneOf({"abc", "def", "jkl"}) String second) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Length(
            @Size(min = 2, max = 8) ByteBuffer blob,
            @Size(min = 2, max = 8) String string,
            @Size(min = 2) String minString,
            @Size(max = 8) String maxString,
            @Size(min = 2, max = 8) List<@Size(min = 2, max = 8) String> list,

            @Size(min = 2, max = 8) Map<@Size(min = 2, max = 8) String, @Size(min = 2, max = 8) List<@Size(min = 2, max = 8) String>> map) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record LengthOverride(
            @Size(min = 4, max = 6) ByteBuffer blob,
            @Size(min = 4, max = 6) String string,
            @Size(min = 4) String minString,
            @Size(max = 6) String maxString,
            @Size(min = 4, max = 6) List<@Size(min = 2, max = 8) String> list,

            @Size(min = 4, max = 6) Map<@Size(min = 2, max = 8) String, @Size(min = 2, max = 8) List<@Size(min = 2, max = 8) String>> map) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Patterns(
            @Pattern(regexp = "^[a-m]+$") String string,
            @Pattern(regexp = "^([0-9]+)+$") String evilString,
            List<@Pattern(regexp = "^[a-m]+$") String> list,
            Map<@Pattern(regexp = "^[a-m]+$") String, @Pattern(regexp = "^[a-m]+$") String> map,
            @Valid PatternUnion union) {}

    @Union
    @JsonNaming(LowerCamelCaseStrategy.class)
    record PatternUnion(
            @Pattern(regexp = "^[a-m]+$") String first,
            @Pattern(regexp = "^[a-m]+$") String second) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record PatternOverride(
            @Pattern(regexp = "^[g-m]+$") String string,
            List<@Pattern(regexp = "^[g-m]+$") String> list,
            Map<@Pattern(regexp = "^[g-m]+$") String, @Pattern(regexp = "^[g-m]+$") String> map,
            @Valid PatternUnionOverride union) {}

    @Union
    @JsonNaming(LowerCamelCaseStrategy.class)
    record PatternUnionOverride(
            @Pattern(regexp = "^[g-m]+$") String first,
            @Pattern(regexp = "^[g-m]+$") String second) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Range(
            @JsonProperty("byte") @Min(2) @Max(8) Byte aByte,
            @Min(2) Byte minByte,
            @Max(8) Byte maxByte,
            @JsonProperty("short") @Min(2) @Max(8) Short aShort,
            @Min(2) Short minShort,
            @Max(8) Short maxShort,
            @Min(2) @Max(8) Integer integer,
            @Min(2) Integer minInteger,
            @Max(8) Integer maxInteger,
            @JsonProperty("long") @Min(2) @Max(8) Long aLong,
            @Min(2) Long minLong,
            @Max(8) Long maxLong,

            @JsonProperty("float") @DecimalMin("2.2") @DecimalMax("8.8") Float aFloat,

            @DecimalMin("2.2") Float minFloat,
            @DecimalMax("8.8") Float maxFloat) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record RangeOverride(
            @JsonProperty("byte") @Min(4) @Max(6) Byte aByte,
            @Min(4) Byte minByte,
            @Max(6) Byte maxByte,
            @JsonProperty("short") @Min(4) @Max(6) Short aShort,
            @Min(4) Short minShort,
            @Max(6) Short maxShort,
            @Min(4) @Max(6) Integer integer,
            @Min(4) Integer minInteger,
            @Max(6) Integer maxInteger,
            @JsonProperty("long") @Min(4) @Max(6) Long aLong,
            @Min(4) Long minLong,
            @Max(6) Long maxLong,

            @JsonProperty("float") @DecimalMin("4.4") @DecimalMax("6.6") Float aFloat,

            @DecimalMin("4.4") Float minFloat,
            @DecimalMax("6.6") Float maxFloat) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Required(@NotNull String string) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record UniqueItems(
            @UniqueElements List<ByteBuffer> blobList,
            @UniqueElements List<Boolean> booleanList,
            @UniqueElements List<String> stringList,
            @UniqueElements List<Byte> byteList,
            @UniqueElements List<Short> shortList,
            @UniqueElements List<Integer> integerList,
            @UniqueElements List<Long> longList,
            @UniqueElements List<Instant> timestampList,

            @UniqueElements @TimestampText(TimestampText.Format.DATE_TIME)
            List<Instant> dateTimeList,

            @UniqueElements @TimestampText(TimestampText.Format.HTTP_DATE)
            List<Instant> httpDateList,

            @UniqueElements List<@OneOf({"Foo", "Baz", "Bar", "1", "0"}) String> enumList,
            @UniqueElements List<Integer> intEnumList,
            @UniqueElements List<List<String>> listList,
            @UniqueElements List<Greeting> structureList,
            @UniqueElements List<@Valid KeyedGreeting> structureListWithNoKey,
            @UniqueElements List<FooUnion> unionList) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Greeting(String hi) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record KeyedGreeting(@NotNull String hi) {}

    @Union
    @JsonNaming(LowerCamelCaseStrategy.class)
    record FooUnion(String string, Integer integer) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Recursive(@Valid RecursiveUnion union) {}

    @Union
    @JsonNaming(LowerCamelCaseStrategy.class)
    record RecursiveUnion(
            @OneOf({"abc", "def"}) String string, @Valid RecursiveUnion union) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Sensitive(@Pattern(regexp = "^[a-m]+$") String string) {}
}
