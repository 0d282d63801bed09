package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What CreateHyperParameterTuningJob refuses, with which words, and that nothing is left of it. */
class CreateHyperParameterTuningJobRulesIT extends GaServer {
    private static final String INTEGERS = RANGES + ".IntegerParameterRanges[0]";
    private static final String CONTINUOUS = RANGES + ".ContinuousParameterRanges[0]";
    private static final String ALGORITHM = TRAINING + ".AlgorithmSpecification";
    private static final String MACHINES = TRAINING + ".ResourceConfig";
    private static final String NO_RESOURCE =
            "The Hyperband strategy needs a MaxResource. Provide it in the HyperbandStrategyConfig, or a whole number of"
                    + " epochs in one of the StaticHyperParameters [epochs, numepochs, n-epochs, n_epochs, num_epochs].";
    private static final String TUNING_MACHINES = TRAINING + ".HyperParameterTuningResourceConfig";

    private static Arguments row(UnaryOperator<Body> change, String message) {
        return Arguments.of(change, message);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                row(
                        body -> body.with("TrainingJobDefinitions", List.of(body.at(TRAINING))),
                        "Provide either TrainingJobDefinition or TrainingJobDefinitions, not both."),
                row(
                        body -> body.without(TRAINING),
                        "Provide either TrainingJobDefinition or TrainingJobDefinitions, not both."),
                row(
                        body -> body.without(TRAINING)
                                .with("TrainingJobDefinitions", List.of(body.at(TRAINING)))
                                .without("TrainingJobDefinitions[0].DefinitionName"),
                        "Each of the TrainingJobDefinitions must have a DefinitionName."),
                row(
                        body -> body.with(
                                TRAINING + ".TuningObjective", body.at(CONFIG + ".HyperParameterTuningJobObjective")),
                        "Provide either HyperParameterTuningJobObjective of the tuning job or TuningObjective of its training"
                                + " job definition, not both."),
                row(
                        body -> body.without(CONFIG + ".HyperParameterTuningJobObjective"),
                        "A hyperparameter tuning job must have HyperParameterTuningJobObjective. Maybe it is missing in"
                                + " HyperParameterTuningJobConfig."),
                row(
                        body -> body.without(RANGES),
                        "A hyperparameter tuning job must have ParameterRanges. Maybe it is missing in"
                                + " HyperParameterTuningJobConfig."),
                row(
                        body -> body.with(ALGORITHM + ".AlgorithmName", "mine"),
                        "Provide either TrainingImage or AlgorithmName in the AlgorithmSpecification, not both."),
                row(
                        body -> body.with(TUNING_MACHINES, Map.of("InstanceCount", 1)),
                        "Provide either ResourceConfig or HyperParameterTuningResourceConfig, not both."),
                row(
                        body -> body.with(MACHINES + ".InstanceCount", 0),
                        "The training jobs need an InstanceType, and an InstanceCount of at least 1."),
                row(
                        body -> body.with(TRAINING + ".InputDataConfig[0].DataSource", Map.of()),
                        "The DataSource of the channel [train] must have exactly one source."),
                row(
                        body -> body.with(TRAINING + ".StoppingCondition.MaxWaitTimeInSeconds", 3599),
                        "The MaxWaitTimeInSeconds [3599] must be greater than or equal to the MaxRuntimeInSeconds [3600]."),
                row(
                        body -> body.without(TRAINING + ".EnableManagedSpotTraining"),
                        "Invalid MaxWaitTimeInSeconds. It is only supported when EnableManagedSpotTraining is set to true"),
                row(
                        body -> body.with(TRAINING + ".StaticHyperParameters", hyperParameters(97)),
                        "The number of static and tunable hyperparameters [101], _tuning_objective_metric included, must be"
                                + " less than or equal to 100."),
                row(
                        body -> body.with(CONFIG + ".HyperParameterTuningJobObjective.MetricName", "f1"),
                        "A metric is required for this hyperparameter tuning job objective. Provide a metric in the metric"
                                + " definitions."),
                row(
                        body -> body.with(TRAINING + ".StaticHyperParameters.rate", "0.1"),
                        "The hyperparameter [rate] is both static and tunable. Remove it from the static hyperparameters or"
                                + " from the ranges."),
                row(
                        body -> body.with(LIMITS + ".MaxParallelTrainingJobs", 3),
                        "The MaxParallelTrainingJobs [3] must be less than or equal to the MaxNumberOfTrainingJobs [2]."),
                row(
                        body -> body.with(LIMITS + ".MaxNumberOfTrainingJobs", 10)
                                .with(RANGES, Map.of("CategoricalParameterRanges", List.of(category("b", 3)))),
                        "You don't have enough combinations of hyperparameter ranges. The total number of hyperparameter"
                                + " combinations for the provided ranges [3.0] must be equal or greater than the value of"
                                + " MaxNumberOfJobs, [10]. Provide additional ranges."),
                row(
                        body -> body.with("Tags[1]", Map.of("Key", "project", "Value", "")),
                        "The tag key [project] is given more than once. Tag keys must be unique."));
    }

    static Stream<Arguments> severalDefinitions() {
        return Stream.of(
                row(
                        body -> body.without(TRAINING)
                                .with("TrainingJobDefinitions", Collections.nCopies(2, body.at(TRAINING))),
                        "With more than one of TrainingJobDefinitions each must have a TuningObjective and"
                                + " HyperParameterRanges of its own, and HyperParameterTuningJobConfig none."),
                row(
                        body -> several(body).without("TrainingJobDefinitions[1].TuningObjective"),
                        "A hyperparameter tuning job must have HyperParameterTuningJobObjective. Maybe it is missing in"
                                + " HyperParameterTuningJobConfig."),
                row(
                        body -> several(body).without("TrainingJobDefinitions[1].DefinitionName"),
                        "Each of the TrainingJobDefinitions must have a DefinitionName."),
                row(
                        body -> several(body).with("TrainingJobDefinitions[1].DefinitionName", "trees"),
                        "The DefinitionName [trees] is given more than once. The names of training job definitions must be"
                                + " unique."),
                row(
                        body -> several(body).with("TrainingJobDefinitions[1].TuningObjective.Type", "Minimize"),
                        "The Type of the TuningObjective of the training job definition [nets] must be the same as that of"
                                + " the others. Otherwise there is no best training job."),
                row(
                        body -> several(body)
                                .with("TrainingJobDefinitions[0].Environment", hyperParameters(25))
                                .with("TrainingJobDefinitions[1].Environment", hyperParameters(24)),
                        "The number of Environment variables of all TrainingJobDefinitions [49] must be less than or equal"
                                + " to 48."),
                row(
                        body -> several(body)
                                .with("TrainingJobDefinitions[1].StaticHyperParameters", hyperParameters(99)),
                        "The number of static and tunable hyperparameters [101], _tuning_objective_metric included, must be"
                                + " less than or equal to 100."));
    }

    static Stream<Arguments> scalingsAndGrids() {
        return Stream.of(
                row(
                        body -> body.with(CONTINUOUS + ".MinValue", "0"),
                        "The ScalingType [Logarithmic] of the hyperparameter range [rate] needs a MinValue greater than 0."),
                row(
                        body -> body.with(INTEGERS + ".ScalingType", "Logarithmic")
                                .with(INTEGERS + ".MinValue", "0"),
                        "The ScalingType [Logarithmic] of the hyperparameter range [depth] needs a MinValue greater than 0."),
                row(
                        body -> body.with(CONTINUOUS + ".ScalingType", "ReverseLogarithmic"),
                        "The ScalingType [ReverseLogarithmic] of the hyperparameter range [rate] needs a continuous range"
                                + " within 0 <= x < 1.0."),
                row(
                        body -> body.with(INTEGERS + ".ScalingType", "ReverseLogarithmic"),
                        "The ScalingType [ReverseLogarithmic] of the hyperparameter range [depth] needs a continuous range"
                                + " within 0 <= x < 1.0."),
                row(
                        body -> body.with(CONFIG + ".Strategy", "Grid"),
                        "The hyperparameter [depth] must be categorical: the Grid strategy takes categorical hyperparameter"
                                + " ranges only."),
                row(
                        body -> body.with(CONFIG + ".Strategy", "Grid")
                                .with(RANGES, Map.of("CategoricalParameterRanges", List.of(category("b", 3)))),
                        "The MaxNumberOfTrainingJobs [2] of the Grid strategy must be equal to the number of hyperparameter"
                                + " combinations [3.0]. It may be left out."));
    }

    static Stream<Arguments> hyperbands() {
        return Stream.of(
                row(
                        body -> body.with(CONFIG + ".Strategy", "Hyperband"),
                        "The TrainingJobEarlyStoppingType [Auto] must be Off: the Hyperband strategy has its own early"
                                + " stopping."),
                row(
                        body -> hyperband(body, Map.of("MaxResource", 20_001)),
                        "The MaxResource [20001] of the Hyperband strategy must be less than or equal to 20000."),
                row(
                        body -> hyperband(body, Map.of("MinResource", 6, "MaxResource", 5)),
                        "The MinResource [6] of the Hyperband strategy must be less than or equal to the MaxResource [5]."),
                row(
                        body -> hyperband(body, Map.of("MinResource", 6)),
                        "The MinResource [6] of the Hyperband strategy must be less than or equal to the MaxResource [5]."),
                row(
                        body -> hyperband(body, Map.of()).with(TRAINING + ".StaticHyperParameters.epochs", "1e5"),
                        "The MaxResource [100000] of the Hyperband strategy must be less than or equal to 20000."),
                row(body -> hyperband(body, Map.of()).without(TRAINING + ".StaticHyperParameters"), NO_RESOURCE),
                row(
                        body -> hyperband(body, Map.of()).with(TRAINING + ".StaticHyperParameters.epochs", "2.5"),
                        NO_RESOURCE),
                row(
                        body -> hyperband(body, Map.of()).with(TRAINING + ".StaticHyperParameters.epochs", "many"),
                        NO_RESOURCE));
    }

    private static Body hyperband(Body body, Map<String, Integer> resources) {
        return body.with(CONFIG + ".Strategy", "Hyperband")
                .with(CONFIG + ".TrainingJobEarlyStoppingType", "Off")
                .with(CONFIG + ".StrategyConfig", Map.of("HyperbandStrategyConfig", resources));
    }

    static Stream<Arguments> impossibilities() {
        return Stream.of(
                row(
                        body -> body.with(
                                "WarmStartConfig",
                                Map.of(
                                        "ParentHyperParameterTuningJobs",
                                        List.of(Map.of("HyperParameterTuningJobName", "p")),
                                        "WarmStartType",
                                        "TransferLearning")),
                        "Amazon SageMaker can't find a tuning job called p. Type another name."),
                row(
                        body -> body.with(
                                "WarmStartConfig",
                                Map.of(
                                        "ParentHyperParameterTuningJobs",
                                        List.of(Map.of()),
                                        "WarmStartType",
                                        "TransferLearning")),
                        "Each of the ParentHyperParameterTuningJobs must have a HyperParameterTuningJobName."),
                row(
                        body -> body.with(RANGES + ".AutoParameters[0]", Map.of("Name", "a", "ValueHint", "1")),
                        "AutoParameters are for Autotune. Set Autotune, or provide ranges."),
                row(
                        body -> body.with("Autotune", Map.of("Mode", "Enabled"))
                                .with(RANGES + ".AutoParameters[0]", Map.of("Name", "epochs", "ValueHint", "1")),
                        "The hyperparameter [epochs] is both static and tunable. Remove it from the static hyperparameters or"
                                + " from the AutoParameters."),
                row(
                        body -> body.with("Autotune", Map.of("Mode", "Enabled"))
                                .with(RANGES + ".AutoParameters[0]", Map.of("Name", "rate", "ValueHint", "1")),
                        "The hyperparameter [rate] has more than one range. Hyperparameter names must be unique over all"
                                + " ranges."));
    }

    private static Map<String, String> hyperParameters(int count) {
        var all = new TreeMap<String, String>();
        IntStream.range(0, count).forEach(i -> all.put("p" + i, ""));
        return all;
    }

    private static Map<String, Object> category(String name, int count) {
        return Map.of(
                "Name",
                name,
                "Values",
                IntStream.range(0, count).mapToObj(Integer::toString).toList());
    }

    @ParameterizedTest
    @MethodSource({"contradictions", "severalDefinitions", "scalingsAndGrids", "hyperbands", "impossibilities"})
    void refusesWithoutATrace(UnaryOperator<Body> change, String message) {
        var reply = tell("CreateHyperParameterTuningJob", change.apply(full()));

        assertError(reply, 400, "ValidationException");
        assertThat(reply.message()).isEqualTo(message);
        assertThat(answer("ListHyperParameterTuningJobs", Body.empty()).path("HyperParameterTuningJobSummaries"))
                .isEmpty();
    }

    @Test
    void takesTheMachinesOfATuningResourceConfig() {
        var request = full().without(MACHINES)
                .with(
                        TUNING_MACHINES,
                        Map.of(
                                "InstanceConfigs",
                                List.of(Map.of(
                                        "InstanceType", "ml.m5.large", "InstanceCount", 2, "VolumeSizeInGB", 30)),
                                "AllocationStrategy",
                                "Prioritized"));

        answer("CreateHyperParameterTuningJob", request);

        var best = describeEnded("Churn").at("/BestTrainingJob/TrainingJobName").stringValue();
        assertThat(answer("DescribeTrainingJob", Body.empty().with("TrainingJobName", best))
                        .path("ResourceConfig")
                        .toString())
                .isEqualTo("{\"InstanceType\":\"ml.m5.large\",\"InstanceCount\":2,\"VolumeSizeInGB\":30}");
    }

    @Test
    void reportsEveryMissingMember() {
        assertThat(tell("CreateHyperParameterTuningJob", "{}").message())
                .isEqualTo("2 validation errors detected: Value null at 'hyperParameterTuningJobName' failed to satisfy"
                        + " constraint: Member must not be null; Value null at 'hyperParameterTuningJobConfig' failed to"
                        + " satisfy constraint: Member must not be null");
    }

    @Test
    void reportsAllBrokenConstraintsInDocumentOrder() {
        var reply = tell(
                "CreateHyperParameterTuningJob",
                full().with("HyperParameterTuningJobName", "_".repeat(33))
                        .with(CONFIG + ".Strategy", "Guess")
                        .with(LIMITS + ".MaxRuntimeInSeconds", 119)
                        .with(INTEGERS + ".ScalingType", "auto")
                        .with(CONFIG + ".RandomSeed", -1)
                        .with(TRAINING + ".StaticHyperParameters.epochs", "x".repeat(2501))
                        .with(ALGORITHM + ".MetricDefinitions[1].Regex", "")
                        .with(TRAINING + ".RoleArn", "arn:aws:iam::12:role/none")
                        .with(TRAINING + ".InputDataConfig[0].DataSource.S3DataSource.S3Uri", "file:///etc")
                        .with(MACHINES + ".InstanceType", "t2.micro")
                        .with(TRAINING + ".StoppingCondition.MaxPendingTimeInSeconds", 1)
                        .with("Tags[0].Value", "#"));

        assertError(reply, 400, "ValidationException");
        assertThat(reply.message().split("(: |; )Value ", -1))
                .extracting(part -> part.replaceFirst("(?s).* at '", "").replaceFirst("' failed.*", ""))
                .containsExactly(
                        "14 validation errors detected",
                        "hyperParameterTuningJobName",
                        "hyperParameterTuningJobName",
                        "hyperParameterTuningJobConfig.strategy",
                        "hyperParameterTuningJobConfig.resourceLimits.maxRuntimeInSeconds",
                        "hyperParameterTuningJobConfig.parameterRanges.integerParameterRanges.1.member.scalingType",
                        "hyperParameterTuningJobConfig.randomSeed",
                        "trainingJobDefinition.staticHyperParameters",
                        "trainingJobDefinition.algorithmSpecification.metricDefinitions.2.member.regex",
                        "trainingJobDefinition.algorithmSpecification.metricDefinitions.2.member.regex",
                        "trainingJobDefinition.roleArn",
                        "trainingJobDefinition.inputDataConfig.1.member.dataSource.s3DataSource.s3Uri",
                        "trainingJobDefinition.resourceConfig.instanceType",
                        "trainingJobDefinition.stoppingCondition.maxPendingTimeInSeconds",
                        "tags.1.member.value");
        assertThat(reply.message())
                .contains(
                        "Map value must satisfy constraint: [Member must have length less than or equal to 2500, Member"
                                + " must have length greater than or equal to 0, Member must satisfy regular expression pattern: .*]")
                .contains("Member must satisfy enum value set: [Bayesian, Random, Hyperband, Grid]");
    }
}
