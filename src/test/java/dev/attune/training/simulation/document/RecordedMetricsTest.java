package dev.attune.training.simulation.document;

import static dev.attune.training.simulation.document.SomeJob.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.attune.training.MetricReading;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedMetricsTest {
    private static final String CSV = """
            eta,booster,_epoch,_seconds,loss,_failure
            0.01,dart,1,30,0.9,
            0.01,dart,2,60,0.8,
            0.1,dart,1,31,0.5,
            0.1,dart,2,62,0.4,
            1,dart,1,20,3,AlgorithmError: loss is nan
            0.1,gbtree,1,10,0.7,
            0.1,gbtree,2,20,0.6,
            """;

    private final SomeJob job = SomeJob.usual();

    @Test
    void aRecordedTrialIsReplayed() {
        var report = job.under(table("lookup: exact"));

        assertThat(report.metrics().stream().map(MetricReading::value).toList()).containsExactly(0.5, 0.4);
        assertThat(training(report)).isEqualTo(Duration.ofSeconds(62));
    }

    @Test
    void aValueMayBeWrittenInAnotherWay() {
        assertThat(job.with("eta", "1e-1").under(table("lookup: exact")).last("loss"))
                .isEqualTo(0.4);
    }

    @Test
    void exactFailsBesideTheTable() {
        assertThat(job.with("eta", "0.11").under(table("lookup: exact")).failureReason())
                .isEqualTo(
                        "AlgorithmError: workload [w]: the table has no trial with these hyperparameters, exit code: 1");
        assertThat(job.with("eta", "fast").under(table("lookup: exact")).failureReason())
                .contains("the hyperparameter [eta] is no number: [fast]");
    }

    @ParameterizedTest
    @CsvSource({"0.02, dart, 0.8", "0.05, dart, 0.4", "0.3, gbtree, 0.6", "0.0001, dart, 0.8"})
    void nearestIsMeasuredOnTheScaledSpace(String eta, String booster, double loss) {
        var other = job.with("eta", eta).with("booster", booster);

        assertThat(other.under(table("lookup: nearest\nlog: [eta]")).last("loss"))
                .isEqualTo(loss);
    }

    @Test
    void inverseDistanceLiesBetween() {
        var half = job.with("eta", String.valueOf(Math.sqrt(0.001)));

        assertThat(lastLoss(half.under(table("lookup: idw\nneighbours: 2\nlog: eta"))))
                .isCloseTo(0.6, within(1e-9));
        assertThat(job.under(table("lookup: idw\nneighbours: 3\nlog: eta")).last("loss"))
                .isEqualTo(0.4);
    }

    @Test
    void aRecordedFailureFails() {
        var report = job.with("eta", "1").under(table("lookup: nearest"));

        assertThat(report.status()).isEqualTo(TrainingStatus.FAILED);
        assertThat(report.failureReason()).isEqualTo("AlgorithmError: loss is nan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eta,loss ;; needs columns of hyperparameters, then _epoch, _seconds or _failure, then columns of metrics",
                "eta,_rank,loss ;; there is no column [_rank]",
                "eta,_epoch,loss,loss ;; each name once",
                "eta,_epoch,loss|0.1,1 ;; Record 2 has 2 fields, but first record had 3 fields",
                "eta,_epoch,loss|0.1,0,1 ;; line 2 of the table: _epoch [0] must be a whole number from 1",
                "eta,_epoch,loss|0.1,1,x ;; line 2 of the table: loss [x] must be a number",
                "eta,_epoch,loss|0.1,1,1|0.1,1,2 ;; line 3 of the table: the trial's epoch [1] is there twice",
                "eta,_epoch,loss ;; must have a line of names and 1 to [50000] rows"
            })
    void refusesATableThatIsWrong(String row) {
        var lines = row.split(" ;; ")[0];
        var reason = row.split(" ;; ")[1];
        var csv = workload("table:\n  csv: |\n" + lines.replace("|", "\n").indent(4));

        assertThatThrownBy(() -> WorkloadReader.read(csv))
                .hasMessageContaining("workloads[0].table.csv (line 5): ")
                .hasMessageContaining(reason);
    }

    private static String table(String members) {
        return workload("table:\n  csv: |\n" + CSV.indent(4) + members.indent(2));
    }

    private static double lastLoss(TrainingReport report) {
        return Objects.requireNonNull(report.last("loss"));
    }

    private static Duration training(TrainingReport report) {
        return report.transitions().stream()
                .filter(t -> t.status().equals("Training"))
                .map(t -> Duration.between(t.start(), Objects.requireNonNull(t.end())))
                .findFirst()
                .orElseThrow();
    }
}
