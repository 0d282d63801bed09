package dev.attune.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.api.Body;
import dev.attune.api.LiveServer;
import dev.attune.api.Reply;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockIT extends LiveServer {
    private static final String ADVANCE = "/_attune/clock/advance";

    @AfterEach
    void letTimeRunAgain() {
        clock("{\"mode\":\"instant\",\"speed\":600,\"paused\":false}");
    }

    private static void assertInvalid(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.json().propertyNames()).containsExactlyInAnyOrder("error", "message");
        assertThat(reply.json().path("error").stringValue()).isEqualTo("InvalidRequest");
        assertThat(reply.message()).isNotBlank().doesNotContain("java.", "jackson", "dev.attune");
    }

    @Test
    void showsTheClock() {
        var shown = get("/_attune/clock").json();

        assertThat(shown.propertyNames()).containsExactly("mode", "speed", "paused", "now", "elapsedSeconds");
        assertThat(shown.path("mode").stringValue()).isEqualTo("instant");
        assertThat(shown.path("speed").doubleValue()).isEqualTo(600);
        assertThat(shown.path("now").stringValue()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scaled", "instant", "wall", "manual"})
    void takesEveryMode(String mode) {
        var changed = put("/_attune/clock", "{\"mode\":\"" + mode + "\"}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("mode").stringValue()).isEqualTo(mode);
        assertThat(get("/_attune/clock").json().path("mode").stringValue()).isEqualTo(mode);
    }

    @Test
    void keepsWhatAChangeDoesNotName() {
        put("/_attune/clock", "{\"mode\":\"manual\",\"speed\":7}");

        assertThat(put("/_attune/clock", "{\"speed\":8.5}").json().path("mode").stringValue())
                .isEqualTo("manual");
        assertThat(put("/_attune/clock", "{\"mode\":\"wall\"}")
                        .json()
                        .path("speed")
                        .doubleValue())
                .isEqualTo(8.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mode\":\"fast\"}",
                "{\"mode\":\"Scaled\"}",
                "{\"mode\":\"\"}",
                "{\"mode\":5}",
                "{\"mode\":[\"manual\"]}",
                "{\"speed\":0}",
                "{\"speed\":-1}",
                "{\"speed\":1e400}",
                "{\"speed\":1e9}",
                "{\"speed\":NaN}",
                "{\"speed\":\"NaN\"}",
                "{\"speed\":\"Infinity\"}",
                "{\"speed\":\"fast\"}",
                "{\"speed\":\"600\"}",
                "{\"speed\":true}",
                "{\"speed\":{}}",
                "{\"sped\":600}",
                "{\"paused\":1}",
                "{\"paused\":\"true\"}",
                "{\"mode\":\"manual\",\"extra\":1}",
                "[]",
                "null",
                "5",
                "\"manual\"",
                "{",
                "{} {}",
                ""
            })
    void refusesABadChangeAndStaysAsItWas(String body) {
        assertInvalid(put("/_attune/clock", body));

        assertThat(get("/_attune/clock").json().path("mode").stringValue()).isEqualTo("instant");
        assertThat(get("/_attune/clock").json().path("speed").doubleValue()).isEqualTo(600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"seconds\":null}",
                "{\"seconds\":-1}",
                "{\"seconds\":-0.001}",
                "{\"seconds\":1e400}",
                "{\"seconds\":315360001}",
                "{\"seconds\":NaN}",
                "{\"seconds\":\"NaN\"}",
                "{\"seconds\":\"600\"}",
                "{\"seconds\":\"ten\"}",
                "{\"seconds\":[600]}",
                "{\"second\":600}",
                "[600]",
                "600",
                "null",
                ""
            })
    void refusesABadAdvance(String body) {
        var before = get("/_attune/clock").json().path("elapsedSeconds");

        assertInvalid(post(ADVANCE, body));

        assertThat(get("/_attune/clock").json().path("elapsedSeconds")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "600, 600", "0.0014, 0.001", "315360000, 315360000"})
    void advancesByMilliseconds(double seconds, double passed) {
        clock("{\"mode\":\"manual\"}");
        var before = get("/_attune/clock").json().path("elapsedSeconds").doubleValue();

        var after = post(ADVANCE, "{\"seconds\":" + seconds + "}").json();

        assertThat(after.path("elapsedSeconds").doubleValue()).isCloseTo(before + passed, within(1e-6));
    }

    @Test
    void movesAJobOnlyWhenItIsAdvanced() {
        clock("{\"mode\":\"manual\"}");
        var account = freshAccount();
        create(Body.createTuningJob().with("AwsAccountId", account));
        eventually(
                () -> describe(account, "churn"),
                job -> job.at("/ResourcesStats/ConsumedResources/Jobs/Pending").intValue() == 1);

        post(ADVANCE, "{\"seconds\":86400}");

        var ended = describeEnded(account, "churn");
        assertThat(ended.path("TuningJobStatus").stringValue()).isEqualTo("Completed");
        assertThat(ended.path("TuningJobEndTime").doubleValue()
                        - ended.path("TuningJobStartTime").doubleValue())
                .isBetween(1.0, 86400.0);
    }

    @Test
    void wantsJson() {
        for (var type : List.of("text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense")) {
            var reply = send(request("/_attune/clock")
                    .header("Content-Type", type)
                    .PUT(BodyPublishers.ofString("{\"mode\":\"manual\"}")));

            assertThat(reply.status()).as(reply.text()).isEqualTo(415);
            assertThat(reply.json().path("error").stringValue()).isEqualTo("UnsupportedMediaType");
        }
        var without = send(request("/_attune/clock").PUT(BodyPublishers.ofString("{\"mode\":\"manual\"}")));
        assertThat(without.status()).isEqualTo(415);
    }

    @Test
    void refusesABodyThatIsLargeOrOfUnknownLength() {
        var large = "{\"mode\":\"" + "x".repeat(10_000_000) + "\"}";
        var bytes = large.getBytes(StandardCharsets.UTF_8);

        var announced = put("/_attune/clock", large);
        var chunked = send(request("/_attune/clock")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));

        assertThat(announced.status()).isEqualTo(413);
        assertThat(announced.message()).isEqualTo("The body is larger than the limit of 65536 bytes");
        assertThat(chunked.status()).isEqualTo(411);
        assertThat(chunked.message()).isEqualTo("Send the body with a Content-Length");
    }

    @Test
    void doesNotRepeatALongValue() {
        assertThat(put("/_attune/clock", "{\"mode\":\"" + "x".repeat(50_000) + "\"}")
                        .message())
                .isEqualTo("mode [" + "x".repeat(100) + "…] must be one of scaled, instant, wall, manual");
    }

    @Test
    void refusesDeepNesting() {
        assertInvalid(put("/_attune/clock", "{\"mode\":" + "[".repeat(50_000)));
    }
}
