package dev.attune.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is coerced, and a refusal names the member. */
class MemberTypeTest extends WireTest {
    private static final String REST = "\"BookName\":\"emma\",\"Author\":{\"Name\":\"Austen\"}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Pages   | "5"                     | STRING_VALUE can not be converted to an Integer
            Pages   | " 5"                    | STRING_VALUE can not be converted to an Integer
            Pages   | ""                      | STRING_VALUE can not be converted to an Integer
            Pages   | 5.7                     | DECIMAL_VALUE can not be converted to an Integer
            Pages   | 5.0                     | DECIMAL_VALUE can not be converted to an Integer
            Pages   | 1e2                     | DECIMAL_VALUE can not be converted to an Integer
            Pages   | 1e999999999             | DECIMAL_VALUE can not be converted to an Integer
            Pages   | 2147483648              | 2147483648 is out of range for an Integer
            Pages   | -2147483649             | -2147483649 is out of range for an Integer
            Pages   | 99999999999999999999999 | 99999999999999999999999 is out of range for an Integer
            Pages   | true                    | TRUE_VALUE can not be converted to an Integer
            Pages   | []                      | Start of list found where not expected.
            Pages   | [5]                     | Start of list found where not expected.
            Pages   | {}                      | Start of structure or map found where not expected.
            Isbn    | 9223372036854775808     | 9223372036854775808 is out of range for a Long
            Isbn    | 1.5                     | DECIMAL_VALUE can not be converted to a Long
            Isbn    | "1"                     | STRING_VALUE can not be converted to a Long
            Isbn    | false                   | FALSE_VALUE can not be converted to a Long
            Price   | "5"                     | STRING_VALUE can not be converted to a Double
            Price   | "nan"                   | STRING_VALUE can not be converted to a Double
            Price   | "Inf"                   | STRING_VALUE can not be converted to a Double
            Price   | ""                      | STRING_VALUE can not be converted to a Double
            Price   | 1e400                   | 1E+400 is out of range for a Double
            Price   | -1e400                  | -1E+400 is out of range for a Double
            Price   | 1e999999999             | 1E+999999999 is out of range for a Double
            Price   | true                    | TRUE_VALUE can not be converted to a Double
            Price   | {}                      | Start of structure or map found where not expected.
            Weight  | 1e39                    | 1E+39 is out of range for a Float
            Weight  | "1"                     | STRING_VALUE can not be converted to a Float
            Lent    | 1                       | NUMBER_VALUE can not be converted to a Boolean
            Lent    | 0                       | NUMBER_VALUE can not be converted to a Boolean
            Lent    | "true"                  | STRING_VALUE can not be converted to a Boolean
            Lent    | ""                      | STRING_VALUE can not be converted to a Boolean
            Lent    | 1.0                     | DECIMAL_VALUE can not be converted to a Boolean
            Lent    | []                      | Start of list found where not expected.
            Kind    | 5                       | NUMBER_VALUE can not be converted to a String
            Kind    | 5.5                     | DECIMAL_VALUE can not be converted to a String
            Kind    | true                    | TRUE_VALUE can not be converted to a String
            Kind    | ["Novel"]               | Start of list found where not expected.
            Kind    | {}                      | Start of structure or map found where not expected.
            Printed | "2018-05-18T01:06:45Z"  | STRING_VALUE can not be converted to a Timestamp
            Printed | "1526605605"            | STRING_VALUE can not be converted to a Timestamp
            Printed | true                    | TRUE_VALUE can not be converted to a Timestamp
            Printed | 1e12                    | 1E+12 is out of range for a Timestamp
            Printed | -1e999999999            | -1E+999999999 is out of range for a Timestamp
            Printed | {}                      | Start of structure or map found where not expected.
            Author  | "x"                     | STRING_VALUE can not be converted to a structure
            Author  | ""                      | STRING_VALUE can not be converted to a structure
            Author  | 1                       | NUMBER_VALUE can not be converted to a structure
            Author  | []                      | Start of list found where not expected.
            Words   | "x"                     | STRING_VALUE can not be converted to a List
            Words   | ""                      | STRING_VALUE can not be converted to a List
            Words   | {}                      | Start of structure or map found where not expected.
            Words   | 1                       | NUMBER_VALUE can not be converted to a List
            Notes   | []                      | Start of list found where not expected.
            Notes   | "x"                     | STRING_VALUE can not be converted to a Map
            Notes   | 1                       | NUMBER_VALUE can not be converted to a Map
            """)
    void aValueOfTheWrongTypeIsRefused(String member, String value, String reason) {
        var response = call("CheckBook", "{\"" + member + "\":" + value + "}");

        assertError(response, 400, "SerializationException");
        assertThat(message(response)).isEqualTo("Member '" + member + "': " + reason);
    }

    @Test
    void aRefusalNamesTheNestedMember() {
        assertThat(message(call("CheckBook", "{\"Author\":{\"Born\":\"x\"}}"))).startsWith("Member 'Author.Born': ");
        assertThat(message(call("CheckBook", "{\"Editors\":[{},{\"Name\":7}]}")))
                .startsWith("Member 'Editors[1].Name': ");
        assertThat(message(call("CheckBook", "{\"Notes\":{\"a\\nb\":7}}"))).startsWith("Member 'Notes.a\\u000ab': ");
    }

    @Test
    void anExplicitNullIsAnAbsentMember() {
        assertThat(call("CheckBook", "{" + REST + ",\"Pages\":null,\"Words\":null,\"Notes\":null,\"Editors\":null}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(message(call("CheckBook", "{\"BookName\":null,\"Author\":{\"Name\":\"x\"}}")))
                .isEqualTo("1 validation error detected: Value null at 'bookName' failed to satisfy constraint: "
                        + "Member must not be null");
    }

    @Test
    void aNullInAListOrMapIsRefusedUnlessItIsSparse() {
        var list = call("CheckBook", "{\"Words\":[\"a\",null]}");
        var map = call("CheckBook", "{\"Notes\":{\"k\":null}}");

        assertError(list, 400, "SerializationException");
        assertError(map, 400, "SerializationException");
        assertThat(message(list)).isEqualTo("Member 'Words[1]': null is not allowed in a list or map");
        assertThat(message(map)).isEqualTo("Member 'Notes.k': null is not allowed in a list or map");
        assertThat(call("AddBook", "{" + REST + ",\"Sparse\":[\"a\",null]}").body())
                .endsWith(",\"Sparse\":[\"a\",null]}");
    }

    @Test
    void memberNamesAreCaseSensitiveAndUnknownOnesIgnored() {
        var response = call("AddBook", "{\"bookName\":5,\"bookname\":[],\"Nope\":{\"a\":[1e400]}," + REST + "}");

        assertThat(response.body()).isEqualTo("{" + REST + "}");
    }

    @Test
    void membersComeBackUnderTheNamesTheyWereSentWith() {
        var body = "{" + REST
                + ",\"Kind\":\"Novel\",\"Pages\":5,\"Isbn\":9223372036854775807,\"Price\":5.0,\"Weight\":0.5,"
                + "\"Lent\":false,\"Printed\":1526605605.123,\"Editors\":[],\"Words\":[\"\u00e9\"],\"Notes\":{\"k\":\"\ud83d\ude00\"},"
                + "\"Translators\":{},\"Shelves\":[\"A\"],\"S3Uri\":\"s3://b\",\"VolumeSizeInGB\":1}";

        assertThat(call("AddBook", body.replace("\u00e9", "e")).body()).isEqualTo(body.replace("\u00e9", "e"));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-1,-1",
        "1526605605,1526605605",
        "1526605605.1239,1526605605.123",
        "1.526605605e9,1526605605",
        "-0.5,-0.5",
        "1e-999999999,0",
        "0e999999999,0",
        "253402300799,253402300799",
        "0.001,0.001"
    })
    void timestampsAreReadToTheMillisecond(String sent, String received) {
        assertThat(call("AddBook", "{" + REST + ",\"Printed\":" + sent + "}").body())
                .isEqualTo("{" + REST + ",\"Printed\":" + received + "}");
    }

    @ParameterizedTest
    @CsvSource({"5,5.0", "1e308,1.0E308", "1e-400,0.0", "'\"NaN\"','\"NaN\"'", "'\"Infinity\"','\"Infinity\"'"})
    void floatsAreNumbersOrAwsStrings(String sent, String received) {
        assertThat(new StrictJson()
                        .read(
                                ("{\"Price\":" + sent + "}").getBytes(StandardCharsets.UTF_8),
                                Library.AddBookRequest.class)
                        .price())
                .isEqualTo(Double.valueOf(received.replace("\"", "")));
    }
}
