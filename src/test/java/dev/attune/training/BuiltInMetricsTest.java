package dev.attune.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInMetricsTest {
    @ParameterizedTest
    @CsvSource({
        "attune/branin, value, 'value=-3.5', -3.5",
        "attune/any, a(b)*c, 'a(b)*c=1e-7', 1e-7",
        "811284229777.dkr.ecr.us-east-1.amazonaws.com/xgboost:1, validation:auc, '[9]#011train-auc:1#011validation-auc:0.5', 0.5",
        "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1, validation:rmse, '[9]#011validation-rmse:2', 2",
        "811284229777.dkr.ecr.us-east-1.amazonaws.com/image-classification:1, validation:accuracy, 'Epoch[3] Validation-accuracy=0.9', 0.9",
        "382416733822.dkr.ecr.us-east-1.amazonaws.com/kmeans:1, test:msd, '#quality_metric: host=algo-1, epoch=3, test msd <loss>=1.5', 1.5"
    })
    void readTheAskedMetricAsTheImageLogsIt(String image, String metric, String line, double value) {
        var definitions = BuiltInMetrics.of(image, metric);

        assertThat(definitions).hasSize(1);
        assertThat(definitions.get(0).name()).isEqualTo(metric);
        assertThat(MetricPattern.of(definitions.get(0)).read(line)).hasValue(value);
    }

    @Test
    void areNoneForAnImageOfOnesOwn() {
        assertThat(BuiltInMetrics.of("123456789012.dkr.ecr.us-east-1.amazonaws.com/churn:1", "auc"))
                .isEmpty();
    }
}
