package dev.attune.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import dev.attune.api.LiveServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** State changes as server-sent events. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EventsIT extends LiveServer {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String account = freshAccount();

    @AfterEach
    void letTimeRunAgain() {
        clock("{\"mode\":\"instant\"}");
    }

    @Test
    void tellsEveryStateChangeOfATuningJobAndItsTrainingJobs() throws IOException, InterruptedException {
        create(job(3));
        describeEnded(account, "churn");

        var events = untilTheEnd("?after=0");

        assertThat(events).hasSize(8);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.path("version").stringValue()).isEqualTo("0");
            assertThat(event.path("source").stringValue()).isEqualTo("aws.sagemaker");
            assertThat(event.path("account").stringValue()).isEqualTo(account);
            assertThat(event.path("region").stringValue()).isEqualTo("us-east-1");
            assertThat(event.path("time").stringValue()).matches("[0-9-]{10}T[0-9:]{8}Z");
            assertThat(event.path("id").stringValue()).hasSize(36);
        });
        assertThat(events.stream().map(event -> event.path("id").stringValue())).doesNotHaveDuplicates();
        assertThat(events.stream().filter(EventsIT::isOfTuningJob).map(EventsIT::status))
                .containsExactly("InProgress", "Completed");
        assertThat(events.stream().filter(event -> !isOfTuningJob(event)).map(EventsIT::status))
                .containsExactlyInAnyOrder(
                        "InProgress", "InProgress", "InProgress", "Completed", "Completed", "Completed");
        var end = events.get(7).path("detail");
        assertThat(events.get(7).at("/resources/0").stringValue())
                .isEqualTo("arn:aws:sagemaker:us-east-1:" + account + ":hyper-parameter-tuning-job/churn");
        assertThat(end.path("HyperParameterTuningJobName").stringValue()).isEqualTo("churn");
        assertThat(end.at("/TrainingJobStatusCounters/Completed").asInt()).isEqualTo(3);
        assertThat(end.path("CreationTime").asLong()).isGreaterThan(1_000_000_000_000L);
        var training = events.stream()
                .filter(event -> status(event).equals("Completed"))
                .findFirst()
                .orElseThrow()
                .path("detail");
        assertThat(training.path("HyperParameters").path("depth").isString()).isTrue();
        assertThat(training.path("SecondaryStatus").stringValue()).isEqualTo("Completed");
        assertThat(training.at("/SecondaryStatusTransitions/0/StartTime").asLong())
                .isEqualTo(training.path("CreationTime").asLong());
    }

    @Test
    void tellsOfAStoppedJobAndThatItIsStopping() throws IOException, InterruptedException {
        clock("{\"mode\":\"manual\"}");
        create(job(4));
        eventually(
                () -> ask("ListTrainingJobsForTuningJob", Body.tuningJob(account, "churn"))
                        .path("TrainingJobSummaries"),
                jobs -> !jobs.isEmpty());
        call("StopTuningJob", Body.tuningJob(account, "churn"));
        clock("{\"mode\":\"instant\"}");
        describeEnded(account, "churn");

        var events = untilTheEnd("?after=0");

        assertThat(events.stream().filter(EventsIT::isOfTuningJob).map(EventsIT::status))
                .containsExactly("InProgress", "Stopping", "Stopped");
        assertThat(events.stream().filter(event -> !isOfTuningJob(event)).map(EventsIT::status))
                .contains("InProgress", "Stopping", "Stopped");
    }

    @Test
    void tellsASingleTrainingJobToo() throws IOException, InterruptedException {
        var request = JsonMapper.shared()
                .readTree(java.nio.file.Files.readString(
                        java.nio.file.Path.of("clients/examples/create-training-job.json")));
        var name = request.path("TrainingJobName").stringValue();
        assertThat(callAs(account, "us-east-1", "CreateTrainingJob", request).status())
                .isEqualTo(200);

        var statuses = new ArrayList<String>();
        try (var in = open("?after=0")) {
            while (!statuses.contains("Completed")) {
                var event = next(in);
                if (isOurs(event)) {
                    assertThat(event.at("/detail/TrainingJobName").stringValue())
                            .isEqualTo(name);
                    statuses.add(status(event));
                }
            }
        }
        assertThat(statuses).containsExactly("InProgress", "Completed");
    }

    @Test
    void goesOnAfterTheLastEventThatWasSeen() throws IOException, InterruptedException {
        create(job(2));
        describeEnded(account, "churn");
        var all = ids("?after=0", 6);
        var third = all.get(all.size() - 4);

        assertThat(ids("?after=" + third, 3)).isEqualTo(all.subList(all.size() - 3, all.size()));
        try (var in = new BufferedReader(new InputStreamReader(
                CLIENT.send(
                                request("/_attune/events")
                                        .header("Last-Event-ID", third)
                                        .GET()
                                        .build(),
                                BodyHandlers.ofInputStream())
                        .body(),
                StandardCharsets.UTF_8))) {
            assertThat(id(in)).isEqualTo(all.get(all.size() - 3));
        }
        assertThat(new TreeSet<>(all.stream().map(Long::valueOf).toList()))
                .containsExactlyElementsOf(all.stream().map(Long::valueOf).toList());
    }

    @Test
    void tellsWhatHappensFromNowOnWhereNothingElseIsAskedFor() throws IOException, InterruptedException {
        create(job(1));
        describeEnded(account, "churn");
        var other = freshAccount();
        try (var in = open("")) {
            create(job(1).with("AwsAccountId", other));

            assertThat(next(in).path("account").stringValue()).isEqualTo(other);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "99999999999999999999"})
    void refusesWhatIsNoPosition(String after) {
        assertThat(get("/_attune/events?after=" + after).status()).isEqualTo(400);
        assertThat(send(request("/_attune/events")
                                .header("Last-Event-ID", after)
                                .GET())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void answersHeadAtOnce() {
        assertThat(send(request("/_attune/events").method("HEAD", BodyPublishers.noBody()))
                        .status())
                .isEqualTo(200);
    }

    private List<JsonNode> untilTheEnd(String query) throws IOException, InterruptedException {
        var events = new ArrayList<JsonNode>();
        try (var in = open(query)) {
            while (true) {
                var event = next(in);
                if (isOurs(event)) {
                    events.add(event);
                    if (isOfTuningJob(event)
                            && !List.of("InProgress", "Stopping").contains(status(event))) {
                        return events;
                    }
                }
            }
        }
    }

    private List<String> ids(String query, int count) throws IOException, InterruptedException {
        var ids = new ArrayList<String>();
        try (var in = open(query)) {
            var ours = 0;
            while (ours < count) {
                var id = id(in);
                ours += isOurs(data(in)) ? 1 : 0;
                ids.add(id);
            }
        }
        return ids;
    }

    private BufferedReader open(String query) throws IOException, InterruptedException {
        var response = CLIENT.send(request("/_attune/events" + query).GET().build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type").orElseThrow()).startsWith("text/event-stream");
        var in = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        assertThat(in.readLine()).isEqualTo(": events");
        return in;
    }

    private static JsonNode next(BufferedReader in) throws IOException {
        id(in);
        return data(in);
    }

    private static String id(BufferedReader in) throws IOException {
        return after("id: ", in);
    }

    private static JsonNode data(BufferedReader in) throws IOException {
        return JsonMapper.shared().readTree(after("data: ", in));
    }

    private static String after(String prefix, BufferedReader in) throws IOException {
        var line = in.readLine();
        while (!line.startsWith(prefix)) {
            line = in.readLine();
        }
        return line.substring(prefix.length());
    }

    private boolean isOurs(JsonNode event) {
        return event.path("account").stringValue().equals(account);
    }

    private static boolean isOfTuningJob(JsonNode event) {
        return event.path("detail-type").stringValue().equals("SageMaker HyperParameter Tuning Job State Change");
    }

    private static String status(JsonNode event) {
        return event.path("detail")
                .path(isOfTuningJob(event) ? "HyperParameterTuningJobStatus" : "TrainingJobStatus")
                .stringValue();
    }

    private Body job(int trials) {
        return Body.createTuningJob()
                .with("AwsAccountId", account)
                .with("TuningJobConfig.ResourceLimits.MaxNumberOfTrainingJobs", trials);
    }
}
