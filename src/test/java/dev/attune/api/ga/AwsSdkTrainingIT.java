package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.ResourceInUseException;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatus;
import software.amazon.awssdk.services.sagemaker.model.SecondaryStatusTransition;
import software.amazon.awssdk.services.sagemaker.model.SortBy;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sagemaker.model.TrainingInputMode;
import software.amazon.awssdk.services.sagemaker.model.TrainingInstanceType;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobSummary;

/** AWS's own SDK for Java with single training jobs. */
class AwsSdkTrainingIT extends GaServer {
    private SageMakerClient client;

    @BeforeEach
    void connect() {
        client = SageMakerClient.builder()
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

    private static CreateTrainingJobRequest training(String name) {
        return CreateTrainingJobRequest.builder()
                .trainingJobName(name)
                .hyperParameters(Map.of("x1", "3.141592653589793", "x2", "2.275"))
                .algorithmSpecification(
                        algorithm -> algorithm.trainingImage("attune/branin").trainingInputMode(TrainingInputMode.FILE))
                .roleArn("arn:aws:iam::123456789012:role/trainer")
                .outputDataConfig(output -> output.s3OutputPath("s3://bucket/out"))
                .resourceConfig(machines -> machines.instanceType(TrainingInstanceType.ML_M5_LARGE)
                        .instanceCount(1)
                        .volumeSizeInGB(10))
                .stoppingCondition(stop -> stop.maxRuntimeInSeconds(3600))
                .tags(Tag.builder().key("team").value("ml").build())
                .build();
    }

    private TrainingJobStatus status(String name) {
        return client.describeTrainingJob(r -> r.trainingJobName(name)).trainingJobStatus();
    }

    @Test
    void createsListsDescribesAndDeletes() {
        var arn = client.createTrainingJob(training("Sdk")).trainingJobArn();
        client.createTrainingJob(training("other"));
        client.waiter().waitUntilTrainingJobCompletedOrStopped(r -> r.trainingJobName("Sdk"));

        assertThat(arn).isEqualTo("arn:aws:sagemaker:eu-west-1:" + account + ":training-job/sdk");
        var job = client.describeTrainingJob(r -> r.trainingJobName("sdk"));
        assertThat(job.trainingJobName()).isEqualTo("Sdk");
        assertThat(job.trainingJobStatus()).isEqualTo(TrainingJobStatus.COMPLETED);
        assertThat(job.secondaryStatusTransitions())
                .extracting(SecondaryStatusTransition::status)
                .first()
                .isEqualTo(SecondaryStatus.STARTING);
        assertThat(job.finalMetricDataList()).singleElement().satisfies(metric -> {
            assertThat(metric.metricName()).isEqualTo("loss");
            assertThat(metric.value()).isEqualTo(0.397887f, within(1e-6f));
        });
        assertThat(job.tuningJobArn()).isNull();
        assertThat(
                        client
                                .listTrainingJobsPaginator(
                                        r -> r.sortBy(SortBy.NAME).maxResults(1))
                                .trainingJobSummaries()
                                .stream())
                .extracting(TrainingJobSummary::trainingJobName)
                .containsExactly("other", "Sdk");

        client.deleteTrainingJob(r -> r.trainingJobName("Sdk"));

        assertThatThrownBy(() -> status("Sdk"))
                .isInstanceOf(SageMakerException.class)
                .hasMessageContaining("Requested resource not found.");
    }

    @Test
    void stopsAndRaisesTypedExceptions() {
        clock("{\"mode\":\"manual\"}");
        client.createTrainingJob(training("sdk"));

        assertThatThrownBy(() -> client.createTrainingJob(training("SDK")))
                .isInstanceOf(ResourceInUseException.class)
                .hasMessageContaining("Training job names must be unique within an AWS account and region");
        assertThatThrownBy(() -> client.deleteTrainingJob(r -> r.trainingJobName("sdk")))
                .isInstanceOf(ResourceInUseException.class)
                .hasMessageContaining("not in a terminal state");
        client.stopTrainingJob(r -> r.trainingJobName("sdk"));
        assertThat(status("sdk")).isEqualTo(TrainingJobStatus.STOPPING);
        clock("{\"mode\":\"instant\"}");
        eventually(() -> status("sdk"), TrainingJobStatus.STOPPED::equals);
        assertThatThrownBy(() -> client.stopTrainingJob(r -> r.trainingJobName("sdk")))
                .isInstanceOfSatisfying(
                        SageMakerException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
    }
}
