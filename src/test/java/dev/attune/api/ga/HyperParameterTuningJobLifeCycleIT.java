package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A tuning job of today's API from its creation to its deletion, as a client sees it. */
class HyperParameterTuningJobLifeCycleIT extends GaServer {
    private static final String ALGORITHM = TRAINING + ".AlgorithmSpecification";

    @AfterEach
    void letTimeRunAgain() {
        clock("{\"mode\":\"instant\"}");
    }

    private JsonNode begin(Body request) {
        return answer("CreateHyperParameterTuningJob", request);
    }

    private List<JsonNode> trainingJobs(String name) {
        return pages("ListTrainingJobsForHyperParameterTuningJob", "TrainingJobSummaries", named(name));
    }

    private static List<Map<String, String>> tuned(List<JsonNode> trainingJobs) {
        return trainingJobs.stream()
                .map(job -> job.path("TunedHyperParameters")
                        .propertyStream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, value -> value.getValue().stringValue())))
                .toList();
    }

    private String arn(String name) {
        return "arn:aws:sagemaker:us-east-1:" + account + ":hyper-parameter-tuning-job/" + name;
    }

    /** A job of which no training job runs yet would stop at once. */
    private JsonNode awaitTraining() {
        return eventually(
                () -> describe("Churn"),
                job -> job.at("/TrainingJobStatusCounters/InProgress").intValue() == 1);
    }

    @Test
    void answersACreationWithTheArnInLowerCase() {
        var created = begin(full());

        assertThat(created)
                .isEqualTo(Body.empty()
                        .with("HyperParameterTuningJobArn", arn("churn"))
                        .tree());
    }

    @Test
    void givesBackTheRequestAndWhatTheServiceAdds() {
        begin(full());

        var described = describeEnded("Churn");

        assertThat(described.path("HyperParameterTuningJobConfig")).isEqualTo(full().at(CONFIG));
        assertThat(described.path("TrainingJobDefinition"))
                .isEqualTo(full().with(TRAINING + ".StaticHyperParameters._tuning_objective_metric", "accuracy")
                        .at(TRAINING));
    }

    @Test
    void fillsInWhatALeastRequestLeavesOpen() {
        begin(least().without(LIMITS + ".MaxNumberOfTrainingJobs")
                .with(
                        RANGES,
                        Map.of(
                                "CategoricalParameterRanges",
                                List.of(Map.of("Name", "b", "Values", List.of("x", "y", "z"))))));

        var described = describeEnded("churn");

        assertThat(described
                        .at("/HyperParameterTuningJobConfig/ResourceLimits/MaxNumberOfTrainingJobs")
                        .intValue())
                .isEqualTo(3);
        assertThat(described
                        .at("/HyperParameterTuningJobConfig/TrainingJobEarlyStoppingType")
                        .stringValue())
                .isEqualTo("Off");
        var training = described.path("TrainingJobDefinition");
        assertThat(Stream.of(
                        "EnableNetworkIsolation", "EnableInterContainerTrafficEncryption", "EnableManagedSpotTraining"))
                .allMatch(flag ->
                        training.path(flag).isBoolean() && !training.path(flag).booleanValue());
        assertThat(training.path("StaticHyperParameters").toString())
                .isEqualTo("{\"_tuning_objective_metric\":\"accuracy\"}");
        assertThat(members(training)).doesNotContain("InputDataConfig", "Environment", "VpcConfig");
    }

    @ParameterizedTest
    @CsvSource({
        "Mine, arn:aws:sagemaker:us-east-1:%s:algorithm/mine",
        "arn:aws:sagemaker:us-east-1:123456789012:algorithm/theirs, arn:aws:sagemaker:us-east-1:123456789012:algorithm/theirs"
    })
    void givesAnAlgorithmBackByItsArn(String name, String arn) {
        begin(least().without(TRAINING + ".AlgorithmSpecification.TrainingImage")
                .with(TRAINING + ".AlgorithmSpecification.AlgorithmName", name));

        var described = describeEnded("churn");
        var launched = answer(
                "DescribeTrainingJob",
                Body.empty()
                        .with(
                                "TrainingJobName",
                                described.at("/BestTrainingJob/TrainingJobName").stringValue()));

        assertThat(List.of(described.path("TrainingJobDefinition"), launched))
                .extracting(
                        job -> job.at("/AlgorithmSpecification/AlgorithmName").stringValue())
                .containsOnly(arn.formatted(account));
    }

    @Test
    void showsTheMachinesInBothPlacesWhereTheTuningResourceConfigNamesThem() {
        var machines = Map.of("InstanceType", "ml.m5.large", "InstanceCount", 2, "VolumeSizeInGB", 30);
        begin(least().without(TRAINING + ".ResourceConfig")
                .with(TRAINING + ".HyperParameterTuningResourceConfig", machines));

        var training = describeEnded("churn").path("TrainingJobDefinition");

        assertThat(training.path("HyperParameterTuningResourceConfig")).isEqualTo(training.path("ResourceConfig"));
        assertThat(training.path("ResourceConfig").path("InstanceCount").intValue())
                .isEqualTo(2);
    }

    @Test
    void describesARunningJobWithoutWhatItHasNotYet() {
        clock("{\"mode\":\"manual\"}");
        begin(full());

        var running = awaitTraining();

        assertThat(members(running))
                .containsExactly(
                        "HyperParameterTuningJobName",
                        "HyperParameterTuningJobArn",
                        "HyperParameterTuningJobConfig",
                        "TrainingJobDefinition",
                        "HyperParameterTuningJobStatus",
                        "CreationTime",
                        "LastModifiedTime",
                        "TrainingJobStatusCounters",
                        "ObjectiveStatusCounters",
                        "TuningJobCompletionDetails",
                        "ConsumedResources");
        assertThat(status(running)).isEqualTo("InProgress");
        assertThat(running.path("TrainingJobStatusCounters").toString())
                .isEqualTo(
                        "{\"Completed\":0,\"InProgress\":1,\"RetryableError\":0,\"NonRetryableError\":0,\"Stopped\":0}");
        assertThat(running.path("ObjectiveStatusCounters").toString())
                .isEqualTo("{\"Succeeded\":0,\"Pending\":1,\"Failed\":0}");
    }

    @Test
    void describesAnEndedJobWithItsBestTrainingJob() {
        begin(full());

        var ended = describeEnded("Churn");

        assertThat(ended.has("TuningJobCompletionDetails")).isTrue();
        assertThat(status(ended)).isEqualTo("Completed");
        assertThat(ended.path("LastModifiedTime")).isEqualTo(ended.path("HyperParameterTuningEndTime"));
        assertThat(ended.at("/ObjectiveStatusCounters/Succeeded").intValue()).isEqualTo(2);
        assertThat(ended.at("/ConsumedResources/RuntimeInSeconds").intValue()).isPositive();
        var best = ended.path("BestTrainingJob");
        assertThat(members(best))
                .containsExactly(
                        "TrainingJobDefinitionName",
                        "TrainingJobName",
                        "TrainingJobArn",
                        "CreationTime",
                        "TrainingStartTime",
                        "TrainingEndTime",
                        "TrainingJobStatus",
                        "TunedHyperParameters",
                        "FinalHyperParameterTuningJobObjectiveMetric",
                        "ObjectiveStatus");
        assertThat(best.path("CreationTime").isIntegralNumber()).isTrue();
        assertThat(members(best.path("FinalHyperParameterTuningJobObjectiveMetric")))
                .containsExactly("MetricName", "Value");
        assertThat(members(ended)).doesNotContain("OverallBestTrainingJob", "FailureReason");
    }

    @Test
    void itsTrainingJobsShowWhatWasAskedOfThem() {
        begin(full());
        var best = describeEnded("Churn").at("/BestTrainingJob/TrainingJobName").stringValue();

        var training = answer("DescribeTrainingJob", Body.empty().with("TrainingJobName", best));

        for (var member : List.of(
                "InputDataConfig",
                "OutputDataConfig",
                "ResourceConfig",
                "VpcConfig",
                "StoppingCondition",
                "EnableNetworkIsolation",
                "EnableInterContainerTrafficEncryption",
                "EnableManagedSpotTraining",
                "CheckpointConfig",
                "RetryStrategy",
                "Environment")) {
            assertThat(training.path(member)).isEqualTo(full().at(TRAINING + "." + member));
        }
        assertThat(training.path("TuningJobArn").stringValue()).isEqualTo(arn("churn"));
    }

    @Test
    void completesAJobThatHasConverged() {
        begin(least().with(ALGORITHM + ".TrainingImage", "attune/branin")
                .with(LIMITS, Map.of("MaxNumberOfTrainingJobs", 500, "MaxParallelTrainingJobs", 1))
                .with(
                        RANGES,
                        Map.of(
                                "ContinuousParameterRanges",
                                List.of(
                                        Map.of("Name", "x1", "MinValue", "-5", "MaxValue", "10"),
                                        Map.of("Name", "x2", "MinValue", "0", "MaxValue", "15"))))
                .with(
                        CONFIG + ".TuningJobCompletionCriteria",
                        Map.of("ConvergenceDetected", Map.of("CompleteOnConvergence", "Enabled"))));

        var ended = describeEnded("churn");

        assertThat(status(ended)).isEqualTo("Completed");
        assertThat(ended.at("/TrainingJobStatusCounters/Completed").intValue()).isBetween(15, 100);
        var details = ended.path("TuningJobCompletionDetails");
        assertThat(details.path("NumberOfTrainingJobsObjectiveNotImproving").intValue())
                .isGreaterThanOrEqualTo(14);
        assertThat(details.path("ConvergenceDetectedTime")).isEqualTo(ended.path("HyperParameterTuningEndTime"));
    }

    @Test
    void saysWhyAJobFailed() {
        begin(least().with(ALGORITHM + ".TrainingImage", "attune/failing"));

        var ended = describeEnded("churn");

        assertThat(status(ended)).isEqualTo("Failed");
        assertThat(ended.path("FailureReason").stringValue())
                .isEqualTo("No training job succeeded after 2 attempts. Please take a look at the training job failures"
                        + " to get more details.");
        assertThat(ended.at("/TrainingJobStatusCounters/NonRetryableError").intValue())
                .isEqualTo(2);
        assertThat(ended.at("/ObjectiveStatusCounters/Failed").intValue()).isEqualTo(2);
        assertThat(ended.has("BestTrainingJob")).isFalse();
    }

    @Test
    void isOneJobForBothVintages() {
        begin(least());
        var ofToday = super.describe(account, "churn");
        ask(
                "CreateTuningJob",
                Body.createTuningJob().with("AwsAccountId", account).with("TuningJobName", "Old"));

        var ofPreview = describeEnded("old");

        assertThat(ofToday.path("TuningJobName").stringValue()).isEqualTo("Churn");
        assertThat(ofPreview.path("HyperParameterTuningJobName").stringValue()).isEqualTo("Old");
        assertThat(ofPreview.path("HyperParameterTuningJobArn").stringValue()).isEqualTo(arn("old"));
        assertThat(ofPreview.path("HyperParameterTuningJobConfig").toString()).isEqualTo("""
                        {"Strategy":"Bayesian",\
                        "HyperParameterTuningJobObjective":{"Type":"Maximize","MetricName":"accuracy"},\
                        "ResourceLimits":{"MaxNumberOfTrainingJobs":1,"MaxParallelTrainingJobs":1,"MaxRuntimeInSeconds":86400},\
                        "ParameterRanges":{\
                        "IntegerParameterRanges":[{"Name":"depth","MinValue":"2","MaxValue":"12","ScalingType":"Auto"}],\
                        "ContinuousParameterRanges":[\
                        {"Name":"rate","MinValue":"0.0001","MaxValue":"1.0","ScalingType":"Auto"}],\
                        "CategoricalParameterRanges":[{"Name":"booster","Values":["gbtree","dart"]}]},\
                        "TrainingJobEarlyStoppingType":"Off"}""");
        assertThat(tell("CreateHyperParameterTuningJob", least().with("HyperParameterTuningJobName", "OLD"))
                        .code())
                .isEqualTo("ResourceInUse");
    }

    @Test
    void refusesANameThatIsInUseInAnyCase() {
        begin(full());

        var reply = tell("CreateHyperParameterTuningJob", least().with("HyperParameterTuningJobName", "CHURN"));

        assertError(reply, 400, "ResourceInUse");
        assertThat(reply.message())
                .isEqualTo(
                        "A hyperparameter tuning job with the name, CHURN, already exists. Choose a different name.");
    }

    @Test
    void aRandomSeedGivesTheSameConfigurationsUnderEveryName() {
        for (var name : List.of("one", "two")) {
            begin(full().with("HyperParameterTuningJobName", name));
            describeEnded(name);
        }
        begin(full().with("HyperParameterTuningJobName", "three").with(CONFIG + ".RandomSeed", 8));
        describeEnded("three");

        assertThat(tuned(trainingJobs("one"))).isEqualTo(tuned(trainingJobs("two")));
        assertThat(tuned(trainingJobs("one"))).isNotEqualTo(tuned(trainingJobs("three")));
    }

    @Test
    void searchesAtRandom() {
        begin(least().with(CONFIG + ".Strategy", "Random"));

        assertThat(status(describeEnded("churn"))).isEqualTo("Completed");
        assertThat(super.describe(account, "churn").path("Strategy").stringValue())
                .isEqualTo("Random");
    }

    @Test
    void aGridTriesEveryCombinationOnce() {
        begin(least().with(CONFIG + ".Strategy", "Grid")
                .without(LIMITS + ".MaxNumberOfTrainingJobs")
                .with(LIMITS + ".MaxParallelTrainingJobs", 10)
                .with(
                        RANGES,
                        Map.of(
                                "CategoricalParameterRanges",
                                List.of(
                                        Map.of("Name", "a", "Values", List.of("1", "2")),
                                        Map.of("Name", "b", "Values", List.of("x", "y", "z"))))));

        assertThat(status(describeEnded("churn"))).isEqualTo("Completed");
        assertThat(tuned(trainingJobs("churn")))
                .containsExactly(
                        Map.of("a", "1", "b", "x"),
                        Map.of("a", "1", "b", "y"),
                        Map.of("a", "1", "b", "z"),
                        Map.of("a", "2", "b", "x"),
                        Map.of("a", "2", "b", "y"),
                        Map.of("a", "2", "b", "z"));
    }

    @Test
    void hyperbandStopsWhatFallsBehind() {
        begin(many().with(CONFIG + ".Strategy", "Hyperband")
                .with(CONFIG + ".TrainingJobEarlyStoppingType", "Off")
                .without(CONFIG + ".StrategyConfig")
                .with(TRAINING + ".StaticHyperParameters.epochs", "27"));

        var ended = describeEnded("churn");

        assertThat(ended.at("/TrainingJobStatusCounters/Stopped").intValue()).isGreaterThan(15);
        assertSomeWereStoppedAndAllWereMeasured(ended);
        assertThat(super.describe(account, "churn").path("Strategy").stringValue())
                .isEqualTo("Hyperband");
    }

    @Test
    void earlyStoppingStopsWhatIsWorseThanTheMedian() {
        begin(many().with(CONFIG + ".Strategy", "Random").with(TRAINING + ".StaticHyperParameters.epochs", "20"));

        var ended = describeEnded("churn");

        assertThat(ended.at("/TrainingJobStatusCounters/Completed").intValue()).isGreaterThanOrEqualTo(10);
        assertSomeWereStoppedAndAllWereMeasured(ended);
    }

    private static Body many() {
        return full().with(LIMITS + ".MaxNumberOfTrainingJobs", 40).with(LIMITS + ".MaxParallelTrainingJobs", 5);
    }

    private void assertSomeWereStoppedAndAllWereMeasured(JsonNode ended) {
        assertThat(status(ended)).isEqualTo("Completed");
        var counters = ended.path("TrainingJobStatusCounters");
        assertThat(counters.path("Completed").intValue()
                        + counters.path("Stopped").intValue())
                .isEqualTo(40);
        assertThat(ended.at("/ObjectiveStatusCounters/Succeeded").intValue()).isEqualTo(40);
        var stopped = trainingJobs("churn").stream()
                .filter(job -> job.path("TrainingJobStatus").stringValue().equals("Stopped"))
                .toList();
        assertThat(stopped).isNotEmpty().allSatisfy(job -> {
            assertThat(job.path("ObjectiveStatus").stringValue()).isEqualTo("Succeeded");
            var described = answer(
                    "DescribeTrainingJob",
                    Body.empty()
                            .with("TrainingJobName", job.path("TrainingJobName").stringValue()));
            assertThat(described.path("SecondaryStatus").stringValue()).isEqualTo("Stopped");
            assertThat(described.path("SecondaryStatusTransitions").values())
                    .extracting(transition -> transition.path("Status").stringValue())
                    .containsExactly("Starting", "Downloading", "Training", "Stopping", "Stopped");
            assertThat(described.at("/FinalMetricDataList/0/Value"))
                    .isEqualTo(job.at("/FinalHyperParameterTuningJobObjectiveMetric/Value"));
        });
    }

    @Test
    void isCompleteAsSoonAsTheTargetIsReached() {
        begin(least().with(LIMITS + ".MaxNumberOfTrainingJobs", 500)
                .with(CONFIG + ".TuningJobCompletionCriteria", Map.of("TargetObjectiveMetricValue", 0.001)));

        var ended = describeEnded("churn");

        assertThat(status(ended)).isEqualTo("Completed");
        assertThat(ended.at("/TrainingJobStatusCounters/Completed").intValue()).isEqualTo(1);
        assertThat(ended.at("/TuningJobCompletionDetails/NumberOfTrainingJobsObjectiveNotImproving")
                        .isIntegralNumber())
                .isTrue();
    }

    @Test
    void isCompleteWhenNothingGetsBetter() {
        begin(least().with(LIMITS + ".MaxNumberOfTrainingJobs", 500)
                .with(CONFIG + ".Strategy", "Random")
                .with(
                        CONFIG + ".TuningJobCompletionCriteria",
                        Map.of("BestObjectiveNotImproving", Map.of("MaxNumberOfTrainingJobsNotImproving", 3))));

        var ended = describeEnded("churn");

        assertThat(status(ended)).isEqualTo("Completed");
        assertThat(ended.at("/TuningJobCompletionDetails/NumberOfTrainingJobsObjectiveNotImproving")
                        .intValue())
                .isEqualTo(3);
        assertThat(ended.at("/TrainingJobStatusCounters/Completed").intValue()).isBetween(4, 100);
    }

    @Test
    void takesTheOneOfAListOfDefinitions() {
        var definition = full().at(TRAINING);
        var request = full().without(TRAINING)
                .without(CONFIG + ".HyperParameterTuningJobObjective")
                .without(CONFIG + ".ParameterRanges")
                .with("TrainingJobDefinitions", List.of(definition))
                .with("TrainingJobDefinitions[0].TuningObjective", Map.of("Type", "Minimize", "MetricName", "loss"))
                .with("TrainingJobDefinitions[0].HyperParameterRanges", full().at(RANGES));
        begin(request);

        var ended = describeEnded("churn");

        assertThat(status(ended)).isEqualTo("Completed");
        assertThat(ended.has("TrainingJobDefinition")).isFalse();
        assertThat(ended.path("TrainingJobDefinitions")).hasSize(1);
        assertThat(ended.at("/TrainingJobDefinitions/0/TuningObjective/MetricName")
                        .stringValue())
                .isEqualTo("loss");
        assertThat(members(ended.path("HyperParameterTuningJobConfig")))
                .doesNotContain("HyperParameterTuningJobObjective", "ParameterRanges");
    }

    @Test
    void isStoppingWhenTheAnswerToStopArrives() {
        clock("{\"mode\":\"manual\"}");
        begin(full());
        awaitTraining();

        var stopped = tell("StopHyperParameterTuningJob", named("CHURN"));

        assertThat(stopped.status()).isEqualTo(200);
        assertThat(stopped.text()).isEmpty();
        assertThat(status(describe("Churn"))).isEqualTo("Stopping");
        clock("{\"mode\":\"instant\"}");
        assertThat(status(describeEnded("Churn"))).isEqualTo("Stopped");
        var again = tell("StopHyperParameterTuningJob", named("Churn"));
        assertError(again, 400, "ValidationException");
        assertThat(again.message()).contains("already");
    }

    @Test
    void deletesAJobOnlyOnceItHasEnded() {
        clock("{\"mode\":\"manual\"}");
        begin(full());

        var early = tell("DeleteHyperParameterTuningJob", named("Churn"));

        assertError(early, 400, "ValidationException");
        assertThat(early.message()).contains("not in a terminal state");
        clock("{\"mode\":\"instant\"}");
        var best = describeEnded("Churn").at("/BestTrainingJob/TrainingJobName").stringValue();
        var deleted = tell("DeleteHyperParameterTuningJob", named("churn"));
        assertThat(deleted.status()).as(deleted.text()).isEqualTo(200);
        assertThat(deleted.text()).isEmpty();
        for (var operation : List.of("Describe", "Stop", "Delete")) {
            var reply = tell(operation + "HyperParameterTuningJob", named("Churn"));
            assertError(reply, 400, "ResourceNotFound");
            assertThat(reply.message())
                    .isEqualTo("Amazon SageMaker can't find a tuning job called Churn. Type another name.");
        }
        assertError(
                tell("DescribeTrainingJob", Body.empty().with("TrainingJobName", best)), 400, "ValidationException");
        begin(full());
        assertThat(status(describeEnded("Churn"))).isEqualTo("Completed");
    }

    @Test
    void aCallerWithoutAnAccountWorksInTheAccountOfTheRole() {
        var name = "role-" + account;
        var request = least().with("HyperParameterTuningJobName", name)
                .with(TRAINING + ".RoleArn", "arn:aws:iam::" + account + ":role/training");

        var created = ask("CreateHyperParameterTuningJob", request);

        assertThat(created.path("HyperParameterTuningJobArn").stringValue()).isEqualTo(arn(name));
        assertThat(tell("DescribeHyperParameterTuningJob", named(name)).status())
                .isEqualTo(200);
        assertThat(callAs("000000000000", "us-east-1", "DescribeHyperParameterTuningJob", named(name))
                        .code())
                .isEqualTo("ResourceNotFound");
        assertError(call("CreateHyperParameterTuningJob", request), 400, "ResourceInUse");
    }

    @Test
    void aCallerWithoutAnAccountSeesTheJobsOfAllAccounts() {
        var name = "seen-" + account;
        begin(least().with("HyperParameterTuningJobName", name));

        var found = ask("DescribeHyperParameterTuningJob", named(name));
        var listed = ask("ListHyperParameterTuningJobs", Body.empty().with("NameContains", account));
        var filter = Map.of("Name", "HyperParameterTuningJobName", "Operator", "Equals", "Value", name);
        var searched = ask(
                "Search",
                Body.empty()
                        .with("Resource", "HyperParameterTuningJob")
                        .with("SearchExpression", Map.of("Filters", List.of(filter))));

        assertThat(found.path("HyperParameterTuningJobArn").stringValue()).isEqualTo(arn(name));
        assertThat(listed.path("HyperParameterTuningJobSummaries").findValuesAsString("HyperParameterTuningJobName"))
                .containsExactly(name);
        assertThat(searched.findValuesAsString("HyperParameterTuningJobName")).containsExactly(name);
    }
}
