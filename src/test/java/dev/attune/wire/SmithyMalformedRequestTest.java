package dev.attune.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestTestCase;

/** Smithy's malformed requests. They are written for REST-JSON; what they say of a body holds for AWS JSON too, so each is sent by both. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"attune.wire.service=Malformed", "server.address=127.0.0.1", "server.port=0"})
class SmithyMalformedRequestTest extends SmithyServiceTest {
    /** About headers, query strings, payloads that are no JSON, or REST-JSON's rule for a request without a body. */
    private static final Set<String> NOT_OF_A_JSON_BODY = Set.of(
            "HttpStringPayload",
            "MalformedContentTypeWithPayload",
            "MalformedContentTypeWithoutBody",
            "MalformedContentTypeWithoutBodyEmptyInput",
            "MalformedLengthQueryString",
            "RestJsonMalformedRequiredHeaderUnset");

    private static final Map<String, Stage.Act<?, ?>> ACTS = Stream.of(
                    act("MalformedBlob", MalformedShapes.OneBlob.class),
                    act("MalformedBoolean", MalformedShapes.OneBoolean.class),
                    act("MalformedByte", MalformedShapes.OneByte.class),
                    act("MalformedContentTypeWithBody", SampleShapes.Greeting.class),
                    act("MalformedDouble", MalformedShapes.OneDouble.class),
                    act("MalformedEnum", MalformedShapes.OneEnum.class),
                    act("MalformedFloat", MalformedShapes.OneFloat.class),
                    act("MalformedInteger", MalformedShapes.OneInteger.class),
                    act("MalformedLength", MalformedShapes.Length.class),
                    act("MalformedLengthOverride", MalformedShapes.LengthOverride.class),
                    act("MalformedList", MalformedShapes.OneList.class),
                    act("MalformedLong", MalformedShapes.OneLong.class),
                    act("MalformedMap", MalformedShapes.OneMap.class),
                    act("MalformedPattern", MalformedShapes.Patterns.class),
                    act("MalformedPatternOverride", MalformedShapes.PatternOverride.class),
                    act("MalformedRange", MalformedShapes.Range.class),
                    act("MalformedRangeOverride", MalformedShapes.RangeOverride.class),
                    act("MalformedRequestBody", MalformedShapes.Numbers.class),
                    act("MalformedRequired", MalformedShapes.Required.class),
                    act("MalformedShort", MalformedShapes.OneShort.class),
                    act("MalformedTimestampBodyDateTime", MalformedShapes.DateTime.class),
                    act("MalformedTimestampBodyDefault", MalformedShapes.EpochSeconds.class),
                    act("MalformedTimestampBodyHttpDate", MalformedShapes.HttpDate.class),
                    act("MalformedUnion", MalformedShapes.OneUnion.class),
                    act("MalformedUniqueItems", MalformedShapes.UniqueItems.class),
                    act("RecursiveStructures", MalformedShapes.Recursive.class),
                    act("SensitiveValidation", MalformedShapes.Sensitive.class))
            .collect(Collectors.toMap(Stage.Act::name, Function.identity()));

    private static Stage.Act<?, ?> act(String name, Class<?> requestType) {
        return new Stage.Act<>(name, requestType, Void.class);
    }

    @TestComponent
    @SpringBootConfiguration
    @WireServer
    @Import(Malformed.Operations.class)
    static class Malformed {
        static final class Operations extends Stage.Programme {
            @Override
            List<Stage.Act<?, ?>> acts() {
                return List.copyOf(ACTS.values());
            }
        }
    }

    static Stream<SmithySuite.Case<HttpMalformedRequestTestCase>> bodies() {
        return SmithySuite.malformedRequests()
                .filter(any -> any.test().getRequest().getBody().isPresent())
                .filter(any -> !NOT_OF_A_JSON_BODY.contains(any.shape()) && !NOT_OF_A_JSON_BODY.contains(any.id()));
    }

    @Test
    void theSuiteHas315CasesOfAJsonBody() {
        assertThat(bodies()).hasSize(315);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void malformedBodiesAreRefusedAsTheSuiteDescribes(SmithySuite.Case<HttpMalformedRequestTestCase> any) {
        var test = any.test();
        var body = test.getRequest().getBody().orElseThrow();
        var awsJson = headers(any, "application/x-amz-json-1.1");
        awsJson.put("X-Amz-Target", "Malformed." + any.shape());
        var restJson = headers(any, "application/json");

        assertRefused(any, send("/", awsJson, body));
        assertRefused(any, send("/" + any.shape(), restJson, body));
    }

    /** The headers of a case, with its JSON as the given protocol calls it. */
    private static Map<String, String> headers(SmithySuite.Case<HttpMalformedRequestTestCase> any, String json) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(any.test().getRequest().getHeaders());
        headers.replace("Content-Type", "application/json", json);
        return headers;
    }

    private RawExchange send(String path, Map<String, String> headers, String body) {
        stage.prepare(null);
        return RawExchange.post(port, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(SmithySuite.Case<HttpMalformedRequestTestCase> any, RawExchange answer) {
        var expected = any.test().getResponse();
        assertThat(answer.status()).as(answer.body()).isEqualTo(expected.getCode());
        assertThat(answer.headers()).containsAllEntriesOf(expected.getHeaders());
        assertThat(EXACT.readTree(answer.body()).path("__type").asString(""))
                .isEqualTo(answer.headers().get("x-amzn-ErrorType"));
        assertThat(stage.received()).isNull();
    }
}
