package dev.attune.training.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.attune.training.MetricDefinition;
import dev.attune.training.MetricPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogFormatTest {
    private static List<String> write(Map<String, Double> values, int epoch, MetricDefinition... definitions) {
        return LogFormat.of(List.of(definitions)).lines().stream()
                .map(line -> LogFormat.write(line, values, epoch))
                .toList();
    }

    /** Each metric's last reading. */
    private static Map<String, Double> read(List<String> lines, MetricDefinition... definitions) {
        var last = new TreeMap<String, Double>();
        for (var definition : definitions) {
            var pattern = MetricPattern.of(definition);
            lines.forEach(line -> pattern.read(line).ifPresent(value -> last.put(definition.name(), value)));
        }
        return last;
    }

    static Stream<Arguments> expressions() {
        return Stream.of(
                Arguments.of("validation:accuracy = ([0-9.]+)", 0.9123, "validation:accuracy = 0.9123"),
                Arguments.of(
                        ".*\\[[0-9]+\\].*#011validation-auc:([-+]?[0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?).*",
                        0.75,
                        "[7]#011validation-auc:0.75"),
                Arguments.of("Train-accuracy=(\\d.\\d+)", 1.0, "Train-accuracy=1.000000"),
                Arguments.of("loss: (.*?);", -0.5, "loss: -0.5;"),
                Arguments.of(
                        "#quality_metric: host=\\S+, epoch=\\S+, validation mse <loss>=(\\S+)",
                        1.25e-7,
                        "#quality_metric: host=algo-1, epoch=7, validation mse <loss>=0.000000125"),
                Arguments.of("objective=(-?[0-9.]+)", -3.32236801141551, "objective=-3.322368011"),
                Arguments.of("Epoch (\\d+)", 12.7, "Epoch 13"),
                Arguments.of("(?:acc|accuracy)\\s*[=:]\\s+([0-9.]+)%?", 0.5, "acc= 0.5"),
                Arguments.of("(?<=auc: )(\\d\\.\\d{4})(?=,)", 0.75, "auc: 0.7500,"),
                Arguments.of("(?:skip|score=(?P<v>\\d+\\.\\d+))", 0.5, "score=0.5"),
                Arguments.of("(?i)^Loss\\t(\\d\\.\\d+e[-+]\\d+)$", 0.00025, "Loss\t2.5e-04"),
                Arguments.of("'(\\S+)' again '\\1'", 2.5, "'2.5' again '2.5'"),
                Arguments.of("\"loss\": ([^,}]+)[,}]", 0.25, "\"loss\": 0.25,"),
                Arguments.of("epoch \\d+/\\d{2} .* val_acc=([0-9]*\\.[0-9]+)", 0.25, "epoch 7/00  val_acc=0.25"));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void writesTheShortestReadableLineThatTheExpressionReads(String regex, double value, String line) {
        var definition = new MetricDefinition("m", regex);

        var lines = write(Map.of("m", value), 7, definition);

        assertThat(lines).containsExactly(line);
        assertThat(read(lines, definition).get("m")).isCloseTo(value, within(0.5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?!)", "loss=(a)", "a\\bb=([0-9.]+)", "[0-9]+x", "loss"})
    void writesNothingForAnExpressionThatNoLineSatisfies(String regex) {
        assertThat(write(Map.of("m", 0.5), 1, new MetricDefinition("m", regex))).isEmpty();
    }

    @Test
    void showsAValueThatTheExpressionCannotHoldButItIsNotRead() {
        var definition = new MetricDefinition("m", "m=([0-9.]+)");

        var lines = write(Map.of("m", -0.5), 1, definition);

        assertThat(lines).containsExactly("m=-0.5");
        assertThat(read(lines, definition)).isEmpty();
    }

    @Test
    void putsAnEpochsMetricsOnOneLine() {
        var number = "([-+]?[0-9]*\\.?[0-9]+)";
        var train = new MetricDefinition("train:auc", ".*\\[[0-9]+\\].*#011train-auc:" + number + ".*");
        var validation = new MetricDefinition("validation:auc", ".*\\[[0-9]+\\].*#011validation-auc:" + number + ".*");

        var lines = write(Map.of("train:auc", 0.9, "validation:auc", 0.8), 3, train, validation);

        assertThat(lines).containsExactly("[3]#011train-auc:0.9#011validation-auc:0.8");
    }

    @Test
    void keepsMetricsApartWhoseExpressionsReadEachOther() {
        var values = Map.of("acc", 0.25, "loss", 0.5, "val_acc", 0.75, "val_loss", 1.5, "all", 2.5, "end", 3.5);
        var definitions = new ArrayList<MetricDefinition>();
        for (var name : List.of("val_loss", "loss", "acc", "val_acc")) {
            definitions.add(new MetricDefinition(name, name + "[=:] ([0-9.]+)"));
        }
        definitions.add(new MetricDefinition("all", "all (.*)"));
        definitions.add(new MetricDefinition("end", "^end=([0-9.]+)$"));
        var all = definitions.toArray(MetricDefinition[]::new);

        var lines = write(values, 1, all);

        assertThat(read(lines, all)).isEqualTo(new TreeMap<>(values));
    }
}
