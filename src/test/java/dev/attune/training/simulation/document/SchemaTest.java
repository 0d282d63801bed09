package dev.attune.training.simulation.document;

import static dev.attune.training.simulation.document.SomeJob.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.attune.document.DocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The schema says of documents what the reader says. */
class SchemaTest {
    private static final String TEXT =
            WorkloadLibrary.of(new MemoryDocumentStore()).schema();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    static List<Path> documents() throws IOException {
        var documents = new ArrayList<Path>();
        for (var root : List.of("docs", "src/main/resources/dev/attune/training")) {
            try (var files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".yaml"))
                        .filter(file -> !file.endsWith("faults.yaml"))
                        .sorted()
                        .forEach(documents::add);
            }
        }
        return documents;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyShippedDocumentIsValidAndReadable(Path document) throws IOException {
        assertThat(errors(Files.readString(document))).isEmpty();
        assertThat(WorkloadFile.read(document)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "; version workloads",
                "workload; name description match metrics table noise curve duration phases jitter logs outcomes",
                "match; trainingImage tuningJobName trainingJobName instanceType hyperParameters tags when",
                "table; file csv lookup neighbours log",
                "noise; sd epochs clip",
                "curve; epochs shape rate start",
                "phases; Starting Downloading Uploading Restarting",
                "outcome; when probability attempts trial instanceType fail retryable at metric spot hang"
            })
    void hasTheMembersThatTheReaderKnows(String definition, String members) throws IOException {
        var root = JsonMapper.shared().readTree(TEXT);
        var object = definition == null ? root : root.path("$defs").path(definition);
        var known = List.of(members.split(" "));

        assertThat(List.copyOf(object.path("properties").propertyNames())).isEqualTo(known);
        assertThat(object.path("additionalProperties")).isEqualTo(root.path("additionalProperties"));
        assertThat(readers()).contains(known);
    }

    private static List<List<String>> readers() {
        return List.of(
                WorkloadReader.DOCUMENT_MEMBERS,
                WorkloadReader.WORKLOAD_MEMBERS,
                Match.MEMBERS,
                RecordedMetrics.MEMBERS,
                Noise.MEMBERS,
                LearningCurve.MEMBERS,
                Times.PHASES,
                OutcomeRule.MEMBERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metric: {}",
                "match: {image: a}",
                "match: {trainingImage: ''}",
                "match: {hyperParameters: []}",
                "match: {tags: [a]}",
                "noise: 0.1",
                "curve: {start: 1}",
                "metrics: {a: 1}\ncurve: {rate: 0}",
                "phases: {Training: 1s}",
                "jitter: 4",
                "logs: ''",
                "outcomes: {}",
                "outcomes: [{when: 1}]",
                "outcomes: [{fail: a, hang: true}]",
                "outcomes: [{metric: loss}]",
                "outcomes: [{hang: false}]",
                "outcomes: [{fail: a, at: 1.4}]",
                "outcomes: [{metric: missing, at: 50%}]",
                "outcomes: [{hang: true, retryable: true}]",
                "outcomes: [{fail: a, attempts: x}]",
                "outcomes: [{spot: {resume: true}}]",
                "table: {}",
                "table: {csv: a, lookup: best}",
                "table: {csv: a, neighbours: 3}",
                "table: {csv: a}\nmetrics: {a: 1}"
            })
    void refusesWhatTheReaderRefuses(String members) {
        var document = workload(members);

        assertThat(errors(document)).isNotEmpty();
        assertThatThrownBy(() -> WorkloadReader.read(document)).isInstanceOf(DocumentException.class);
    }

    @Test
    void takesWhatTheReaderTakes() {
        var document = workload("""
                description: all there is
                match:
                  trainingImage: "*/a:*"
                  tuningJobName: /a.*/
                  trainingJobName: "*"
                  instanceType: ml.*
                  hyperParameters: {a: 1, b: true, c: d}
                  tags: {team: a*, "cost centre": 7}
                  when: a > 1
                metrics: {loss: 1, acc: "1 - metric('loss')"}
                noise: {sd: 0.1, epochs: "0.1 * progress", clip: [0, 1]}
                curve: {epochs: 5, shape: power, rate: 0.5, start: {loss: 2}}
                duration: 5m
                phases: {Starting: 30, Downloading: 20s, Uploading: 1s, Restarting: 2s}
                jitter: 0.1
                logs: ["a {loss}", "b {acc|3}"]
                outcomes:
                  - {when: a > 3, probability: 0.5, attempts: 1-2, trial: 5-, instanceType: ml.p*, fail: capacity}
                  - {fail: "ClientError: no data", retryable: false, at: start}
                  - {fail: algorithm, at: [10%, 0.9]}
                  - {trial: 3, metric: missing}
                  - {trial: "4", spot: {meanBetweenInterruptions: 10m, resume: false}}
                  - {hang: true, at: 50%}
                """);

        assertThat(errors(document)).isEmpty();
        assertThat(WorkloadReader.read(document)).hasSize(1);
    }

    private static List<?> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML);
    }
}
