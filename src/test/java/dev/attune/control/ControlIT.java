package dev.attune.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import dev.attune.api.LiveServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Health, reset, the environment, the demo, and what is answered where nothing is. */
class ControlIT extends LiveServer {
    @ParameterizedTest
    @ValueSource(strings = {"/_attune/health", "/_attune/ready"})
    void isUp(String path) {
        var health = get(path);

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().path("status").stringValue()).isEqualTo("UP");
        assertThat(health.json().path("activeTuningJobs").isIntegralNumber()).isTrue();
        assertThat(send(request(path).method("HEAD", BodyPublishers.noBody())).status())
                .isEqualTo(200);
    }

    @Test
    void resetsToNothing() {
        var account = freshAccount();
        create(Body.createTuningJob().with("AwsAccountId", account));
        clock("{\"mode\":\"manual\",\"speed\":3}");

        var reset = post("/_attune/reset", "");

        assertThat(reset.status()).isEqualTo(204);
        assertThat(reset.text()).isEmpty();
        assertThat(list(account)).isEmpty();
        assertThat(get("/_attune/clock").json().path("mode").stringValue()).isEqualTo("instant");
        assertThat(get("/_attune/clock").json().path("speed").doubleValue()).isEqualTo(600);
        create(Body.createTuningJob().with("AwsAccountId", account));
        assertThat(describeEnded(account, "churn").path("TuningJobStatus").stringValue())
                .isEqualTo("Completed");
    }

    @Test
    void resetsWhateverTheBody() {
        assertThat(send(request("/_attune/reset").POST(BodyPublishers.noBody())).status())
                .isEqualTo(204);
        assertThat(post("/_attune/reset", "{nonsense").status()).isEqualTo(204);
    }

    @Test
    void tellsAwsClientsWhereItIs() {
        var env = get("/_attune/env");

        assertThat(env.header("content-type")).startsWith("text/plain");
        assertThat(env.text().lines())
                .allMatch(line -> line.matches("export AWS_[A-Z_]+=\\S+"))
                .contains(
                        "export AWS_ENDPOINT_URL_SAGEMAKER=http://127.0.0.1:" + port,
                        "export AWS_ENDPOINT_URL_SAGEMAKERHPO=http://127.0.0.1:" + port);
    }

    @Test
    void runsTheDemoToItsEndAndAgain() {
        var first = post("/_attune/demo", "");
        var second = send(request("/_attune/demo").POST(BodyPublishers.noBody()));

        for (var demo : List.of(first, second)) {
            assertThat(demo.status()).isEqualTo(200);
            assertThat(demo.header("content-type")).startsWith("text/plain");
            assertThat(demo.text().lines()).hasSize(32);
            assertThat(demo.text().lines().reduce((a, b) -> b).orElseThrow())
                    .matches("RESULT status=Completed best=0\\.[0-9]+ job=demo-[0-9]+-[0-9]{3}-[0-9a-f]{8}"
                            + " trainingJobs=30 simulatedTime=[0-9]{2,}:[0-5][0-9]:[0-5][0-9]");
        }
        assertThat(first.text()).startsWith("demo-").isNotEqualTo(second.text());
        assertThat(list("000000000000")).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /_attune/clock, 405",
        "POST, /_attune/clock, 405",
        "GET, /_attune/clock/advance, 405",
        "PUT, /_attune/clock/advance, 405",
        "GET, /_attune/reset, 405",
        "HEAD, /_attune/reset, 405",
        "DELETE, /_attune/reset, 405",
        "GET, /_attune/demo, 405",
        "POST, /_attune/health, 405",
        "PATCH, /_attune/env, 405",
        "POST, /_attune/tuning-jobs/x/watch, 405",
        "HEAD, /_attune/demo, 405",
        "GET, /_attune, 404",
        "GET, /_attune/, 404",
        "GET, /_attune/nope, 404",
        "POST, /_attune/nope, 404",
        "PUT, /_attune/workload, 404",
        "GET, /_attune/tuning-jobs/x, 404",
        "GET, /_attune/tuning-jobs/x/watch/y, 404",
        "GET, /_attune/clock/, 404",
        "GET, /_attune/tuning-jobs//watch, 404",
    })
    void refusesWhatIsNotThereInJson(String method, String path, int status) {
        var reply = send(request(path).method(method, BodyPublishers.noBody()));

        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        if (!method.equals("HEAD")) {
            assertThat(reply.header("content-type")).startsWith("application/json");
            assertThat(reply.json().isObject()).isTrue();
            assertThat(reply.message()).isNotBlank();
        }
        if (status == 405) {
            assertThat(reply.header("Allow")).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/html", "image/png", "nonsense", "*/*;q=0.1"})
    void answersWhateverIsAccepted(String accept) {
        for (var path : List.of("/_attune/clock", "/_attune/health", "/_attune/env", "/_attune/nope")) {
            assertThat(send(request(path).header("Accept", accept).GET()).status())
                    .as(path)
                    .isLessThan(500);
        }
        assertThat(send(request("/_attune/clock")
                                .header("Accept", accept)
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"mode\":\"no\"}")))
                        .status())
                .isBetween(400, 499);
        assertThat(send(request("/_attune/tuning-jobs/unknown/watch")
                                .header("Accept", accept)
                                .GET())
                        .status())
                .isBetween(400, 499);
    }

    @Test
    void hasTheHealthOfSpringToo() {
        assertThat(get("/actuator/health").json().path("status").stringValue()).isEqualTo("UP");
        assertThat(get("/actuator/env").status()).isEqualTo(404);
    }
}
