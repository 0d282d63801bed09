package dev.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.LiveServer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs docs/scenarios, each a workload document, perhaps API faults, steps, and what comes of them. */
class ScenariosIT extends LiveServer {
    private static final Path FOLDER = Path.of("docs/scenarios");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String account = freshAccount();

    static Stream<String> scenarios() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files
                    .filter(Files::isDirectory)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @AfterEach
    void cleanUp() {
        post("/_attune/reset", "");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsAsItSays(String folder) throws IOException {
        var scenario = JSON.readTree(Files.readString(FOLDER.resolve(folder).resolve("scenario.json")));
        put("workloads", FOLDER.resolve(folder).resolve("workloads.yaml"));
        put("faults", FOLDER.resolve(folder).resolve("faults.yaml"));
        var steps = scenario.path("steps");
        if (!steps.isMissingNode()) {
            clock("{\"mode\":\"manual\"}");
        }

        var request = request(scenario.path("request"));
        scenario.path("refusals")
                .forEach(error -> assertThat(callAs(account, "us-east-1", "CreateHyperParameterTuningJob", request)
                                .code())
                        .isEqualTo(error.stringValue()));
        answer("CreateHyperParameterTuningJob", request);
        steps.forEach(this::step);

        await(scenario.path("expect"));
        seeTrainingJobs(scenario.path("expect"));
    }

    /** With a random search, which costs little; docs/WORKLOADS.md says how long it takes. */
    @Test
    void threeDaysOfTrainingEndInInstantMode() throws IOException {
        var example = Path.of("docs/examples");
        put("workloads", example.resolve("three-days.yaml"));
        var request = (ObjectNode) JSON.readTree(Files.readString(example.resolve("three-days.request.json")));
        ((ObjectNode) request.path("HyperParameterTuningJobConfig")).put("Strategy", "Random");

        answer("CreateHyperParameterTuningJob", request);

        var job = eventually(
                () -> answer("DescribeHyperParameterTuningJob", named("HyperParameterTuningJobName", "three-days")),
                described -> described.has("HyperParameterTuningEndTime"));
        var seconds = job.path("HyperParameterTuningEndTime").asDouble()
                - job.path("CreationTime").asDouble();
        var counters = job.path("TrainingJobStatusCounters");
        assertThat(job.path("HyperParameterTuningJobStatus").asString("")).isEqualTo("Completed");
        assertThat(Duration.ofSeconds((long) seconds)).isBetween(Duration.ofDays(3), Duration.ofDays(4));
        assertThat(counters.path("Completed").asInt()
                        + counters.path("NonRetryableError").asInt()
                        + counters.path("Stopped").asInt())
                .isEqualTo(500);
    }

    /** Puts a document, if there is one. */
    private void put(String kind, Path file) throws IOException {
        if (Files.exists(file)) {
            var reply = send(request("/_attune/" + kind)
                    .header("Content-Type", "application/yaml")
                    .PUT(BodyPublishers.ofFile(file)));
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        }
    }

    /** The request that all scenarios have, with one's own members in their places. */
    private static JsonNode request(JsonNode own) throws IOException {
        var request = (ObjectNode) JSON.readTree(Files.readString(FOLDER.resolve("request.json")));
        merge(request, own);
        return request;
    }

    private static void merge(ObjectNode into, JsonNode members) {
        members.properties().forEach(member -> {
            if (into.path(member.getKey()) instanceof ObjectNode inner
                    && member.getValue().isObject()) {
                merge(inner, member.getValue());
            } else {
                into.set(member.getKey(), member.getValue());
            }
        });
    }

    private void step(JsonNode step) {
        if (step.has("advance")) {
            var reply = post("/_attune/clock/advance", "{\"seconds\":" + step.path("advance") + "}");
            assertThat(reply.status()).isEqualTo(200);
        } else if (step.has("stop")) {
            answer("StopHyperParameterTuningJob", tuningJob());
        } else {
            await(step.path("see"));
        }
    }

    /** The job is, or soon will be, as expected in all that is said of it. */
    private void await(JsonNode expected) {
        var last = new ArrayList<JsonNode>();
        try {
            eventually(
                    () -> summary(answer("DescribeHyperParameterTuningJob", tuningJob())),
                    summary -> last.add(summary) && agree(summary, expected));
        } catch (AssertionError e) {
            throw new AssertionError(last.get(last.size() - 1) + "\nis not as expected:\n" + expected, e);
        }
    }

    private static JsonNode summary(JsonNode job) {
        var summary = JSON.createObjectNode();
        summary.set("status", job.path("HyperParameterTuningJobStatus"));
        summary.set("failureReason", job.path("FailureReason"));
        summary.set("counters", notZero(job.path("TrainingJobStatusCounters")));
        summary.set("objectives", notZero(job.path("ObjectiveStatusCounters")));
        return summary;
    }

    private static boolean agree(JsonNode summary, JsonNode expected) {
        return Stream.of("status", "failureReason", "counters", "objectives")
                .filter(expected::has)
                .allMatch(member -> summary.path(member).equals(expected.path(member)));
    }

    private static ObjectNode notZero(JsonNode counters) {
        var counts = JSON.createObjectNode();
        counters.properties().stream()
                .filter(counter -> counter.getValue().asInt() != 0)
                .forEach(counter -> counts.set(counter.getKey(), counter.getValue()));
        return counts;
    }

    private void seeTrainingJobs(JsonNode expected) {
        var names = new ArrayList<String>();
        answer("ListTrainingJobsForHyperParameterTuningJob", tuningJob())
                .path("TrainingJobSummaries")
                .forEach(job -> names.add(job.path("TrainingJobName").asString("")));
        Collections.sort(names);
        expected.path("trainingJobs")
                .properties()
                .forEach(job -> assertThat(statuses(names, job.getKey())).isEqualTo(texts(job.getValue())));
        expected.path("contains")
                .properties()
                .forEach(job -> assertThat(statuses(names, job.getKey())).containsSequence(texts(job.getValue())));
    }

    private List<String> statuses(List<String> names, String trial) {
        var name = names.get(Integer.parseInt(trial) - 1);
        return answer("DescribeTrainingJob", named("TrainingJobName", name))
                .path("SecondaryStatusTransitions")
                .values()
                .stream()
                .map(transition -> transition.path("Status").asString(""))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(text -> text.asString("")).toList();
    }

    private JsonNode answer(String operation, Object body) {
        var reply = callAs(account, "us-east-1", operation, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static JsonNode tuningJob() {
        return named("HyperParameterTuningJobName", "scenario");
    }

    private static JsonNode named(String member, String name) {
        return JSON.createObjectNode().put(member, name);
    }
}
