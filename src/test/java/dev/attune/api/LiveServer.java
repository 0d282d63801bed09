package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * The whole server on a free port, one for all integration tests but those that configure their own; its clock is instant. Every test works in
 * accounts of its own, and every server on a database of its own: two on one database are two nodes, of which each moves the other's jobs by
 * its own clock.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"attune.clock.mode=instant", "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1"
        })
public abstract class LiveServer {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicLong ACCOUNTS = new AtomicLong(900_000_000_000L);
    private static final Set<String> ENDS = Set.of("Completed", "Failed", "Stopped");

    @LocalServerPort
    protected int port;

    /** The ways on which an operation is reached. */
    public enum Route {
        TARGET,
        PATH,
        PROD
    }

    /** An account that nobody else has. */
    protected static String freshAccount() {
        return Long.toString(ACCOUNTS.incrementAndGet());
    }

    protected HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60));
    }

    protected HttpRequest.Builder operation(Route route, String operation) {
        return switch (route) {
            case TARGET ->
                request("/")
                        .header("Content-Type", "application/x-amz-json-1.1")
                        .header("X-Amz-Target", "SageMaker." + operation);
            case PATH -> request("/" + operation).header("Content-Type", "application/json");
            case PROD -> request("/Prod/" + operation).header("Content-Type", "application/json");
        };
    }

    protected Reply send(HttpRequest.Builder request) {
        try {
            return new Reply(CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected Reply call(Route route, String operation, Object body) {
        return send(operation(route, operation).POST(BodyPublishers.ofString(body.toString())));
    }

    protected Reply call(String operation, Object body) {
        return call(Route.TARGET, operation, body);
    }

    /** The same as a signed request of this access key in this region. */
    protected Reply callAs(String accessKey, String region, String operation, Object body) {
        return send(operation(Route.TARGET, operation)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + accessKey + "/20171129/" + region
                                + "/sagemaker/aws4_request, SignedHeaders=host;x-amz-date, Signature=00")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** Calls, and answers a success. */
    protected JsonNode ask(String operation, Object body) {
        var reply = call(operation, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    protected void create(Body request) {
        ask("CreateTuningJob", request);
    }

    protected JsonNode describe(String account, String name) {
        return ask("DescribeTuningJob", Body.tuningJob(account, name));
    }

    /** The tuning job's description once it has ended. */
    protected JsonNode describeEnded(String account, String name) {
        return eventually(
                () -> describe(account, name),
                job -> ENDS.contains(job.path("TuningJobStatus").asString("")));
    }

    protected JsonNode list(String account) {
        return ask("ListTuningJobs", Body.empty().with("AwsAccountId", account)).path("TuningJobSummaries");
    }

    /** Changes the server's clock; the test must put it back. */
    protected void clock(String json) {
        var reply = put("/_attune/clock", json);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    protected Reply put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    protected Reply post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    protected Reply get(String path) {
        return send(request(path).GET());
    }

    /** What the supplier gives as soon as it is as expected; fails after a minute. */
    protected static <T> T eventually(Supplier<T> supplier, java.util.function.Predicate<T> expected) {
        var deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (true) {
            var value = supplier.get();
            if (expected.test(value)) {
                return value;
            }
            assertThat(System.nanoTime())
                    .as("waited too long; last seen: %s", value)
                    .isLessThan(deadline);
            pause();
        }
    }

    protected static void assertError(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.code()).as(reply.text()).isEqualTo(code);
        assertThat(reply.header("x-amzn-ErrorType")).isEqualTo(code);
        assertThat(reply.header("x-amzn-RequestId")).isNotBlank();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
