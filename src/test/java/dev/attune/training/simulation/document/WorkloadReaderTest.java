package dev.attune.training.simulation.document;

import static dev.attune.training.simulation.document.SomeJob.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.document.DocumentException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadReaderTest {
    @Test
    void readsYamlAndJsonAlike() {
        var yaml = workload("metrics: {\"validation:auc\": eta}\n");
        var json = """
                {
                \t"version": 1,
                \t"workloads": [{"name": "w", "metrics": {"validation:auc": "eta \\/ 1"}, "description": "\\ud83d\\ude00"}]
                }""";
        var job = SomeJob.usual().reading("validation:auc", "auc=([0-9.]+)");

        assertThat(job.under(json).last("validation:auc")).isEqualTo(0.1);
        assertThat(job.under(yaml)).isEqualTo(job.under(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[] ;; must be a mapping",
                "text ;; must be a mapping",
                "{version: 2, workloads: []} ;; version (line 1): [2] must be a whole number from [1] to [1]",
                "{version: 1} ;; needs the member [workloads]",
                "{workloads: []} ;; needs the member [version]",
                "{version: 1, workloads: {}} ;; workloads (line 1): must be a list",
                "{version: 1, workloads: [], clock: 1} ;; there is no member [clock]. Members are version, workloads",
                "{version: 1, workloads: [], version: 1} ;; version (line 1): is there twice",
                "{version: 1, workloads: [{}]} ;; workloads[0] (line 1): needs the member [name]",
                "{version: 1, workloads: [{name: a}, {name: a}]} ;; workloads[1] (line 1): the name [a] is there twice",
                "{version: 1, workloads: [{name: [a]}]} ;; workloads[0].name (line 1): must be a text or a number, is a list"
            })
    void refusesADocumentOfAnotherForm(String row) {
        var cells = row.split(" ;; ");

        assertThatThrownBy(() -> WorkloadReader.read(cells[0]))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(cells[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metric: {} ;; workloads[0].metric (line 4): there is no member [metric]. Members are name, description, match,",
                "match: {image: a} ;; workloads[0].match.image (line 4): there is no member [image]",
                "match: {trainingImage: '/(/'} ;; workloads[0].match.trainingImage (line 4): the regular expression [(] cannot be used",
                "match: {trainingImage: ''} ;; must have 1 to [500] characters, has [0]",
                "match: {hyperParameters: []} ;; workloads[0].match.hyperParameters (line 4): must be a mapping",
                "match: {when: \"metric('a') > 1\"} ;; only the formula of a metric can speak of the metric [a]",
                "metrics: {loss: 1 +} ;; workloads[0].metrics.loss (line 4): the formula [1 +] cannot be read",
                "metrics: {loss: \"metric('a')\"} ;; workloads[0].metrics.loss (line 4): there is no metric [a]",
                "metrics: {a: \"metric('b')\", b: \"metric('a')\"} ;; is defined by itself",
                "metrics: {a: \"attempt\", b: x(} ;; cannot be read",
                "noise: 0.1 ;; workloads[0].noise (line 4): needs metrics or a table",
                "metrics: {a: 1}\nnoise: {clip: [2, 1]} ;; workloads[0].noise.clip (line 5): must be two numbers, the lower one first",
                "curve: {start: 1} ;; can only have epochs where there are no metrics",
                "metrics: {a: 1}\ncurve: {rate: 0} ;; workloads[0].curve.rate (line 5): [0] must be from 0.001 to 1000",
                "metrics: {a: 1}\ncurve: {shape: expo nential} ;; workloads[0].curve.shape (line 5): the formula [expo nential] cannot be read",
                "metrics: {a: 1}\ncurve: {shape: epoch, rate: 1} ;; belongs to the shapes exponential and power",
                "duration: soon enough ;; workloads[0].duration (line 4): the formula [soon enough] cannot be read",
                "phases: {Training: 1s} ;; workloads[0].phases.Training (line 4): there is no member [Training]",
                "jitter: 4 ;; workloads[0].jitter (line 4): [4] must be from 0 to 3",
                "logs: '' ;; workloads[0].logs (line 4): must have 1 to [1000] characters, has [0]",
                "metrics: {a: 1}\nlogs: '{a|99}' ;; [99] decimals are more than [15]",
                "outcomes: {} ;; workloads[0].outcomes (line 4): must be a list",
                "outcomes: [{when: 1}] ;; workloads[0].outcomes[0] (line 4): needs one of [fail, metric, spot, hang], has []",
                "outcomes: [{fail: a, hang: true}] ;; has [fail, hang]",
                "outcomes: [{metric: loss}] ;; workloads[0].outcomes[0].metric (line 4): [loss] must be one of [missing]",
                "outcomes: [{hang: false}] ;; must be true, or absent",
                "outcomes: [{fail: a, at: 140%}] ;; [140%] must be a number from 0 to 1, or a percentage",
                "outcomes: [{fail: a, at: [0.5, 0.4]}] ;; the lower one first",
                "outcomes: [{fail: capacity, at: 50%}] ;; there is no training before there is capacity",
                "outcomes: [{metric: missing, at: 50%}] ;; belongs to fail and hang",
                "outcomes: [{hang: true, retryable: true}] ;; belongs to fail",
                "outcomes: [{fail: a, retryable: yes}] ;; [yes] must be true or false",
                "outcomes: [{fail: a, trial: 3-1}] ;; must begin at 1 or later, and not end before",
                "outcomes: [{fail: a, attempts: x}] ;; must be a number, or a range such as 1-2 or 5-",
                "outcomes: [{spot: {resume: true}}] ;; needs the member [meanBetweenInterruptions]",
                "table: {} ;; workloads[0].table (line 4): needs the member [csv]",
                "table: {file: /etc/passwd} ;; only a document that is a file itself can name a file",
                "table: {csv: 'a,_epoch,b', lookup: best} ;; must have a line of names",
                "table: {csv: \"a,_epoch,b\\n1,1,1\", lookup: best} ;; [best] must be one of [exact, nearest, idw]",
                "table: {csv: \"a,_epoch,b\\n1,1,1\", neighbours: 3} ;; belongs to the look-up idw",
                "table: {csv: \"a,_epoch,b\\n1,1,1\", log: b} ;; [b] must be hyperparameters of the table, which are [a]",
                "table: {csv: \"a,_epoch,b\\n0,1,1\", log: a} ;; [a] must have positive numbers in the table",
                "table: {csv: \"a,_epoch,b\\n1,1,1\"}\nmetrics: {a: 1} ;; has its metrics and epochs from there"
            })
    void refusesAWorkloadWithPathLineAndReason(String row) {
        var cells = row.split(" ;; ");

        assertThatThrownBy(() -> WorkloadReader.read(workload(cells[0])))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(cells[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x 1 ;; anchors and aliases",
                "a: *x ;; anchors and aliases",
                "a: !!java.net.URL [http://a] ;; tags (!) are not allowed",
                "!!javax.script.ScriptEngineManager {} ;; tags (!) are not allowed",
                "a: !x 1 ;; tags (!) are not allowed",
                "{a: 1 ;; expected ',' or '}'",
                "a: 1\n---\nb: 1 ;; but found another document",
                "? [a]\n: 1 ;; must be a text or a number",
                "\t@ ;; cannot start any token",
                "%YAML 9.9\n---\na: 1 ;; found incompatible YAML"
            })
    void refusesYamlThatIsMoreThanData(String row) {
        var cells = row.split(" ;; ");

        assertThatThrownBy(() -> WorkloadReader.read(cells[0]))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining(cells[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "#", "\0", "\uFEFF", "---", "null", "- ", "[", "{a: ", "\"", "? ", "| ", "&a ", "*a "})
    void refusesWhatIsEmptyOrEndless(String part) {
        assertThatThrownBy(() -> WorkloadReader.read(part)).isInstanceOf(DocumentException.class);
        assertThatThrownBy(() -> WorkloadReader.read(part.repeat(20_000))).isInstanceOf(DocumentException.class);
    }

    @Test
    void refusesALaughingDocument() {
        var lol = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 30; i++) {
            lol.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(i, i - 1));
        }

        assertThatThrownBy(() -> WorkloadReader.read(lol.toString())).hasMessageContaining("anchors and aliases");
    }

    @Test
    void refusesTooMuchOfAnything() {
        assertThatThrownBy(() -> WorkloadReader.read("version: 1\nworkloads:\n" + repeated("- {name: n%d}", 101)))
                .hasMessageContaining("has [101] items, more than [100]");
        assertThatThrownBy(() -> WorkloadReader.read(workload("metrics:\n" + repeated("  m%d: 1", 41))))
                .hasMessageContaining("has [41] members, more than [40]");
        assertThatThrownBy(() -> WorkloadReader.read(workload("outcomes:\n" + repeated("- {fail: n%d}", 51))))
                .hasMessageContaining("has [51] items, more than [50]");
        assertThatThrownBy(() -> WorkloadReader.read("a: [" + "x,".repeat(20_001) + "x]"))
                .hasMessageContaining("more than [20000] values");
        assertThatThrownBy(() -> WorkloadReader.read("a: " + "x".repeat(9 << 20)))
                .hasMessageContaining("longer than");
    }

    @Test
    void metricsThatSpeakOfEachOtherInManyWaysAreReadAndComputedOnce() {
        var metrics = new StringBuilder("metrics:\n  loss: \"metric('m0')\"\n  m38: 1\n");
        for (int i = 0; i < 38; i++) {
            metrics.append("  m%1$d: \"metric('m%2$d') / 2 + metric('m%2$d') / 2\"\n".formatted(i, i + 1));
        }

        assertThat(SomeJob.usual().under(workload(metrics.toString())).last("loss"))
                .isEqualTo(1.0);
    }

    @Test
    void hostilePatternsAreRefusedOrHarmless() {
        assertThatThrownBy(() ->
                        WorkloadReader.read(workload("match: {trainingImage: '/((((a{30}){30}){30}){30}){30}/'}")))
                .hasMessageContaining("cannot be used");
        var stars = "*a".repeat(240);
        var document = workload("match: {hyperParameters: {text: '" + stars + "b'}}\nmetrics: {loss: 77}\n");

        assertThat(SomeJob.usual()
                        .with("text", "a".repeat(2500))
                        .under(document)
                        .last("loss"))
                .isNotEqualTo(77.0);
    }

    private static String repeated(String line, int count) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining("\n", "", "\n"));
    }
}
