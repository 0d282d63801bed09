package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What CreateTrainingJob refuses, though each member alone is well-formed. */
class CreateTrainingJobRulesIT extends GaServer {
    private static final String ALGORITHM = "AlgorithmSpecification";
    private static final String MODEL =
            "arn:aws:sagemaker:us-east-1:aws:hub-content/SageMakerPublicHub/Model/llama/1.0.0";

    private static Body whole() {
        return Body.resource("/requests/create-training-job.json");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(whole().without(ALGORITHM), "Provide AlgorithmSpecification."),
                Arguments.of(whole().without("ResourceConfig"), "Provide ResourceConfig."),
                Arguments.of(
                        whole().without(ALGORITHM + ".TrainingImage"),
                        "Provide either TrainingImage or AlgorithmName in the AlgorithmSpecification, not both."),
                Arguments.of(
                        whole().with(ALGORITHM + ".AlgorithmName", "xgboost"),
                        "Provide either TrainingImage or AlgorithmName in the AlgorithmSpecification, not both."),
                Arguments.of(
                        whole().with("ResourceConfig.InstanceCount", 0),
                        "The training jobs need an InstanceType, and an InstanceCount of at least 1."),
                Arguments.of(
                        whole().with("StoppingCondition.MaxWaitTimeInSeconds", 60),
                        "The MaxWaitTimeInSeconds [60] must be greater than or equal to the MaxRuntimeInSeconds"
                                + " [3600]."),
                Arguments.of(
                        whole().with("EnableManagedSpotTraining", false),
                        "Invalid MaxWaitTimeInSeconds. It is only supported when EnableManagedSpotTraining is set to"
                                + " true"),
                Arguments.of(
                        whole().without("InputDataConfig[1].DataSource.FileSystemDataSource"),
                        "The DataSource of the channel [shared] must have exactly one source."),
                Arguments.of(
                        whole().with(
                                        "Tags",
                                        List.of(Map.of("Key", "a", "Value", "1"), Map.of("Key", "a", "Value", "2"))),
                        "The tag key [a] is given more than once. Tag keys must be unique."),
                Arguments.of(
                        whole().with("ServerlessJobConfig", Map.of("BaseModelArn", MODEL, "JobType", "FineTuning")),
                        "Attune does not implement ServerlessJobConfig."),
                Arguments.of(
                        whole().with(
                                        "ModelPackageConfig",
                                        Map.of(
                                                "ModelPackageGroupArn",
                                                "arn:aws:sagemaker:us-east-1:123456789012:model-package-group/g")),
                        "Attune does not implement ModelPackageConfig."));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refuses(Body request, String message) {
        var reply = tell("CreateTrainingJob", request);

        assertError(reply, 400, "ValidationException");
        assertThat(reply.message()).isEqualTo(message);
        assertThat(tell("DescribeTrainingJob", Body.empty().with("TrainingJobName", "Train"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesAMetricThatCannotBeRead() {
        var reply = tell("CreateTrainingJob", whole().with(ALGORITHM + ".MetricDefinitions[0].Regex", "("));

        assertError(reply, 400, "ValidationException");
        assertThat(reply.message()).startsWith("The regular expression [(] of the metric [accuracy] cannot be used:");
    }

    @Test
    void namesEveryViolationAtOnce() {
        var reply = tell(
                "CreateTrainingJob",
                whole().with("TrainingJobName", "a_b")
                        .with("HyperParameters", Map.of("k", "v".repeat(2501)))
                        .with("DebugHookConfig.S3OutputPath", "nowhere")
                        .with("ProfilerRuleConfigurations[0].RuleConfigurationName", "")
                        .without("RoleArn"));

        assertError(reply, 400, "ValidationException");
        assertThat(reply.message())
                .startsWith("5 validation errors detected: ")
                .contains(
                        "at 'trainingJobName' failed",
                        "at 'hyperParameters' failed",
                        "at 'debugHookConfig.s3OutputPath' failed",
                        "at 'profilerRuleConfigurations.1.member.ruleConfigurationName' failed",
                        "Value null at 'roleArn' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void takesInstanceGroupsAndABuiltInAlgorithm() {
        var request = whole().with("TrainingJobName", "groups")
                .with(ALGORITHM, Map.of("AlgorithmName", "xgboost", "TrainingInputMode", "Pipe"))
                .with(
                        "ResourceConfig",
                        Map.of(
                                "VolumeSizeInGB",
                                1,
                                "InstanceGroups",
                                List.of(Map.of(
                                        "InstanceType", "ml.m5.large", "InstanceCount", 2, "InstanceGroupName", "g"))));

        answer("CreateTrainingJob", request);

        var job = answer("DescribeTrainingJob", Body.empty().with("TrainingJobName", "groups"));
        assertThat(job.path("ResourceConfig")).isEqualTo(request.at("ResourceConfig"));
        assertThat(job.at("/AlgorithmSpecification/AlgorithmName").stringValue())
                .isEqualTo("arn:aws:sagemaker:us-east-1:" + account + ":algorithm/xgboost");
        assertThat(job.at("/AlgorithmSpecification/MetricDefinitions")).hasSize(18);
    }
}
