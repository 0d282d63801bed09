package dev.attune.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no JSON is refused; what is JSON gets as far as the constraints. */
class MalformedBodyTest extends WireTest {
    private static final String BOOK =
            "{\"BookName\":\"emma\",\"Author\":{\"Name\":\"Austen\",\"Born\":1775},\"Words\":[\"a\",\"b\"],\"Price\":1.5e+3,\"Lent\":true}";

    /** Values that are no JSON, in the categories of nst/JSONTestSuite; each is sent as a body and as an unknown member. */
    static Stream<String> noJson() {
        return Stream.of(
                // arrays
                "[1 true]",
                "[\"\": 1]",
                "[\"\"],",
                "[,1]",
                "[1,,2]",
                "[\"x\",,]",
                "[\"x\"]]",
                "[\"\",]",
                "[\"x\"",
                "[x",
                "[3[4]]",
                "[1,]",
                "[,]",
                "[-]",
                "[   , \"\"]",
                "[\"a\",\n4\n,1,",
                "[1,]",
                "[*]",
                "[\"\"",
                "[1,\n1\n,1",
                "[{}",
                // literals
                "[fals]",
                "[nul]",
                "[tru]",
                "True",
                "nulL",
                "TRUE",
                "undefined",
                "truefalse",
                "nan",
                "NaN",
                "[Infinity]",
                "-Infinity",
                "+Infinity",
                // numbers
                "[++1234]",
                "[+1]",
                "[+Inf]",
                "[-01]",
                "[-1.0.]",
                "[-2.]",
                "[-NaN]",
                "[.-1]",
                "[.2e-3]",
                "[0.1.2]",
                "[0.3e+]",
                "[0.3e]",
                "[0.e1]",
                "[0E+]",
                "[0e]",
                "[1.0e+]",
                "[1.0e-]",
                "[1.0e]",
                "[1 000.0]",
                "[1eE2]",
                "[2.e+3]",
                "[2.e3]",
                "[9.e+]",
                "[1+2]",
                "[0x1]",
                "[0x42]",
                "[- 1]",
                "[-012]",
                "[-.123]",
                "[1ea]",
                "[1.]",
                "[.123]",
                "[1.2a-3]",
                "[1.8011670033376514H-308]",
                "[012]",
                "[1_000]",
                "[\uff11]",
                "[\u0663]",
                "0x",
                "1f",
                "1L",
                // objects
                "{\"x\", null}",
                "{\"x\"::\"b\"}",
                "{key: 'value'}",
                "{\"a\":\"a\" 123}",
                "{\"a\" b}",
                "{:\"b\"}",
                "{\"a\" \"b\"}",
                "{\"a\":",
                "{\"a\"",
                "{1:1}",
                "{9999E9999:1}",
                "{null:null,null:null}",
                "{\"id\":0,,,,,}",
                "{'a':0}",
                "{\"id\":0,}",
                "{\"a\":\"b\"}/**/",
                "{\"a\":\"b\"}/**//",
                "{\"a\":\"b\"}//",
                "{\"a\":\"b\",,\"c\":\"d\"}",
                "{a: \"b\"}",
                "{\"a\":\"a",
                "{ \"foo\" : \"bar\", \"a\" }",
                "{\"a\":\"b\"}#",
                "{\"a\":1;\"b\":2}",
                "{,}",
                "{",
                "{]",
                "}",
                // strings
                "['single']",
                "[\"\\\"]",
                "[\"\\x00\"]",
                "[\"\\\\\\\"]",
                "[\"\\\t\"]",
                "[\"\\u00A\"]",
                "[\"\\u\"]",
                "[\"\\uD834\\u\"]",
                "[\"\\uD800\\u1\"]",
                "[\"\\a\"]",
                "[\"\\uqqqq\"]",
                "[\\u0020\"asd\"]",
                "[\\n]",
                "\"",
                "['a\"]",
                "abc",
                "[\"\\",
                "[\"a\nb\"]",
                "[\"\t\"]",
                "[\"\u0000\"]",
                "[\"\u001f\"]",
                "\"\\UA66D\"",
                "[\"new\rline\"]",
                // structure
                "<.>",
                "[<null>]",
                "[1]x",
                "[1]]",
                "[][]",
                "]",
                "[",
                "\u2060",
                "2@",
                "{}}",
                "{\"\":",
                "{}#",
                "[\u00a0]",
                "[\u000c1]",
                "1 2",
                "{}{}",
                "[\"a\",\n1",
                "//x",
                "/* x */",
                "<html></html>",
                "A=1&B=2",
                "---\na: 1");
    }

    static Stream<String> json() {
        return Stream.of(
                "[[]   ]",
                "[\"\"]",
                "[]",
                "[\"a\"]",
                "[false]",
                "[null, 1, \"1\", {}]",
                "[null]",
                "[1\n]",
                " [1]",
                "[1,null,null,2]",
                "[2] ",
                "[123e65]",
                "[0e+1]",
                "[0e1]",
                "[ 4]",
                "[-0.000000000000000000000000000000000001]",
                "[20e1]",
                "[-0]",
                "[-123]",
                "[-1]",
                "[-0.0]",
                "[1E22]",
                "[1E-2]",
                "[1E+2]",
                "[123e45]",
                "[123.456e78]",
                "[1e-2]",
                "[1e+2]",
                "[123]",
                "[123.456789]",
                "{\"asd\":\"sdf\", \"dfg\":\"fgh\"}",
                "{\"asd\":\"sdf\"}",
                "{}",
                "{\"\":0}",
                "{\"foo\\u0000bar\": 42}",
                "{ \"min\": -1.0e+28, \"max\": 1.0e+28 }",
                "{\"a\":[]}",
                "{\"title\":\"\\u041f\\u043e\\u043b\"}",
                "{\n\"a\": \"b\"\n}",
                "[\"\\u0060\\u012a\\u12AB\"]",
                "[\"\\uD801\\udc37\"]",
                "[\"\\ud83d\\ude39\\ud83d\\udc8d\"]",
                "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
                "[\"\\\\u0000\"]",
                "[\"\\\"\"]",
                "[\"a/*b*/c/*d//e\"]",
                "[\"\\\\a\"]",
                "[\"\\\\n\"]",
                "[\"\\u0012\"]",
                "[\"\\uFFFF\"]",
                "[\"asd\"]",
                "[ \"asd\"]",
                "[\"\\uDBFF\\uDFFF\"]",
                "[\"new\\u00A0line\"]",
                "[\"\udbff\udfff\"]",
                "[\"\uffff\"]",
                "[\"\\u0000\"]",
                "[\"\\u002c\"]",
                "[\"\u03c0\"]",
                "[\"\ud834\udd1e\"]",
                "\" \"",
                "[\"\\uD834\\uDd1e\"]",
                "[\"\\u0821\"]",
                "[\"\\u0123\"]",
                "[\"\u2028\"]",
                "[\"\u2029\"]",
                "[\"\\u0061\\u30af\\u30EA\\u30b9\"]",
                "[\"new\\u000Aline\"]",
                "[\"\u007f\"]",
                "[\"\\uA66D\"]",
                "[\"\\u005C\"]",
                "[\"\u2342\u3248\u2342\"]",
                "[\"\\u200B\"]",
                "[\"\\u2064\"]",
                "[\"\\uFDD0\"]",
                "[\"\\u0022\"]",
                "[\"a\u007fa\"]",
                "false",
                "42",
                "-0.1",
                "null",
                "\"asd\"",
                "true",
                "\"\"",
                "[\"a\"]\n",
                "[true]",
                " [] ",
                "\t\r\n[] ",
                "1e400",
                "123456789012345678901234567890",
                "[1.0E+2]");
    }

    @ParameterizedTest
    @MethodSource("noJson")
    void whatIsNoJsonIsRefused(String text) {
        assertError(call("CheckBook", text), 400, "SerializationException");
        assertError(call("CheckBook", "{\"Unknown\":" + text + "}"), 400, "SerializationException");
    }

    @ParameterizedTest
    @MethodSource("json")
    void whatIsJsonReachesTheConstraints(String text) {
        assertError(call("CheckBook", "{\"Unknown\":" + text + "}"), 400, "ValidationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "null", "true", " ", "\n", "[{}]"})
    void aBodyMustBeAnObject(String text) {
        assertError(call("CheckBook", text), 400, "SerializationException");
    }

    @Test
    void everyTruncationOfABodyIsRefused() {
        assertThat(call("CheckBook", BOOK).statusCode()).isEqualTo(200);
        for (int length = 1; length < BOOK.length(); length++) {
            assertError(call("CheckBook", BOOK.substring(0, length)), 400, "SerializationException");
        }
    }

    @Test
    void aSyntaxErrorIsLocated() {
        assertThat(message(call("CheckBook", "{\"BookName\":\n  oops}")))
                .startsWith("The body is not acceptable JSON: ")
                .endsWith("at line 2, column 3");
    }

    @Test
    void duplicateMembersAreRefusedAtAnyDepth() {
        assertError(call("CheckBook", "{\"A\":1,\"A\":1}"), 400, "SerializationException");
        assertError(call("CheckBook", "{\"X\":[{\"A\":1,\"\\u0041\":1}]}"), 400, "SerializationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void otherEncodingsAreRefused(String charset) {
        assertError(post(awsJson("CheckBook"), BOOK.getBytes(Charset.forName(charset))), 400, "SerializationException");
    }

    static Stream<List<Integer>> noUtf8() {
        return Stream.of(
                List.of(0x80),
                List.of(0xff),
                List.of(0xfe),
                List.of(0xc0, 0x80),
                List.of(0xc3),
                List.of(0xc3, 0x28),
                List.of(0xe0, 0x80, 0xaf),
                List.of(0xed, 0xa0, 0x80),
                List.of(0xed, 0xbf, 0xbf),
                List.of(0xf4, 0x90, 0x80, 0x80),
                List.of(0xf0, 0x9f, 0x98),
                List.of(0xf8, 0x88, 0x80, 0x80, 0x80),
                List.of(0xe9),
                List.of(0));
    }

    @ParameterizedTest
    @MethodSource("noUtf8")
    void invalidUtf8IsRefusedInValuesAndNames(List<Integer> bytes) {
        for (var frame : new String[][] {{"{\"X\":\"", "\"}"}, {"{\"X", "\":1}"}, {"{", "}"}, {"{} ", ""}}) {
            var body = new ByteArrayOutputStream();
            body.writeBytes(frame[0].getBytes(StandardCharsets.UTF_8));
            bytes.forEach(body::write);
            body.writeBytes(frame[1].getBytes(StandardCharsets.UTF_8));
            assertError(post(awsJson("CheckBook"), body.toByteArray()), 400, "SerializationException");
        }
    }

    @Test
    void aByteOrderMarkIsRefused() {
        assertError(call("CheckBook", "\ufeff" + BOOK), 400, "SerializationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"X\":\"\\ud800\"}",
                "{\"X\":\"\\udc00\\ud800\"}",
                "{\"X\":\"a\\ud800b\"}",
                "{\"\\ud800\":1}",
                "{\"X\":[{\"Y\":\"\\udfff\"}]}"
            })
    void halfASurrogatePairIsRefused(String body) {
        assertError(call("CheckBook", body), 400, "SerializationException");
    }

    @Test
    void nestingIsLimited() {
        assertError(call("CheckBook", nested(63)), 400, "ValidationException");
        assertError(call("CheckBook", nested(64)), 400, "SerializationException");
        assertError(call("CheckBook", nested(200)), 400, "SerializationException");
        assertError(call("CheckBook", "{\"X\":" + "[".repeat(100_000)), 400, "SerializationException");
        assertError(call("CheckBook", "{\"X\":".repeat(100_000)), 400, "SerializationException");
    }

    private static String nested(int lists) {
        return "{\"X\":" + "[".repeat(lists) + "]".repeat(lists) + "}";
    }

    @Test
    void numbersStringsAndNamesAreLimited() {
        assertError(call("CheckBook", "{\"X\":" + "9".repeat(128) + "}"), 400, "ValidationException");
        assertError(call("CheckBook", "{\"X\":" + "9".repeat(129) + "}"), 400, "SerializationException");
        assertError(call("CheckBook", "{\"X\":0." + "9".repeat(129) + "}"), 400, "SerializationException");
        assertError(call("CheckBook", "{\"X\":\"" + "x".repeat(1 << 20) + "\"}"), 400, "ValidationException");
        assertError(call("CheckBook", "{\"X\":\"" + "x".repeat((1 << 20) + 1) + "\"}"), 400, "SerializationException");
        assertError(call("CheckBook", "{\"" + "x".repeat(1024) + "\":1}"), 400, "ValidationException");
        assertError(call("CheckBook", "{\"" + "x".repeat(1100) + "\":1}"), 400, "SerializationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483648", "1e-2147483648", "1e99999999999", "-0.1E-99999999999", "0e99999999999"})
    void anExponentBeyondWhatAnyNumberHasIsRefused(String number) {
        assertError(call("CheckBook", "{\"X\":" + number + "}"), 400, "SerializationException");
        assertError(call("CheckBook", "{\"Price\":" + number + "}"), 400, "SerializationException");
        assertError(call("CheckBook", "{\"Pages\":" + number + "}"), 400, "SerializationException");
    }

    @Test
    void theNumberOfValuesIsLimited() {
        assertError(call("CheckBook", "{\"X\":[0" + ",0".repeat(70_000) + "]}"), 400, "SerializationException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":[1",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void refusalsNameNoClassOfTheParser(String body) {
        var message = message(call("CheckBook", body));

        assertThat(message).startsWith("The body is not acceptable JSON: ");
        assertThat(message).doesNotContain("`", "Jackson", "jackson", "Feature", "Source:");
    }
}
