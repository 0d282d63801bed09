package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Single training jobs from their creation to their end. */
class TrainingJobLifeCycleIT extends GaServer {
    private static final List<String> NOT_SHOWN = List.of("Tags", "SessionChainingConfig");

    @AfterEach
    void letTimeRunAgain() {
        clock("{\"mode\":\"instant\"}");
    }

    private static Body asked(String name) {
        return Body.resource("/requests/create-training-job.json").with("TrainingJobName", name);
    }

    private static Body training(String name) {
        return Body.empty().with("TrainingJobName", name);
    }

    private JsonNode show(String name) {
        return answer("DescribeTrainingJob", training(name));
    }

    private JsonNode ended(String name) {
        return eventually(
                () -> show(name),
                job -> List.of("Completed", "Failed", "Stopped")
                        .contains(job.path("TrainingJobStatus").stringValue()));
    }

    @Test
    void givesBackAllThatWasAsked() {
        var request = asked("Train");

        var created = answer("CreateTrainingJob", request);

        var arn = "arn:aws:sagemaker:us-east-1:" + account + ":training-job/train";
        assertThat(created.path("TrainingJobArn").stringValue()).isEqualTo(arn);
        var job = ended("tRAIN");
        for (var member : members(request.tree())) {
            if (!NOT_SHOWN.contains(member)) {
                assertThat(job.path(member)).as(member).isEqualTo(request.at(member));
            }
        }
        assertThat(job.path("TrainingJobArn").stringValue()).isEqualTo(arn);
        assertThat(job.path("ProfilingStatus").stringValue()).isEqualTo("Enabled");
        assertThat(NOT_SHOWN).noneMatch(job::has);
        assertThat(job.has("TuningJobArn")).isFalse();
    }

    @Test
    void goesThroughTheStatusesOfATrainingJob() {
        answer("CreateTrainingJob", asked("Train"));

        var job = ended("Train");

        assertThat(job.path("TrainingJobStatus").stringValue()).isEqualTo("Completed");
        assertThat(job.path("SecondaryStatus").stringValue()).isEqualTo("Completed");
        assertThat(job.path("SecondaryStatusTransitions").values())
                .extracting(transition -> transition.path("Status").stringValue())
                .containsExactly("Starting", "Downloading", "Training", "Uploading", "Completed");
        assertThat(job.at("/ModelArtifacts/S3ModelArtifacts").stringValue())
                .isEqualTo("s3://churn/models/Train/output/model.tar.gz");
        assertThat(job.path("FinalMetricDataList").values())
                .extracting(metric -> metric.path("MetricName").stringValue())
                .containsExactlyInAnyOrder("accuracy", "loss");
        var seconds = job.path("TrainingEndTime").asDouble()
                - job.path("TrainingStartTime").asDouble();
        assertThat(job.path("TrainingTimeInSeconds").asLong()).isEqualTo(Math.round(seconds));
        assertThat(job.path("EnableManagedSpotTraining").booleanValue()).isTrue();
        assertThat(job.path("BillableTimeInSeconds").asDouble()).isEqualTo(0.35 * seconds, Offset.offset(0.51));
        assertThat(job.path("LastModifiedTime")).isEqualTo(job.path("TrainingEndTime"));
    }

    @Test
    void theSameNameGivesTheSameResult() {
        answer("CreateTrainingJob", asked("Train"));
        var first = ended("Train").path("FinalMetricDataList").values().stream()
                .map(metric -> metric.path("Value"))
                .toList();
        answer("DeleteTrainingJob", training("Train"), "");

        answer("CreateTrainingJob", asked("Train"));

        assertThat(ended("Train").path("FinalMetricDataList").values())
                .extracting(metric -> metric.path("Value"))
                .isEqualTo(first);
    }

    @Test
    void aLeastRequestIsEnough() {
        var least = Body.of("""
                {"TrainingJobName": "least", "RoleArn": "arn:aws:iam::123456789012:role/r",
                 "AlgorithmSpecification": {"TrainingImage": "busybox", "TrainingInputMode": "File"},
                 "OutputDataConfig": {"S3OutputPath": "s3://bucket/"},
                 "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 1}}
                """);

        answer("CreateTrainingJob", least);

        var job = ended("least");
        assertThat(job.at("/StoppingCondition/MaxRuntimeInSeconds").asLong()).isEqualTo(86_400);
        assertThat(job.path("HyperParameters")).isEmpty();
        assertThat(job.path("EnableNetworkIsolation").asBoolean()).isFalse();
        assertThat(job.has("FinalMetricDataList")).isFalse();
        assertThat(job.path("ProfilingStatus").stringValue()).isEqualTo("Disabled");
    }

    @Test
    void namesAreUniqueInEveryCase() {
        answer("CreateTrainingJob", asked("Train"));

        var reply = tell("CreateTrainingJob", asked("TRAIN"));

        assertError(reply, 400, "ResourceInUse");
        assertThat(reply.message())
                .isEqualTo("Training job names must be unique within an AWS account and region, and a training job"
                        + " with this name already exists (arn:aws:sagemaker:us-east-1:" + account
                        + ":training-job/train)");
    }

    @Test
    void namesAreUniqueAmongTheTrainingJobsOfTuningJobsToo() {
        var launched = launchedByATuningJob();

        var reply = tell("CreateTrainingJob", asked(launched.toUpperCase(Locale.ROOT)));

        assertError(reply, 400, "ResourceInUse");
        assertThat(reply.message())
                .endsWith("(" + show(launched).path("TrainingJobArn").stringValue() + ")");
    }

    @Test
    void stopsATrainingJob() {
        clock("{\"mode\":\"manual\"}");
        answer("CreateTrainingJob", asked("Train"));
        assertError(tell("DeleteTrainingJob", training("Train")), 400, "ResourceInUse");

        answer("StopTrainingJob", training("train"), "");

        assertThat(show("Train").path("TrainingJobStatus").stringValue()).isEqualTo("Stopping");
        answer("StopTrainingJob", training("train"), "");
        clock("{\"mode\":\"instant\"}");
        assertThat(ended("Train").path("TrainingJobStatus").stringValue()).isEqualTo("Stopped");
        var late = tell("StopTrainingJob", training("train"));
        assertError(late, 400, "ValidationException");
        assertThat(late.message()).isEqualTo("The request was rejected because the training job is in status Stopped.");
        answer("DeleteTrainingJob", training("TRAIN"), "");
        for (var operation : List.of("DescribeTrainingJob", "StopTrainingJob", "DeleteTrainingJob")) {
            var gone = tell(operation, training("Train"));
            assertError(gone, 400, "ValidationException");
            assertThat(gone.message()).isEqualTo("Requested resource not found.");
        }
    }

    @Test
    void stopsATrainingJobOfATuningJobWhichGoesOn() {
        clock("{\"mode\":\"manual\"}");
        answer("CreateHyperParameterTuningJob", full());
        var first = eventually(
                        () -> answer("ListTrainingJobsForHyperParameterTuningJob", named("Churn"))
                                .path("TrainingJobSummaries"),
                        jobs -> !jobs.isEmpty())
                .path(0)
                .path("TrainingJobName")
                .stringValue();

        answer("StopTrainingJob", training(first), "");

        assertThat(show(first).path("TrainingJobStatus").stringValue()).isEqualTo("Stopping");
        clock("{\"mode\":\"instant\"}");
        var tuned = describeEnded("Churn");
        assertThat(status(tuned)).isEqualTo("Completed");
        assertThat(tuned.at("/TrainingJobStatusCounters/Stopped").asInt()).isEqualTo(1);
        assertThat(tuned.at("/TrainingJobStatusCounters/Completed").asInt()).isEqualTo(1);
        assertError(tell("StopTrainingJob", training(first)), 400, "ValidationException");
    }

    @Test
    void refusesToDeleteATrainingJobOfATuningJob() {
        var launched = launchedByATuningJob();

        var reply = tell("DeleteTrainingJob", training(launched));

        assertError(reply, 400, "ResourceInUse");
        assertThat(reply.message()).contains("belongs to the tuning job Churn");
        show(launched);
    }

    @Test
    void aCallerWithoutAnAccountFindsTheTrainingJobsOfAll() {
        var name = "only-" + account;
        answer("CreateTrainingJob", asked(name));
        ended(name);

        var found = call("DescribeTrainingJob", training(name));

        assertThat(found.status()).isEqualTo(200);
        assertThat(call("DeleteTrainingJob", training(name)).status()).isEqualTo(200);
        assertThat(call("DescribeTrainingJob", training(name)).status()).isEqualTo(400);
    }

    @Test
    void aResetForgetsTrainingJobs() {
        answer("CreateTrainingJob", asked("Train"));

        assertThat(post("/_attune/reset", "").status()).isEqualTo(204);

        clock("{\"mode\":\"instant\"}");
        assertThat(tell("DescribeTrainingJob", training("Train")).status()).isEqualTo(400);
    }

    private void answer(String operation, Body body, String expected) {
        var reply = tell(operation, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo(expected);
    }

    private String launchedByATuningJob() {
        answer("CreateHyperParameterTuningJob", full());
        return describeEnded("Churn").at("/BestTrainingJob/TrainingJobName").stringValue();
    }
}
