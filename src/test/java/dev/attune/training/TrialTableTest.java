package dev.attune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.training.TrialRecord.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialTableTest {
    private static final List<String> TUNED = List.of("eta", "booster");

    @Test
    void hasTheObjectiveFirstAndTheOtherMetricsByName() {
        var trial = trial("0.1", "\"dart\"", new Row(1, 31, Map.of("train", 0.5, "auc", 0.9, "loss", 1e-7), ""));

        assertThat(TrialTable.of(TUNED, "loss", List.of(trial)).csv()).isEqualTo("""
                eta,booster,_epoch,_seconds,loss,auc,train,_failure
                0.1,dart,1,31.0,1.0E-7,0.9,0.5,
                """);
    }

    @Test
    void quotesWhatNeedsIt() {
        var trial = trial("0.1", "a,\"b", new Row(1, 31, Map.of(), "Error: line 1\nline 2"));

        assertThat(TrialTable.of(TUNED, "loss", List.of(trial)).csv()).isEqualTo("""
                eta,booster,_epoch,_seconds,loss,_failure
                0.1,"a,""b",1,31.0,,"Error: line 1
                line 2"
                """);
    }

    @Test
    void hasTheFirstOfEqualConfigurations() {
        var first = trial("0.1", "dart", new Row(1, 31, Map.of("loss", 0.5), ""));
        var second = trial("0.1", "\"dart\"", new Row(1, 32, Map.of("loss", 0.6), ""));

        assertThat(TrialTable.of(TUNED, "loss", List.of(first, second)).csv().lines())
                .containsExactly("eta,booster,_epoch,_seconds,loss,_failure", "0.1,dart,1,31.0,0.5,");
    }

    @Test
    void hasNoMoreEpochsBecauseOneFailedAfterTheLast() {
        var whole =
                trial("0.1", "dart", new Row(1, 10, Map.of("loss", 0.5), ""), new Row(2, 20, Map.of("loss", 0.4), ""));
        var failed = trial(
                "0.2",
                "dart",
                new Row(1, 10, Map.of("loss", 0.5), ""),
                new Row(2, 20, Map.of("loss", 0.3), ""),
                new Row(3, 25, Map.of(), "Error"));

        assertThat(TrialTable.of(TUNED, "loss", List.of(whole, failed)).csv().lines())
                .contains("0.2,dart,1,10.0,0.5,", "0.2,dart,2,25.0,0.3,Error")
                .hasSize(5);
    }

    @Test
    void cannotHaveNamesThatATableCannotHave() {
        for (var metric : List.of("_epoch", "eta")) {
            assertThatThrownBy(() -> TrialTable.of(TUNED, metric, List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cannot have a column [" + metric + "]");
        }
    }

    private static TrialRecord trial(String eta, String booster, Row... rows) {
        return new TrialRecord(Map.of("eta", eta, "booster", booster), List.of(rows));
    }
}
