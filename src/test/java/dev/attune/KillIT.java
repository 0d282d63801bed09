package dev.attune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Kills the program, as {@code kill -9} does, in the middle of its work, and looks at what it makes of that. */
class KillIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path REQUEST = Path.of("clients/examples/create-tuning-job.json");
    private static final Path TRAINING = Path.of("clients/examples/create-training-job.json");
    private static final int TRIALS = 40;
    private static final int KILLS = 3;
    private static final Duration START_UP = Duration.ofSeconds(60);
    private static final Duration RESUMPTION = Duration.ofSeconds(10);

    private final Random random = new Random(7);
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @TempDir(cleanup = CleanupMode.ALWAYS)
    private Path data;

    private Server server;

    @BeforeEach
    void start() throws IOException {
        server = new Server(data);
    }

    @AfterEach
    void end() {
        server.kill();
    }

    @Test
    void aJobThatSurvivesKillsHasTheHistoryOfOneThatWasLetRun() throws IOException {
        assertThat(server.create("churn", TRIALS, 4)).isEqualTo(200);
        var inMidJob = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            var before = awaitTrialsBeyond(server.trials("churn").size() + 1);
            inMidJob += "InProgress".equals(server.status("churn")) ? 1 : 0;
            createUntilKilled();

            server = new Server(data);

            assertThat(server.trials("churn").size()).isGreaterThanOrEqualTo(before);
            if (before < TRIALS) {
                awaitTrialsBeyond(before);
            }
            assertThat(acknowledged).allMatch(name -> server.status(name) != null);
        }
        server.hurry();
        server.awaitEnd("churn");
        var survived = server.trials("churn");

        server.reset();
        server.hurry();
        server.create("churn", TRIALS, 4);
        server.awaitEnd("churn");

        assertThat(survived).hasSize(TRIALS).isEqualTo(server.trials("churn"));
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        assertThat(inMidJob).isGreaterThan(1);
    }

    @Test
    void aTrainingJobThatSurvivesAKillEndsAsOneThatWasLetRun() throws IOException {
        assertThat(server.train("churn-final")).isEqualTo(200);
        server.kill();

        server = new Server(data);

        server.hurry();
        var survived = server.awaitTrained("churn-final");
        server.reset();
        server.hurry();
        server.train("churn-final");
        assertThat(survived).isNotEmpty().isEqualTo(server.awaitTrained("churn-final"));
    }

    private int awaitTrialsBeyond(int count) {
        await().atMost(RESUMPTION)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> server.trials("churn").size() > Math.min(count, TRIALS - 1));
        return server.trials("churn").size();
    }

    /** Creates small jobs, and notes those that were acknowledged, while the process dies at some moment. */
    private void createUntilKilled() throws IOException {
        var end = random.nextInt(5, 40);
        for (int i = 0; ; i++) {
            var name = "ack-" + acknowledged.size() + "-" + i;
            if (i == end) {
                server.killSoon();
            }
            try {
                if (server.create(name, 1, 1) == 200) {
                    acknowledged.add(name);
                }
            } catch (UncheckedIOException e) {
                server.kill();
                return;
            }
        }
    }

    /** A process of its own on a free port. */
    private static final class Server {
        private final HttpClient client = HttpClient.newHttpClient();
        private final Process process;
        private final int port;

        private Server(Path data) throws IOException {
            port = freePort();
            var log = data.resolve("log.txt").toFile();
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx256m",
                            "-cp",
                            classPath(),
                            "dev.attune.AttuneApplication",
                            "--server.port=" + port,
                            "--attune.data-dir=" + data,
                            "--attune.clock.speed=60")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            await().atMost(START_UP)
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .conditionEvaluationListener(condition -> {
                        if (!process.isAlive()) {
                            throw new AssertionError("The server ended:\n" + read(log));
                        }
                    })
                    .until(() -> get("/_attune/health").statusCode() == 200);
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        /** Without the tests: their beans would be found too. */
        private static String classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry ->
                            !entry.endsWith("test-classes") && !entry.endsWith("test-classes" + File.separator))
                    .collect(Collectors.joining(File.pathSeparator));
        }

        private static String read(File file) {
            try {
                return Files.readString(file.toPath());
            } catch (IOException e) {
                return e.toString();
            }
        }

        private void killSoon() {
            process.destroyForcibly();
        }

        private void kill() {
            try {
                assertThat(process.destroyForcibly().waitFor(20, TimeUnit.SECONDS))
                        .isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private int create(String name, int trials, int parallel) throws IOException {
            var request = (ObjectNode) JSON.readTree(Files.readString(REQUEST));
            request.put("TuningJobName", name);
            var limits = (ObjectNode) request.path("TuningJobConfig").path("ResourceLimits");
            limits.put("MaxNumberOfTrainingJobs", trials);
            limits.put("MaxParallelTrainingJobs", parallel);
            return post("/CreateTuningJob", JSON.writeValueAsString(request)).statusCode();
        }

        private int train(String name) throws IOException {
            var request = (ObjectNode) JSON.readTree(Files.readString(TRAINING));
            request.put("TrainingJobName", name);
            return target("CreateTrainingJob", JSON.writeValueAsString(request)).statusCode();
        }

        /** The last values of the metrics of a training job that has ended. */
        private List<Double> awaitTrained(String name) {
            await().atMost(Duration.ofSeconds(60)).until(() -> describe(name).has("TrainingEndTime"));
            assertThat(describe(name).path("TrainingJobStatus").asString("")).isEqualTo("Completed");
            return describe(name).path("FinalMetricDataList").values().stream()
                    .map(metric -> metric.path("Value").asDouble())
                    .toList();
        }

        private @Nullable String status(String name) {
            return call("DescribeTuningJob", name).path("TuningJobStatus").asString(null);
        }

        private void awaitEnd(String name) {
            await().atMost(Duration.ofSeconds(60)).until(() -> !"InProgress".equals(status(name)));
            assertThat(status(name)).isEqualTo("Completed");
        }

        /** All that the API tells of the trials, with times since the creation of the job. */
        private List<Map<String, Object>> trials(String name) {
            var start = seconds(call("DescribeTuningJob", name).path("TuningJobStartTime"));
            var trials = new ArrayList<Map<String, Object>>();
            for (var summary : call("ListTrainingJobsForTuningJob", name).path("TrainingJobSummaries")) {
                var trial = new TreeMap<String, Object>();
                trial.put("summary", summary);
                trials.add(trial);
            }
            var ended = trials.stream()
                    .allMatch(trial -> "Completed"
                            .equals(((JsonNode) trial.get("summary"))
                                    .path("TrainingJobStatus")
                                    .asString("")));
            if (ended && !trials.isEmpty()) {
                trials.forEach(trial -> {
                    var training = describe(((JsonNode) trial.get("summary"))
                            .path("TrainingJobName")
                            .asString(""));
                    for (var time : List.of("CreationTime", "TrainingStartTime", "TrainingEndTime")) {
                        trial.put(time, Math.round(1000 * (seconds(training.path(time)) - start)));
                    }
                });
            }
            return trials;
        }

        private static double seconds(JsonNode time) {
            return time.asDouble();
        }

        private JsonNode call(String operation, String job) {
            return body(post(
                    "/" + operation,
                    "{\"TuningJobName\": \"" + job + "\", \"AwsAccountId\": \"123456789012\", \"MaxResults\": 100}"));
        }

        private JsonNode describe(String training) {
            return body(target("DescribeTrainingJob", "{\"TrainingJobName\": \"" + training + "\"}"));
        }

        private HttpResponse<String> target(String operation, String json) {
            return send(request("/")
                    .header("X-Amz-Target", "SageMaker." + operation)
                    .header("Content-Type", "application/x-amz-json-1.1")
                    .POST(HttpRequest.BodyPublishers.ofString(json)));
        }

        private void reset() {
            assertThat(post("/_attune/reset", "").statusCode()).isEqualTo(204);
        }

        /** From now on nothing waits. */
        private void hurry() {
            var change = request("/_attune/clock")
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"mode\": \"instant\"}"));
            assertThat(send(change).statusCode()).isEqualTo(200);
        }

        private static JsonNode body(HttpResponse<String> response) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return JSON.readTree(response.body());
        }

        private HttpResponse<String> get(String path) {
            return send(request(path));
        }

        private HttpResponse<String> post(String path, String body) {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(20));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
