package dev.attune.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {
    /** What {@code repr(float)} of CPython 3.11 prints for the same bits. */
    @ParameterizedTest
    @CsvSource({
        "0x1.82cade6f58dd4p-2, 0.37772700838669704",
        "0x1.cfaa26fa7082ep-27, 1.3494417573713629e-08",
        "0x1.4f8b588e368f1p-17, 1e-05",
        "0x1.4p2, 5.0",
        "0x1.999999999999ap-4, 0.1",
        "0x1.0p-44, 5.684341886080802e-14",
        "0x0.0000000000001p-1022, 5e-324",
        "0x0.0000000000028p-1022, 2e-322",
        "0x1.fffffffffffffp1023, 1.7976931348623157e+308",
        "0x1.0p-1022, 2.2250738585072014e-308",
        "0x1.1c37937e08p53, 1e+16",
        "0x1.1c37937e07fffp53, 9999999999999998.0",
        "0x1.c6bf52634p49, 1000000000000000.0",
        "0x1.b69b4ba630f35p56, 1.2345678901234568e+17",
        "0x1.0f0cf064dd592p73, 1e+22",
        "0x1.52d02c7e14af6p76, 1e+23",
        "0x1.a36e2eb1c432dp-14, 0.0001",
        "0x1.02e4b6ce5dc68p-13, 0.00012345",
        "-0x1.4p1, -2.5",
        "-0x0.0p0, -0.0",
        "0x0.0p0, 0.0",
        "0x1.9p6, 100.0",
        "0x1.0624dd2f1a9fcp-9, 0.002",
        "0x1.0p60, 1.152921504606847e+18",
        "0x1.0p-60, 8.673617379884035e-19",
        "0x1.c7e83209e90b2p72, 8.41e+21",
        "0x1.8e757928e0c9ep-14, 9.5e-05",
    })
    void printsAsPythonDoes(String bits, String expected) {
        assertThat(Decimal.of(Double.parseDouble(bits))).isEqualTo(expected);
    }

    @Test
    void readsBackAsTheSameNumber() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 2_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Decimal.of(value))).isEqualTo(value);
            }
        }
    }
}
