package dev.attune.training.simulation;

import static dev.attune.training.simulation.TestJobs.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.attune.training.MetricReading;
import dev.attune.training.TrainingJob;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import dev.attune.training.Transition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatedTrainingTest {
    private static final Instant LATE = START.plus(Duration.ofDays(30));

    private final SimulatedTraining training = new SimulatedTraining();

    /** Jobs of all kinds and ends. */
    static List<TrainingJob> jobs() {
        var jobs = new ArrayList<TrainingJob>();
        for (int trial = 1; trial <= 12; trial++) {
            var usual = TestJobs.usual().trial(trial);
            var flaky = usual.image("attune/flaky");
            var draw = Draw.of("jobs", trial);
            jobs.add(usual.job());
            jobs.add(flaky.job());
            jobs.add(usual.image("attune/failing").job());
            jobs.add(usual.image("attune/silent").job());
            jobs.add(TestJobs.at("attune/branin", trial, 3).trial(trial).job());
            for (var each : List.of(usual, flaky)) {
                var seconds = Math.round(draw.between(-10, 600));
                jobs.add(each.stopRequestedAt(START.plusSeconds(seconds)).job());
                jobs.add(each.maxRuntime(Duration.ofSeconds(1 + Math.abs(seconds)))
                        .job());
                jobs.add(each.maxRuntime(Duration.ofSeconds(100))
                        .stopRequestedAt(START.plusSeconds(seconds))
                        .job());
            }
        }
        return jobs;
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void reportsTheSameInAnyOrderOfAsking(TrainingJob job) {
        var instants = instants(job, 20);
        var forward = instants.stream().map(at -> training.report(job, at)).toList();
        var shuffled = new ArrayList<>(instants);
        Collections.shuffle(shuffled, new Random(1));
        var other = new SimulatedTraining();
        shuffled.forEach(at -> other.report(job, at));

        var again = instants.stream().map(at -> other.report(job, at)).toList();

        assertThat(again).isEqualTo(forward);
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void neverTakesBackWhatItReported(TrainingJob job) {
        TrainingReport before = null;
        for (var at : instants(job, 40)) {
            var now = training.report(job, at);
            if (before != null) {
                assertThat(now.metrics().subList(0, before.metrics().size())).isEqualTo(before.metrics());
                assertThat(starts(now).subList(0, starts(before).size())).isEqualTo(starts(before));
                assertThat(now.retriedAttempts()).isGreaterThanOrEqualTo(before.retriedAttempts());
                assertThat(before.status().terminal()).as("ended").isIn(false, now.equals(before));
            }
            before = now;
        }
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void namesTheExactInstantOfTheNextChange(TrainingJob job) {
        for (var at : instants(job, 40)) {
            var now = training.report(job, at);
            var change = now.nextChange();
            if (change == null) {
                assertThat(now.status().terminal()).isTrue();
                continue;
            }
            assertThat(change).isAfter(at);
            assertThat(training.report(job, change.minusNanos(1)).status()).isEqualTo(now.status());
            assertThat(training.report(job, change).status()).isNotEqualTo(now.status());
        }
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void chainsItsTransitions(TrainingJob job) {
        for (var at : instants(job, 20)) {
            var report = training.report(job, at);
            var transitions = report.transitions();
            var last = transitions.get(transitions.size() - 1);

            assertThat(transitions.get(0).start()).isEqualTo(START);
            for (int i = 0; i + 1 < transitions.size(); i++) {
                assertThat(transitions.get(i).end())
                        .isEqualTo(transitions.get(i + 1).start());
            }
            assertThat(last.end()).isEqualTo(report.status().terminal() ? last.start() : null);
            assertThat(report.endedAt()).isEqualTo(last.end());
            assertThat(transitions)
                    .allMatch(t -> t.start().truncatedTo(ChronoUnit.MILLIS).equals(t.start()));
        }
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void endsAndSaysHow(TrainingJob job) {
        var report = training.report(job, LATE);
        var last = report.transitions().get(report.transitions().size() - 1);

        assertThat(report.status().terminal()).isTrue();
        assertThat(report.nextChange()).isNull();
        assertThat(report.failureReason() != null).isEqualTo(report.status() == TrainingStatus.FAILED);
        assertThat(last.status())
                .isIn(
                        switch (report.status()) {
                            case COMPLETED -> List.of("Completed");
                            case FAILED -> List.of("Failed");
                            default -> List.of("Stopped", "MaxRuntimeExceeded");
                        });
    }

    @Test
    void goesThroughTheStatusesThatAwsRecords() {
        var report = training.report(TestJobs.usual().job(), LATE);

        assertThat(report.transitions())
                .extracting(Transition::status, Transition::message)
                .containsExactly(
                        tuple("Starting", "Preparing the instances for training"),
                        tuple("Downloading", "Downloading input data"),
                        tuple("Training", "Training image download completed. Training in progress."),
                        tuple("Uploading", "Uploading generated training model"),
                        tuple("Completed", "Training job completed"));
        assertThat(report.trainingStartedAt())
                .isEqualTo(report.transitions().get(1).start());
    }

    @Test
    void stopsAtTheMaximumRuntimeAndKeepsItsReadings() {
        var job = TestJobs.usual().maxRuntime(Duration.ofSeconds(150)).job();
        var whole = training.report(TestJobs.usual().job(), LATE);

        var report = training.report(job, LATE);

        var limit = Objects.requireNonNull(report.trainingStartedAt()).plusSeconds(150);
        assertThat(report.status()).isEqualTo(TrainingStatus.STOPPED);
        assertThat(report.endedAt()).isEqualTo(limit);
        assertThat(report.transitions()).last().extracting(Transition::status).isEqualTo("MaxRuntimeExceeded");
        assertThat(report.metrics())
                .isNotEmpty()
                .isEqualTo(whole.metrics().stream()
                        .filter(reading -> reading.at().isBefore(limit))
                        .toList());
    }

    @Test
    void stopsOnRequestAfterAWhile() {
        var request = START.plusSeconds(200);
        var job = TestJobs.usual().stopRequestedAt(request).job();

        assertThat(training.report(job, request.minusMillis(1)).status()).isEqualTo(TrainingStatus.IN_PROGRESS);
        assertThat(training.report(job, request).status()).isEqualTo(TrainingStatus.STOPPING);
        var stopped = training.report(job, LATE);
        assertThat(stopped.status()).isEqualTo(TrainingStatus.STOPPED);
        assertThat(Duration.between(request, stopped.endedAt()))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(60));
        assertThat(stopped.metrics())
                .isNotEmpty()
                .allMatch(reading -> reading.at().isBefore(request));
    }

    @Test
    void keepsWhatWasReadAtTheInstantOfTheRequest() {
        var reading =
                training.report(TestJobs.usual().job(), LATE).metrics().get(5).at();
        var job = TestJobs.usual().stopRequestedAt(reading).job();

        assertThat(training.report(job, LATE).metrics())
                .isEqualTo(training.report(TestJobs.usual().job(), reading).metrics());
    }

    @Test
    void namesTheExactInstantOfTheNextReading() {
        var job = TestJobs.usual().job();
        var at = START;
        for (var reading : training.report(job, LATE).metrics()) {
            var next = training.report(job, at).nextReading();
            assertThat(next).isEqualTo(reading.at());
            at = reading.at();
        }
        assertThat(training.report(job, at).nextReading()).isNull();
    }

    @Test
    void tellsTheEpochOfEachReadingEvenWhereItReportsOnlySome() {
        var few = training.report(
                TestJobs.usual().hyperParameters(Map.of("epochs", "7")).job(), LATE);
        var many = training.report(
                TestJobs.usual().hyperParameters(Map.of("epochs", "100")).job(), LATE);

        assertThat(few.metrics()).extracting(MetricReading::epoch).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(many.metrics())
                .extracting(MetricReading::epoch)
                .hasSize(40)
                .startsWith(2, 5, 7, 10)
                .endsWith(97, 100);
    }

    @Test
    void stopsQuicklyAndWithoutTrainingTimeBeforeItsContainerRuns() {
        var request = START.plusSeconds(3);
        var stopped = training.report(TestJobs.usual().stopRequestedAt(request).job(), LATE);

        assertThat(stopped.trainingStartedAt()).isNull();
        assertThat(Duration.between(request, stopped.endedAt())).isLessThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(stopped.transitions())
                .extracting(Transition::status)
                .containsExactly("Starting", "Stopping", "Stopped");
    }

    @Test
    void ignoresARequestToStopThatComesTooLate() {
        var whole = training.report(TestJobs.usual().job(), LATE);
        var late = TestJobs.usual()
                .stopRequestedAt(Objects.requireNonNull(whole.endedAt()))
                .job();

        assertThat(training.report(late, LATE)).isEqualTo(whole);
    }

    @Test
    void takesLessTimeOnMoreAndFasterInstances() {
        var usual = TestJobs.usual();

        var slow = duration(usual.job());

        assertThat(slow).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(30));
        assertThat(duration(usual.resources("ml.p3.2xlarge", 1).job())).isLessThan(slow);
        assertThat(duration(usual.resources("ml.m4.xlarge", 4).job())).isLessThan(slow);
        assertThat(duration(usual.resources("ml.zz9.whatever", 1).job())).isEqualTo(slow);
        assertThat(duration(usual.resources("ml.c9gn.4xlarge", 1).job())).isLessThan(slow);
    }

    @Test
    void takesLongerForMoreEpochs() {
        var few = TestJobs.usual().hyperParameters(Map.of("epochs", "10"));
        var many = TestJobs.usual().hyperParameters(Map.of("epochs", "\"100\""));

        assertThat(duration(many.job())).isGreaterThan(duration(few.job()).multipliedBy(3));
        assertThat(training.report(few.job(), LATE).metrics()).hasSize(10);
        assertThat(training.report(many.job(), LATE).metrics()).hasSize(40);
    }

    @Test
    void writesALogThatShowsWhatItReads() {
        var job = TestJobs.usual().job();
        var half = START.plusSeconds(240);

        var lines = training.logs(job, half);

        assertThat(lines).isNotEmpty().allMatch(line -> !line.at().isAfter(half));
        assertThat(lines).extracting(line -> line.text()).anyMatch(text -> text.startsWith("Hyperparameters: "));
        assertThat(training.report(job, half).metrics())
                .allSatisfy(reading -> assertThat(lines)
                        .anyMatch(line -> line.at().equals(reading.at())
                                && line.text().endsWith("= " + BigDecimal.valueOf(reading.value()))));
    }

    @Test
    void reportsAHundredTrialsManyTimesWithinASecondOrSo() {
        var jobs = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> TestJobs.usual().trial(i).job())
                .toList();

        assertTimeout(Duration.ofSeconds(20), () -> {
            for (int second = 0; second < 300; second++) {
                var at = START.plusSeconds(second);
                jobs.forEach(job -> training.report(job, at));
            }
        });
    }

    private static List<Instant> starts(TrainingReport report) {
        return report.transitions().stream().map(Transition::start).toList();
    }

    private Duration duration(TrainingJob job) {
        var report = training.report(job, LATE);
        return Duration.between(report.trainingStartedAt(), report.endedAt());
    }

    /** Random instants of the job's life and a little after, and all at which something happens. */
    private List<Instant> instants(TrainingJob job, int count) {
        var report = training.report(job, LATE);
        var life = Duration.between(START, report.endedAt()).toMillis() + 5000;
        var random = new Random(job.trial());
        var drawn = IntStream.range(0, count).mapToObj(i -> START.plusMillis((long) (random.nextDouble() * life)));
        var told = report.transitions().stream().map(Transition::start);
        return Stream.concat(drawn, told).sorted().toList();
    }
}
