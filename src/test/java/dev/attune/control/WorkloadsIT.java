package dev.attune.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import dev.attune.api.LiveServer;
import dev.attune.api.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Workload documents over HTTP. */
class WorkloadsIT extends LiveServer {
    private static final String PATH = "/_attune/workloads";

    @AfterEach
    void cleanUp() {
        post("/_attune/reset", "");
    }

    @Test
    void showsWhatIsInForceWithTheBuiltInOnesLast() {
        var before = get(PATH).json();
        var put = yaml("version: 1\nworkloads: [{name: a}, {name: b}]");
        var shown = get(PATH).json();

        assertThat(before.path("source").stringValue()).isEqualTo("none");
        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(shown).isEqualTo(put.json());
        assertThat(texts(shown.path("workloads"))).containsExactly("a", "b");
        assertThat(texts(shown.path("builtIn"))).contains("attune/branin", "attune/silent");
        assertThat(shown.path("document").stringValue()).startsWith("version: 1");
        assertThat(shown.path("version").stringValue()).hasSize(64);
        post("/_attune/reset", "");
        assertThat(get(PATH).json()).isEqualTo(before);
    }

    @Test
    void takesJsonToo() {
        assertThat(put(PATH, "{\"version\":1,\"workloads\":[{\"name\":\"a\"}]}").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{version: 1, workloads: [{name: a, metrics: {loss: 1 +}}]} ;; workloads[0].metrics.loss (line 1): the formula [1 +] cannot",
                "{version: 1, workloads: [{name: a, table: {file: t.csv}}]} ;; only a document that is a file itself can name a file",
                "a: &x [*x] ;; anchors and aliases",
                "!!java.io.File [x] ;; tags (!) are not allowed",
                "[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]] ;; Nesting Depth exceeded",
                " ;; InvalidRequest"
            })
    void refusesAWrongDocumentWhole(String row) {
        var document = row.split(" ;; ")[0];
        var message = row.split(" ;; ")[1];
        var before = get(PATH).json();

        var reply = yaml(document);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").stringValue()).isEqualTo("InvalidRequest");
        assertThat(reply.text()).contains(message);
        assertThat(get(PATH).json()).isEqualTo(before);
    }

    @Test
    void refusesAnotherMediaTypeAndTooMuch() {
        var form = send(request(PATH)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(BodyPublishers.ofString("a=b")));

        assertThat(form.status()).isEqualTo(415);
        assertThat(yaml("#" + "x".repeat(1 << 20)).status()).isEqualTo(413);
        assertThat(yaml("#" + "x".repeat((1 << 20) - 2)).status()).isEqualTo(400);
        var latin = send(request(PATH)
                .header("Content-Type", "application/yaml")
                .PUT(BodyPublishers.ofByteArray(new byte[] {'a', ':', ' ', (byte) 0xe9})));
        assertThat(latin.status()).isEqualTo(400);
    }

    @Test
    void servesItsSchemaAndExamples() {
        var schema = get(PATH + "/schema.json");
        var examples = get(PATH + "/examples.yaml");

        assertThat(schema.json().path("title").stringValue()).isEqualTo("Attune workloads");
        assertThat(yaml(examples.text()).status()).isEqualTo(200);
    }

    @Test
    void aTuningJobKeepsTheWorkloadsThatItWasCreatedUnder() {
        var account = freshAccount();
        clock("{\"mode\":\"manual\"}");
        yaml(constant(1));
        create(job(account, "old"));
        advance();
        yaml(constant(2));
        create(job(account, "new"));

        clock("{\"mode\":\"instant\"}");

        assertThat(values(account, "old")).isNotEmpty().containsOnly(1.0);
        assertThat(values(account, "new")).isNotEmpty().containsOnly(2.0);
    }

    @Test
    void equalWorkloadsGiveEqualHistories() {
        var first = freshAccount();
        var second = freshAccount();
        var document = "version: 1\nworkloads: [{name: n, metrics: {accuracy: \"uniform('a')\"}, jitter: 0.3}]";
        for (var account : List.of(first, second)) {
            yaml(document);
            create(job(account, "churn"));
            describeEnded(account, "churn");
            yaml("version: 1\nworkloads: []");
        }

        assertThat(values(first, "churn")).hasSizeGreaterThan(5).isEqualTo(values(second, "churn"));
    }

    private static Body job(String account, String name) {
        return Body.createTuningJob()
                .with("AwsAccountId", account)
                .with("TuningJobName", name)
                .with("TuningJobConfig.ResourceLimits.MaxNumberOfTrainingJobs", 8);
    }

    private static String constant(int value) {
        return "version: 1\nworkloads: [{name: constant, metrics: {accuracy: " + value + "}}]";
    }

    private void advance() {
        assertThat(post("/_attune/clock/advance", "{\"seconds\":200}").status()).isEqualTo(200);
    }

    private List<Double> values(String account, String name) {
        describeEnded(account, name);
        return ask("ListTrainingJobsForTuningJob", Body.tuningJob(account, name))
                .path("TrainingJobSummaries")
                .values()
                .stream()
                .map(job ->
                        job.path("FinalTuningJobObjectiveMetric").path("Value").asDouble())
                .toList();
    }

    private Reply yaml(String document) {
        return send(request(PATH).header("Content-Type", "application/yaml").PUT(BodyPublishers.ofString(document)));
    }

    private static Stream<String> texts(JsonNode list) {
        return list.values().stream().map(text -> text.asString(""));
    }
}
