package dev.attune.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ProtocolTest extends WireTest {
    private static final String BOOK = "{\"BookName\":\"emma\",\"Author\":{\"Name\":\"Austen\"}}";

    @Test
    void bothProtocolsShareOneOperation() {
        var aws = call("AddBook", BOOK);
        var rest = post(restJson("/AddBook"), BOOK);
        var prod = post(restJson("/Prod/AddBook"), BOOK);

        assertThat(aws.statusCode()).as(aws.body()).isEqualTo(200);
        assertThat(aws.body()).isEqualTo(BOOK).isEqualTo(rest.body()).isEqualTo(prod.body());
        assertThat(aws.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
        assertThat(rest.headers().firstValue("Content-Type")).hasValue("application/json");
        assertRequestId(aws);
        assertRequestId(rest);
    }

    @Test
    void anOperationOfOneProtocolIsNotReachedByTheOther() {
        var response = post(restJson("/WhoAmI"), "{}");

        assertError(response, 404, "UnknownOperationException");
        assertThat(message(response)).isEqualTo("WhoAmI is reached by POST / with X-Amz-Target: Library.WhoAmI");
    }

    @Test
    void anEmptyBodyIsAnEmptyObject() {
        assertThat(call("WhoAmI", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aMissingResponseIsAnEmptyBodyWithContentType() {
        var response = call("CloseLibrary", "{}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
        assertThat(response.headers().firstValue("Content-Length")).hasValue("0");
    }

    @Test
    void anEmptyResponseRecordIsAnEmptyObject() {
        assertThat(call("CheckBook", BOOK).body()).isEqualTo("{}");
    }

    @Test
    void timestampsAndNumbersAreWrittenAsAwsWritesThem() {
        assertThat(call("Stamps", "{}").body())
                .isEqualTo("{\"Whole\":1526605605,\"Millis\":1526605605.12,\"Nanos\":1526605605.001,"
                        + "\"Number\":0.5,\"Nan\":\"NaN\",\"Infinite\":\"-Infinity\"}");
    }

    @Test
    void theCallerIsReadFromTheCredentialScope() {
        var response = post(
                awsJson("WhoAmI")
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=123456789012/20260101/eu-west-1/sagemaker/aws4_request, "
                                        + "SignedHeaders=host;x-amz-date, Signature=00"),
                "{}");

        assertThat(json(response).path("Account").asString("")).isEqualTo("123456789012");
        assertThat(json(response).path("Region").asString("")).isEqualTo("eu-west-1");
        assertThat(response.headers().firstValue("x-amzn-RequestId"))
                .hasValue(json(response).path("RequestId").asString(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-amz-json-1.1",
                "application/x-amz-json-1.0",
                "application/json",
                "Application/JSON; charset=utf-8",
                "application/x-amz-json-1.1;charset=utf-16; a=b"
            })
    void jsonContentTypesAreAcceptedWithTheirParametersIgnored(String type) {
        var response = post(request("/").header("Content-Type", type).header("X-Amz-Target", "Library.AddBook"), BOOK);

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/x-www-form-urlencoded", "text/plain", "application/xml", "application/cbor", "x"})
    void otherContentTypesAreRefusedWithTheHeaderToAdd(String type) {
        var aws = post(request("/").header("Content-Type", type).header("X-Amz-Target", "Library.AddBook"), BOOK);
        var rest = post(request("/AddBook").header("Content-Type", type), BOOK);

        assertError(aws, 415, "UnsupportedMediaTypeException");
        assertError(rest, 415, "UnsupportedMediaTypeException");
        assertThat(message(aws)).endsWith("Add the header Content-Type: application/x-amz-json-1.1");
        assertThat(message(rest)).endsWith("Add the header Content-Type: application/json");
    }

    @Test
    void aMissingContentTypeIsRefused() {
        assertError(
                post(request("/").header("X-Amz-Target", "Library.AddBook"), BOOK),
                415,
                "UnsupportedMediaTypeException");
    }

    @Test
    void compressedBodiesAreRefused() {
        var response = post(awsJson("AddBook").header("Content-Encoding", "gzip"), new byte[] {31, -117, 8});

        assertError(response, 415, "UnsupportedMediaTypeException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD", "PATCH", "OPTIONS"})
    void otherMethodsAreRefusedOnTheProtocolsPaths(String method) {
        for (var path : new String[] {"/", "/AddBook", "/Prod/AddBook"}) {
            var response = send(request(path).method(method, BodyPublishers.noBody()));

            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).hasValue("POST");
            assertThat(response.headers().firstValue("x-amzn-ErrorType")).hasValue("MethodNotAllowedException");
            assertRequestId(response);
        }
    }

    @Test
    void aTargetThatIsMissingOrOfAnotherServiceIsUnknown() {
        var type = "application/x-amz-json-1.1";
        assertError(post(request("/").header("Content-Type", type), "{}"), 400, "UnknownOperationException");
        for (var target : new String[] {
            "AddBook",
            "Library",
            "Library.",
            ".AddBook",
            "library.AddBook",
            "Library.addBook",
            "Library.AddBook.",
            "Other.AddBook",
            "Library..AddBook",
            "Library.AddBook Library.AddBook"
        }) {
            var response = post(request("/").header("Content-Type", type).header("X-Amz-Target", target), "{}");
            assertError(response, 400, "UnknownOperationException");
        }
    }

    @Test
    void anOperationThatIsKnownButMissingIsNamed() {
        assertThat(message(call("CreateEndpoint", "{}")))
                .isEqualTo("Attune does not implement CreateEndpoint, an operation of Library.");
        assertThat(message(post(restJson("/CreateEndpoint"), "{}")))
                .isEqualTo("Attune does not implement CreateEndpoint, an operation of Library.");
        assertThat(message(call("MakeCoffee", "{}"))).isEqualTo("Library has no operation [MakeCoffee].");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/Nope",
        "POST,/AddBook/",
        "POST,/addbook",
        "POST,/Prod/",
        "POST,/Prod/Nope",
        "POST,/x/AddBook",
        "GET,/nope.html",
        "PUT,/a/b/c",
        "POST,/%41ddBook"
    })
    void unknownPathsAreATypedNotFound(String method, String path) {
        var response = send(restJson(path).method(method, BodyPublishers.ofString("{}")));

        assertError(response, 404, "UnknownOperationException");
    }

    @Test
    void aQueryOnTheRootIsRefused() {
        var response = post(
                request("/?a=b").header("Content-Type", "application/json").header("X-Amz-Target", "Library.AddBook"),
                BOOK);

        assertError(response, 404, "UnknownOperationException");
    }

    @Test
    void pathsOfOtherControllersAreLeftAlone() {
        assertThat(send(request("/_attune/health")).body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(post(request("/_attune/reset"), "").body()).isEqualTo("reset");
        assertThat(post(request("/Prod/Elsewhere"), "").body()).isEqualTo("elsewhere");
        assertThat(send(request("/nope").header("Accept", "text/html"))
                        .headers()
                        .firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    }

    @Test
    void aRefusalOfTheServiceKeepsItsCodeStatusAndMessage() {
        var aws = call("Refuse", "{}");
        var rest = post(restJson("/Refuse"), "{}");

        assertError(aws, 400, "ResourceInUse");
        assertError(rest, 400, "ResourceInUse");
        assertThat(message(aws)).isEqualTo("The name, é\"x, is taken.");
        assertThat(aws.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
        assertThat(rest.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void anUnexpectedExceptionIsAnInternalFailureThatIsLoggedOnceOnOneLine(CapturedOutput output) {
        var response = post(
                awsJson("Burn").header("Authorization", "AWS4-HMAC-SHA256 Credential=canary/20260101/x/y/aws4_request"),
                "{}");

        assertError(response, 500, "InternalFailure");
        var id = response.headers().firstValue("x-amzn-RequestId").orElseThrow();
        assertThat(response.body()).contains(id).doesNotContain("secret", "IllegalState");
        assertThat(output.getAll().lines().filter(line -> line.contains(id))).hasSize(1);
        assertThat(output.getAll())
                .contains("secret\\u000d\\u000a2026-01-01 ERROR forged line")
                .doesNotContain("canary");
    }

    @Test
    void requestIdsDiffer() {
        var seen = new HashSet<String>();
        IntStream.range(0, 50)
                .forEach(i -> seen.add(call("WhoAmI", "{}")
                        .headers()
                        .firstValue("x-amzn-RequestId")
                        .orElseThrow()));

        assertThat(seen).hasSize(50);
    }

    @Test
    void headersOfSdksThatMeanNothingHereAreIgnored() {
        HttpRequest.Builder request = awsJson("AddBook")
                .header("amz-sdk-invocation-id", "x")
                .header("amz-sdk-request", "attempt=1")
                .header("x-amz-content-sha256", "UNSIGNED-PAYLOAD");

        assertThat(post(request, BOOK).statusCode()).isEqualTo(200);
    }
}
