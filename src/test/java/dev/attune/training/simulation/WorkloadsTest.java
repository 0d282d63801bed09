package dev.attune.training.simulation;

import static dev.attune.training.simulation.TestJobs.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.training.BuiltInMetrics;
import dev.attune.training.MetricDefinition;
import dev.attune.training.MetricReading;
import dev.attune.training.Terms;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import dev.attune.training.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadsTest {
    private static TrainingReport end(TestJobs job) {
        return new SimulatedTraining().report(job.job(), START.plus(Duration.ofDays(30)));
    }

    private static double last(TrainingReport report) {
        return report.metrics().get(report.metrics().size() - 1).value();
    }

    @ParameterizedTest
    @EnumSource
    void aTestFunctionsImageReportsItsExactValue(TestFunction function) {
        var x = IntStream.range(0, function.dimension().orElse(3))
                .mapToDouble(i -> 0.25 + 0.5 * i)
                .toArray();

        var report = end(TestJobs.at("registry/attune/" + function.title() + ":1", x));

        var value = function.value(x);
        assertThat(report.status()).isEqualTo(TrainingStatus.COMPLETED);
        assertThat(last(report)).isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
        assertThat(report.metrics())
                .extracting(MetricReading::value)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void aTestFunctionTakesItsCoordinatesInNumericOrderStaticOnesToo() {
        var x = IntStream.rangeClosed(1, 11).mapToDouble(i -> i / 4.0).toArray();

        assertThat(last(end(TestJobs.at("attune/rosenbrock", x))))
                .isCloseTo(TestFunction.ROSENBROCK.value(x), within(1e-6));
        assertThat(last(end(TestJobs.at("attune/branin", 2, 3).tuned(List.of()))))
                .isCloseTo(TestFunction.BRANIN.value(2, 3), within(1e-8));
    }

    @Test
    void aTestFunctionTakesTheTunedNumbersWhereNoneIsNamedX() {
        var report = end(TestJobs.usual()
                .image("attune/branin")
                .metrics(new MetricDefinition("f", "f=(\\S+)"))
                .hyperParameters(Map.of("learning_rate", "1", "max_depth", "2", "optimizer", "sgd")));

        assertThat(last(report)).isCloseTo(TestFunction.BRANIN.value(1, 2), within(1e-8));
    }

    @Test
    void aTestFunctionFailsWhereItIsNotDefined() {
        var wrong = end(TestJobs.at("attune/hartmann6", 1, 2));
        var text = end(TestJobs.at("attune/branin", 1, 2).hyperParameters(Map.of("x1", "one", "x2", "2")));

        assertThat(wrong.status()).isEqualTo(TrainingStatus.FAILED);
        assertThat(wrong.failureReason()).startsWith("AlgorithmError: hartmann6 expects 6 numeric");
        assertThat(wrong.transitions()).last().extracting(Transition::status).isEqualTo("Failed");
        assertThat(text.failureReason()).contains("expects numbers").contains("x1");
    }

    @Test
    void theFailingImageAlwaysFails() {
        var report = end(TestJobs.usual().image("attune/failing"));

        assertThat(report.status()).isEqualTo(TrainingStatus.FAILED);
        assertThat(report.failureReason()).startsWith("AlgorithmError: ").endsWith("exit code: 1");
    }

    @Test
    void theSilentImageCompletesWithoutAMetric() {
        var report = end(TestJobs.usual().image("attune/silent"));

        assertThat(report.status()).isEqualTo(TrainingStatus.COMPLETED);
        assertThat(report.metrics()).isEmpty();
    }

    @Test
    void theFlakyImageIsRetriedThreeTimesAtMost() {
        var reports = IntStream.rangeClosed(1, 400)
                .mapToObj(trial -> end(TestJobs.usual().image("attune/flaky").trial(trial)))
                .toList();

        var failed = reports.stream()
                .filter(report -> report.status() == TrainingStatus.FAILED)
                .toList();
        var retried =
                reports.stream().filter(report -> report.retriedAttempts() > 0).count();
        assertThat(retried / 400.0).isCloseTo(0.4, within(0.08));
        assertThat(failed).isNotEmpty().hasSizeLessThan(30).allSatisfy(report -> {
            assertThat(report.retriedAttempts()).isEqualTo(3);
            assertThat(report.failureReason())
                    .isEqualTo("InternalServerError: We encountered an internal error. Please try again.");
        });
        assertThat(reports)
                .allSatisfy(report -> assertThat(report.transitions())
                        .filteredOn(transition -> transition.status().equals("Restarting"))
                        .hasSize(report.retriedAttempts()));
    }

    @Test
    void theFlakyImageIsRetriedAsOftenAsTheRequestSays() {
        var once = new Terms(false, null, 1, Map.of());
        var reports = IntStream.rangeClosed(1, 200)
                .mapToObj(trial ->
                        end(TestJobs.usual().image("attune/flaky").trial(trial).terms(once)))
                .toList();

        assertThat(reports)
                .extracting(TrainingReport::retriedAttempts)
                .contains(0, 1)
                .doesNotContain(2, 3);
    }

    @Test
    void theFirstRuleThatFitsDecides() {
        var usual = Workloads.builtIn().of(TestJobs.usual().job());
        var constant = usual.with((Workload.Surface) (job, metric) -> OptionalDouble.of(0.125));
        var workloads = Workloads.builtIn()
                .after(List.of(new Workloads.Rule(
                        "constant",
                        job -> job.image().contains("my-training") ? Optional.empty() : Optional.of("another image"),
                        constant)));

        var report = new SimulatedTraining(workloads).report(TestJobs.usual().job(), START.plus(Duration.ofDays(1)));

        assertThat(last(report)).isEqualTo(0.125);
    }

    @ParameterizedTest
    @CsvSource({
        "attune/branin, f(x)",
        "811284229777.dkr.ecr.us-east-1.amazonaws.com/xgboost:1, validation:auc",
        "811284229777.dkr.ecr.us-east-1.amazonaws.com/image-classification:1, validation:accuracy",
        "382416733822.dkr.ecr.us-east-1.amazonaws.com/linear-learner:1, validation:objective_loss"
    })
    void builtInMetricsAreWrittenAndRead(String image, String metric) {
        var definitions = BuiltInMetrics.written(image, BuiltInMetrics.of(image, metric), metric)
                .toArray(MetricDefinition[]::new);

        var readings = end(TestJobs.at(image, 1, 2).metrics(definitions)).metrics();

        assertThat(readings).hasSize(20 * definitions.length);
        assertThat(readings.stream().map(MetricReading::metric)).contains(metric);
    }

    @ParameterizedTest
    @CsvSource({
        "xgboost:1, validation:auc, '.*\\[[0-9]+\\].*#011validation-auc:(.*)'",
        "sagemaker-xgboost:1.7-1, train:rmse, '.*\\[[0-9]+\\].*#011train-rmse:(.*)'",
        "image-classification:1, validation:accuracy, 'Epoch\\[[0-9]+\\] Validation-accuracy=(.*)'",
        "linear-learner:1, validation:objective_loss, '#quality_metric: host=x, epoch=1, loss <loss>=(.*)'",
        "object-detection:1, validation:mAP, 'mAP=(.*)'",
        "forecasting-deepar:1, test:RMSE, 'RMSE=(.*)'",
        "lightgbm:1, auc, 'auc=(.*)'",
        "catboost:1, MultiClass, 'MultiClass=(.*)'"
    })
    void whatElseABuiltInAlgorithmWritesDoesNotChangeItsObjective(String image, String metric, String alone) {
        var definitions = BuiltInMetrics.written(image, BuiltInMetrics.of(image, metric), metric)
                .toArray(MetricDefinition[]::new);

        var among = end(TestJobs.usual().image(image).metrics(definitions));
        var only = end(TestJobs.usual().image(image).metrics(new MetricDefinition(metric, alone)));

        assertThat(values(among, metric)).isEqualTo(values(only, metric)).hasSize(20);
    }

    private static List<Double> values(TrainingReport report, String metric) {
        return report.metrics().stream()
                .filter(reading -> reading.metric().equals(metric))
                .map(MetricReading::value)
                .toList();
    }
}
