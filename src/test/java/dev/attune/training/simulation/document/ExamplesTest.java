package dev.attune.training.simulation.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.training.BuiltInMetrics;
import dev.attune.training.TrainingReport;
import dev.attune.training.TrainingStatus;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples behave like what they are modelled on. */
class ExamplesTest {
    private static final String EXAMPLES =
            WorkloadLibrary.of(new MemoryDocumentStore()).examples();
    private static final String REGISTRY = "811284229777.dkr.ecr.us-east-1.amazonaws.com/";

    @ParameterizedTest
    @CsvSource({
        "xgboost:1, validation:auc, 0.85, 0.96",
        "sagemaker-xgboost:1.7-1, validation:logloss, 0.1, 0.5",
        "xgboost:1, train:rmse, 0.1, 2",
        "linear-learner:1, validation:objective_loss, 0.25, 0.6",
        "linear-learner:latest, validation:binary_f_beta, 0.6, 0.9",
        "image-classification:1, validation:accuracy, 0.7, 0.95",
        "image-classification:1, train:accuracy, 0.7, 1"
    })
    void builtInAlgorithmsLogAsTheirMetricDefinitionsRead(String name, String metric, double low, double high) {
        var job = new SomeJob(REGISTRY + name, 1, Map.of(), metric, regex(REGISTRY + name, metric));

        var report = job.under(EXAMPLES);

        assertThat(report.status()).isEqualTo(TrainingStatus.COMPLETED);
        assertThat(report.metrics()).hasSizeGreaterThan(9);
        assertThat(report.last(metric)).isBetween(low, high);
    }

    @ParameterizedTest
    @CsvSource({
        "xgboost:1, validation:auc, eta, 1.0, 0.1",
        "xgboost:1, validation:auc, max_depth, 15, 6",
        "xgboost:1, validation:auc, booster, gbtree, dart",
        "image-classification:1, validation:accuracy, learning_rate, 0.0005, 0.05",
        "image-classification:1, validation:accuracy, epochs, 3, 40"
    })
    void hyperParametersMatter(String name, String metric, String parameter, String worse, String better) {
        var job = new SomeJob(REGISTRY + name, 1, Map.of(), metric, regex(REGISTRY + name, metric));

        assertThat(last(job.with(parameter, better).under(EXAMPLES), metric))
                .isGreaterThan(last(job.with(parameter, worse).under(EXAMPLES), metric));
    }

    @Test
    void aScriptPrintsWhatScriptsPrint() {
        var job = new SomeJob(
                REGISTRY + "pytorch-training:2.1-gpu",
                1,
                Map.of("lr", "0.0005", "epochs", "12", "batch-size", "64"),
                "val_loss",
                "val_loss=([0-9.]+)");

        var good = last(job.under(EXAMPLES), "val_loss");

        assertThat(good).isBetween(0.2, 0.5);
        assertThat(last(job.with("lr", "0.1").under(EXAMPLES), "val_loss")).isGreaterThan(good + 0.3);
        assertThat(job.with("lr", "0.9").under(EXAMPLES).status()).isEqualTo(TrainingStatus.FAILED);
        assertThat(job.reading("validation:accuracy", "validation accuracy: ([0-9.]+)")
                        .under(EXAMPLES)
                        .last("validation:accuracy"))
                .isBetween(0.7, 1.0);
    }

    @Test
    void cornersFail() {
        var large = new SomeJob(
                REGISTRY + "image-classification:1",
                1,
                Map.of("mini_batch_size", "1024", "num_layers", "152"),
                "validation:accuracy",
                "Validation-accuracy=([0-9.]+)");

        assertThat(large.under(EXAMPLES).failureReason()).contains("out of memory");
    }

    private static String regex(String image, String metric) {
        return BuiltInMetrics.of(image, metric).stream()
                .filter(definition -> definition.name().equals(metric))
                .findFirst()
                .orElseThrow()
                .regex();
    }

    private static double last(TrainingReport report, String metric) {
        return Objects.requireNonNull(report.last(metric));
    }
}
