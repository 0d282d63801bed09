package dev.attune.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.LiveServer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
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
        put("workloads", FOLDER.resolve(folder));
        put("faults", FOLDER.resolve(folder));
        var steps = scenario.path("steps");
        if (!steps.isMissingNode()) {
            clock("{\"mode\":\"manual\"}");
        }

        var request = JSON.readTree(Files.readString(FOLDER.resolve("request.json")));
        scenario.path("refusals")
                .forEach(error -> assertThat(callAs(account, "us-east-1", "CreateHyperParameterTuningJob", request)
                                .code())
                        .isEqualTo(error.stringValue()));
        answer("CreateHyperParameterTuningJob", request);
        steps.forEach(this::step);

        await(scenario.path("expect"));
        seeTrainingJobs(scenario.path("expect"));
    }

    /** Puts a document, if the scenario has one of this kind. */
    private void put(String kind, Path folder) throws IOException {
        var file = folder.resolve(kind + ".yaml");
        if (Files.exists(file)) {
            var reply = send(request("/_attune/" + kind)
                    .header("Content-Type", "application/yaml")
                    .PUT(BodyPublishers.ofFile(file)));
            assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        }
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
