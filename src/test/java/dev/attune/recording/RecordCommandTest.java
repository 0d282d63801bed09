package dev.attune.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On files as the AWS CLI writes them: list.json and describe-1.json as version 2 does, describe-others.json as version 1. */
class RecordCommandTest {
    private static final Path SAVED = Path.of("src/test/resources/recording");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void makesATableOfSavedAnswers() {
        assertThat(run(SAVED.toString())).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("""
                eta,booster,_epoch,_seconds,validation:auc,train:auc,_failure
                0.037727007,gbtree,1,200.25,0.9123455882072449,0.9523000121116638,
                0.91,dart,1,90.5,,,"AlgorithmError: ExecuteUserScriptError:
                ValueError: loss is nan, exit code: 1"
                1.3494417573713629e-08,dart,1,260.125,0.5001999735832214,0.5112000107765198,
                """);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("record: [3] of [5] training jobs");
    }

    @Test
    void needsNoDescriptions() {
        assertThat(run(SAVED.resolve("list.json").toString())).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .contains(
                        "eta,booster,_epoch,_seconds,validation:auc,_failure",
                        "0.037727007,gbtree,1,240.0,0.9123455882072449,");
    }

    @Test
    void asksWhichOfSeveralDefinitionsItIs(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("list.json"), """
                {"TrainingJobSummaries": [
                  {"TrainingJobName": "a", "TrainingJobDefinitionName": "trees", "TrainingJobStatus": "Completed",
                   "TunedHyperParameters": {"eta": "0.1"},
                   "FinalHyperParameterTuningJobObjectiveMetric": {"MetricName": "auc", "Value": 0.9}},
                  {"TrainingJobName": "b", "TrainingJobDefinitionName": "nets", "TrainingJobStatus": "Completed",
                   "TunedHyperParameters": {"lr": "0.2"},
                   "FinalHyperParameterTuningJobObjectiveMetric": {"MetricName": "loss", "Value": 0.5}}]}
                """);

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("has the definitions [trees, nets]");
        assertThat(run("--definition", "nets", file.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("lr,_epoch,_seconds,loss,_failure\n0.2,1,,0.5,\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; there is no output of list-training-jobs-for-hyper-parameter-tuning-job among the files",
                "nonsense; is no JSON",
                "{\"TrainingJobSummaries\":[{\"TunedHyperParameters\":{}}]}; no training job has a value of the objective"
            })
    void saysWhatIsWrong(String text, String reason, @TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a.json"), text);

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("record: ").contains(reason);
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--help")).isEqualTo(2);
        assertThat(run("no-such-file.json")).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("usage: ").contains("no-such-file.json");
    }

    private int run(String... arguments) {
        return RecordCommand.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
