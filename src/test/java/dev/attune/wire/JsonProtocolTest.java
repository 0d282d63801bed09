package dev.attune.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.wire.SampleShapes.Contents;
import dev.attune.wire.SampleShapes.EncodedData;
import dev.attune.wire.SampleShapes.KitchenSink;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;

/** What Smithy's cases leave open about its own kinds of members: blobs, unions, timestamps that are text, compressed bodies. */
@SpringBootTest(
        classes = JsonProtocolService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"attune.wire.service=JsonProtocol", "server.address=127.0.0.1", "server.port=0"})
class JsonProtocolTest extends SmithyServiceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Blob              | "Zm9v"                            | "Zm9v"
            Blob              | "+/8="                            | "+/8="
            Blob              | ""                                | ""
            Iso8601Timestamp  | "2000-01-02T20:34:56.1239Z"       | "2000-01-02T20:34:56.123Z"
            Iso8601Timestamp  | "1969-12-31T23:59:59.9999Z"       | "1969-12-31T23:59:59.999Z"
            Iso8601Timestamp  | "2024-02-29T00:00:00.000Z"        | "2024-02-29T00:00:00Z"
            HttpdateTimestamp | "Sun, 02 Jan 2000 20:34:56.5 GMT" | "Sun, 02 Jan 2000 20:34:56.5 GMT"
            """)
    void aMemberComesBackAsItWasSentButForWhatIsFinerThanAMillisecond(String member, String sent, String written) {
        var received = call("KitchenSinkOperation", "{\"" + member + "\":" + sent + "}", null);
        assertThat(received.status()).as(received.body()).isEqualTo(200);

        var answer = call("KitchenSinkOperation", "{}", stage.received());

        assertThat(answer.body()).isEqualTo("{\"" + member + "\":" + written + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Blob              | "Zm9"                              | STRING_VALUE can not be converted to a Blob
            Blob              | "Zm 9v"                            | STRING_VALUE can not be converted to a Blob
            Blob              | "_-8="                             | STRING_VALUE can not be converted to a Blob
            Blob              | 5                                  | NUMBER_VALUE can not be converted to a Blob
            Blob              | [102]                              | Start of list found where not expected.
            Iso8601Timestamp  | "2023-02-29T00:00:00Z"             | STRING_VALUE can not be converted to a Timestamp
            Iso8601Timestamp  | "2023-02-28t00:00:00z"             | STRING_VALUE can not be converted to a Timestamp
            Iso8601Timestamp  | "+10000-01-01T00:00:00Z"           | STRING_VALUE can not be converted to a Timestamp
            Iso8601Timestamp  | ""                                 | STRING_VALUE can not be converted to a Timestamp
            Iso8601Timestamp  | {}                                 | Start of structure or map found where not expected.
            HttpdateTimestamp | "Mon, 02 Jan 2000 20:34:56 GMT"    | STRING_VALUE can not be converted to a Timestamp
            HttpdateTimestamp | "Sun, 2 Jan 2000 20:34:56 GMT"     | STRING_VALUE can not be converted to a Timestamp
            HttpdateTimestamp | "Sunday, 02-Jan-00 20:34:56 GMT"   | STRING_VALUE can not be converted to a Timestamp
            """)
    void aMemberThatIsNotOfItsKindIsRefused(String member, String value, String reason) {
        var answer = call("KitchenSinkOperation", "{\"" + member + "\":" + value + "}", null);

        assertRefused(answer, 400, "SerializationException");
        assertThat(message(answer)).isEqualTo("Member '" + member + "': " + reason);
    }

    @Test
    void aBlobThatArrivesCannotBeWrittenTo() {
        call("KitchenSinkOperation", "{\"Blob\":\"Zm9v\"}", null);

        assertThat(((KitchenSink) stage.received()).blob().isReadOnly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"__type\":\"x#MyUnion\",\"stringValue\":\"a\"}",
                "{\"stringValue\":\"a\",\"numberValue\":null,\"other\":null}"
            })
    void theTypeAndTheNullsOfAUnionDoNotCount(String union) {
        call("JsonUnions", "{\"contents\":" + union + "}", null);

        assertThat(((Contents) stage.received()).contents().stringValue()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                       | : A union has exactly one member, not 0.
            {"stringValue":"a","numberValue":1}      | : A union has exactly one member, not 2.
            {"other":"a"}                            | : The union has no member 'other'.
            {"numberValue":"a"}                      | .numberValue': STRING_VALUE can not be converted to an Integer
            "a"                                      | STRING_VALUE can not be converted to a structure
            """)
    void aUnionHasExactlyOneMemberThatItKnows(String union, String reason) {
        var answer = call("JsonUnions", "{\"contents\":" + union + "}", null);

        assertRefused(answer, 400, "SerializationException");
        assertThat(message(answer)).startsWith("Member 'contents").endsWith(reason);
    }

    @Test
    void aCompressedBodyIsReadWhereTheOperationAcceptsOne() {
        var body = "{\"data\":\"" + "x".repeat(100_000) + "\"}";

        assertThat(compressed("PutWithContentEncoding", "GZIP", gzip(body)).status())
                .isEqualTo(200);

        assertThat(((EncodedData) stage.received()).data()).hasSize(100_000);
        assertRefused(compressed("PutWithContentEncoding", "br", gzip(body)), 415, "UnsupportedMediaTypeException");
    }

    @Test
    void whatIsNotGzipIsRefused() {
        var body = gzip("{\"data\":\"" + "x".repeat(100_000) + "\"}");

        for (var broken : new byte[][] {
            {}, {31, -117, 8}, "{}".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(body, body.length - 9)
        }) {
            assertRefused(compressed("PutWithContentEncoding", "gzip", broken), 400, "SerializationException");
        }
    }

    /** Eight megabytes are allowed; this is sixteen in seventeen thousand bytes. */
    @Test
    void theLimitIsOfTheUnpackedBody() {
        var bomb = gzip(" ".repeat(16 << 20));

        assertThat(bomb.length).isLessThan(20_000);
        assertRefused(compressed("PutWithContentEncoding", "gzip", bomb), 413, "RequestEntityTooLargeException");
    }

    private RawExchange call(String operation, String body, Object next) {
        stage.prepare(next);
        return RawExchange.post(port, "/", headers(operation), body.getBytes(StandardCharsets.UTF_8));
    }

    private RawExchange compressed(String operation, String encoding, byte[] body) {
        stage.prepare(null);
        var headers = headers(operation);
        headers.put("Content-Encoding", encoding);
        return RawExchange.post(port, "/", headers, body);
    }

    private static Map<String, String> headers(String operation) {
        return new TreeMap<>(
                Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", "JsonProtocol." + operation));
    }

    private static String message(RawExchange answer) {
        return EXACT.readTree(answer.body()).path("message").asString("");
    }

    private static void assertRefused(RawExchange answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("x-amzn-ErrorType", code);
        assertThat(EXACT.readTree(answer.body()).path("__type").asString("")).isEqualTo(code);
    }
}
