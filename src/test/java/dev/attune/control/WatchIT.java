package dev.attune.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import dev.attune.api.LiveServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchIT extends LiveServer {
    private static final String LIMITS = "TuningJobConfig.ResourceLimits";
    private static final String IMAGE = "TrainingJobDefinition.AlgorithmSpecification.TrainingImage";
    private static final int MOST_WATCHERS = 64;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String account = freshAccount();
    private final String name = "w" + account;

    @BeforeEach
    @AfterEach
    void letTimeRunAgain() {
        clock("{\"mode\":\"instant\"}");
    }

    private Body job() {
        return Body.createTuningJob()
                .with("AwsAccountId", account)
                .with("TuningJobName", name)
                .with(LIMITS + ".MaxNumberOfTrainingJobs", 5)
                .with(LIMITS + ".MaxParallelTrainingJobs", 2);
    }

    private String watch() {
        return "/_attune/tuning-jobs/" + name + "/watch";
    }

    private InputStream open() throws IOException, InterruptedException {
        return CLIENT.send(request(watch()).GET().build(), BodyHandlers.ofInputStream())
                .body();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @Test
    void tellsTheStoryOfAFinishedJob() {
        create(job());
        var ended = describeEnded(account, name);

        var story = get(watch());

        assertThat(story.status()).isEqualTo(200);
        assertThat(story.header("content-type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        var lines = story.text().lines().toList();
        assertThat(lines).hasSize(7);
        assertThat(lines.get(0))
                .isEqualTo(name + "  Bayesian  maximise accuracy  image "
                        + "123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1  5 training jobs, 2 at a time");
        assertThat(lines.subList(1, 6)).allMatch(line -> line.matches(" +[1-5]/5  \\S+ +best \\S+ .*depth=.*"));
        assertThat(lines.get(6))
                .startsWith("RESULT status=Completed best=")
                .contains(" job=" + ended.at("/BestTrainingJob/TrainingJobName").stringValue() + " trainingJobs=5 ");
        assertThat(get(watch()).text()).isEqualTo(story.text());
    }

    @Test
    void followsARunningJobToItsEnd() throws IOException, InterruptedException {
        clock("{\"mode\":\"manual\"}");
        create(job());
        try (var in = open()) {
            assertThat(line(in)).startsWith(name + "  Bayesian");

            clock("{\"mode\":\"instant\"}");

            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(6)
                    .last()
                    .asString()
                    .startsWith("RESULT status=Completed");
        }
    }

    @Test
    void tellsOfAStoppedJob() {
        clock("{\"mode\":\"manual\"}");
        create(job());
        call("StopTuningJob", Body.tuningJob(account, name));
        clock("{\"mode\":\"instant\"}");

        assertThat(get(watch()).text()).contains("\nRESULT status=Stopped best=");
    }

    @Test
    void tellsOfAFailedJobWithItsReason() {
        create(job().with(IMAGE, "attune/failing").with(LIMITS + ".MaxParallelTrainingJobs", 1));

        assertThat(get(watch()).text())
                .contains("\nRESULT status=Failed best=- job=- trainingJobs=5 ")
                .endsWith(" reason=\"No training job succeeded after 5 attempts. Please take a look at the training job"
                        + " failures to get more details.\"" + System.lineSeparator());
    }

    @Test
    void findsAJobInAnyCase() {
        create(job());

        assertThat(get("/_attune/tuning-jobs/" + name.toUpperCase(Locale.ROOT) + "/watch")
                        .text())
                .startsWith(name + "  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "%20", "a%0Ab", "%F0%9F%98%80", "%25", "a_b%27--"})
    void saysWhenAJobIsUnknown(String unknown) {
        var reply = get("/_attune/tuning-jobs/" + unknown + "/watch");

        assertThat(reply.status()).as(reply.text()).isEqualTo(404);
        assertThat(reply.json().path("error").stringValue()).isEqualTo("NotFound");
        assertThat(reply.message()).startsWith("Amazon SageMaker can't find a tuning job called ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%2Fb", "a%5Cb", "a%00b", "%ff", "%2e%2e%2fx", "..%2e", "nope;b=c"})
    void refusesPathsThatAreNoName(String path) {
        assertThat(get("/_attune/tuning-jobs/" + path + "/watch").status()).isBetween(400, 499);
    }

    @Test
    void asksWhichOfTwoJobsOfOneName() {
        var other = freshAccount();
        create(job());
        create(job().with("AwsAccountId", other));

        var unclear = get(watch());

        assertThat(unclear.status()).isEqualTo(400);
        assertThat(unclear.message())
                .isEqualTo("There are [2] tuning jobs called [" + name + "]. Maybe add ?account=…&region=…");
        assertThat(get(watch() + "?account=" + other).text()).contains("\nRESULT ");
        assertThat(get(watch() + "?account=" + account + "&region=us-east-1").text())
                .contains("\nRESULT ");
        assertThat(get(watch() + "?account=" + account + "&region=eu-west-1").status())
                .isEqualTo(404);
        assertThat(get(watch() + "?account=&region=").status()).isEqualTo(404);
    }

    @Test
    void keepsStrangeTextInItsLine() {
        create(job().with(IMAGE, "image\nRESULT status=Forged")
                .with("TuningJobConfig.ParameterRanges.IntegerParameterRanges[0].Name", "depth\nRESULT status=Forged")
                .with(
                        "TuningJobConfig.ParameterRanges.CategoricalParameterRanges[0].Values",
                        List.of("a\r\nRESULT x")));

        assertThat(get(watch()).text().lines().filter(line -> line.startsWith("RESULT")))
                .hasSize(1)
                .allMatch(line -> line.startsWith("RESULT status=Completed"));
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void answersHeadAtOnce() {
        clock("{\"mode\":\"manual\"}");
        create(job());

        assertThat(send(request(watch()).method("HEAD", BodyPublishers.noBody()).timeout(Duration.ofSeconds(10)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesOneWatcherTooManyAndGoesOnServing() throws IOException, InterruptedException {
        clock("{\"mode\":\"manual\"}");
        create(job());
        var watchers = new ArrayList<InputStream>();
        try {
            for (int i = 0; i < MOST_WATCHERS; i++) {
                watchers.add(open());
            }

            var jobs = list("000000000000").size();
            var refused = get(watch());
            var refusedDemo = send(request("/_attune/demo").POST(BodyPublishers.noBody()));

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.json().path("error").stringValue()).isEqualTo("TooManyWatchers");
            assertThat(refused.message()).isEqualTo("Already [64] are watching. Maybe end one of them");
            assertThat(refusedDemo.status()).isEqualTo(429);
            assertThat(list("000000000000")).hasSize(jobs);
            assertThat(get("/_attune/health").status()).isEqualTo(200);
            assertThat(describe(account, name).path("TuningJobStatus").stringValue())
                    .isEqualTo("InProgress");
        } finally {
            for (var watcher : watchers) {
                watcher.close();
            }
        }
        clock("{\"mode\":\"instant\"}");
        var again = eventually(() -> get(watch()), reply -> reply.status() == 200);
        assertThat(again.text()).contains("\nRESULT status=Completed");
    }
}
