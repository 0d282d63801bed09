package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Legal requests at the ends of what their members can hold: they run, and every answer about them is whole. */
class ExtremeRequestIT extends LiveServer {
    private static final String LIMITS = "TuningJobConfig.ResourceLimits";
    private static final String RANGES = "TuningJobConfig.ParameterRanges";
    private static final String IMAGE = "TrainingJobDefinition.AlgorithmSpecification.TrainingImage";
    private static final String RUNTIME = "TrainingJobDefinition.StoppingCondition.MaxRuntimeInSeconds";
    private static final String CLUSTER = "TrainingJobDefinition.ResourceConfig";

    private final String account = freshAccount();

    private Body jobs(int number, int parallel) {
        return Body.createTuningJob()
                .with("AwsAccountId", account)
                .with(LIMITS + ".MaxNumberOfTrainingJobs", number)
                .with(LIMITS + ".MaxParallelTrainingJobs", parallel);
    }

    private JsonNode ended(Body request) {
        create(request);
        return describeEnded(account, "churn");
    }

    /** Asks for everything there is about the job. */
    private void assertAnswersAreWhole(JsonNode job) {
        var training = ask("ListTrainingJobsForTuningJob", Body.tuningJob(account, "churn"))
                .path("TrainingJobSummaries");
        for (var summary : training) {
            var name = summary.path("TrainingJobName").stringValue();
            var reply = callAs(
                    account, "us-east-1", "DescribeTrainingJob", Body.empty().with("TrainingJobName", name));
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        }
        assertThat(job.toString()).doesNotContain("NaN", "Infinity");
        assertThat(training.toString()).doesNotContain("NaN", "Infinity");
        assertThat(get("/_attune/tuning-jobs/churn/watch?account=" + account).text())
                .contains("\nRESULT status=");
    }

    @Test
    void survivesTheLargestNumberOfTrainingJobs() {
        create(jobs(Integer.MAX_VALUE, Integer.MAX_VALUE));
        var other = Body.createTuningJob().with("AwsAccountId", freshAccount());
        create(other);

        assertThat(describeEnded(other.text("AwsAccountId"), "churn")
                        .path("TuningJobStatus")
                        .stringValue())
                .isEqualTo("Completed");
        assertThat(call("StopTuningJob", Body.tuningJob(account, "churn")).status())
                .isEqualTo(200);
        assertThat(describeEnded(account, "churn").path("TuningJobStatus").stringValue())
                .isEqualTo("Stopped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1",
                "attune/branin",
                "attune/sphere",
                "attune/rosenbrock",
                "xgboost"
            })
    void searchesTheWholeRangeOfDoublesAndLongs(String image) {
        var request = jobs(8, 4)
                .with(IMAGE, image)
                .with(
                        RANGES,
                        Map.of(
                                "ContinuousParameterRanges",
                                List.of(Map.of(
                                        "Name",
                                        "x1",
                                        "Type",
                                        "Continuous",
                                        "MinValue",
                                        "-1.7976931348623157e308",
                                        "MaxValue",
                                        "1.7976931348623157e308")),
                                "IntegerParameterRanges",
                                List.of(Map.of(
                                        "Name",
                                        "x2",
                                        "Type",
                                        "Integer",
                                        "MinValue",
                                        "-9223372036854775808",
                                        "MaxValue",
                                        "9223372036854775807"))));

        var job = ended(request);

        assertThat(job.path("TuningJobStatus").stringValue()).isIn("Completed", "Failed");
        assertAnswersAreWhole(job);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.9e-324 1.7976931348623157e308", "1e-400 1e-399", "1e308 1.1e308"})
    void searchesContinuousRangesAtTheEndsOfWhatADoubleHolds(String bounds) {
        var path = RANGES + ".ContinuousParameterRanges[0].";

        var job = ended(
                jobs(6, 2).with(path + "MinValue", bounds.split(" ")[0]).with(path + "MaxValue", bounds.split(" ")[1]));

        assertThat(job.path("TuningJobStatus").stringValue()).isEqualTo("Completed");
        assertAnswersAreWhole(job);
    }

    @Test
    void reportsMetricsBeyondThe32BitsOfAwsAsTheLargestNumberThere() {
        var far = Map.of("Name", "x1", "Type", "Continuous", "MinValue", "1e20", "MaxValue", "1e20");

        var job = ended(jobs(1, 1)
                .with(IMAGE, "attune/branin")
                .with("TrainingJobDefinition.AlgorithmSpecification.MetricDefinitions[0].Regex", "accuracy=(\\S+)")
                .with(RANGES, Map.of("ContinuousParameterRanges", List.of(far)))
                .with("TrainingJobDefinition.StaticHyperParameters", Map.of("x2", "0")));

        assertThat(job.at("/BestTrainingJob/FinalTuningJobObjectiveMetric/Value")
                        .doubleValue())
                .isEqualTo(Float.MAX_VALUE);
        assertAnswersAreWhole(job);
    }

    @Test
    void takesTheLargestClusterAndTheLongestTimes() {
        var job = ended(jobs(3, 3)
                .with(CLUSTER + ".InstanceCount", Integer.MAX_VALUE)
                .with(CLUSTER + ".VolumeSizeInGB", Integer.MAX_VALUE)
                .with(RUNTIME, Integer.MAX_VALUE)
                .with(LIMITS + ".MaxClockTimeInHours", Integer.MAX_VALUE));

        assertThat(job.path("TuningJobStatus").stringValue()).isEqualTo("Completed");
        assertThat(job.at("/ResourcesStats/ResourceLimits/MaxClockTimeInHours").intValue())
                .isEqualTo(Integer.MAX_VALUE);
        assertAnswersAreWhole(job);
    }

    @Test
    void stopsTrainingJobsAfterTheShortestTime() {
        var job = ended(jobs(3, 1).with(RUNTIME, 1));

        assertThat(job.path("TuningJobStatus").stringValue()).isIn("Completed", "Failed");
        assertAnswersAreWhole(job);
    }

    @Test
    void endsAJobWithoutMaxNumberByItsClock() {
        var job =
                ended(jobs(1, 1).without(LIMITS + ".MaxNumberOfTrainingJobs").with(LIMITS + ".MaxClockTimeInHours", 1));

        assertThat(job.path("TuningJobStatus").stringValue()).isEqualTo("Completed");
        assertThat(job.path("TuningJobEndTime").doubleValue()
                        - job.path("TuningJobStartTime").doubleValue())
                .isBetween(3600.0, 3600.0 + 180);
    }
}
