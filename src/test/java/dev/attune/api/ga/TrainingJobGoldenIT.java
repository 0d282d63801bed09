package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import org.junit.jupiter.api.Test;

/** Training jobs as the files under {@code golden} show them; times, which are the wall clock's, are 0 there. */
class TrainingJobGoldenIT extends GaServer {
    private static Body golden(String name) {
        return Body.resource("/golden/" + name + ".json");
    }

    @Test
    void createsAndDescribesATrainingJob() {
        var golden = "123456789012";
        var request = golden("create-training-job.request");

        var created = callAs(golden, "us-east-1", "CreateTrainingJob", request);

        assertThat(created.text())
                .isEqualTo(golden("create-training-job.response").toString());
        var described = eventually(
                () -> callAs(
                        golden,
                        "us-east-1",
                        "DescribeTrainingJob",
                        Body.empty().with("TrainingJobName", request.text("TrainingJobName"))),
                reply -> reply.json().has("TrainingEndTime"));
        assertThat(timeless(described.text()))
                .isEqualTo(golden("describe-training-job.response").toString());
    }

    private static String timeless(String json) {
        return json.replaceAll("(Time(?:stamp)?\":)[0-9]{9,}(\\.[0-9]+)?", "$10");
    }

    @Test
    void refusesATrainingJob() {
        var refused = tell("CreateTrainingJob", golden("refused-training-job.request"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .isEqualTo(golden("refused-training-job.response").toString());
    }
}
