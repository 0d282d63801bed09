package dev.attune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricPatternTest {
    static Stream<Arguments> linesAndValues() {
        return Stream.of(
                Arguments.of("validation:accuracy = ([0-9.]+)", "epoch 3 validation:accuracy = 0.93 ok", 0.93),
                Arguments.of("loss: (.*?);", "loss: 0.5;", 0.5),
                Arguments.of("loss=(?P<v>\\S+)", "loss=1e-3", 1e-3),
                Arguments.of("(?<v>[0-9]+)%", "at 42%", 42.0),
                Arguments.of("[0-9]+\\.[0-9]+", "version 1.5", 1.5),
                Arguments.of("loss=([0-9.]+)", "loss=1 loss=2", 1.0),
                Arguments.of("(?<!val_)loss=([0-9.]+)", "val_loss=1 loss=2", 2.0),
                Arguments.of("(?<=acc )([0-9.]++)", "acc 0.25", 0.25),
                Arguments.of("(?P<q>['\"])auc(?P=q): ([0-9.]+)|x", "'auc': 0.5", null),
                Arguments.of("auc=(-?[0-9.]+)(?!%)\\Z", "auc=-0.5", -0.5),
                Arguments.of("(?x) auc = ([0-9.]+) (?=\\s)", "auc=0.5 ", 0.5),
                Arguments.of("acc {,2}= {,2}([0-9.]+)", "acc =  0.5", 0.5),
                Arguments.of("acc=(nan|[0-9.]+)", "acc=nan", null),
                Arguments.of("acc=(\\S+)", "acc=Infinity", null),
                Arguments.of("acc=(\\S+)", "acc=0x1p3", null),
                Arguments.of("acc=(\\S+)", "acc=1e999", null),
                Arguments.of("(a)|acc=([0-9.]+)", "acc=1", null),
                Arguments.of("acc", "acc", null),
                Arguments.of(".{0,500}loss=([0-9.]+)", "train loss=2.5", 2.5),
                Arguments.of("[[:alpha:]]+=([[:digit:].]+)", "loss=2.5", 2.5),
                Arguments.of("\\Qloss[0]\\E=([0-9.]+)", "loss[0]=2.5", 2.5));
    }

    @ParameterizedTest
    @MethodSource("linesAndValues")
    void readsTheFirstGroupOfTheFirstMatch(String regex, String line, Double value) {
        var pattern = MetricPattern.of(new MetricDefinition("m", regex));

        var read = pattern.read(line);

        assertThat(read).isEqualTo(value == null ? OptionalDouble.empty() : OptionalDouble.of(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((((a{30}){30}){30}){30}){30}",
                "(?:a{0,1000}){2}",
                "(",
                "loss=([0-9.+",
                "a)",
                "*a",
                "(?!)(?:|)(?:|)(?:|)(?:|)(?:|)(?:|)(?:|)",
                "(?=)((a?){100})$",
                "(?=.)(?:(?:(?:(?:(?:(?:(?:(?:(?:a)+)+)+)+)+)+)+)+)+b",
                "loss=(?(1)a|b)",
                "\\",
                "(?P<v",
                "a{2000}",
                "(?=)(?<a>.)(?<a>.)"
            })
    @Timeout(2)
    void refusesWhatIsMalformedOrTooCostlyAndSaysWhy(String regex) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricPattern.of(new MetricDefinition("m", regex)))
                .withMessageContaining("[" + regex + "]")
                .withMessageContaining("[m]")
                .withMessageMatching("(?s).+ cannot be used: .+\\.");
    }

    static Stream<String> hostile() {
        return Stream.of(
                ".*.*.*=([0-9.]+)",
                "(a|b)*c",
                "(?=.)(a|b)*c",
                "(?:a*)*b",
                "(?=.)(?:a+)+b",
                "(?=.)(?:a|aa)+b",
                "(?=.)(?:a|a)*b",
                "(?=.).*.*.*.*b",
                "(?<=a{1,1000})b",
                "(a+)+\\1b",
                "(?:a?){140}b",
                "(?=.)(?:a?){3}b",
                "(.{0,900})=b",
                "(?:(?:a{10}){10}){10}b",
                "(a+)(?:\\1)+b",
                "(?=(?:a+)+b)",
                "(?!(?:a+)+b)(?:a+)+b",
                "a*?a*?a*?a*?a*?b(?!a)",
                "(".repeat(200) + "a" + ")".repeat(200) + "b",
                "(?=.)" + "(?:".repeat(8) + "a" + ")+".repeat(8) + "b");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(5)
    void givesUpOnHostileExpressionsInBoundedTime(String regex) {
        var pattern = MetricPattern.of(new MetricDefinition("m", regex));

        for (var line : List.of("a".repeat(8192), "ab".repeat(20_000), "a".repeat(1_000_000), "ac=".repeat(3000))) {
            var read = pattern.read(line);

            assertThat(read).isEmpty();
        }
    }

    @Test
    void looksOnlyAtTheFirst8KibibytesOfALine() {
        var pattern = MetricPattern.of(new MetricDefinition("m", "loss=([0-9]+)"));

        assertThat(pattern.read(" ".repeat(8000) + "loss=1")).hasValue(1);
        assertThat(pattern.read(" ".repeat(8192) + "loss=1")).isEmpty();
    }
}
