package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Requests and answers as the files under {@code golden} show them. The job has one possible training job, of known outcome, so that no change
 * of the search changes a file; times, which are the wall clock's, are 0 there.
 */
class GoldenIT extends LiveServer {
    private static Body golden(String name) {
        return Body.resource("/golden/" + name + ".json");
    }

    @Test
    void createsAndDescribesATuningJob() {
        var request = golden("create-tuning-job.request");

        var created = call(Route.PATH, "CreateTuningJob", request);

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.json())
                .isEqualTo(golden("create-tuning-job.response").tree());
        describeEnded(request.text("AwsAccountId"), request.text("TuningJobName"));
        var described = call(Route.PATH, "DescribeTuningJob", golden("describe-tuning-job.request"));
        assertThat(Body.of(described.text())
                        .with("TuningJobStartTime", 0)
                        .with("TuningJobEndTime", 0)
                        .toString())
                .isEqualTo(golden("describe-tuning-job.response").toString());
    }

    @Test
    void refusesATuningJob() {
        var refused = call(Route.PATH, "CreateTuningJob", golden("refused.request"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).isEqualTo(golden("refused.response").toString());
    }
}
