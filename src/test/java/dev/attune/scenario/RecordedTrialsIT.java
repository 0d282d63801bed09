package dev.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import dev.attune.api.LiveServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tunes on real training that was recorded: docs/examples/digits.yaml, as the server's own configuration. */
@TestPropertySource(
        properties = {
            "attune.workloads=docs/examples/digits.yaml",
            "spring.datasource.url=jdbc:h2:mem:RecordedTrialsIT;DB_CLOSE_DELAY=-1"
        })
class RecordedTrialsIT extends LiveServer {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String account = freshAccount();

    @Test
    void theSearchFindsWhatTheTableHas() throws IOException {
        var bayesian = best();
        var table = Files.readAllLines(Path.of("docs/examples/digits.csv"));

        assertThat(table).hasSizeGreaterThan(500);
        assertThat(bayesian).isGreaterThan(0.955);
        assertThat(best()).isEqualTo(bayesian);
    }

    @Test
    void theConfiguredDocumentIsShownWithItsTableWithin() {
        var shown = get("/_attune/workloads").json();

        assertThat(shown.path("source").asString("")).isEqualTo("file");
        assertThat(shown.path("workloads").path(0).asString("")).isEqualTo("digits");
        assertThat(shown.path("document").asString("")).contains("csv: ").doesNotContain("file: ");
    }

    private double best() throws IOException {
        var request = (ObjectNode) JSON.readTree(Files.readString(Path.of("docs/examples/digits.request.json")));
        var name = "digits-" + freshAccount().substring(6);
        request.put("HyperParameterTuningJobName", name);
        var created = callAs(account, "us-east-1", "CreateHyperParameterTuningJob", request);
        assertThat(created.status()).as(created.text()).isEqualTo(200);

        var ended = eventually(
                () -> callAs(
                                account,
                                "us-east-1",
                                "DescribeHyperParameterTuningJob",
                                Body.empty().with("HyperParameterTuningJobName", name))
                        .json(),
                job -> job.has("HyperParameterTuningEndTime"));

        assertThat(ended.path("HyperParameterTuningJobStatus").asString("")).isEqualTo("Completed");
        assertThat(ended.path("TrainingJobStatusCounters").path("Completed").asInt())
                .isEqualTo(40);
        return ended.path("BestTrainingJob")
                .path("FinalHyperParameterTuningJobObjectiveMetric")
                .path("Value")
                .asDouble();
    }
}
