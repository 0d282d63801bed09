package dev.attune.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import dev.attune.api.LiveServer;
import dev.attune.api.Reply;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pause, and time that runs until a tuning job is somewhere. */
class TimeLapseIT extends LiveServer {
    private static final String RUN_UNTIL = "/_attune/clock/run-until";

    private final String account = freshAccount();

    @BeforeEach
    void stopTime() {
        clock("{\"mode\":\"manual\"}");
    }

    @AfterEach
    void letTimeRunAgain() {
        clock("{\"mode\":\"instant\",\"speed\":600,\"paused\":false}");
    }

    private void createJob(String name) {
        create(Body.createTuningJob().with("AwsAccountId", account).with("TuningJobName", name));
    }

    private Reply runUntil(String name, String status) {
        return post(
                RUN_UNTIL, "{\"job\":\"" + name + "\",\"status\":\"" + status + "\",\"account\":\"" + account + "\"}");
    }

    private String status(String name) {
        return describe(account, name).path("TuningJobStatus").stringValue();
    }

    private double elapsed() {
        return get("/_attune/clock").json().path("elapsedSeconds").doubleValue();
    }

    @Test
    void timeStopsAtTheVeryEventAndEveryAnswerSaysSo() {
        createJob("lapse");
        createJob("other");
        var before = elapsed();

        var reply = runUntil("LAPSE", "Completed");

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().path("job").stringValue()).isEqualTo("lapse");
        assertThat(reply.json().path("status").stringValue()).isEqualTo("Completed");
        var ended = describe(account, "lapse");
        assertThat(ended.path("TuningJobStatus").stringValue()).isEqualTo("Completed");
        var lasted = ended.path("TuningJobEndTime").doubleValue()
                - ended.path("TuningJobStartTime").doubleValue();
        assertThat(elapsed()).isEqualTo(reply.json().at("/clock/elapsedSeconds").doubleValue());
        assertThat(elapsed() - before).isBetween(lasted - 1, lasted + 1);
        assertThat(reply.json().at("/clock/mode").stringValue()).isEqualTo("manual");
        createJob("later");
        assertThat(describe(account, "later").path("TuningJobStartTime").doubleValue())
                .isBetween(ended.path("TuningJobEndTime").doubleValue() - 1e-3, Double.MAX_VALUE);
    }

    @Test
    void theHistoryIsThatOfAnyOtherClock() {
        createJob("same");
        runUntil("same", "Completed");
        var other = freshAccount();
        clock("{\"mode\":\"instant\"}");
        create(Body.createTuningJob().with("AwsAccountId", other).with("TuningJobName", "same"));
        describeEnded(other, "same");

        assertThat(configurations(account)).isEqualTo(configurations(other)).isNotEmpty();
    }

    private String configurations(String owner) {
        return ask("ListTrainingJobsForTuningJob", Body.tuningJob(owner, "same"))
                .path("TrainingJobSummaries")
                .values()
                .stream()
                .map(job -> job.path("TunedHyperParameters") + " " + job.path("FinalTuningJobObjectiveMetric"))
                .sorted()
                .toList()
                .toString();
    }

    @Test
    void aStopRunsOutUntilStopped() {
        createJob("stopped");
        post("/_attune/clock/advance", "{\"seconds\":100}");
        eventually(
                () -> describe(account, "stopped"),
                job -> job.at("/ResourcesStats/ConsumedResources/Jobs/Running").intValue() > 0);

        assertThat(runUntil("stopped", "Stopped").message())
                .isEqualTo("The tuning job [stopped] is [InProgress], and time alone does not make it [Stopped]."
                        + " Maybe stop it first");
        ask("StopTuningJob", Body.tuningJob(account, "stopped"));
        assertThat(runUntil("stopped", "Stopping").status()).isEqualTo(200);
        assertThat(runUntil("stopped", "Stopped").status()).isEqualTo(200);
        assertThat(status("stopped")).isEqualTo("Stopped");

        var never = runUntil("stopped", "Completed");
        assertThat(never.status()).isEqualTo(409);
        assertThat(never.json().path("error").stringValue()).isEqualTo("Conflict");
        assertThat(never.message()).isEqualTo("The tuning job [stopped] is [Stopped] and will not become [Completed]");
    }

    @Test
    void aJobThatFailsSaysWhy() {
        create(Body.createTuningJob()
                .with("AwsAccountId", account)
                .with("TuningJobName", "failing")
                .with("TrainingJobDefinition.AlgorithmSpecification.TrainingImage", "attune/failing"));

        assertThat(runUntil("failing", "Completed").message())
                .startsWith("The tuning job [failing] is [Failed] and will not become [Completed]: No training job"
                        + " succeeded after 1 attempts");
        assertThat(post(RUN_UNTIL, "{\"job\":\"failing\",\"account\":\"" + account + "\"}")
                        .json()
                        .path("status")
                        .stringValue())
                .isEqualTo("Failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scaled", "wall", "instant"})
    void aPausedClockStandsStillUntilItIsTold(String mode) {
        clock("{\"mode\":\"" + mode + "\",\"paused\":true}");
        createJob("paused");
        var before = get("/_attune/clock").json();
        assertThat(before.path("paused").booleanValue()).isTrue();
        assertThat(Instant.parse(before.path("now").stringValue()).toEpochMilli() / 1e3)
                .isEqualTo(
                        describe(account, "paused").path("TuningJobStartTime").doubleValue());

        assertThat(get("/_attune/clock").json()).isEqualTo(before);
        assertThat(runUntil("paused", "Completed").status()).isEqualTo(200);
        var after = get("/_attune/clock").json();
        assertThat(after.path("paused").booleanValue()).isTrue();
        assertThat(get("/_attune/clock").json()).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; 400; The member [job] is missing",
                "{\"job\":\"nobody\"}; 404; Amazon SageMaker can't find a tuning job called nobody",
                "{\"job\":\"nobody\",\"status\":\"Done\"}; 400; status [Done] must be one of InProgress, Completed, Failed",
                "{\"job\":5}; 400; job [5] must be a text",
                "{\"name\":\"a\"}; 400; There is no member [name]",
                "[]; 400; The body must be a JSON object",
            })
    void refusesWhatNamesNoJobOrNoStatus(String body, int status, String message) {
        var reply = post(RUN_UNTIL, body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.message()).startsWith(message);
    }
}
