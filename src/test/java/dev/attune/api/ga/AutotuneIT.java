package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A tuning job that leaves to Autotune what it can. */
class AutotuneIT extends GaServer {
    private static Map<String, String> hint(String name, String value) {
        return Map.of("Name", name, "ValueHint", value);
    }

    private static Body hinted() {
        return least().with("Autotune", Map.of("Mode", "Enabled"))
                .without(LIMITS + ".MaxNumberOfTrainingJobs")
                .with(
                        RANGES,
                        Map.of(
                                "AutoParameters",
                                List.of(hint("depth", "6"), hint("rate", "0.01"), hint("optimizer", "adam"))));
    }

    @Test
    void choosesRangesLimitsAndCriteria() {
        answer("CreateHyperParameterTuningJob", hinted());

        var described = describeEnded("Churn");

        assertThat(described.path("Autotune").toString()).isEqualTo("{\"Mode\":\"Enabled\"}");
        assertThat(described
                        .at("/HyperParameterTuningJobConfig/ParameterRanges")
                        .toString())
                .isEqualTo("""
                {"IntegerParameterRanges":[{"Name":"depth","MinValue":"1","MaxValue":"24","ScalingType":"Logarithmic"}],\
                "ContinuousParameterRanges":[{"Name":"rate","MinValue":"0.001","MaxValue":"0.1","ScalingType":"Logarithmic"}],\
                "AutoParameters":[{"Name":"depth","ValueHint":"6"},{"Name":"rate","ValueHint":"0.01"},\
                {"Name":"optimizer","ValueHint":"adam"}]}""");
        assertThat(described
                        .at("/HyperParameterTuningJobConfig/ResourceLimits/MaxNumberOfTrainingJobs")
                        .intValue())
                .isEqualTo(30);
        assertThat(described
                        .at("/HyperParameterTuningJobConfig/TrainingJobEarlyStoppingType")
                        .stringValue())
                .isEqualTo("Auto");
        assertThat(described
                        .at("/HyperParameterTuningJobConfig/TuningJobCompletionCriteria/ConvergenceDetected")
                        .toString())
                .isEqualTo("{\"CompleteOnConvergence\":\"Enabled\"}");
        var training = described.path(TRAINING);
        assertThat(training.at("/RetryStrategy/MaximumRetryAttempts").intValue())
                .isEqualTo(3);
        assertThat(training.at("/StaticHyperParameters/optimizer").stringValue())
                .isEqualTo("adam");
        assertThat(members(described.at("/BestTrainingJob/TunedHyperParameters")))
                .containsExactly("depth", "rate");
    }

    @Test
    void isNotAmongWhatSearchFinds() {
        answer("CreateHyperParameterTuningJob", hinted());
        var described = describeEnded("Churn");

        var found = answer("Search", Body.empty().with("Resource", "HyperParameterTuningJob"))
                .at("/Results/0/HyperParameterTuningJob");

        assertThat(members(found)).doesNotContain("Autotune");
        assertThat(found.path(CONFIG)).isEqualTo(described.path(CONFIG));
    }

    @Test
    void leavesWhatTheClientSaid() {
        var asked = full().with("Autotune", Map.of("Mode", "Enabled"));

        answer("CreateHyperParameterTuningJob", asked);

        var described = describeEnded("Churn");
        assertThat(described.path(CONFIG)).isEqualTo(asked.at(CONFIG));
        assertThat(described.at("/TrainingJobDefinition/RetryStrategy"))
                .isEqualTo(asked.at(TRAINING + ".RetryStrategy"));
    }

    @Test
    void choosesForEachOfSeveralDefinitions() {
        var asked = several(full().with("Autotune", Map.of("Mode", "Enabled")))
                .with(
                        "TrainingJobDefinitions[1].HyperParameterRanges",
                        Map.of("AutoParameters", List.of(hint("momentum", "0.9"))));

        answer("CreateHyperParameterTuningJob", asked);

        assertThat(describeEnded("Churn")
                        .at("/TrainingJobDefinitions/1/HyperParameterRanges/ContinuousParameterRanges")
                        .toString())
                .isEqualTo(
                        "[{\"Name\":\"momentum\",\"MinValue\":\"0.09\",\"MaxValue\":\"1\",\"ScalingType\":\"Logarithmic\"}]");
    }

    @Test
    void refusesAJobOfWhichNothingIsLeftToTune() {
        var reply = tell(
                "CreateHyperParameterTuningJob",
                hinted().with(RANGES, Map.of("AutoParameters", List.of(hint("optimizer", "adam")))));

        assertError(reply, 400, "ValidationException");
        assertThat(reply.message()).isEqualTo("Provide at least one hyperparameter range to tune.");
    }
}
