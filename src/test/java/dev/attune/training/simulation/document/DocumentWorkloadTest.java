package dev.attune.training.simulation.document;

import static dev.attune.training.simulation.document.SomeJob.LATE;
import static dev.attune.training.simulation.document.SomeJob.START;
import static dev.attune.training.simulation.document.SomeJob.workload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.training.LogLine;
import dev.attune.training.MetricReading;
import dev.attune.training.Terms;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import dev.attune.training.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentWorkloadTest {
    private static final String LOSS = "metrics: {loss: \"eta * 10 + (booster == 'dart')\"}\n";

    private final SomeJob job = SomeJob.usual();

    @Test
    void aMetricHasTheValueOfItsFormula() {
        assertThat(job.under(workload(LOSS)).last("loss")).isEqualTo(2.0);
    }

    @Test
    void whatIsNotSaidIsAsUsual() {
        var usual = job.under("version: 1\nworkloads: []\n");

        assertThat(job.under(workload(""))).isEqualTo(usual);
        assertThat(job.under(workload(LOSS)).transitions()).isEqualTo(usual.transitions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trainingImage: '*/mine:*'",
                "trainingImage: '/.*[/]mine:[0-9]+/'",
                "tuningJobName: churn",
                "trainingJobName: churn-001-*",
                "instanceType: ml.m4.*",
                "hyperParameters: {booster: dart, max_depth: '?'}",
                "when: eta < 0.5 && hp('learning-rate') == 0.01"
            })
    void aWorkloadIsForTheJobsThatItMatches(String match) {
        assertThat(job.under(workload("match: {" + match.replaceFirst(": (eta.*)", ": \"$1\"") + "}\n" + LOSS))
                        .last("loss"))
                .isEqualTo(2.0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trainingImage: mine",
                "trainingImage: /mine/",
                "tuningJobName: chur",
                "instanceType: ml.p3.*",
                "hyperParameters: {booster: gbtree}",
                "hyperParameters: {nothing: '*'}",
                "when: nothing > 0"
            })
    void aWorkloadIsNotForOthers(String match) {
        assertThat(job.under(workload("match: {" + match + "}\n" + LOSS)).last("loss"))
                .isNotEqualTo(2.0);
    }

    @Test
    void theFirstMatchWins() {
        var document = """
                version: 1
                workloads:
                  - {name: no, match: {trainingImage: other}, metrics: {loss: 1}}
                  - {name: yes, metrics: {loss: 2}}
                  - {name: late, metrics: {loss: 3}}
                """;

        assertThat(job.under(document).last("loss")).isEqualTo(2.0);
    }

    @Test
    void aMetricMaySpeakOfAnother() {
        var document = workload("metrics: {\"a:b\": \"metric('loss') / 2\", loss: 3}\n");

        assertThat(job.reading("a:b", "v=(\\S+)").under(document).last("a:b")).isEqualTo(1.5);
    }

    @Test
    void noiseIsDrawnForEachTrialAndHasItsDeviation() {
        var training = SomeJob.training(workload("metrics: {loss: 5}\nnoise: 0.5\n"));
        var values = IntStream.rangeClosed(1, 2000)
                .mapToDouble(trial -> lastLoss(training.report(job.trial(trial).job(), LATE)))
                .toArray();

        var mean =
                IntStream.range(0, 2000).mapToDouble(i -> values[i]).average().orElseThrow();
        var variance = IntStream.range(0, 2000)
                .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(5, within(0.05));
        assertThat(Math.sqrt(variance)).isCloseTo(0.5, within(0.03));
        assertThat(lastLoss(training.report(job.trial(7).job(), LATE))).isEqualTo(values[6]);
    }

    @Test
    void noiseIsClipped() {
        var document = workload("metrics: {loss: 0.5}\nnoise: {sd: 100, epochs: 1, clip: [0, 1]}\n");

        assertThat(job.under(document).metrics())
                .allSatisfy(reading -> assertThat(reading.value()).isBetween(0.0, 1.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shape: exponential, rate: 0.3", "shape: power, rate: 0.8", "shape: 'progress'", "rate: 1"})
    void aCurveLeadsFromTheStartToTheFormula(String shape) {
        var report = job.under(workload("metrics: {loss: 1}\ncurve: {epochs: 30, start: 9, " + shape + "}\n"));

        assertThat(report.metrics()).hasSize(30);
        assertThat(report.metrics().stream().map(MetricReading::value).toList())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                .allSatisfy(value -> assertThat(value).isBetween(1.0, 9.0));
        assertThat(report.metrics().get(0).value()).isGreaterThan(3);
        assertThat(report.last("loss")).isEqualTo(1.0);
    }

    @Test
    void aFormulaMaySayItselfHowItChanges() {
        var report = job.under(workload("metrics: {loss: 10 - epoch}\ncurve: {epochs: max_depth, start: 99}\n"));

        assertThat(report.metrics().stream().map(MetricReading::value).toList())
                .containsExactly(9.0, 8.0, 7.0, 6.0, 5.0, 4.0);
    }

    @Test
    void aValueThatIsNoNumberIsNotWritten() {
        var report = job.under(workload("metrics: {loss: \"if(epoch == 2, nan, epoch)\"}\ncurve: {epochs: 3}\n"));

        assertThat(report.metrics().stream().map(MetricReading::value).toList()).containsExactly(1.0, 3.0);
        assertThat(job.under(workload("metrics: {loss: log(-1)}\n")).metrics()).isEmpty();
    }

    @Test
    void aJobWithoutTheHyperparameterFailsAndSaysWhy() {
        var report = job.under(workload("metrics: {loss: gamma * 2}\n"));

        assertThat(report.status()).isEqualTo(TrainingStatus.FAILED);
        assertThat(report.failureReason())
                .isEqualTo("AlgorithmError: workload [w]: there is no hyperparameter [gamma], exit code: 1");
    }

    @Test
    void aHyperparameterThatIsMissingInOneEpochOnlyMakesAGap() {
        var report = job.under(workload("metrics: {loss: \"if(epoch == 2, gamma, epoch)\"}\ncurve: {epochs: 3}\n"));

        assertThat(report.status()).isEqualTo(TrainingStatus.COMPLETED);
        assertThat(report.metrics()).hasSize(2);
    }

    @Test
    void timesAreAsSaid() {
        var report = job.under(workload("""
                duration: 40s + 10s * max_depth
                phases: {Starting: 30s, Downloading: 20, Uploading: 1.5m}
                """));

        assertThat(lengths(report)).containsExactly(30L, 20L, 100L, 90L, 0L);
    }

    @Test
    void jitterVariesTheTrainingTime() {
        var training = SomeJob.training(workload("duration: 100s\njitter: 0.2\n"));
        var times = IntStream.rangeClosed(1, 200)
                .mapToLong(trial ->
                        lengths(training.report(job.trial(trial).job(), LATE)).get(2))
                .summaryStatistics();

        assertThat(times.getMin()).isBetween(40L, 85L);
        assertThat(times.getMax()).isBetween(120L, 220L);
        assertThat(times.getAverage()).isCloseTo(102, within(5.0));
    }

    @Test
    void linesAreWrittenByTemplate() {
        var document = workload("""
                metrics: {loss: 1 / 3, "train:auc": 0.75}
                curve: {epochs: 2}
                logs: ["[{t}]#011train-auc:{train:auc|5}#011loss:{loss}", "booster {booster} depth {max_depth} {nothing}."]
                """);
        var reading = job.reading("loss", "loss:([0-9.]+)");

        var lines = SomeJob.training(document).logs(reading.job(), LATE).stream()
                .map(LogLine::text)
                .toList();

        assertThat(lines)
                .contains(
                        "[1]#011train-auc:0.75000#011loss:0.3333333333",
                        "[2]#011train-auc:0.75000#011loss:0.3333333333",
                        "booster dart depth 6 .");
        assertThat(reading.under(document).last("loss")).isEqualTo(0.3333333333);
        assertThat(job.reading("loss", "LOSS=(.*)").under(document).metrics()).isEmpty();
    }

    @Test
    void anAlgorithmErrorEndsTheJob() {
        var report = job.under(
                workload("duration: 100s\noutcomes: [{when: eta < 0.5, fail: \"AlgorithmError: no\", at: 40%}]\n"));

        assertThat(report.status()).isEqualTo(TrainingStatus.FAILED);
        assertThat(report.failureReason()).isEqualTo("AlgorithmError: no");
        assertThat(lengths(report).get(2)).isEqualTo(40);
        assertThat(report.metrics()).isNotEmpty();
    }

    @Test
    void anInternalErrorIsRetried() {
        var report = job.under(workload("outcomes: [{attempts: 1-2, fail: internal}]\n"));
        var always = job.under(workload("outcomes: [{fail: internal}]\n"));

        assertThat(report.status()).isEqualTo(TrainingStatus.COMPLETED);
        assertThat(report.retriedAttempts()).isEqualTo(2);
        assertThat(always.status()).isEqualTo(TrainingStatus.FAILED);
        assertThat(always.retriedAttempts()).isEqualTo(3);
        assertThat(always.failureReason()).startsWith("InternalServerError: ");
    }

    @Test
    void capacityMayComeLate() {
        var report = job.under(workload("outcomes: [{attempts: 1-2, fail: capacity}]\n"));

        assertThat(statuses(report))
                .containsExactly(
                        "Starting",
                        "Pending",
                        "Starting",
                        "Pending",
                        "Starting",
                        "Downloading",
                        "Training",
                        "Uploading",
                        "Completed");
        assertThat(report.retriedAttempts()).isEqualTo(2);
    }

    @Test
    void withoutCapacityTrainingNeverStarts() {
        var report = job.under(workload("outcomes: [{trial: 1, fail: capacity, retryable: false}]\n"));

        assertThat(statuses(report)).containsExactly("Starting", "Failed");
        assertThat(report.failureReason())
                .isEqualTo(
                        "CapacityError: Unable to provision requested ML compute capacity. Please retry using a different ML"
                                + " instance type.");
        assertThat(report.trainingStartedAt()).isNull();
        assertThat(report.metrics()).isEmpty();
    }

    @Test
    void aMetricMayBeMissing() {
        var document = workload(LOSS + "outcomes: [{trial: 7, metric: missing}]\n");

        assertThat(job.trial(7).under(document).status()).isEqualTo(TrainingStatus.COMPLETED);
        assertThat(job.trial(7).under(document).metrics()).isEmpty();
        assertThat(job.trial(8).under(document).metrics()).isNotEmpty();
    }

    @Test
    void spotTrainingGoesOnWhereItWasInterrupted() {
        var document = workload(LOSS + """
                duration: 1000s
                curve: {epochs: 20}
                outcomes: [{spot: {meanBetweenInterruptions: 300s}}]
                """);
        var interrupted = IntStream.rangeClosed(1, 20)
                .mapToObj(trial -> job.spot().trial(trial).under(document))
                .filter(report -> statuses(report).contains("Interrupted"))
                .findFirst()
                .orElseThrow();

        assertThat(interrupted.status()).isEqualTo(TrainingStatus.COMPLETED);
        assertThat(interrupted.retriedAttempts()).isZero();
        assertThat(trained(interrupted)).isCloseTo(1000, within(0.01));
        assertThat(interrupted.metrics()).hasSizeBetween(18, 20);
    }

    @Test
    void spotTrainingWithoutCheckpointsBeginsAgain() {
        var document =
                workload("duration: 1000s\noutcomes: [{spot: {meanBetweenInterruptions: 300s, resume: false}}]\n");
        var reports = IntStream.rangeClosed(1, 20)
                .mapToObj(trial -> job.spot().trial(trial).under(document))
                .toList();

        assertThat(reports).anySatisfy(report -> assertThat(trained(report)).isGreaterThan(1100));
    }

    @Test
    void onlySpotTrainingIsInterrupted() {
        var document = workload("outcomes: [{spot: {meanBetweenInterruptions: 1s}}, {trial: 2, fail: 'A: a'}]\n");

        assertThat(statuses(job.under(document)))
                .containsExactly("Starting", "Downloading", "Training", "Uploading", "Completed");
        assertThat(job.trial(2).under(document).failureReason()).isEqualTo("A: a");
        assertThat(job.spot().trial(2).under(document).failureReason()).isNull();
    }

    @Test
    void timeInWhichSpotTrainingWaitsIsNoRuntime() {
        var members = "duration: 7000s\nphases: {Downloading: 0s, Uploading: 0s, Restarting: 2h}\n";
        var document = workload(members + "outcomes: [{spot: {meanBetweenInterruptions: 6000s}}]\n");

        var report = firstInterrupted(job.spot(), document);

        assertThat(report.status()).isEqualTo(TrainingStatus.COMPLETED);
        assertThat(Duration.between(START, report.endedAt())).isGreaterThan(SomeJob.MAX_RUNTIME);
    }

    @Test
    void spotTrainingEndsWhenItHasWaitedTooLong() {
        var members = "duration: 7000s\nphases: {Restarting: 2h}\n";
        var document = workload(members + "outcomes: [{spot: {meanBetweenInterruptions: 6000s}}]\n");
        var patience = new Terms(true, Duration.ofHours(2), null, Map.of());

        var report = firstInterrupted(job.on(patience), document);

        assertThat(report.status()).isEqualTo(TrainingStatus.STOPPED);
        assertThat(report.transitions()).last().extracting(Transition::status).isEqualTo("MaxWaitTimeExceeded");
        assertThat(report.endedAt()).isEqualTo(START.plus(Duration.ofHours(2)));
    }

    private static TrainingReport firstInterrupted(SomeJob some, String document) {
        return IntStream.rangeClosed(1, 20)
                .mapToObj(trial -> some.trial(trial).under(document))
                .filter(report -> statuses(report).contains("Interrupted"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRequestSaysHowOftenToTryAgain() {
        var once = job.on(new Terms(false, null, 1, Map.of()));
        var often = job.on(new Terms(false, null, 5, Map.of()));
        var document = workload("outcomes: [{attempts: 1-5, fail: internal}]\n");

        assertThat(job.under(document).retriedAttempts()).isEqualTo(3);
        assertThat(once.under(document).retriedAttempts()).isEqualTo(1);
        assertThat(once.under(document).status()).isEqualTo(TrainingStatus.FAILED);
        assertThat(often.under(document).retriedAttempts()).isEqualTo(5);
        assertThat(often.under(document).status()).isEqualTo(TrainingStatus.COMPLETED);
    }

    @Test
    void matchesTheTagsThatAJobWasCreatedWith() {
        var document = workload("match: {tags: {team: 'churn-*', stage: test}}\noutcomes: [{fail: 'A: a'}]\n");
        var tagged = new Terms(false, null, null, Map.of("team", "churn-2", "stage", "test", "owner", "me"));
        var otherwise = new Terms(false, null, null, Map.of("team", "churn-2", "stage", "production"));

        assertThat(job.on(tagged).under(document).failureReason()).isEqualTo("A: a");
        assertThat(job.on(otherwise).under(document).failureReason()).isNull();
        assertThat(job.under(document).failureReason()).isNull();
    }

    @Test
    void aJobThatHangsIsStoppedWhenItsTimeIsOver() {
        var report = job.under(workload(LOSS + "outcomes: [{hang: true, at: 50%}]\n"));

        assertThat(report.status()).isEqualTo(TrainingStatus.STOPPED);
        assertThat(report.transitions()).last().extracting(Transition::status).isEqualTo("MaxRuntimeExceeded");
        assertThat(report.endedAt())
                .isEqualTo(Objects.requireNonNull(report.trainingStartedAt()).plus(SomeJob.MAX_RUNTIME));
        assertThat(report.metrics()).isNotEmpty();
    }

    @Test
    void aProbabilityIsThatOfEachTrial() {
        var training = SomeJob.training(workload("outcomes: [{probability: 0.3, fail: algorithm}]\n"));
        var failed = IntStream.rangeClosed(1, 1000)
                .filter(trial -> training.report(job.trial(trial).job(), LATE).status() == TrainingStatus.FAILED)
                .count();

        assertThat(failed / 1000.0).isCloseTo(0.3, within(0.05));
    }

    @Test
    void theFirstRuleThatFiresDecides() {
        var document = workload(
                "outcomes: [{trial: 2, fail: 'A: a'}, {trial: 1-3, fail: 'B: b'}, {trial: 3-, fail: 'C: c'}]\n");

        assertThat(IntStream.rangeClosed(1, 4)
                        .mapToObj(trial -> Objects.requireNonNull(
                                        job.trial(trial).under(document).failureReason())
                                .substring(0, 1)))
                .containsExactly("B", "A", "B", "C");
    }

    private static double lastLoss(TrainingReport report) {
        return Objects.requireNonNull(report.last("loss"));
    }

    private static List<String> statuses(TrainingReport report) {
        return report.transitions().stream().map(Transition::status).toList();
    }

    /** Whole seconds of each stay. */
    private static List<Long> lengths(TrainingReport report) {
        return report.transitions().stream()
                .map(t -> Duration.between(t.start(), Objects.requireNonNull(t.end()))
                        .toSeconds())
                .toList();
    }

    private static double trained(TrainingReport report) {
        assertThat(report.transitions().get(0).start()).isEqualTo(START);
        return report.transitions().stream()
                        .filter(t -> t.status().equals("Training"))
                        .mapToLong(t -> Duration.between(t.start(), Objects.requireNonNull(t.end()))
                                .toMillis())
                        .sum()
                / 1000.0;
    }
}
