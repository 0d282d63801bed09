package dev.attune.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.Body;
import dev.attune.api.LiveServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Training logs as text. */
class LogIT extends LiveServer {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String account = freshAccount();

    @AfterEach
    void letTimeRunAgain() {
        clock("{\"mode\":\"instant\"}");
    }

    @Test
    void aTunedTrainingJobHasALineForEachThatItWrote() {
        var job = tuned();

        var log = get(path(job.toUpperCase(Locale.ROOT)));

        assertThat(log.status()).isEqualTo(200);
        assertThat(log.header("content-type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        var lines = log.text().lines().toList();
        assertThat(lines.get(0)).endsWith(" Training on 1 x ml.c5.xlarge");
        assertThat(lines.get(1)).contains(" Hyperparameters: {").contains("depth=");
        assertThat(lines.get(lines.size() - 1)).endsWith(" Training completed");
        assertThat(lines.stream().map(line -> Instant.parse(line.split(" ")[0])))
                .isSorted();
        assertThat(get(path(job) + "?follow=true").text()).isEqualTo(log.text());
    }

    @Test
    void aSingleTrainingJobThatRunsHasTheLinesUntilNow() throws IOException, InterruptedException {
        clock("{\"mode\":\"manual\"}");
        var name = single();
        assertThat(get(path(name)).text()).isEmpty();

        advance(250);
        var half = get(path(name)).text();
        var following =
                CLIENT.sendAsync(request(path(name) + "?follow=true").GET().build(), BodyHandlers.ofString());
        advance(100_000);
        var whole = eventually(() -> get(path(name)).text(), text -> text.contains("Training completed"));

        assertThat(half).isNotEmpty();
        assertThat(whole).startsWith(half).hasSizeGreaterThan(half.length());
        assertThat(following.join().body()).isEqualTo(whole);
    }

    @Test
    void aStoppedTrainingJobIsSilentFromThenOn() throws IOException {
        clock("{\"mode\":\"manual\"}");
        var name = single();
        advance(250);

        assertThat(callAs(account, "us-east-1", "StopTrainingJob", "{\"TrainingJobName\":\"" + name + "\"}")
                        .status())
                .isEqualTo(200);
        var before = get(path(name)).text();
        clock("{\"mode\":\"instant\"}");

        eventually(
                () -> callAs(account, "us-east-1", "DescribeTrainingJob", "{\"TrainingJobName\":\"" + name + "\"}")
                        .text(),
                text -> text.contains("\"TrainingJobStatus\":\"Stopped\""));
        assertThat(get(path(name)).text()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(get(path("nobody")).status()).isEqualTo(404);
        assertThat(get(path("nobody")).json().path("error").stringValue()).isEqualTo("NotFound");
        assertThat(get(path("nobody") + "?follow=perhaps").status()).isEqualTo(400);
        assertThat(send(request(path("nobody")).method("HEAD", BodyPublishers.noBody()))
                        .status())
                .isEqualTo(404);
    }

    private String tuned() {
        create(Body.createTuningJob()
                .with("AwsAccountId", account)
                .with("TuningJobConfig.ResourceLimits.MaxNumberOfTrainingJobs", 1));
        return describeEnded(account, "churn")
                .at("/BestTrainingJob/TrainingJobName")
                .stringValue();
    }

    private String single() throws IOException {
        var request = (ObjectNode)
                JsonMapper.shared().readTree(Files.readString(Path.of("clients/examples/create-training-job.json")));
        var name = "log-" + account;
        request.put("TrainingJobName", name);
        var created = callAs(account, "us-east-1", "CreateTrainingJob", request);
        assertThat(created.status()).as(created.text()).isEqualTo(200);
        return name;
    }

    private void advance(int seconds) {
        assertThat(post("/_attune/clock/advance", "{\"seconds\":" + seconds + "}")
                        .status())
                .isEqualTo(200);
    }

    private static String path(String name) {
        return "/_attune/training-jobs/" + name + "/log";
    }
}
