package dev.attune.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import dev.attune.api.LiveServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Why a trial is as it is. */
class TrialIT extends LiveServer {
    private static final String DOCUMENT = """
            version: 1
            workloads:
              - name: others
                match: {trainingImage: "*/others:*"}
              - name: deep
                match: {hyperParameters: {depth: "/999/"}}
              - name: churn
                metrics: {accuracy: "0.9 + 0.01*uniform('a')"}
                outcomes:
                  - {when: "depth > 100", fail: algorithm}
                  - {attempts: 1, fail: internal, at: 40%}
                  - {probability: 0, metric: missing}
            """;

    private final String account = freshAccount();

    @AfterEach
    void cleanUp() {
        post("/_attune/reset", "");
    }

    @Test
    void tellsTheWorkloadTheDrawsAndTheLog() {
        var reply = send(request("/_attune/workloads")
                .header("Content-Type", "application/yaml")
                .PUT(BodyPublishers.ofString(DOCUMENT)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        create(job(12));
        describeEnded(account, "churn");

        var first = trial("churn", 1);

        assertThat(first.path("trainingJob").stringValue()).startsWith("churn-001-");
        assertThat(first.path("status").stringValue()).isEqualTo("Completed");
        assertThat(first.path("objective").asDouble()).isBetween(0.9, 0.91);
        assertThat(first.at("/proposal/phase").stringValue()).isEqualTo("INITIAL");
        var training = first.path("training");
        assertThat(training.path("workload").stringValue()).isEqualTo("churn");
        assertThat(training.at("/notMatched/0/workload").stringValue()).isEqualTo("others");
        assertThat(training.at("/notMatched/0/reason").stringValue())
                .isEqualTo("trainingImage: */others:* does not hold of"
                        + " [123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1]");
        assertThat(training.at("/notMatched/1/reason").stringValue())
                .startsWith("hyperParameters.depth: /999/ does not hold of [");
        assertThat(training.at("/attempts/0/rules/0/applies").asBoolean()).isFalse();
        assertThat(training.at("/attempts/0/rules/1/conditions/0/condition").stringValue())
                .isEqualTo("attempts: 1");
        assertThat(training.at("/attempts/0/outcome").stringValue())
                .isEqualTo("failed at 40.0% [InternalServerError: We encountered an internal error. Please try again.];"
                        + " tried again");
        assertThat(training.at("/attempts/1/rules/2/conditions/0/seen").stringValue())
                .matches("drawn: 0\\.[0-9]+, value: 0\\.0");
        assertThat(training.at("/attempts/1/outcome").stringValue()).isEqualTo("completed");
        assertThat(training.path("course").stringValue()).isEqualTo("internal error at 40.0%, then completed");
        assertThat(first.path("log").path(0).path("text").stringValue()).startsWith("Training on ");
        assertThat(first.path("workloads").stringValue()).hasSize(64);
    }

    @Test
    void tellsWhatTheModelPredicted() {
        create(job(12));
        describeEnded(account, "churn");

        var last = trial("churn", 12);

        assertThat(last.at("/proposal/phase").stringValue()).isEqualTo("BAYESIAN");
        assertThat(last.at("/proposal/mean").isNumber()).isTrue();
        assertThat(last.at("/proposal/deviation").isNumber()).isTrue();
        assertThat(last.at("/proposal/acquisition").isNumber()).isTrue();
        assertThat(last.at("/proposal/model/members/0/lengthScales").isObject()).isTrue();
        assertThat(last.at("/training/workload").stringValue()).isEqualTo("default");
        assertThat(last.at("/training/notMatched").values())
                .allMatch(other -> other.path("reason").stringValue().startsWith("the image is ["));
    }

    @Test
    void tellsTheDrawsOfFlakyTraining() {
        create(job(1).with("TrainingJobDefinition.AlgorithmSpecification.TrainingImage", "attune/flaky"));
        describeEnded(account, "churn");

        assertThat(trial("churn", 1)
                        .at("/training/attempts/0/rules/0/conditions/0/seen")
                        .stringValue())
                .startsWith("drawn: ");
    }

    @ParameterizedTest
    @CsvSource({"0, 404", "2, 404", "-1, 404", "x, 400", "99999999999, 400", "1.5, 400"})
    void refusesWhatIsNoTrial(String number, int status) {
        create(job(1));
        describeEnded(account, "churn");

        var reply = get("/_attune/tuning-jobs/churn/trials/" + number + "?account=" + account);

        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.message()).contains("[" + number + "]");
        assertThat(get("/_attune/tuning-jobs/nobody/trials/1").status()).isEqualTo(404);
    }

    private JsonNode trial(String name, int number) {
        var reply = get("/_attune/tuning-jobs/" + name + "/trials/" + number + "?account=" + account);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private Body job(int trials) {
        return Body.createTuningJob()
                .with("AwsAccountId", account)
                .with("TuningJobConfig.ResourceLimits.MaxNumberOfTrainingJobs", trials);
    }
}
