package dev.attune.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.wire.SampleShapes.ComplexError;
import dev.attune.wire.SampleShapes.InvalidGreeting;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;

/** Smithy's own tests of AWS JSON 1.1, against its sample service JsonProtocol. */
@SpringBootTest(
        classes = JsonProtocolService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"attune.wire.service=JsonProtocol", "server.address=127.0.0.1", "server.port=0"})
class SmithyJsonProtocolTest extends SmithyServiceTest {
    private static final String NAMESPACE = "aws.protocoltests.json";
    private static final Map<String, Class<? extends Record>> ERRORS =
            Map.of("InvalidGreeting", InvalidGreeting.class, "ComplexError", ComplexError.class);

    static Stream<SmithySuite.Case<HttpRequestTestCase>> requests() {
        return SmithySuite.requests().filter(any -> any.namespace().equals(NAMESPACE));
    }

    static Stream<SmithySuite.Case<HttpResponseTestCase>> responses() {
        return SmithySuite.responses().filter(any -> any.namespace().equals(NAMESPACE));
    }

    @Test
    void theSuiteHas103CasesForServers() {
        assertThat(requests()).hasSize(57);
        assertThat(responses()).hasSize(45);
        // The one left is SmithyMachineLearningTest's.
        assertThat(SmithySuite.requests()).hasSize(58);
        assertThat(SmithySuite.responses()).hasSize(45);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void requestsArriveAsTheSuiteDescribesThem(SmithySuite.Case<HttpRequestTestCase> any) {
        assertArrives(
                any,
                "JsonProtocol." + any.shape(),
                JsonProtocolService.ACTS.get(any.shape()).requestType());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("responses")
    void responsesAreWrittenAsTheSuiteDescribesThem(SmithySuite.Case<HttpResponseTestCase> any) {
        var test = any.test();
        var error = ERRORS.get(any.shape());
        var operation = error == null ? any.shape() : "GreetingWithErrors";
        stage.prepare(error == null ? response(any) : refusal(any, error));

        var answer = RawExchange.post(
                port,
                "/",
                Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", "JsonProtocol." + operation),
                "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.body()).isEqualTo(test.getCode());
        assertThat(answer.headers()).containsAllEntriesOf(headers(test));
        test.getRequireHeaders().forEach(name -> assertThat(answer.headers()).containsKey(name));
        test.getForbidHeaders().forEach(name -> assertThat(answer.headers()).doesNotContainKey(name));
        assertSameJson(answer.body(), test.getBody().orElseThrow());
    }

    private static Object response(SmithySuite.Case<HttpResponseTestCase> any) {
        var type = JsonProtocolService.ACTS.get(any.shape()).responseType();
        return type == Void.class ? null : SmithyParams.read(any.test().getParams(), type);
    }

    private static ServiceException refusal(SmithySuite.Case<HttpResponseTestCase> any, Class<? extends Record> error) {
        return new ServiceException(
                any.shape(), 400, "", SmithyParams.read(any.test().getParams(), error));
    }

    /** The case AwsJson11IntEnums lists X-Amz-Target, which is a header of requests. No server sends it back. */
    private static Map<String, String> headers(HttpResponseTestCase test) {
        return test.getHeaders().entrySet().stream()
                .filter(header -> !header.getKey().equals("X-Amz-Target"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
