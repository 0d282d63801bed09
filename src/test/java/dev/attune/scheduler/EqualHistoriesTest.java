package dev.attune.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.search.BayesianSearcher;
import dev.attune.search.Goal;
import dev.attune.search.Parameter;
import dev.attune.search.Scaling;
import dev.attune.search.SearchSpace;
import dev.attune.training.DocumentStore;
import dev.attune.training.MetricDefinition;
import dev.attune.training.Terms;
import dev.attune.training.simulation.SimulatedTraining;
import dev.attune.training.simulation.document.MemoryDocumentStore;
import dev.attune.training.simulation.document.WorkloadLibrary;
import dev.attune.tuning.ClockSettings;
import dev.attune.tuning.ClockSettings.Mode;
import dev.attune.tuning.JobKey;
import dev.attune.tuning.Jobs;
import dev.attune.tuning.Limits;
import dev.attune.tuning.Objective;
import dev.attune.tuning.Strategy;
import dev.attune.tuning.TrainingJobs;
import dev.attune.tuning.TuningDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One workload document, with noise, jitter, a curve and all that can go wrong, in all the ways for time to pass: everything that can be told
 * of a tuning job afterwards is the same to the byte, its statuses, metrics and logs too. How many run in parallel is a part of the request:
 * with another number the search knows less when it proposes, so each number has a history of its own.
 */
class EqualHistoriesTest {
    private static final String WORKLOADS = "docs/examples/three-days.yaml";
    private static final String NAME = "three-days";
    private static final int TRIALS = 60;

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10})
    void aWorkloadHasTheSameHistoryToTheByteHoweverTimePasses(int parallel) {
        var histories = new TreeMap<Mode, String>();

        for (var mode : Mode.values()) {
            histories.put(mode, history(mode, parallel));
        }

        var expected = histories.remove(Mode.INSTANT).getBytes(StandardCharsets.UTF_8);
        assertThat(histories).hasSize(3);
        histories.forEach((mode, history) -> assertThat(history.getBytes(StandardCharsets.UTF_8))
                .as("%s", mode)
                .isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10})
    void allThatCanGoWrongDoes(int parallel) {
        assertThat(history(Mode.INSTANT, parallel))
                .contains("status=COMPLETED, ")
                .contains("AlgorithmError: loss is nan")
                .contains("status=Pending, ")
                .contains("status=Restarting, ")
                .contains("status=Interrupted, ")
                .contains("status=COMPLETED, objective=null");
    }

    private static String history(Mode mode, int parallel) {
        DocumentStore documents = new MemoryDocumentStore();
        var tuner = new ManualTuner(
                new ClockSettings(mode, 600),
                new BayesianSearcher(),
                () -> new SimulatedTraining(WorkloadLibrary.of(documents, WORKLOADS)));
        tuner.create(NAME, definition(parallel));
        tuner.runUntilDone();
        return tuner.history(NAME) + "\n" + String.join("\n", trainings(tuner));
    }

    /** The statuses, metrics and log of each training job. */
    private static List<String> trainings(ManualTuner tuner) {
        var job = tuner.describe(NAME).job();
        return tuner.describe(NAME).trials().stream()
                .map(trial -> {
                    var report = tuner.store()
                            .report(new JobKey(Jobs.SCOPE, NAME), trial.number())
                            .orElseThrow();
                    var log = tuner.backend().logs(TrainingJobs.of(job, trial), report.endedAt());
                    return report + "\n" + log;
                })
                .toList();
    }

    private static TuningDefinition definition(int parallel) {
        return new TuningDefinition(
                Strategy.BAYESIAN,
                new Objective(Goal.MAXIMIZE, "validation:auc"),
                new Limits(TRIALS, parallel, null),
                new SearchSpace(List.of(
                        new Parameter.Continuous("eta", 0.001, 1, Scaling.LOGARITHMIC),
                        new Parameter.Whole("max_depth", 2, 12, Scaling.LINEAR),
                        new Parameter.Categorical("booster", List.of("gbtree", "gblinear", "dart")))),
                Map.of(),
                Jobs.training(
                        "123456789012.dkr.ecr.us-east-1.amazonaws.com/three-days:1",
                        List.of(
                                new MetricDefinition("validation:auc", "validation-auc=(\\S+)"),
                                new MetricDefinition("train:auc", "train-auc=(\\S+)")),
                        Map.of(),
                        new Terms(true, null, null, Map.of())));
    }
}
