package dev.attune.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.wire.SampleShapes.Documents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;

/** The texts of {@code json-texts.tsv}, each as a body and as a document inside one. */
@SpringBootTest(
        classes = JsonProtocolService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"attune.wire.service=JsonProtocol", "server.address=127.0.0.1", "server.port=0"})
class JsonTextsTest extends SmithyServiceTest {
    /** JSON, but nobody can say what it means. */
    private static final Set<String> AMBIGUOUS = Set.of("y_object_duplicated_key", "y_object_duplicated_key_and_value");

    /** A line of the table, in which bytes may stand between brackets. */
    record Text(String name, String source) {
        static Text parse(String line) {
            var tab = line.indexOf('\t');
            return new Text(line.substring(0, tab), line.substring(tab + 1));
        }

        byte[] bytes() {
            var bytes = new ByteArrayOutputStream();
            for (var part : source.split("⟪")) {
                var end = part.indexOf('⟫');
                if (end >= 0) {
                    bytes.writeBytes(HexFormat.ofDelimiter(" ").parseHex(part.substring(0, end)));
                }
                bytes.writeBytes(part.substring(end + 1).getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        }

        byte[] asDocument() {
            var body = new ByteArrayOutputStream();
            body.writeBytes("{\"inlineDocument\":".getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bytes());
            body.write('}');
            return body.toByteArray();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Text> texts(String kind) {
        return Stream.concat(
                        lines(),
                        Stream.of(
                                "n_structure_100000_opening_arrays\t" + "[".repeat(100_000),
                                "n_structure_open_array_object\t" + "[{\"\":".repeat(50_000),
                                "i_structure_500_nested_arrays\t" + "[".repeat(500) + "]".repeat(500)))
                .filter(line -> line.startsWith(kind))
                .map(Text::parse);
    }

    private static Stream<String> lines() {
        try (var table = JsonTextsTest.class.getResourceAsStream("json-texts.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Text> noJson() {
        return texts("n_");
    }

    static Stream<Text> json() {
        return texts("y_").filter(text -> !AMBIGUOUS.contains(text.name()));
    }

    static Stream<Text> ambiguousJson() {
        return texts("y_").filter(text -> AMBIGUOUS.contains(text.name()));
    }

    static Stream<Text> eitherWay() {
        return texts("i_");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"noJson", "ambiguousJson"})
    void whatIsNoJsonOrAmbiguousIsRefused(Text text) {
        assertRefused(call("EmptyOperation", text.bytes()));
        assertRefused(call("PutAndGetInlineDocuments", text.asDocument()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("json")
    void whatIsJsonArrivesUnchangedAsADocument(Text text) {
        var expected = EXACT.readTree(text.bytes());

        assertThat(call("PutAndGetInlineDocuments", text.asDocument()).status()).isEqualTo(200);

        assertSameJson(((Documents) stage.received()).inlineDocument(), expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("json")
    void ofJsonOnlyAnObjectIsABody(Text text) {
        var answer = call("EmptyOperation", text.bytes());

        if (EXACT.readTree(text.bytes()).isObject()) {
            assertThat(answer.status()).isEqualTo(200);
        } else {
            assertRefused(answer);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("eitherWay")
    void whatIsUpToTheParserIsTakenOrRefused(Text text) {
        assertTakenOrRefused(call("EmptyOperation", text.bytes()));
        assertTakenOrRefused(call("PutAndGetInlineDocuments", text.asDocument()));
    }

    private void assertTakenOrRefused(RawExchange answer) {
        if (answer.status() != 200) {
            assertRefused(answer);
        }
    }

    private RawExchange call(String operation, byte[] body) {
        stage.prepare(null);
        return RawExchange.post(
                port,
                "/",
                Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", "JsonProtocol." + operation),
                body);
    }

    private void assertRefused(RawExchange answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers()).containsEntry("x-amzn-ErrorType", "SerializationException");
        assertThat(EXACT.readTree(answer.body()).path("__type").asString("")).isEqualTo("SerializationException");
        assertThat(stage.received()).isNull();
    }
}
