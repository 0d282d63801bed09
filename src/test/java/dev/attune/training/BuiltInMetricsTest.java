package dev.attune.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInMetricsTest {
    private static final String REGISTRY = "811284229777.dkr.ecr.us-east-1.amazonaws.com/";

    @ParameterizedTest
    @CsvSource({
        "attune/branin, value, 'value=-3.5', -3.5",
        "attune/any, a(b)*c, 'a(b)*c=1e-7', 1e-7",
        "xgboost:1, validation:auc, '[9]#011train-auc:1#011validation-auc:0.5', 0.5",
        "sagemaker-xgboost:1.7-1, validation:rmse, '[9]#011validation-rmse:2', 2",
        "sagemaker-xgboost:1.7-1, validation:mine, '[9]#011validation-mine:2', 2",
        "image-classification:1, validation:accuracy, 'Epoch[3] Validation-accuracy=0.9', 0.9",
        "image-classification:1, validation:top_k, 'Epoch[3] Validation-top_k=0.9', 0.9",
        "kmeans:1, test:msd, '#quality_metric: host=algo-1, test msd <loss>=1.5', 1.5",
        "kmeans:1, test:mine, '#quality_metric: host=algo-1, epoch=3, test mine <loss>=1.5', 1.5",
        "object-detection:1, validation:mAP, '#quality_metric: host=algo-1, epoch=0, validation mAP <score>=(0.25)', 0.25",
        "catboost:2, AUC, 'bestTest = 0.75', 0.75",
        "tabtransformer:1, f1_score, \"metrics={'f1': 0.75}\", 0.75",
    })
    void readTheAskedMetricAsTheImageLogsIt(String image, String metric, String line, double value) {
        var definition = definition(image.contains("/") ? image : REGISTRY + image, metric, metric);

        assertThat(MetricPattern.of(definition).read(line)).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource({
        "xgboost:1, validation:error, 18",
        "sagemaker-xgboost:1.7-1, validation:rmse, 34",
        "linear-learner:1, test:binary_f_beta, 37",
        "kmeans:1, test:msd, 5",
    })
    void areAllThatTheServiceDefinesAndTheObjectiveAgain(String image, String metric, int number) {
        var definitions = BuiltInMetrics.of(REGISTRY + image, metric);

        assertThat(definitions).hasSize(number + 1);
        assertThat(definitions.get(number))
                .isEqualTo(new MetricDefinition(
                        "ObjectiveMetric",
                        definition(REGISTRY + image, metric, metric).regex()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xgboost",
                "linear-learner",
                "kmeans",
                "knn",
                "factorization-machines",
                "forecasting-deepar",
                "object2vec",
                "image-classification-multilabel",
                "object-detection",
                "semantic-segmentation",
                "blazingtext",
                "ipinsights",
                "lightgbm",
                "catboost",
                "tabtransformer",
                "ntm",
                "lda",
                "rcf",
                "pca",
                "seq2seq",
                "autogluon"
            })
    void canAllBeUsed(String algorithm) {
        var definitions = BuiltInMetrics.of(REGISTRY + algorithm, "test:any");

        assertThat(definitions).hasSizeLessThanOrEqualTo(40).doesNotHaveDuplicates();
        assertThat(definitions).allSatisfy(definition -> MetricPattern.of(definition));
    }

    @Test
    void writtenAreTheObjectiveAndItsLikesOnOtherData() {
        var image = REGISTRY + "linear-learner:1";
        var metrics = BuiltInMetrics.of(image, "test:binary_f_beta");

        var written = BuiltInMetrics.written(image, metrics, "test:binary_f_beta");

        assertThat(written.stream().map(MetricDefinition::name))
                .containsExactly("test:binary_f_beta", "validation:binary_f_beta", "train:binary_f_beta");
    }

    @ParameterizedTest
    @CsvSource({
        "xgboost:1, , 18, validation:rmse train:rmse",
        "xgboost:1, validation:error, 18, validation:error train:error",
        "xgboost:1, validation:mine, 19, validation:mine",
        "catboost:1, , 3, RMSE",
        "pca:1, , 2, ",
        "autogluon:1, , 0, ",
    })
    void ofASingleTrainingJobNoneStandsForTheObjective(String image, String objective, int number, String written) {
        var metrics = BuiltInMetrics.ofTraining(REGISTRY + image, objective);

        assertThat(metrics).hasSize(number);
        assertThat(BuiltInMetrics.standsForObjective(metrics)).isFalse();
        assertThat(BuiltInMetrics.written(REGISTRY + image, metrics, objective).stream()
                        .map(MetricDefinition::name))
                .containsExactlyInAnyOrder(written == null ? new String[0] : written.split(" "));
    }

    @Test
    void whatTheClientDefinedIsAllWritten() {
        var metrics = List.of(new MetricDefinition("auc", "auc=(.*)"), new MetricDefinition("loss", "loss=(.*)"));

        assertThat(BuiltInMetrics.written(REGISTRY + "xgboost:1", metrics, "auc"))
                .isEqualTo(metrics);
        assertThat(BuiltInMetrics.written("mine", metrics, "auc")).isEqualTo(metrics);
    }

    @Test
    void areNoneForAnImageOfOnesOwn() {
        assertThat(BuiltInMetrics.of("123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1", "auc"))
                .isEmpty();
    }

    private static MetricDefinition definition(String image, String objective, String metric) {
        return Stream.of(BuiltInMetrics.of(image, objective))
                .flatMap(List::stream)
                .filter(definition -> definition.name().equals(metric))
                .findFirst()
                .orElseThrow();
    }
}
