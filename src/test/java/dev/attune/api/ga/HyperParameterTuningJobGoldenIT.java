package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.Shipped;
import dev.attune.api.Body;
import dev.attune.api.Reply;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests and answers of today's API as the files under {@code golden/ga} show them, a success and a refusal of each operation. The requests
 * are written by hand; the answers, of known outcome and with times as 0, are written by this test. Their members, order and forms are those
 * of the answers that aws-controllers-k8s/sagemaker-controller has recorded.
 */
class HyperParameterTuningJobGoldenIT extends GaServer {
    private static final String DIRECTORY = "golden/ga/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An account of each test's own, so that each can have a job of the same name. */
    private String caller = "";

    @AfterEach
    void putTheClockBack() {
        clock("{\"mode\":\"instant\",\"speed\":600}");
    }

    @Test
    void aTuningJobIsCreatedAndLookedAt() {
        caller = "100000000001";

        golden("CreateHyperParameterTuningJob", "");
        eventually(
                () -> call("DescribeHyperParameterTuningJob", "").json(),
                job -> job.has("HyperParameterTuningEndTime"));
        golden("DescribeHyperParameterTuningJob", "");
        golden("ListHyperParameterTuningJobs", "");
        golden("ListTrainingJobsForHyperParameterTuningJob", "");
        golden("DescribeTrainingJob", "");
        golden("CreateHyperParameterTuningJob", ".taken");
        golden("StopHyperParameterTuningJob", ".ended");
    }

    @Test
    void aTuningJobIsStoppedAndDeleted() {
        caller = "100000000002";
        clock("{\"mode\":\"manual\"}");
        var created = callAs(caller, "us-east-1", "CreateHyperParameterTuningJob", longJob());
        assertThat(created.status()).as(created.text()).isEqualTo(200);

        golden("DeleteHyperParameterTuningJob", ".running");
        golden("StopHyperParameterTuningJob", "");
        putTheClockBack();
        eventually(
                () -> callAs(caller, "us-east-1", "DescribeHyperParameterTuningJob", named("Long-Job"))
                        .json(),
                job -> job.has("HyperParameterTuningEndTime"));
        golden("DeleteHyperParameterTuningJob", "");
    }

    @Test
    void whatCannotBeIsRefused() {
        caller = "100000000003";

        golden("CreateHyperParameterTuningJob", ".refused");
        golden("DescribeHyperParameterTuningJob", ".refused");
        golden("ListHyperParameterTuningJobs", ".refused");
        golden("ListTrainingJobsForHyperParameterTuningJob", ".refused");
        golden("StopHyperParameterTuningJob", ".refused");
        golden("DeleteHyperParameterTuningJob", ".refused");
        golden("DescribeTrainingJob", ".refused");
    }

    private static Body longJob() {
        return request("CreateHyperParameterTuningJob", "").with("HyperParameterTuningJobName", "Long-Job");
    }

    /** Asserts that the operation answers the request of this variant as the file says. */
    private void golden(String operation, String variant) {
        var reply = call(operation, variant);

        var answer = JSON.createObjectNode().put("status", reply.status());
        if (!reply.text().isEmpty()) {
            answer.set("body", timeless(reply.json()));
        }
        var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
        Shipped.assertUpToDate(
                "src/test/resources/" + DIRECTORY + file(operation) + variant + ".response.json",
                text.replace(System.lineSeparator(), "\n") + "\n",
                getClass());
    }

    private Reply call(String operation, String variant) {
        return callAs(caller, "us-east-1", operation, request(operation, variant));
    }

    private static Body request(String operation, String variant) {
        return Body.resource("/" + DIRECTORY + file(operation) + variant + ".request.json");
    }

    private static String file(String operation) {
        return operation.replaceAll("(?<!^)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The same with every time as 0. */
    private static JsonNode timeless(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var member : object.properties()) {
                if (member.getKey().matches(".*Time|Timestamp")
                        && member.getValue().isNumber()) {
                    object.put(member.getKey(), 0);
                }
            }
        }
        node.forEach(HyperParameterTuningJobGoldenIT::timeless);
        return node;
    }
}
