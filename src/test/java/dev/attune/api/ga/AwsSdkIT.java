package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ContinuousParameterRange;
import software.amazon.awssdk.services.sagemaker.model.CreateHyperParameterTuningJobRequest;
import software.amazon.awssdk.services.sagemaker.model.Filter;
import software.amazon.awssdk.services.sagemaker.model.HyperParameterScalingType;
import software.amazon.awssdk.services.sagemaker.model.HyperParameterTrainingJobSummary;
import software.amazon.awssdk.services.sagemaker.model.HyperParameterTuningJobObjectiveType;
import software.amazon.awssdk.services.sagemaker.model.HyperParameterTuningJobStatus;
import software.amazon.awssdk.services.sagemaker.model.HyperParameterTuningJobStrategyType;
import software.amazon.awssdk.services.sagemaker.model.HyperParameterTuningJobSummary;
import software.amazon.awssdk.services.sagemaker.model.HyperParameterTuningJobWarmStartType;
import software.amazon.awssdk.services.sagemaker.model.ObjectiveStatus;
import software.amazon.awssdk.services.sagemaker.model.Operator;
import software.amazon.awssdk.services.sagemaker.model.ParentHyperParameterTuningJob;
import software.amazon.awssdk.services.sagemaker.model.ResourceInUseException;
import software.amazon.awssdk.services.sagemaker.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sagemaker.model.ResourceType;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.SearchRecord;
import software.amazon.awssdk.services.sagemaker.model.SearchSortOrder;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemaker.model.TrainingInputMode;
import software.amazon.awssdk.services.sagemaker.model.TrainingInstanceType;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobEarlyStoppingType;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSortByOptions;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

/** AWS's own SDK for Java against the server: what it sends is understood, and what it reads is what it expects. */
class AwsSdkIT extends GaServer {
    private SageMakerClient client;

    @BeforeEach
    void connect() {
        client = client(port, account);
    }

    static SageMakerClient client(int port, String account) {
        return SageMakerClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(account, "secret")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterEach
    void letTimeRunAgain() {
        client.close();
        clock("{\"mode\":\"instant\"}");
    }

    static CreateHyperParameterTuningJobRequest tuning(String name) {
        return CreateHyperParameterTuningJobRequest.builder()
                .hyperParameterTuningJobName(name)
                .hyperParameterTuningJobConfig(config -> config.strategy(HyperParameterTuningJobStrategyType.BAYESIAN)
                        .hyperParameterTuningJobObjective(o -> o.type(HyperParameterTuningJobObjectiveType.MINIMIZE)
                                .metricName("loss"))
                        .resourceLimits(
                                limits -> limits.maxNumberOfTrainingJobs(4).maxParallelTrainingJobs(2))
                        .parameterRanges(ranges -> ranges.continuousParameterRanges(
                                range("x1", "-5", "10", HyperParameterScalingType.AUTO),
                                range("x2", "0", "15", HyperParameterScalingType.LINEAR))))
                .trainingJobDefinition(training -> training.algorithmSpecification(algorithm ->
                                algorithm.trainingImage("attune/branin").trainingInputMode(TrainingInputMode.FILE))
                        .roleArn("arn:aws:iam::123456789012:role/tuner")
                        .outputDataConfig(output -> output.s3OutputPath("s3://bucket/out"))
                        .resourceConfig(machines -> machines.instanceType(TrainingInstanceType.ML_M5_LARGE)
                                .instanceCount(1)
                                .volumeSizeInGB(10))
                        .stoppingCondition(stop -> stop.maxRuntimeInSeconds(3600)))
                .tags(Tag.builder().key("team").value("ml").build())
                .build();
    }

    private static ContinuousParameterRange range(
            String name, String min, String max, HyperParameterScalingType scaling) {
        return ContinuousParameterRange.builder()
                .name(name)
                .minValue(min)
                .maxValue(max)
                .scalingType(scaling)
                .build();
    }

    private HyperParameterTuningJobStatus status(String name) {
        return client.describeHyperParameterTuningJob(r -> r.hyperParameterTuningJobName(name))
                .hyperParameterTuningJobStatus();
    }

    @Test
    void createsDescribesAndLists() {
        var before = Instant.now().minusSeconds(2);

        var arn = client.createHyperParameterTuningJob(tuning("Sdk")).hyperParameterTuningJobArn();
        eventually(() -> status("Sdk"), HyperParameterTuningJobStatus.COMPLETED::equals);

        assertThat(arn).isEqualTo("arn:aws:sagemaker:eu-west-1:" + account + ":hyper-parameter-tuning-job/sdk");
        var job = client.describeHyperParameterTuningJob(r -> r.hyperParameterTuningJobName("Sdk"));
        assertThat(job.hyperParameterTuningJobArn()).isEqualTo(arn);
        assertThat(job.creationTime()).isBetween(before, Instant.now().plusSeconds(1));
        assertThat(job.hyperParameterTuningEndTime()).isAfter(job.creationTime());
        assertThat(job.trainingJobStatusCounters().completed()).isEqualTo(4);
        assertThat(job.objectiveStatusCounters().succeeded()).isEqualTo(4);
        assertThat(job.trainingJobDefinition().hasInputDataConfig()).isFalse();
        assertThat(job.overallBestTrainingJob()).isNull();
        assertThat(job.failureReason()).isNull();
        var best = job.bestTrainingJob();
        assertThat(best.objectiveStatus()).isEqualTo(ObjectiveStatus.SUCCEEDED);
        assertThat(best.tunedHyperParameters()).containsOnlyKeys("x1", "x2");

        var listed =
                client
                        .listHyperParameterTuningJobsPaginator(r -> r.maxResults(1))
                        .hyperParameterTuningJobSummaries()
                        .stream()
                        .map(HyperParameterTuningJobSummary::hyperParameterTuningJobName)
                        .toList();
        assertThat(listed).isEqualTo(List.of("Sdk"));
        var trainingJobs = client
                .listTrainingJobsForHyperParameterTuningJobPaginator(r -> r.hyperParameterTuningJobName("Sdk")
                        .maxResults(3)
                        .sortBy(TrainingJobSortByOptions.FINAL_OBJECTIVE_METRIC_VALUE))
                .trainingJobSummaries()
                .stream()
                .toList();
        assertThat(trainingJobs).hasSize(4);
        assertThat(trainingJobs.get(0)).isEqualTo(best);
        assertThat(trainingJobs)
                .extracting(HyperParameterTrainingJobSummary::finalHyperParameterTuningJobObjectiveMetric)
                .isSortedAccordingTo((a, b) -> Float.compare(a.value(), b.value()));

        var training = client.describeTrainingJob(r -> r.trainingJobName(best.trainingJobName()));
        assertThat(training.tuningJobArn()).isEqualTo(arn);
        assertThat(training.hyperParameters()).containsEntry("_tuning_objective_metric", "loss");
        assertThat(training.resourceConfig().instanceType()).isEqualTo(TrainingInstanceType.ML_M5_LARGE);
    }

    @Test
    void tagsAndSearches() {
        var arn = client.createHyperParameterTuningJob(tuning("Sdk")).hyperParameterTuningJobArn();
        eventually(() -> status("Sdk"), HyperParameterTuningJobStatus.COMPLETED::equals);

        var all = client.addTags(r -> r.resourceArn(arn).tags(tag("team", "ops"), tag("stage", "")))
                .tags();
        assertThat(all).containsExactly(tag("team", "ops"), tag("stage", ""));
        client.deleteTags(r -> r.resourceArn(arn).tagKeys("team", "none"));
        assertThat(client.listTagsPaginator(r -> r.resourceArn(arn)).tags().stream())
                .containsExactly(tag("stage", ""));

        var results = client
                .searchPaginator(r -> r.resource(ResourceType.TRAINING_JOB)
                        .maxResults(3)
                        .sortBy("Metrics.loss")
                        .sortOrder(SearchSortOrder.ASCENDING)
                        .searchExpression(search -> search.filters(
                                Filter.builder().name("TuningJobArn").value(arn).build(),
                                Filter.builder()
                                        .name("CreationTime")
                                        .operator(Operator.GREATER_THAN)
                                        .value("2001-01-01T00:00:00")
                                        .build())))
                .results()
                .stream()
                .map(SearchRecord::trainingJob)
                .toList();
        assertThat(results).hasSize(4);
        assertThat(results)
                .extracting(job -> job.finalMetricDataList().get(0).value())
                .isSorted();
        assertThat(results).allSatisfy(job -> assertThat(job.tags()).containsExactly(tag("team", "ml")));
        var found = client.search(r -> r.resource(ResourceType.HYPER_PARAMETER_TUNING_JOB)
                .searchExpression(search ->
                        search.filters(Filter.builder().name("Tags.stage").build())));
        assertThat(found.totalHits().value()).isEqualTo(1);
        assertThat(found.results()
                        .get(0)
                        .hyperParameterTuningJob()
                        .bestTrainingJob()
                        .trainingJobName())
                .isEqualTo(results.get(0).trainingJobName());
        assertThatThrownBy(() -> client.search(r -> r.resource(ResourceType.MODEL)))
                .isInstanceOf(SageMakerException.class)
                .hasMessageContaining("does not implement the search of the Resource [Model]");
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void startsFromAnEarlierJob() {
        client.createHyperParameterTuningJob(tuning("Parent"));
        eventually(() -> status("Parent"), HyperParameterTuningJobStatus.COMPLETED::equals);

        client.createHyperParameterTuningJob(tuning("Child").toBuilder()
                .warmStartConfig(
                        warm -> warm.warmStartType(HyperParameterTuningJobWarmStartType.IDENTICAL_DATA_AND_ALGORITHM)
                                .parentHyperParameterTuningJobs(ParentHyperParameterTuningJob.builder()
                                        .hyperParameterTuningJobName("parent")
                                        .build()))
                .build());
        eventually(() -> status("Child"), HyperParameterTuningJobStatus.COMPLETED::equals);

        var child = client.describeHyperParameterTuningJob(r -> r.hyperParameterTuningJobName("Child"));
        assertThat(child.warmStartConfig()
                        .parentHyperParameterTuningJobs()
                        .get(0)
                        .hyperParameterTuningJobName())
                .isEqualTo("parent");
        assertThat(child.overallBestTrainingJob().tuningJobName()).isIn("Parent", "Child");
        assertThat(child.bestTrainingJob().tuningJobName()).isNull();
    }

    @Test
    void stopsAndDeletes() {
        clock("{\"mode\":\"manual\"}");
        client.createHyperParameterTuningJob(tuning("sdk"));

        assertInvalid(
                () -> client.deleteHyperParameterTuningJob(r -> r.hyperParameterTuningJobName("sdk")),
                "not in a terminal state");
        eventually(
                () -> client.describeHyperParameterTuningJob(r -> r.hyperParameterTuningJobName("sdk"))
                        .trainingJobStatusCounters()
                        .inProgress(),
                running -> running == 2);
        client.stopHyperParameterTuningJob(r -> r.hyperParameterTuningJobName("sdk"));
        assertThat(status("sdk")).isEqualTo(HyperParameterTuningJobStatus.STOPPING);
        clock("{\"mode\":\"instant\"}");
        eventually(() -> status("sdk"), HyperParameterTuningJobStatus.STOPPED::equals);
        client.deleteHyperParameterTuningJob(r -> r.hyperParameterTuningJobName("sdk"));

        assertThatThrownBy(() -> status("sdk")).isInstanceOf(ResourceNotFoundException.class);
        assertThat(client.listHyperParameterTuningJobs().hyperParameterTuningJobSummaries())
                .isEmpty();
    }

    @Test
    void stopsTrainingJobsEarly() {
        var plain = tuning("sdk");
        var hyperband = plain.hyperParameterTuningJobConfig().toBuilder()
                .strategy(HyperParameterTuningJobStrategyType.HYPERBAND)
                .strategyConfig(strategy -> strategy.hyperbandStrategyConfig(
                        resources -> resources.minResource(2).maxResource(20)))
                .trainingJobEarlyStoppingType(TrainingJobEarlyStoppingType.OFF)
                .resourceLimits(limits -> limits.maxNumberOfTrainingJobs(20).maxParallelTrainingJobs(4))
                .build();

        client.createHyperParameterTuningJob(
                plain.toBuilder().hyperParameterTuningJobConfig(hyperband).build());
        eventually(() -> status("sdk"), HyperParameterTuningJobStatus.COMPLETED::equals);

        var job = client.describeHyperParameterTuningJob(r -> r.hyperParameterTuningJobName("sdk"));
        assertThat(job.hyperParameterTuningJobConfig().strategyConfig()).isEqualTo(hyperband.strategyConfig());
        assertThat(job.trainingJobStatusCounters().stopped()).isPositive();
        assertThat(job.objectiveStatusCounters().succeeded()).isEqualTo(20);
        var summaries = client.listTrainingJobsForHyperParameterTuningJob(
                        r -> r.hyperParameterTuningJobName("sdk").statusEquals(TrainingJobStatus.STOPPED))
                .trainingJobSummaries();
        assertThat(summaries).isNotEmpty().allMatch(summary -> summary.objectiveStatus() == ObjectiveStatus.SUCCEEDED);
    }

    @Test
    void raisesTypedExceptions() {
        client.createHyperParameterTuningJob(tuning("sdk"));

        assertThatThrownBy(() -> client.createHyperParameterTuningJob(tuning("SDK")))
                .isInstanceOf(ResourceInUseException.class)
                .hasMessageContaining("A hyperparameter tuning job with the name, SDK, already exists.");
        assertThatThrownBy(() -> status("nobody"))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Amazon SageMaker can't find a tuning job called nobody. Type another name.");
        assertInvalid(
                () -> client.createHyperParameterTuningJob(tuning("a".repeat(33))),
                "'hyperParameterTuningJobName' failed to satisfy constraint");
    }

    @Test
    void raisesWhatEachOperationDeclaresForAnUnknownName() {
        var unknown = Map.<String, ThrowingCallable>of(
                "list",
                () -> client.listTrainingJobsForHyperParameterTuningJob(r -> r.hyperParameterTuningJobName("nobody")),
                "stop",
                () -> client.stopHyperParameterTuningJob(r -> r.hyperParameterTuningJobName("nobody")),
                "delete",
                () -> client.deleteHyperParameterTuningJob(r -> r.hyperParameterTuningJobName("nobody")));

        unknown.forEach((operation, call) -> assertThatThrownBy(call)
                .as(operation)
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("can't find a tuning job called nobody"));
        // AWS: not the ResourceNotFound that the model declares.
        assertInvalid(
                () -> client.describeTrainingJob(r -> r.trainingJobName("nobody")), "Requested resource not found.");
    }

    @Test
    void anEndedJobIsNotStoppedOnceMore() {
        client.createHyperParameterTuningJob(tuning("sdk"));
        eventually(() -> status("sdk"), HyperParameterTuningJobStatus.COMPLETED::equals);

        assertInvalid(() -> client.stopHyperParameterTuningJob(r -> r.hyperParameterTuningJobName("sdk")), "already");
    }

    private static void assertInvalid(ThrowingCallable call, String words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SageMakerException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"))
                .hasMessageContaining(words);
    }
}
