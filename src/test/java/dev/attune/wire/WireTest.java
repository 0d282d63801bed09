package dev.attune.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks both protocols to the sample service on a real port. */
@SpringBootTest(
        classes = Library.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"attune.wire.service=Library", "server.address=127.0.0.1", "server.port=0"})
abstract class WireTest {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    HttpRequest.Builder awsJson(String operation) {
        return request("/")
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "Library." + operation);
    }

    HttpRequest.Builder restJson(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> post(HttpRequest.Builder request, String body) {
        return post(request, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(HttpRequest.Builder request, byte[] body) {
        return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> call(String operation, String body) {
        return post(awsJson(operation), body);
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static String message(HttpResponse<String> response) {
        return json(response).path("message").asString("");
    }

    /** An error whose header and body agree, with a request id. */
    static void assertError(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("x-amzn-ErrorType")).hasValue(code);
        assertThat(json(response).path("__type").asString("")).isEqualTo(code);
        assertThat(json(response).path("Message")).isEqualTo(json(response).path("message"));
        assertThat(message(response)).isNotBlank();
        assertRequestId(response);
    }

    static void assertRequestId(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("x-amzn-RequestId"))
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    }
}
