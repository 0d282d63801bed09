package dev.attune.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.api.Body;
import dev.attune.api.LiveServer;
import dev.attune.api.Reply;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** API faults and the request journal over HTTP. */
class FaultsIT extends LiveServer {
    private static final String FAULTS = "/_attune/faults";
    private static final String REQUESTS = "/_attune/requests";

    private final String account = freshAccount();

    @BeforeEach
    void forget() {
        delete(REQUESTS);
    }

    @AfterEach
    void leaveAlone() {
        delete(FAULTS);
    }

    private Reply delete(String path) {
        var reply = send(request(path).DELETE());
        assertThat(reply.status()).isEqualTo(204);
        return reply;
    }

    private Reply put(String document) {
        return send(request(FAULTS).header("Content-Type", "application/yaml").PUT(BodyPublishers.ofString(document)));
    }

    private void disturb(String rules) {
        var reply = put("version: 1\napi: [" + rules + "]");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private Reply createJob() {
        return call("CreateTuningJob", Body.createTuningJob().with("AwsAccountId", account));
    }

    @Test
    void anErrorIsAnsweredInTheOperationsPlaceAndCounted() {
        disturb("{name: storm, operation: Create*, calls: 1-2, error: ThrottlingException}");

        for (int i = 0; i < 2; i++) {
            var reply = createJob();
            assertError(reply, 400, "ThrottlingException");
            assertThat(reply.message()).isEqualTo("Rate exceeded");
        }
        assertThat(list(account)).isEmpty();
        assertThat(createJob().status()).isEqualTo(200);

        var shown = get(FAULTS).json();
        assertThat(shown.path("source").stringValue()).isEqualTo("put");
        assertThat(shown.path("rules").toString())
                .isEqualTo("[{\"name\":\"storm\",\"operations\":[\"Create*\"],\"calls\":3,\"fired\":2}]");
    }

    @Test
    void theOtherProtocolAndServerErrorsAreDisturbedLikewise() {
        disturb("{calls: 1, error: InternalFailure}, {calls: 2, error: ServiceUnavailable}");

        var body = Body.empty().with("AwsAccountId", account);
        assertError(call(Route.PATH, "ListTuningJobs", body), 500, "InternalFailure");
        assertError(call(Route.PROD, "ListTuningJobs", body), 503, "ServiceUnavailable");
        assertThat(call(Route.PATH, "ListTuningJobs", body).status()).isEqualTo(200);
    }

    @Test
    void attunesOwnEndpointsAreLeftAlone() {
        disturb("{error: InternalFailure}");

        for (var path : List.of("/_attune/health", "/_attune/clock", FAULTS, REQUESTS, "/actuator/health")) {
            assertThat(get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void aDroppedRequestIsNotDoneAndADroppedAnswerIs() {
        disturb("{operation: CreateTuningJob, calls: 1, drop: request}, {operation: CreateTuningJob, drop: answer}");

        assertThatThrownBy(this::createJob).isInstanceOf(UncheckedIOException.class);
        assertThat(list(account)).isEmpty();
        assertThatThrownBy(this::createJob).isInstanceOf(UncheckedIOException.class);
        assertThat(list(account)).hasSize(1);

        delete(FAULTS);
        assertError(createJob(), 400, "ResourceInUse");
        var seen = requests("?operation=CreateTuningJob").path("requests");
        assertThat(seen.values())
                .extracting(entry -> entry.path("status").asInt(0) + " " + entry.path("fault"))
                .containsExactly("400 null", "200 \"api[1]\"", "0 \"api[0]\"");
    }

    @Test
    void manyMayWaitAtOnceAndHoldNoThread() {
        // Twice as many as Tomcat has threads.
        disturb("{operation: ListTuningJobs, calls: 1-400, latency: 1500ms}");
        var body = Body.empty().with("AwsAccountId", account).toString();
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        var waiting = IntStream.range(0, 400)
                .mapToObj(i -> client.sendAsync(
                        operation(Route.PATH, "ListTuningJobs")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString()))
                .toList();

        assertThat(waiting)
                .allSatisfy(reply -> assertThat(reply.join().statusCode()).isEqualTo(200));
        assertThat(get(FAULTS).json().path("rules").path(0).path("fired").asInt(0))
                .isEqualTo(400);
    }

    @Test
    void aWrongDocumentIsRefusedWhole() {
        disturb("{error: InternalFailure}");
        var before = get(FAULTS).json();

        var reply = put("version: 1\napi:\n  - {operation: Create*, error: Throttle}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").stringValue()).isEqualTo("InvalidRequest");
        assertThat(reply.message())
                .isEqualTo("api[0].error (line 3): [Throttle] must be one of [InternalFailure, ServiceUnavailable,"
                        + " ThrottlingException]");
        assertThat(get(FAULTS).json()).isEqualTo(before);
        assertThat(put("version: 1\napi: []\n#" + "x".repeat(1 << 16)).status()).isEqualTo(413);
    }

    @Test
    void aResetForgetsFaultsAndRequests() {
        disturb("{error: InternalFailure}");
        createJob();

        post("/_attune/reset", "");

        assertThat(get(FAULTS).json().path("source").stringValue()).isEqualTo("none");
        assertThat(requests("").path("count").asInt(-1)).isZero();
    }

    @Test
    void theJournalSaysWhoAskedWhatAndWhatWasAnswered() {
        callAs("123456789012", "eu-west-1", "DescribeTrainingJob", "{\"TrainingJobName\":\"a b\"}");
        call("CreateModel", "{}");
        get("/nope");
        createJob();

        var newest = requests("?limit=1");
        assertThat(newest.path("count").asInt(0)).isEqualTo(4);
        assertThat(newest.path("forgotten").asInt(-1)).isZero();
        assertThat(newest.path("requests").path(0).path("operation").stringValue())
                .isEqualTo("CreateTuningJob");
        assertThat(newest.path("requests").path(0).path("status").asInt(0)).isEqualTo(200);
        var broken =
                requests("?operation=Describe*&status=400").path("requests").path(0);
        assertThat(broken.path("error").stringValue()).isEqualTo("ValidationException");
        assertThat(broken.path("account").stringValue()).isEqualTo("123456789012");
        assertThat(broken.path("region").stringValue()).isEqualTo("eu-west-1");
        assertThat(broken.path("requestId").stringValue()).hasSize(36);
        assertThat(broken.path("violations")).hasSize(1);
        assertThat(broken.path("violations").path(0).stringValue())
                .startsWith("Value 'a b' at 'trainingJobName' failed to satisfy constraint");
        assertThat(requests("?operation=CreateModel")
                        .path("requests")
                        .path(0)
                        .path("error")
                        .stringValue())
                .isEqualTo("UnknownOperationException");
        assertThat(requests("?account=123456789012").path("count").asInt(0)).isEqualTo(1);
        assertThat(requests("?error=ValidationException&limit=0").path("count").asInt(0))
                .isEqualTo(1);
        assertThat(get(REQUESTS + "?limit=1001").status()).isEqualTo(400);
        assertThat(get(REQUESTS + "?status=ok").message())
                .isEqualTo("status [ok] must be a whole number from 0 to 599");
    }

    private JsonNode requests(String query) {
        var reply = get(REQUESTS + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }
}
