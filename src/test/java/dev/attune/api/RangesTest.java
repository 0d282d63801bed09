package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.search.Parameter;
import dev.attune.search.Scaling;
import dev.attune.tuning.RangeText;
import dev.attune.tuning.TuningException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RangesTest {
    /** Texts that are no number at all, for either kind of range. */
    private static final List<String> NO_NUMBER = List.of(
            "",
            " ",
            " 5",
            "5 ",
            "\t5",
            "5\n",
            "\u00a05",
            "\u20035",
            "5\u0000",
            "\ufeff5",
            "five",
            "NaN",
            "nan",
            "+NaN",
            "Infinity",
            "-Infinity",
            "inf",
            "+inf",
            "∞",
            "null",
            "None",
            "true",
            "0x10",
            "0X1p3",
            "#10",
            "010h",
            "0b1",
            "0o7",
            "1_000",
            "1,000",
            "1 000",
            "1'000",
            "1.000.000",
            "1,5",
            "٣",
            "३",
            "５",
            "²",
            "½",
            "Ⅳ",
            "一",
            "𝟓",
            "5d",
            "5f",
            "5L",
            "5%",
            "$5",
            "--5",
            "+-5",
            "-+5",
            "++5",
            "- 5",
            "5-",
            "-",
            "+",
            ".",
            "-.",
            "e5",
            "1e",
            "1e+",
            "1e-",
            "1e5.0",
            "1ee5",
            "1e5e5",
            "1e 5",
            "1^5",
            "1*2",
            "1/2",
            "(5)",
            "[5]",
            "\"5\"",
            "'5'",
            "−5",
            "5..",
            "5.5.5",
            "0.5.",
            "1e999999999",
            "1e-999999999",
            "1e99999999999999999999",
            "1e+2147483648",
            "9e99999",
            "a".repeat(256),
            "5".repeat(255) + "x",
            "1".repeat(200) + "e" + "9".repeat(55));

    static Stream<Arguments> integers() {
        return Stream.of(
                Arguments.of("0", 0L),
                Arguments.of("-0", 0L),
                Arguments.of("+0", 0L),
                Arguments.of("00", 0L),
                Arguments.of("7", 7L),
                Arguments.of("+7", 7L),
                Arguments.of("-7", -7L),
                Arguments.of("007", 7L),
                Arguments.of("-007", -7L),
                Arguments.of("9223372036854775807", Long.MAX_VALUE),
                Arguments.of("-9223372036854775808", Long.MIN_VALUE),
                Arguments.of("+9223372036854775807", Long.MAX_VALUE),
                Arguments.of("0".repeat(255) + "5", 5L),
                Arguments.of("-" + "0".repeat(236) + "9223372036854775808", Long.MIN_VALUE));
    }

    static Stream<String> noIntegers() {
        return Stream.concat(
                NO_NUMBER.stream(),
                Stream.of(
                        "5.0",
                        "5.",
                        ".5",
                        "0.5",
                        "5e0",
                        "1e3",
                        "1E3",
                        "-0.0",
                        "9223372036854775808",
                        "-9223372036854775809",
                        "18446744073709551616",
                        "1".repeat(20),
                        "9".repeat(256),
                        "-" + "9".repeat(255)));
    }

    static Stream<Arguments> decimals() {
        return Stream.of(
                Arguments.of("0", 0.0),
                Arguments.of("-0", 0.0),
                Arguments.of("-0.0", 0.0),
                Arguments.of("5", 5.0),
                Arguments.of("+5", 5.0),
                Arguments.of("-5.25", -5.25),
                Arguments.of("5.", 5.0),
                Arguments.of(".5", 0.5),
                Arguments.of("-.5e1", -5.0),
                Arguments.of("1e3", 1000.0),
                Arguments.of("1E3", 1000.0),
                Arguments.of("1e+3", 1000.0),
                Arguments.of("1e-3", 0.001),
                Arguments.of("1e03", 1000.0),
                Arguments.of("0e9999", 0.0),
                Arguments.of("1e308", 1e308),
                Arguments.of("1.7976931348623157e308", Double.MAX_VALUE),
                Arguments.of("-1.7976931348623157E+308", -Double.MAX_VALUE),
                Arguments.of("4.9e-324", Double.MIN_VALUE),
                Arguments.of("1e-400", 0.0),
                Arguments.of("1e-9999", 0.0),
                Arguments.of("0." + "0".repeat(253) + "1", 1e-254),
                Arguments.of("1" + "0".repeat(255), 1e255),
                Arguments.of("3." + "1".repeat(254), 3.111111111111111),
                Arguments.of("9007199254740993", 9007199254740992.0));
    }

    static Stream<String> noDecimals() {
        return Stream.concat(
                NO_NUMBER.stream(),
                Stream.of("1e309", "-1e309", "1e400", "1e9999", "1.7976931348623159e308", "9".repeat(200) + "e200"));
    }

    @ParameterizedTest
    @MethodSource("integers")
    void readsIntegers(String text, long value) {
        var ranges = new Ranges(1);

        ranges.addInteger("n", text, text, Scaling.AUTO);

        assertThat(ranges.space().parameters()).containsExactly(new Parameter.Whole("n", value, value, Scaling.AUTO));
        assertThat(ranges.texts()).containsEntry("n", new RangeText(text, text));
    }

    @ParameterizedTest
    @MethodSource("noIntegers")
    void refusesWhatIsNoInteger(String text) {
        assertThatThrownBy(() -> new Ranges(1).addInteger("n", text, "5", Scaling.AUTO))
                .isInstanceOf(TuningException.class)
                .hasMessage("The MinValue [" + text
                        + "] of the integer hyperparameter range [n] must be an integer of at most 64 bits.");
        assertThatThrownBy(() -> new Ranges(1).addInteger("n", "5", text, Scaling.AUTO))
                .isInstanceOf(TuningException.class)
                .hasMessageStartingWith("The MaxValue [" + text + "] of the integer ");
    }

    @ParameterizedTest
    @MethodSource("decimals")
    void readsDecimals(String text, double value) {
        var ranges = new Ranges(1);

        ranges.addContinuous("n", text, text, Scaling.AUTO);

        assertThat(ranges.space().parameters())
                .containsExactly(new Parameter.Continuous("n", value, value, Scaling.AUTO));
        assertThat(ranges.texts()).containsEntry("n", new RangeText(text, text));
    }

    @ParameterizedTest
    @MethodSource("noDecimals")
    void refusesWhatIsNoFiniteDecimal(String text) {
        assertThatThrownBy(() -> new Ranges(1).addContinuous("n", text, "5", Scaling.AUTO))
                .isInstanceOf(TuningException.class)
                .hasMessage("The MinValue [" + text
                        + "] of the continuous hyperparameter range [n] must be a finite decimal number.");
        assertThatThrownBy(() -> new Ranges(1).addContinuous("n", "5", text, Scaling.AUTO))
                .isInstanceOf(TuningException.class)
                .hasMessageStartingWith("The MaxValue [" + text + "] of the continuous ");
    }

    @Test
    void refusesMinAboveMax() {
        assertThatThrownBy(() -> new Ranges(1).addInteger("n", "6", "5", Scaling.AUTO))
                .hasMessage(
                        "The MinValue [6] of the hyperparameter range [n] must be less than or equal to its MaxValue [5].");
        assertThatThrownBy(() -> new Ranges(1).addContinuous("n", "1e-3", "1e-4", Scaling.AUTO))
                .hasMessageContaining("The MinValue [1e-3] of the hyperparameter range [n]");
    }

    @Test
    void readsTheWidestRanges() {
        var ranges = new Ranges(2);

        ranges.addInteger("i", "-9223372036854775808", "9223372036854775807", Scaling.AUTO);
        ranges.addContinuous("c", "-1.7976931348623157e308", "1.7976931348623157e308", Scaling.AUTO);

        assertThat(ranges.space().parameters()).hasSize(2);
    }

    @Test
    void refusesTwoRangesOfOneName() {
        var ranges = new Ranges(3);
        ranges.addInteger("n", "1", "2", Scaling.AUTO);

        assertThatThrownBy(() -> ranges.addCategorical("n", List.of("a")))
                .hasMessage(
                        "The hyperparameter [n] has more than one range. Hyperparameter names must be unique over all ranges.");
    }

    @Test
    void tellsNamesApartByCase() {
        var ranges = new Ranges(2);
        ranges.addInteger("n", "1", "2", Scaling.AUTO);
        ranges.addInteger("N", "1", "2", Scaling.AUTO);

        assertThat(ranges.space().parameters()).hasSize(2);
    }

    @Test
    void refusesACategoryThatIsThereTwice() {
        assertThatThrownBy(() -> new Ranges(1).addCategorical("n", List.of("a", "b", "a")))
                .hasMessage("The categorical hyperparameter range [n] has a value more than once. Remove it.");
    }

    @Test
    void refusesMoreRangesThanAllowed() {
        var ranges = new Ranges(1);
        ranges.addInteger("a", "1", "2", Scaling.AUTO);
        ranges.addInteger("b", "1", "2", Scaling.AUTO);

        assertThatThrownBy(ranges::space)
                .hasMessage("The number of hyperparameter ranges [2] must be less than or equal to 1.");
    }

    @Test
    void refusesNoRange() {
        assertThatThrownBy(new Ranges(1)::space).hasMessage("Provide at least one hyperparameter range to tune.");
    }
}
