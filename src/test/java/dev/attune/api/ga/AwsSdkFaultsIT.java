package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.ResourceInUseException;
import software.amazon.awssdk.services.sagemaker.model.SageMakerException;

/** What the retries of the AWS SDK for Java make of API faults. */
class AwsSdkFaultsIT extends GaServer {
    private SageMakerClient client;

    @BeforeEach
    void connect() {
        client = AwsSdkIT.client(port, account);
        send(request("/_attune/requests").DELETE());
    }

    @AfterEach
    void leaveAlone() {
        client.close();
        send(request("/_attune/faults").DELETE());
    }

    private void disturb(String rule) {
        var document = "version: 1\napi: [{operation: CreateHyperParameterTuningJob, " + rule + "}]";
        var reply = send(request("/_attune/faults")
                .header("Content-Type", "application/yaml")
                .PUT(BodyPublishers.ofString(document)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private int creates() {
        return get("/_attune/requests?operation=CreateHyperParameterTuningJob&account=" + account)
                .json()
                .path("count")
                .asInt(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error: ThrottlingException",
                "error: InternalFailure",
                "error: ServiceUnavailable",
                "drop: request"
            })
    void aRetryRecoversFromAFaultThatPasses(String fault) {
        disturb("calls: 1, " + fault);

        var arn = client.createHyperParameterTuningJob(AwsSdkIT.tuning("sdk")).hyperParameterTuningJobArn();

        assertThat(arn).endsWith(":hyper-parameter-tuning-job/sdk");
        assertThat(creates()).isEqualTo(2);
    }

    @Test
    void aThrottleThatStaysIsRaisedAfterAllRetries() {
        disturb("error: ThrottlingException");

        assertThatThrownBy(() -> client.createHyperParameterTuningJob(AwsSdkIT.tuning("sdk")))
                .isInstanceOfSatisfying(SageMakerException.class, e -> {
                    assertThat(e.isThrottlingException()).isTrue();
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("Rate exceeded");
                });
        assertThat(creates()).isGreaterThan(2);
        assertThat(client.listHyperParameterTuningJobs().hyperParameterTuningJobSummaries())
                .isEmpty();
    }

    @Test
    void anAnswerThatIsLostMakesTheRetryMeetItsOwnJob() {
        disturb("calls: 1, drop: answer");

        assertThatThrownBy(() -> client.createHyperParameterTuningJob(AwsSdkIT.tuning("sdk")))
                .isInstanceOf(ResourceInUseException.class);
    }
}
