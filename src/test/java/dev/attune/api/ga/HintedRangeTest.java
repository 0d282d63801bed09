package dev.attune.api.ga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.api.ga.ParameterRanges.AutoParameter;
import dev.attune.api.ga.ParameterRanges.CategoricalRange;
import dev.attune.api.ga.ParameterRanges.NumericRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HintedRangeTest {
    private static HintedRange of(String hint) {
        return new HintedRange(new AutoParameter("p", hint));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 25, 400, Logarithmic",
        "1, 1, 4, Logarithmic",
        "3, 1, 12, Logarithmic",
        "0, 0, 10, Linear",
        "-8, -32, -2, Linear",
        "-1, -4, -1, Linear",
        "99999999999999999, 24999999999999999, 399999999999999996, Logarithmic"
    })
    void aWholeNumberIsSearchedFromAQuarterToFourTimes(String hint, String min, String max, String scaling) {
        assertThat(of(hint).whole()).isEqualTo(new NumericRange("p", min, max, scaling));
        assertThat(of(hint).decimal()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 0.0001, 0.01, Logarithmic",
        "1e-3, 0.0001, 0.01, Logarithmic",
        "0.9, 0.09, 1, Logarithmic",
        "1.0, 0.10, 10, Logarithmic",
        "2.5, 0.25, 25, Logarithmic",
        "0.0, 0, 1, Linear",
        "-0.5, -5, -0.05, Linear"
    })
    void anotherNumberIsSearchedOverADecadeOnEitherSide(String hint, String min, String max, String scaling) {
        assertThat(of(hint).decimal()).isEqualTo(new NumericRange("p", min, max, scaling));
        assertThat(of(hint).whole()).isNull();
    }

    @Test
    void aSwitchIsTriedBothWays() {
        assertThat(of("False").categorical()).isEqualTo(new CategoricalRange("p", List.of("True", "False")));
        assertThat(of("true").categorical()).isEqualTo(new CategoricalRange("p", List.of("true", "false")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "adam", "NaN", "0x10", "1_000", "1e999999999", "123456789012345678901", "\"5\"", " 5"})
    void ofOtherTextsNoRangeIsMade(String hint) {
        assertThat(of(hint).whole()).isNull();
        assertThat(of(hint).categorical()).isNull();
        assertThat(of(hint).exists()).isEqualTo(hint.equals("123456789012345678901"));
    }
}
