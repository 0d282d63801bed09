package dev.attune.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import dev.attune.api.LiveServer;
import dev.attune.recording.RecordCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The trials of a tuning job as a table, and tuning jobs that replay it. */
class TrialsIT extends LiveServer {
    private static final String WORKLOAD = """
            version: 1
            workloads:
              - name: churn
                match: {trainingImage: "*/churn:*"}
                metrics:
                  "validation:auc": "0.9 - 0.1 * (log10(eta) + 1)^2 - 0.01 * abs(depth - 6) + 0.02 * (booster == 'dart')"
                  "train:auc": "metric('validation:auc') + 0.02"
                noise: {sd: 0.02, epochs: 0.003}
                curve: {epochs: 10, start: 0.5}
                duration: "60s + 10s * depth"
                jitter: 0.2
                outcomes:
                  - {when: eta > 0.5, fail: algorithm, at: 45%}
                  - {trial: 3, metric: missing}
                  - {trial: 4, attempts: "1", fail: internal, at: 70%}
            """;
    private static final String REPLAY = """
            version: 1
            workloads:
              - name: recorded
                match: {trainingImage: "*/churn:*"}
                table:
                  lookup: exact
                  csv: |
            """;

    private final String account = freshAccount();

    @AfterEach
    void cleanUp() {
        post("/_attune/reset", "");
    }

    @Test
    void aReplayedTableGivesTheSameValues() {
        putWorkloads(WORKLOAD);
        var original = tune("original");
        var table = table("original");

        putWorkloads(REPLAY + table.indent(12));
        var replayed = tune("replayed");

        assertThat(table.lines().findFirst())
                .contains("depth,eta,booster,_epoch,_seconds,validation:auc,train:auc,_failure");
        assertThat(original)
                .hasSize(12)
                .containsValue("Failed null")
                .anySatisfy((values, end) -> assertThat(end).matches("Completed 0\\.[0-9]+"));
        assertThat(original).containsValue("Completed null");
        assertThat(replayed).isEqualTo(original);
        assertThat(table("replayed").lines().filter(line -> line.contains("dart")))
                .hasSameSizeAs(
                        table.lines().filter(line -> line.contains("dart")).toList());
    }

    @Test
    void savedAnswersOfAwsCanBeReplayed(@TempDir Path folder) throws IOException {
        putWorkloads(WORKLOAD);
        var original = tune("original");
        var list = trainingJobs("original");
        Files.writeString(folder.resolve("list.json"), list.toPrettyString());
        for (var job : list.path("TrainingJobSummaries")) {
            var name = job.path("TrainingJobName").asString("");
            Files.writeString(
                    folder.resolve(name + ".json"),
                    answer("DescribeTrainingJob", named("TrainingJobName", name))
                            .toPrettyString());
        }
        var table = new ByteArrayOutputStream();

        var status = RecordCommand.run(
                List.of(folder.toString()), new PrintStream(table, true, StandardCharsets.UTF_8), System.err);
        putWorkloads(REPLAY + table.toString(StandardCharsets.UTF_8).indent(12));

        assertThat(status).isZero();
        assertThat(tune("replayed")).isEqualTo(original);
    }

    @Test
    void refusesAJobOfSeveralDefinitionsWhoseNameIsNotSaid() {
        var unknown = get("/_attune/tuning-jobs/no-such-job/trials.csv");
        putWorkloads(WORKLOAD);
        tune("single");
        var wrong = get("/_attune/tuning-jobs/single/trials.csv?definition=nets");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("error").stringValue()).isEqualTo("NotFound");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("message").stringValue()).startsWith("definition [nets] must be one of");
    }

    /** How each training job ended, by what was tuned. */
    private Map<String, String> tune(String name) {
        var request = Body.resource("/requests/recorded-tuning-job.json").with("HyperParameterTuningJobName", name);
        answer("CreateHyperParameterTuningJob", request);
        eventually(
                () -> answer("DescribeHyperParameterTuningJob", named("HyperParameterTuningJobName", name)),
                job -> job.has("HyperParameterTuningEndTime"));
        var ends = new TreeMap<String, String>();
        trainingJobs(name)
                .path("TrainingJobSummaries")
                .forEach(job -> ends.put(
                        job.path("TunedHyperParameters").toString(),
                        job.path("TrainingJobStatus").asString("") + " "
                                + job.path("FinalHyperParameterTuningJobObjectiveMetric")
                                        .path("Value")
                                        .asString(null)));
        return ends;
    }

    private JsonNode trainingJobs(String name) {
        var request = Body.empty().with("HyperParameterTuningJobName", name).with("MaxResults", 100);
        return answer("ListTrainingJobsForHyperParameterTuningJob", request);
    }

    private String table(String name) {
        var reply = get("/_attune/tuning-jobs/" + name + "/trials.csv");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).startsWith("text/csv");
        return reply.text();
    }

    private void putWorkloads(String document) {
        var reply = send(request("/_attune/workloads")
                .header("Content-Type", "application/yaml")
                .PUT(BodyPublishers.ofString(document)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private JsonNode answer(String operation, Object body) {
        var reply = callAs(account, "us-east-1", operation, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static JsonNode named(String member, String name) {
        return JsonMapper.shared().createObjectNode().put(member, name);
    }
}
