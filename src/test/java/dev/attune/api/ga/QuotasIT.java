package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.api.Body;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import software.amazon.awssdk.services.sagemaker.model.ResourceLimitExceededException;

/** A server that holds its accounts to quotas. */
@TestPropertySource(
        properties = {
            "attune.quotas.enabled=true",
            "attune.quotas.tuning-jobs=2",
            "attune.quotas.instances.[ml.c5.xlarge]=2",
            "attune.quotas.instances.[ml.m5.large]=1"
        })
class QuotasIT extends GaServer {
    private static final String END = " Please use AWS Service Quotas to request an increase for this quota. If AWS"
            + " Service Quotas is not available, contact AWS support to request an increase for this quota.";

    @AfterEach
    void letTimeRunAgain() {
        clock("{\"mode\":\"instant\"}");
    }

    private static Body job(String name, int parallel, int instances) {
        return full().with("HyperParameterTuningJobName", name)
                .with(LIMITS + ".MaxParallelTrainingJobs", parallel)
                .with(TRAINING + ".ResourceConfig.InstanceCount", instances);
    }

    @Test
    void refusesMoreInstancesThanTheAccountMayUse() {
        var reply = tell("CreateHyperParameterTuningJob", job("Churn", 2, 2));

        assertError(reply, 400, "ResourceLimitExceeded");
        assertThat(reply.message())
                .isEqualTo("The account-level service limit 'ml.c5.xlarge for training job usage' is 2 Instances, with"
                        + " current utilization of 0 Instances and a request delta of 4 Instances." + END);
        assertThat(tell("DescribeHyperParameterTuningJob", named("Churn")).code())
                .isEqualTo("ResourceNotFound");
    }

    @Test
    void refusesMoreJobsThanTheAccountMayRunUntilOneHasEnded() {
        clock("{\"mode\":\"manual\"}");
        answer("CreateHyperParameterTuningJob", job("one", 1, 1));
        answer("CreateHyperParameterTuningJob", job("two", 1, 1));

        var third = tell("CreateHyperParameterTuningJob", job("three", 1, 1));

        assertError(third, 400, "ResourceLimitExceeded");
        assertThat(third.message())
                .startsWith(
                        "The account-level service limit 'Number of concurrent hyperparameter tuning jobs' is 2 Jobs,"
                                + " with current utilization of 2 Jobs");
        assertThat(tell("CreateHyperParameterTuningJob", job("ONE", 1, 1)).code())
                .isEqualTo("ResourceInUse");
        clock("{\"mode\":\"instant\"}");
        describeEnded("one");
        describeEnded("two");
        answer("CreateHyperParameterTuningJob", job("three", 1, 1));
    }

    @Test
    void theSdkHasAClassForIt() {
        try (var client = AwsSdkIT.client(port, account)) {
            assertThatThrownBy(() -> client.createHyperParameterTuningJob(AwsSdkIT.tuning("Sdk")))
                    .isInstanceOf(ResourceLimitExceededException.class)
                    .hasMessageContaining("'ml.m5.large for training job usage' is 1 Instances");
        }
    }

    @Test
    void thePreviewHasNoErrorOfItsOwnForIt() {
        var reply = call(
                "CreateTuningJob",
                Body.createTuningJob()
                        .with("AwsAccountId", account)
                        .with("TrainingJobDefinition.ResourceConfig.InstanceCount", 3));

        assertError(reply, 400, "ValidationError");
        assertThat(reply.message())
                .isEqualTo("The account-level service limit 'ml.c5.xlarge for training job usage' is 2 Instances, with"
                        + " current utilization of 0 Instances and a request delta of 3 Instances." + END);
    }
}
