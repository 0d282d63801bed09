package dev.attune.search.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalImprovementTest {
    /** Computed with mpmath 1.3 at 60 digits and more. */
    @ParameterizedTest
    @CsvSource({
        "-1000000.0, -500000000028.54996, 1000000.000002",
        "-10000.0, -50000019.3396193072, 10000.000199999994",
        "-300.0, -45012.3265368145542, 300.006666444461727",
        "-40.0, -808.29856835661996, 40.0499066576485182",
        "-20.0, -206.917838509425098, 20.0992628111012818",
        "-10.0, -55.5531220361223559, 10.1943830334125533",
        "-5.0001, -16.7448373489850818, 5.36191024059974525",
        "-5.0, -16.7443011626609901, 5.36181624128808853",
        "-3.0, -7.86968605960302852, 3.53233751762516052",
        "-2.0001, -4.76905146970772835, 2.67949892844413271",
        "-2.0, -4.76878352391711416, 2.67941688395558598",
        "-1.5, -3.52993592080570985, 2.27958069415644616",
        "-1.0001, -2.48531145644588334, 1.90434343171652735",
        "-1.0, -2.48512102571264134, 1.90427123332969182",
        "-0.9999, -2.4849306021991763, 1.90419903617719417",
        "-0.5, -1.62051626438731992, 1.55987314834807967",
        "-0.001, -0.920192132769726437, 1.25388502236480593",
        "0.0, -0.918938533204672742, 1.25331413731550025",
        "0.3, -0.567817153677936896, 1.09024996113118931",
        "0.9999, 0.0799485530777224157, 0.776676706810773788",
        "1.0, 0.08002621884930694, 0.77663872520173926",
        "1.5, 0.424814556762259296, 0.610206403670761506",
        "3.0, 1.09873966532770777, 0.332840968451795236",
        "8.0, 2.07944154167983594, 0.124999999999999921",
        "40.0, 3.6888794541139363, 0.025",
    })
    void isAccurateFromTailToTail(double z, double logarithm, double slope) {
        var improvement = NormalImprovement.at(z);
        assertThat(improvement.logarithm()).isCloseTo(logarithm, within(4e-15 * (1 + Math.abs(logarithm))));
        assertThat(improvement.slope()).isCloseTo(slope, within(4e-15 * Math.max(1, slope)));
    }

    @Test
    void risesEverywhere() {
        double before = Double.NEGATIVE_INFINITY;
        for (double z = -60; z < 20; z += 1 / 64.0) {
            double now = NormalImprovement.at(z).logarithm();
            assertThat(now).as("at %s", z).isGreaterThan(before);
            before = now;
        }
    }
}
