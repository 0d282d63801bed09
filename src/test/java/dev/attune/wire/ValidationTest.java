package dev.attune.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Broken constraints in AWS's words. */
class ValidationTest extends WireTest {
    private static final String REST = "\"BookName\":\"emma\",\"Author\":{\"Name\":\"Austen\"}";
    private static final String PATTERN =
            "Member must satisfy regular expression pattern: ^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,31}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "Pages":0           | Value '0' at 'pages' failed to satisfy constraint: Member must have value greater than or equal to 1
            "Pages":101         | Value '101' at 'pages' failed to satisfy constraint: Member must have value less than or equal to 100
            "Price":0.25        | Value '0.25' at 'price' failed to satisfy constraint: Member must have value greater than or equal to 0.5
            "Kind":"Essay"      | Value 'Essay' at 'kind' failed to satisfy constraint: Member must satisfy enum value set: [Novel, Poem]
            "Kind":"novel"      | Value 'novel' at 'kind' failed to satisfy constraint: Member must satisfy enum value set: [Novel, Poem]
            "Kind":""           | Value '' at 'kind' failed to satisfy constraint: Member must satisfy enum value set: [Novel, Poem]
            "Editors":[{"Name":"a"},{}] | Value null at 'editors.2.member.name' failed to satisfy constraint: Member must not be null
            "Editors":[{"Name":"a","Born":9}] | Value '9' at 'editors.1.member.born' failed to satisfy constraint: Member must have value greater than or equal to 1000
            "Translators":{"fr":{"Name":""}} | Value '' at 'translators.fr.member.name' failed to satisfy constraint: Member must have length greater than or equal to 1
            "Words":["ab","C"]  | Value '[ab, C]' at 'words' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 5, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [a-z]*]
            "Words":["a","b","c","d"] | Value '[a, b, c, d]' at 'words' failed to satisfy constraint: Member must have length less than or equal to 3
            "Shelves":["A","X","Y"] | Value '[A, X, Y]' at 'shelves' failed to satisfy constraint: Member must satisfy constraint: [Member must satisfy enum value set: [A, B]]
            "Notes":{"k":"123456789","l":"123456789"} | Value '{k=123456789, l=123456789}' at 'notes' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 8, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: .*]
            "Notes":{"12345":"v"} | Value '{12345=v}' at 'notes' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 4, Member must have length greater than or equal to 1]
            """)
    void aBrokenConstraintIsReportedInAwsWords(String member, String violation) {
        var response = call("CheckBook", "{" + REST + "," + member + "}");

        assertError(response, 400, "ValidationException");
        assertThat(message(response)).isEqualTo("1 validation error detected: " + violation);
    }

    @Test
    void theOperationChoosesTheCode() {
        assertError(call("AddBook", "{}"), 400, "ValidationError");
        assertError(post(restJson("/AddBook"), "{}"), 400, "ValidationError");
    }

    @Test
    void allViolationsAreReportedInTheOrderOfTheRecord() {
        var response = call(
                "CheckBook",
                "{\"Words\":[\"X\"],\"Notes\":{\"12345\":\"123456789\"},\"Pages\":0,\"Editors\":[{\"Born\":1},{\"Name\":\"\"}],\"Author\":{\"Born\":1}}");

        assertThat(message(response)
                        .replaceAll(" failed to satisfy constraint: ", "#")
                        .replaceAll("Value [^#]* at ", ""))
                .isEqualTo(
                        "10 validation errors detected: 'bookName'#Member must not be null; "
                                + "'author.name'#Member must not be null; "
                                + "'author.born'#Member must have value greater than or equal to 1000; "
                                + "'pages'#Member must have value greater than or equal to 1; "
                                + "'editors.1.member.name'#Member must not be null; "
                                + "'editors.1.member.born'#Member must have value greater than or equal to 1000; "
                                + "'editors.2.member.name'#Member must have length greater than or equal to 1; "
                                + "'words'#Member must satisfy constraint: [Member must have length less than or equal to 5, "
                                + "Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [a-z]*]; "
                                + "'notes'#Map keys must satisfy constraint: [Member must have length less than or equal to 4, "
                                + "Member must have length greater than or equal to 1]; "
                                + "'notes'#Map value must satisfy constraint: [Member must have length less than or equal to 8, "
                                + "Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: .*]");
    }

    // As in zenml#1502: pattern first, joined by a semicolon.
    @Test
    void thePatternIsReportedBeforeTheLength() {
        var name = "a_" + "b".repeat(40);
        var response = call("CheckBook", "{\"BookName\":\"" + name + "\",\"Author\":{\"Name\":\"x\"}}");

        assertThat(message(response))
                .isEqualTo(
                        "2 validation errors detected: Value '" + name
                                + "' at 'bookName' failed to satisfy constraint: "
                                + PATTERN + "; Value '" + name
                                + "' at 'bookName' failed to satisfy constraint: Member must have length less than or equal to 32");
    }

    @Test
    void patternsMatchTheWholeString() {
        assertThat(message(call("CheckBook", "{\"BookName\":\"emma\\n\",\"Author\":{\"Name\":\"x\"}}")))
                .contains(PATTERN);
        assertThat(message(call("CheckBook", "{\"BookName\":\"emma \",\"Author\":{\"Name\":\"x\"}}")))
                .contains(PATTERN);
        assertThat(message(call("CheckBook", "{\"BookName\":\"-\",\"Author\":{\"Name\":\"x\"}}")))
                .contains(PATTERN);
    }

    @Test
    void lengthIsCountedInCodePoints() {
        var twenty = "\ud83d\ude00".repeat(20);

        assertThat(call("CheckBook", "{\"BookName\":\"emma\",\"Author\":{\"Name\":\"" + twenty + "\"}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(message(call("CheckBook", "{\"BookName\":\"emma\",\"Author\":{\"Name\":\"" + twenty + "x\"}}")))
                .endsWith(
                        "'author.name' failed to satisfy constraint: Member must have length less than or equal to 20");
    }

    @Test
    void longValuesAreCutAndDoNotTouchTheRegexEngine() {
        var name = "a-".repeat(1 << 18);
        var response = call("CheckBook", "{\"BookName\":\"" + name + "\",\"Author\":{\"Name\":\"x\"}}");

        assertThat(message(response))
                .startsWith("2 validation errors detected: Value '" + name.substring(0, 1024) + "…' at 'bookName'")
                .hasSizeLessThan(3000);
    }

    @Test
    void largeContainersAreCut() {
        var words = IntStream.range(0, 20_000).mapToObj(i -> "\"a\"").collect(Collectors.joining(","));

        assertThat(message(call("CheckBook", "{" + REST + ",\"Words\":[" + words + "]}")))
                .hasSizeLessThan(1300)
                .contains("…'");
    }

    @Test
    void thousandsOfViolationsMakeABoundedMessage() {
        var editors = IntStream.range(0, 12_000).mapToObj(i -> "{}").collect(Collectors.joining(","));
        var response = call("CheckBook", "{" + REST + ",\"Editors\":[" + editors + "]}");

        assertError(response, 400, "ValidationException");
        assertThat(message(response))
                .startsWith("12001 validation errors detected: ")
                .hasSizeLessThan(70_000);
    }
}
