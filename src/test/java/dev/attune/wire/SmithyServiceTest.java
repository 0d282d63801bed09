package dev.attune.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays the cases of {@link SmithySuite} against one of its sample services, on a real port. */
abstract class SmithyServiceTest {
    static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @LocalServerPort
    int port;

    @Autowired
    Stage stage;

    /** Sends the request of a case, which must arrive as the record that the case describes. */
    void assertArrives(SmithySuite.Case<HttpRequestTestCase> any, String target, Class<?> type) {
        var test = any.test();
        var headers = new TreeMap<>(Map.of("X-Amz-Target", target, "Content-Type", "application/x-amz-json-1.1"));
        headers.putAll(test.getHeaders());
        test.getResolvedHost().ifPresent(host -> headers.put("Host", host));
        stage.prepare(null);

        var answer = RawExchange.post(port, test.getUri(), headers, body(test));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(stage.received()).isEqualTo(SmithyParams.read(test.getParams(), type));
    }

    /** Equal but for space, the order of members, and how a number is written. */
    static void assertSameJson(String written, String expected) {
        if (expected.isEmpty()) {
            assertThat(written).isEmpty();
        } else {
            assertSameJson(EXACT.readTree(written), EXACT.readTree(expected));
        }
    }

    static void assertSameJson(JsonNode written, JsonNode expected) {
        assertThat(written.equals(SmithyServiceTest::compare, expected))
                .as("[%s] should be [%s]", written, expected)
                .isTrue();
    }

    private static int compare(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        return left.equals(right) ? 0 : 1;
    }

    /** Where a case is about compression, it leaves the body to whoever sends it. */
    private static byte[] body(HttpRequestTestCase test) {
        if (test.getBody().isEmpty() && "gzip".equals(test.getHeaders().get("Content-Encoding"))) {
            return gzip(Node.printJson(test.getParams()));
        }
        return test.getBody().orElse("").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(String text) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
