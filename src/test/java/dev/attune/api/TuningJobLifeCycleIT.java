package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A tuning job from its creation to its end, as a client sees it. */
class TuningJobLifeCycleIT extends LiveServer {
    private static final String LIMITS = "TuningJobConfig.ResourceLimits";

    private final String account = freshAccount();

    @AfterEach
    void letTimeRunAgain() {
        clock("{\"mode\":\"instant\"}");
    }

    private Body job(int number, int parallel) {
        return Body.createTuningJob()
                .with("AwsAccountId", account)
                .with("TuningJobName", "Churn")
                .with(LIMITS + ".MaxNumberOfTrainingJobs", number)
                .with(LIMITS + ".MaxParallelTrainingJobs", parallel);
    }

    private static List<String> members(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }

    private Body named() {
        return Body.tuningJob(account, "Churn");
    }

    private JsonNode training(String name) {
        var reply =
                callAs(account, "us-east-1", "DescribeTrainingJob", Body.empty().with("TrainingJobName", name));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private List<JsonNode> all() {
        var page = ask("ListTrainingJobsForTuningJob", named());
        return List.copyOf(page.path("TrainingJobSummaries").values());
    }

    private static String status(JsonNode job) {
        return job.path("TuningJobStatus").stringValue();
    }

    private static void assertTime(JsonNode time) {
        assertThat(time.isNumber()).isTrue();
        assertThat(time.toString()).matches("[0-9]{10}(\\.[0-9]{1,3})?");
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void answersTheSameOnEveryRoute(Route route) {
        var request = job(2, 1);

        var created = call(route, "CreateTuningJob", request);
        describeEnded(account, "Churn");
        var described = call(route, "DescribeTuningJob", named());
        var listed = call(route, "ListTrainingJobsForTuningJob", named());
        var stopped = call(route, "StopTuningJob", named());

        assertThat(created.json().size()).isEqualTo(1);
        assertThat(described.json()).isEqualTo(describe(account, "Churn"));
        assertThat(listed.json().path("TrainingJobSummaries")).hasSize(2);
        assertError(stopped, 400, "ValidationError");
        assertThat(created.header("content-type"))
                .isEqualTo(route == Route.TARGET ? "application/x-amz-json-1.1" : "application/json");
    }

    @Test
    void describesARunningJobWithoutWhatItHasNotYet() {
        clock("{\"mode\":\"manual\"}");
        create(job(4, 2));

        var running = eventually(() -> describe(account, "Churn"), job -> pending(job) == 2);

        assertThat(members(running))
                .containsExactly(
                        "TuningJobName",
                        "TuningJobStatus",
                        "TuningJobStartTime",
                        "Strategy",
                        "ParameterRanges",
                        "MetricDefinitions",
                        "ResourcesStats");
        assertThat(status(running)).isEqualTo("InProgress");
        assertThat(running.at("/ResourcesStats/ConsumedResources").toString())
                .isEqualTo("{\"ComputeHours\":{\"Finished\":0,\"InFlight\":0},"
                        + "\"Jobs\":{\"Completed\":0,\"Failed\":0,\"Pending\":2,\"Running\":0}}");
        assertThat(all())
                .hasSize(2)
                .allSatisfy(summary -> assertThat(members(summary))
                        .containsExactly("TrainingJobName", "TrainingJobStatus", "HyperParameters", "RetriedAttempt"));
    }

    private static int pending(JsonNode job) {
        return job.at("/ResourcesStats/ConsumedResources/Jobs/Pending").intValue();
    }

    @Test
    void describesAnEndedJobWithAllItsMembers() {
        create(job(3, 2));

        var ended = describeEnded(account, "churn");

        assertThat(members(ended))
                .containsExactly(
                        "TuningJobName",
                        "TuningJobStatus",
                        "TuningJobStartTime",
                        "TuningJobEndTime",
                        "Strategy",
                        "ParameterRanges",
                        "MetricDefinitions",
                        "BestTrainingJob",
                        "ResourcesStats");
        assertThat(ended.path("TuningJobName").stringValue()).isEqualTo("Churn");
        assertThat(status(ended)).isEqualTo("Completed");
        assertTime(ended.path("TuningJobStartTime"));
        assertTime(ended.path("TuningJobEndTime"));
        assertThat(ended.path("ParameterRanges")).isEqualTo(job(3, 2).at("TuningJobConfig.ParameterRanges"));
        assertThat(ended.path("MetricDefinitions"))
                .isEqualTo(job(3, 2).at("TrainingJobDefinition.AlgorithmSpecification.MetricDefinitions"));
        assertThat(ended.at("/ResourcesStats/ResourceLimits"))
                .isEqualTo(job(3, 2).at(LIMITS));
        assertThat(members(ended.path("BestTrainingJob")))
                .containsExactly(
                        "TrainingJobName",
                        "TrainingJobStatus",
                        "HyperParameters",
                        "FinalTuningJobObjectiveMetric",
                        "RetriedAttempt");
        assertThat(members(ended.at("/BestTrainingJob/HyperParameters")))
                .containsExactlyInAnyOrder("depth", "rate", "booster");
        assertThat(ended.at("/BestTrainingJob/FinalTuningJobObjectiveMetric/Type")
                        .stringValue())
                .isEqualTo("Maximize");
    }

    @Test
    void namesTheReasonOfAFailure() {
        create(job(9, 1).with("TrainingJobDefinition.AlgorithmSpecification.TrainingImage", "attune/failing"));

        var ended = describeEnded(account, "Churn");

        assertThat(status(ended)).isEqualTo("Failed");
        assertThat(ended.path("FailureReason").stringValue())
                .matches("No training job succeeded after [0-9]+ attempts\\. Please take a look at the training job"
                        + " failures to get more details\\.");
        assertThat(ended.has("BestTrainingJob")).isFalse();
        assertThat(training(all().get(0).path("TrainingJobName").stringValue())
                        .path("FailureReason")
                        .stringValue())
                .isNotBlank();
    }

    @Test
    void choosesTheBestOfItsTrainingJobs() {
        create(job(12, 4));

        var best = describeEnded(account, "Churn").path("BestTrainingJob");

        assertThat(best)
                .isEqualTo(all().stream()
                        .max(Comparator.comparingDouble(summary -> summary.at("/FinalTuningJobObjectiveMetric/Value")
                                .doubleValue()))
                        .orElseThrow());
    }

    @Test
    void countsTrainingJobsAndComputeHours() {
        create(Body.sometimesFailing(job(20, 4)).with("TrainingJobDefinition.ResourceConfig.InstanceCount", 3));

        var stats = describeEnded(account, "Churn").at("/ResourcesStats/ConsumedResources");

        var statuses = all().stream()
                .map(summary -> summary.path("TrainingJobStatus").stringValue())
                .toList();
        var seconds = all().stream()
                .map(summary -> training(summary.path("TrainingJobName").stringValue()))
                .filter(training -> training.has("TrainingStartTime"))
                .mapToDouble(training -> training.path("TrainingEndTime").doubleValue()
                        - training.path("TrainingStartTime").doubleValue())
                .sum();
        assertThat(statuses).hasSize(20).contains("Failed", "Completed");
        assertThat(stats.at("/Jobs/Completed").longValue())
                .isEqualTo(statuses.stream().filter("Completed"::equals).count());
        assertThat(stats.at("/Jobs/Failed").longValue())
                .isEqualTo(statuses.stream().filter("Failed"::equals).count());
        assertThat(stats.at("/Jobs/Pending").longValue()
                        + stats.at("/Jobs/Running").longValue())
                .isZero();
        assertThat(stats.at("/ComputeHours/Finished").longValue()).isEqualTo(Math.round(seconds * 3 / 3600));
        assertThat(stats.at("/ComputeHours/InFlight").longValue()).isZero();
    }

    @Test
    void describesATrainingJob() {
        create(job(2, 1));
        var best = describeEnded(account, "Churn").path("BestTrainingJob");
        var name = best.path("TrainingJobName").stringValue();

        var training = training(name);

        assertThat(name).matches("Churn-00[12]-[0-9a-f]{8}");
        assertThat(members(training))
                .containsExactly(
                        "TrainingJobName",
                        "TrainingJobArn",
                        "TuningJobArn",
                        "ModelArtifacts",
                        "TrainingJobStatus",
                        "SecondaryStatus",
                        "HyperParameters",
                        "AlgorithmSpecification",
                        "RoleArn",
                        "InputDataConfig",
                        "OutputDataConfig",
                        "ResourceConfig",
                        "StoppingCondition",
                        "CreationTime",
                        "TrainingStartTime",
                        "TrainingEndTime",
                        "LastModifiedTime",
                        "SecondaryStatusTransitions",
                        "FinalMetricDataList",
                        "EnableNetworkIsolation",
                        "EnableInterContainerTrafficEncryption",
                        "EnableManagedSpotTraining",
                        "TrainingTimeInSeconds",
                        "BillableTimeInSeconds",
                        "ProfilingStatus");
        assertThat(training.path("TrainingJobArn").stringValue())
                .isEqualTo("arn:aws:sagemaker:us-east-1:" + account + ":training-job/" + name.toLowerCase(Locale.ROOT));
        assertThat(training.path("TuningJobArn").stringValue())
                .isEqualTo("arn:aws:sagemaker:us-east-1:" + account + ":tuning-job/Churn");
        assertThat(training.at("/ModelArtifacts/S3ModelArtifacts").stringValue())
                .isEqualTo("s3://churn/models/" + name + "/output/model.tar.gz");
        assertThat(training.path("TrainingJobStatus").stringValue()).isEqualTo("Completed");
        assertThat(training.path("SecondaryStatus").stringValue()).isEqualTo("Completed");
        assertThat(training.path("HyperParameters").toString())
                .isEqualTo(hyperParameters(best.path("HyperParameters")));
        assertThat(training.at("/OutputDataConfig/KmsKeyId").stringValue()).isEqualTo("alias/churn");
        assertThat(training.path("InputDataConfig")).isEqualTo(job(2, 1).at("TrainingJobDefinition.InputDataConfig"));
        assertThat(training.path("ResourceConfig")).isEqualTo(job(2, 1).at("TrainingJobDefinition.ResourceConfig"));
        assertMetrics(training, best);
        assertTransitions(training);
    }

    private static String hyperParameters(JsonNode tuned) {
        return new Body(Body.JSON.createObjectNode())
                .with("_tuning_objective_metric", "accuracy")
                .with("booster", tuned.path("booster"))
                .with("depth", tuned.path("depth"))
                .with("epochs", "5")
                .with("objective", "binary:logistic")
                .with("rate", tuned.path("rate"))
                .toString();
    }

    private static void assertMetrics(JsonNode training, JsonNode best) {
        var metrics = training.path("FinalMetricDataList");
        assertThat(metrics).hasSize(2).allSatisfy(metric -> {
            assertThat(members(metric)).containsExactly("MetricName", "Value", "Timestamp");
            assertThat(metric.path("Value").doubleValue())
                    .isEqualTo((float) metric.path("Value").doubleValue());
            assertThat(metric.path("Timestamp").isIntegralNumber()).isTrue();
        });
        assertThat(metrics.path(0).path("MetricName").stringValue()).isEqualTo("accuracy");
        assertThat(metrics.path(0).path("Value").doubleValue())
                .isEqualTo(best.at("/FinalTuningJobObjectiveMetric/Value").doubleValue());
    }

    private static void assertTransitions(JsonNode training) {
        var transitions = training.path("SecondaryStatusTransitions");
        assertThat(transitions)
                .extracting(step -> step.path("Status").stringValue() + ": "
                        + step.path("StatusMessage").stringValue())
                .containsExactly(
                        "Starting: Preparing the instances for training",
                        "Downloading: Downloading input data",
                        "Training: Training image download completed. Training in progress.",
                        "Uploading: Uploading generated training model",
                        "Completed: Training job completed");
        for (int i = 0; i < 5; i++) {
            assertThat(transitions.path(i).path("EndTime"))
                    .isEqualTo(transitions.path(Math.min(i + 1, 4)).path("StartTime"));
        }
        assertThat(transitions.path(0).path("StartTime")).isEqualTo(training.path("CreationTime"));
        assertThat(transitions.path(1).path("StartTime")).isEqualTo(training.path("TrainingStartTime"));
        assertThat(transitions.path(4).path("StartTime")).isEqualTo(training.path("TrainingEndTime"));
        assertThat(training.path("LastModifiedTime")).isEqualTo(training.path("TrainingEndTime"));
        var seconds = training.path("TrainingEndTime").doubleValue()
                - training.path("TrainingStartTime").doubleValue();
        assertThat(training.path("TrainingTimeInSeconds").longValue()).isEqualTo(Math.round(seconds));
        assertThat(training.path("BillableTimeInSeconds")).isEqualTo(training.path("TrainingTimeInSeconds"));
        Stream.of("CreationTime", "TrainingStartTime", "TrainingEndTime", "LastModifiedTime")
                .forEach(time -> assertTime(training.path(time)));
    }

    @Test
    void describesARunningTrainingJobWithoutWhatItHasNotYet() {
        clock("{\"mode\":\"manual\"}");
        create(job(4, 1));
        var name = eventually(this::all, found -> !found.isEmpty())
                .get(0)
                .path("TrainingJobName")
                .stringValue();

        var training = training(name);

        assertThat(training.path("TrainingJobStatus").stringValue()).isEqualTo("InProgress");
        assertThat(training.path("SecondaryStatus").stringValue()).isEqualTo("Starting");
        assertThat(members(training))
                .contains("ModelArtifacts")
                .doesNotContain(
                        "TrainingStartTime",
                        "TrainingEndTime",
                        "FinalMetricDataList",
                        "TrainingTimeInSeconds",
                        "BillableTimeInSeconds",
                        "FailureReason");
        assertThat(training.at("/SecondaryStatusTransitions/0").has("EndTime")).isFalse();
    }

    @Test
    void findsATrainingJobInAnyCaseAndRefusesAnUnknownOne() {
        create(job(1, 1));
        var name = describeEnded(account, "Churn")
                .at("/BestTrainingJob/TrainingJobName")
                .stringValue();

        assertThat(training(name.toUpperCase(Locale.ROOT))
                        .path("TrainingJobName")
                        .stringValue())
                .isEqualTo(name);
        var unknown = callAs(account, "us-east-1", "DescribeTrainingJob", "{\"TrainingJobName\":\"nope\"}");
        assertError(unknown, 400, "ValidationException");
        assertThat(unknown.message()).isEqualTo("Requested resource not found.");
        var tooLong = call("DescribeTrainingJob", Body.empty().with("TrainingJobName", "a".repeat(64)));
        assertError(tooLong, 400, "ValidationException");
        assertThat(tooLong.message())
                .isEqualTo("2 validation errors detected: Value '" + "a".repeat(64)
                        + "' at 'trainingJobName' failed to satisfy constraint: Member must satisfy regular expression"
                        + " pattern: [a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}; Value '" + "a".repeat(64)
                        + "' at 'trainingJobName' failed to satisfy constraint: Member must have length less than or"
                        + " equal to 63");
        assertError(call(Route.PATH, "DescribeTrainingJob", "{}"), 404, "UnknownOperationException");
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void stopsARunningJob(Route route) {
        clock("{\"mode\":\"manual\"}");
        create(job(9, 3));
        eventually(this::all, found -> found.size() == 3);

        var stopped = call(route, "StopTuningJob", named());

        assertThat(stopped.status()).isEqualTo(200);
        assertThat(stopped.text()).isEmpty();
        assertThat(stopped.header("x-amzn-RequestId")).isNotBlank();
        assertThat(status(describe(account, "Churn"))).isEqualTo("Stopping");
        assertThat(describe(account, "Churn").has("TuningJobEndTime")).isFalse();
        assertThat(call(route, "StopTuningJob", named()).status()).isEqualTo(200);

        clock("{\"mode\":\"instant\"}");
        var ended = describeEnded(account, "Churn");
        assertThat(status(ended)).isEqualTo("Stopped");
        assertThat(ended.has("TuningJobEndTime")).isTrue();
        assertThat(all())
                .hasSize(3)
                .allSatisfy(
                        summary -> assertThat(summary.path("TrainingJobStatus").stringValue())
                                .isEqualTo("Stopped"));
        assertThat(ended.at("/ResourcesStats/ConsumedResources/Jobs").toString())
                .isEqualTo("{\"Completed\":3,\"Failed\":0,\"Pending\":0,\"Running\":0}");
    }

    @Test
    void refusesToStopWhatHasEndedOrIsUnknown() {
        create(job(1, 1));
        describeEnded(account, "Churn");

        var again = call("StopTuningJob", named());
        assertError(again, 400, "ValidationError");
        assertThat(again.message())
                .isEqualTo("The request was rejected because the tuning job Churn is already in status Completed.");
        var unknown = call("StopTuningJob", Body.tuningJob(account, "Other"));
        assertError(unknown, 404, "ResourceNotFound");
        assertThat(unknown.message())
                .isEqualTo("Amazon SageMaker can't find a tuning job called Other. Type another name.");
    }

    @Test
    void keepsAccountsAndRegionsApart() {
        var other = freshAccount();
        var request = job(1, 1).with("TuningJobName", "same");
        var places = new ArrayList<Map.Entry<String, String>>();
        for (var key : List.of(account, other)) {
            for (var region : List.of("us-west-2", "cn-north-1")) {
                assertThat(callAs(key, region, "CreateTuningJob", request).status())
                        .isEqualTo(200);
                places.add(Map.entry(key, region));
            }
        }

        for (var place : places) {
            var key = place.getKey();
            var region = place.getValue();
            var listed = callAs(key, region, "ListTuningJobs", "{\"AwsAccountId\":\"000000000000\"}")
                    .json()
                    .path("TuningJobSummaries");
            assertThat(listed).hasSize(1);
            assertThat(listed.path(0).path("TuningJobArn").stringValue())
                    .isEqualTo("arn:aws:sagemaker:" + region + ":" + key + ":tuning-job/same");
            var training = eventually(
                    () -> callAs(key, region, "ListTrainingJobsForTuningJob", Body.tuningJob(key, "same"))
                            .json()
                            .at("/TrainingJobSummaries/0/TrainingJobName")
                            .asString(""),
                    name -> !name.isEmpty());
            for (var reader : places) {
                var seen = callAs(
                        reader.getKey(),
                        reader.getValue(),
                        "DescribeTrainingJob",
                        Body.empty().with("TrainingJobName", training));
                assertThat(seen.status()).isEqualTo(reader.equals(place) ? 200 : 400);
            }
            var arn = callAs(key, region, "DescribeTrainingJob", Body.empty().with("TrainingJobName", training))
                    .json()
                    .path("TrainingJobArn")
                    .stringValue();
            assertThat(arn).startsWith(region.startsWith("cn-") ? "arn:aws-cn:" : "arn:aws:");
        }
        assertError(call("DescribeTuningJob", Body.tuningJob(account, "same")), 404, "ResourceNotFound");
    }
}
