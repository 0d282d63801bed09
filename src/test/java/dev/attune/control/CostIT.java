package dev.attune.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import dev.attune.api.LiveServer;
import java.math.BigDecimal;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Estimates of what jobs would cost. */
class CostIT extends LiveServer {
    private static final String RESOURCES = "TrainingJobDefinition.ResourceConfig";

    private static final Offset<Double> ROUNDING = Offset.offset(0.00006);

    private final String account = freshAccount();
    private final String name = "cost-" + account.substring(6);

    @Test
    void estimatesATuningJobAndEachOfItsTrainingJobs() {
        tune(request().with(RESOURCES + ".InstanceCount", 2));

        var cost = cost();

        assertThat(cost.path("note").stringValue()).isEqualTo("An estimate with prices as of 2022-03-01, not a bill");
        assertThat(cost.path("pricesAsOf").stringValue()).isEqualTo("2022-03-01");
        assertThat(cost.path("trainingJobs").size()).isEqualTo(12);
        var sum = BigDecimal.ZERO;
        for (var job : cost.path("trainingJobs")) {
            var seconds = job.path("billableSeconds").asLong();
            assertThat(seconds)
                    .isPositive()
                    .isEqualTo(job.path("trainingSeconds").asLong());
            assertThat(job.path("usdPerHour").decimalValue()).isEqualByComparingTo("0.269");
            assertThat(job.path("estimatedUsd").doubleValue()).isEqualTo(0.269 * seconds * 2 / 3600, ROUNDING);
            sum = sum.add(job.path("estimatedUsd").decimalValue());
        }
        assertThat(cost.path("estimatedUsd").decimalValue()).isEqualByComparingTo(sum);
        assertThat(cost.path("estimatedSavingsUsd").decimalValue()).isZero();
    }

    @Test
    void tellsWhatSpotTrainingSaves() {
        tune(request().with("TrainingJobDefinition.EnableManagedSpotTraining", true));

        var job = cost().path("trainingJobs").path(0);
        var described = answer("DescribeTrainingJob", named("TrainingJobName", job.path("trainingJobName")));

        assertThat(job.path("spot").booleanValue()).isTrue();
        assertThat(job.path("estimatedSavingsUsd").doubleValue())
                .isGreaterThan(job.path("estimatedUsd").doubleValue());
        assertThat(described.path("BillableTimeInSeconds")).isEqualTo(job.path("billableSeconds"));
        assertThat(described.path("TrainingTimeInSeconds")).isEqualTo(job.path("trainingSeconds"));
        assertThat(get("/_attune/training-jobs/" + job.path("trainingJobName").stringValue() + "/cost")
                        .json())
                .isEqualTo(job);
    }

    @Test
    void guessesNoPrice() {
        tune(request().with(RESOURCES + ".InstanceType", "ml.m7i.xlarge"));

        var cost = cost();

        assertThat(cost.path("estimatedUsd").isNull()).isTrue();
        assertThat(cost.path("note").stringValue()).isEqualTo("No estimate: no price is known");
        assertThat(cost.path("unpriced").path(0).stringValue()).isEqualTo("ml.m7i.xlarge");
        assertThat(cost.path("billableSeconds").asLong()).isPositive();
    }

    @Test
    void listsWhatIsKnownOfInstances() {
        var types = get("/_attune/instance-types").json();

        assertThat(types.size()).isGreaterThan(100);
        assertThat(types.values().stream()
                        .filter(type -> type.path("instanceType").stringValue().equals("ml.g5.12xlarge"))
                        .map(JsonNode::toString))
                .containsExactly("{\"instanceType\":\"ml.g5.12xlarge\",\"vCpus\":48,\"memoryGiB\":192.0,\"gpus\":4,"
                        + "\"gpu\":\"A10G\",\"usdPerHour\":7.09,\"priceAsOf\":\"2026-09-01\","
                        + "\"priceSource\":\"AWS Price List API us-west-2\"}");
    }

    @Test
    void knowsNoCostOfAJobThatIsNotThere() {
        assertThat(get("/_attune/tuning-jobs/no-such-job/cost").status()).isEqualTo(404);
        assertThat(get("/_attune/training-jobs/no-such-job/cost").status()).isEqualTo(404);
    }

    private Body request() {
        return Body.resource("/requests/recorded-tuning-job.json").with("HyperParameterTuningJobName", name);
    }

    private void tune(Body request) {
        answer("CreateHyperParameterTuningJob", request);
        eventually(
                () -> answer(
                        "DescribeHyperParameterTuningJob",
                        request.without("HyperParameterTuningJobConfig").without("TrainingJobDefinition")),
                job -> job.has("HyperParameterTuningEndTime"));
    }

    private JsonNode cost() {
        var reply = get("/_attune/tuning-jobs/" + name + "/cost");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private JsonNode answer(String operation, Object body) {
        var reply = callAs(account, "us-east-1", operation, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private static JsonNode named(String member, JsonNode name) {
        return JsonMapper.shared().createObjectNode().set(member, name);
    }
}
