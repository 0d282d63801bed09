package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A tuning job of several training job definitions, as a client sees it. */
class SeveralDefinitionsIT extends GaServer {
    private static Body four() {
        return several(full()).with(LIMITS + ".MaxNumberOfTrainingJobs", 4);
    }

    private List<JsonNode> trainingJobs() {
        return pages("ListTrainingJobsForHyperParameterTuningJob", "TrainingJobSummaries", named("Churn"));
    }

    @Test
    void givesBackEachDefinitionAndWhatTheServiceAdds() {
        answer("CreateHyperParameterTuningJob", four());

        var described = describeEnded("Churn");

        assertThat(status(described)).isEqualTo("Completed");
        assertThat(described.path(CONFIG)).isEqualTo(four().at(CONFIG));
        assertThat(described.has(TRAINING)).isFalse();
        assertThat(described.path("TrainingJobDefinitions"))
                .isEqualTo(four().with(
                                "TrainingJobDefinitions[0].StaticHyperParameters._tuning_objective_metric", "accuracy")
                        .with("TrainingJobDefinitions[1].StaticHyperParameters._tuning_objective_metric", "accuracy")
                        .with(
                                "TrainingJobDefinitions[1].HyperParameterRanges.ContinuousParameterRanges[0].ScalingType",
                                "Auto")
                        .at("TrainingJobDefinitions"));
    }

    @Test
    void trainingJobsSayWhichDefinitionTheyAreOf() {
        answer("CreateHyperParameterTuningJob", four());
        var best = describeEnded("Churn").path("BestTrainingJob");

        var all = trainingJobs();

        assertThat(all)
                .extracting(job -> job.path("TrainingJobDefinitionName").stringValue())
                .containsExactly("trees", "nets", "trees", "nets");
        assertThat(members(all.get(1).path("TunedHyperParameters"))).containsExactly("momentum");
        assertThat(all).contains(best);
        assertThat(all).allSatisfy(job -> {
            assertThat(value(best)).isGreaterThanOrEqualTo(value(job));
            assertThat(job.at("/FinalHyperParameterTuningJobObjectiveMetric/Type")
                            .stringValue())
                    .isEqualTo("Maximize");
        });
    }

    private static double value(JsonNode summary) {
        return summary.at("/FinalHyperParameterTuningJobObjectiveMetric/Value").doubleValue();
    }

    @Test
    void aTrainingJobIsWhatItsDefinitionAskedFor() {
        answer("CreateHyperParameterTuningJob", four());
        describeEnded("Churn");
        var second = trainingJobs().get(1).path("TrainingJobName").stringValue();

        var training = answer("DescribeTrainingJob", Body.empty().with("TrainingJobName", second));

        assertThat(training.at("/AlgorithmSpecification/TrainingImage").stringValue())
                .isEqualTo("nets:1");
        assertThat(training.path("ResourceConfig")).isEqualTo(four().at("TrainingJobDefinitions[1].ResourceConfig"));
        assertThat(members(training.path("HyperParameters")))
                .contains("momentum", "epochs")
                .doesNotContain("depth");
    }

    @Test
    void thePreviewShowsTheFirstDefinition() {
        answer("CreateHyperParameterTuningJob", four());
        describeEnded("Churn");

        var described = super.describe(account, "churn");

        assertThat(described
                        .at("/ParameterRanges/IntegerParameterRanges/0/Name")
                        .stringValue())
                .isEqualTo("depth");
    }
}
