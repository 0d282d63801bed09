package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A tuning job that learns from the tuning job {@code Churn}, as a client sees it. */
class WarmStartIT extends GaServer {
    private static final String IDENTICAL = "IdenticalDataAndAlgorithm";
    private static final String TRANSFER = "TransferLearning";

    @BeforeEach
    void runTheParent() {
        answer("CreateHyperParameterTuningJob", full());
        describeEnded("Churn");
    }

    @AfterEach
    void letTimeRunAgain() {
        clock("{\"mode\":\"instant\"}");
    }

    private static Body child(String type) {
        return full().with("HyperParameterTuningJobName", "Child").with("WarmStartConfig", warmStart(type, "churn"));
    }

    private static Map<String, Object> warmStart(String type, String parent) {
        return Map.of(
                "ParentHyperParameterTuningJobs",
                List.of(Map.of("HyperParameterTuningJobName", parent)),
                "WarmStartType",
                type);
    }

    @Test
    void givesBackItsConfigurationAndTheBestOfAll() {
        answer("CreateHyperParameterTuningJob", child(IDENTICAL));

        var described = describeEnded("Child");

        assertThat(described.path("WarmStartConfig")).isEqualTo(child(IDENTICAL).at("WarmStartConfig"));
        var overall = described.path("OverallBestTrainingJob");
        assertThat(members(overall))
                .startsWith("TrainingJobDefinitionName", "TrainingJobName", "TrainingJobArn", "TuningJobName");
        assertThat(overall.path("TuningJobName").stringValue()).isIn("Churn", "Child");
        assertThat(described.path("BestTrainingJob").has("TuningJobName")).isFalse();
        assertThat(value(overall))
                .isEqualTo(Math.max(
                        value(describe("Churn").path("BestTrainingJob")), value(described.path("BestTrainingJob"))));
    }

    private static double value(JsonNode summary) {
        return summary.at("/FinalHyperParameterTuningJobObjectiveMetric/Value").doubleValue();
    }

    @Test
    void knowsOfNoBestOfAllWhereTheDataDiffer() {
        answer("CreateHyperParameterTuningJob", child(TRANSFER));

        assertThat(describeEnded("child").has("OverallBestTrainingJob")).isFalse();
    }

    @Test
    void keepsItsBestOfAllWhenTheParentIsDeleted() {
        answer("CreateHyperParameterTuningJob", child(IDENTICAL));
        var before = describeEnded("Child");

        tell("DeleteHyperParameterTuningJob", named("Churn"));

        assertThat(describe("Child")).isEqualTo(before);
    }

    @Test
    void takesAJobOfThePreviewForAParent() {
        ask(
                "CreateTuningJob",
                Body.createTuningJob().with("AwsAccountId", account).with("TuningJobName", "Old"));
        describeEnded("Old");
        var old = describe("Old");
        var child = Body.empty()
                .with("HyperParameterTuningJobName", "Child")
                .with(CONFIG, old.path(CONFIG))
                .with(TRAINING, old.path(TRAINING))
                .with("WarmStartConfig", warmStart(IDENTICAL, "old"));

        answer("CreateHyperParameterTuningJob", child);

        assertThat(status(describeEnded("Child"))).isEqualTo("Completed");
    }

    private static Arguments row(String type, UnaryOperator<Body> change, String message) {
        return Arguments.of(type, change, message);
    }

    static Stream<Arguments> differences() {
        var fields = "Only the following fields in TrainingJobDefinition are allowed to change: [";
        var anyway = "outputDataConfig, staticHyperParameters, roleArn, resourceConfig, stoppingCondition, vpcConfig,"
                + " enableManagedSpotTraining, checkpointConfig].";
        return Stream.of(
                row(
                        TRANSFER,
                        body -> body.with(TRAINING + ".Environment.MODE", "slow"),
                        fields + "algorithmSpecification, inputDataConfig, " + anyway),
                row(
                        TRANSFER,
                        body -> body.without(TRAINING + ".EnableNetworkIsolation"),
                        fields + "algorithmSpecification, inputDataConfig, " + anyway),
                row(
                        IDENTICAL,
                        body -> body.with(TRAINING + ".AlgorithmSpecification.TrainingImage", "churn:2"),
                        fields + anyway),
                row(
                        IDENTICAL,
                        body -> body.with(
                                TRAINING + ".InputDataConfig[1].DataSource.FileSystemDataSource.DirectoryPath", "/x"),
                        fields + anyway),
                row(
                        TRANSFER,
                        body -> body.without(TRAINING + ".StaticHyperParameters.objective"),
                        "The set of tunable plus static HyperParameter names is not the same across current and parent"
                                + " tuning jobs. Please ensure this set is constant when warm starting. Note that"
                                + " previously static HyperParameters can be tuned in warm start jobs and vice versa."),
                row(
                        IDENTICAL,
                        body -> body.with(CONFIG + ".HyperParameterTuningJobObjective.MetricName", "loss"),
                        "The objective [Maximize loss] must be the same as that of the parent tuning job [Churn],"
                                + " [Maximize accuracy]."));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void refusesWhatMustNotDiffer(String type, UnaryOperator<Body> change, String message) {
        var reply = tell("CreateHyperParameterTuningJob", change.apply(child(type)));

        assertError(reply, 400, "ValidationException");
        assertThat(reply.message()).isEqualTo(message);
    }

    @Test
    void otherDataAndAnotherImageAreForTransferLearning() {
        answer(
                "CreateHyperParameterTuningJob",
                child(TRANSFER)
                        .with(TRAINING + ".AlgorithmSpecification.TrainingImage", "churn:2")
                        .without(TRAINING + ".InputDataConfig"));

        assertThat(status(describeEnded("child"))).isEqualTo("Completed");
    }

    @Test
    void refusesAParentThatHasNotEnded() {
        clock("{\"mode\":\"manual\"}");
        answer("CreateHyperParameterTuningJob", full().with("HyperParameterTuningJobName", "Running"));

        var reply = tell(
                "CreateHyperParameterTuningJob",
                child(TRANSFER).with("WarmStartConfig", warmStart(TRANSFER, "running")));

        assertError(reply, 400, "ValidationException");
        assertThat(reply.message())
                .isEqualTo(
                        "The parent tuning job [Running] is not in a terminal state: its status is [InProgress]. Wait"
                                + " until it has ended, or stop it.");
    }
}
