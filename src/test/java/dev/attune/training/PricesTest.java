package dev.attune.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {
    private static final String HEADER = "instanceType,usdPerHour,asOf,source\n";

    @Test
    void havePricesWithTheirDays() {
        assertThat(Prices.builtIn().of("ml.m4.xlarge"))
                .contains(new Price(new BigDecimal("0.28"), LocalDate.parse("2022-03-01"), "Syne Tune"));
    }

    @Test
    void guessNone() {
        assertThat(Prices.builtIn().of("ml.p6-b300.48xlarge")).isEmpty();
        assertThat(Prices.builtIn().of("ml.z9.xlarge")).isEmpty();
    }

    @Test
    void areOfTypesThatAreKnown() {
        var priced = InstanceTypes.all().stream()
                .map(type -> Prices.builtIn().of(type.name()))
                .flatMap(Optional::stream);

        assertThat(priced).hasSize(59).allMatch(price -> price.usdPerHour().signum() > 0);
    }

    @Test
    void ofAFileComeBeforeThoseThatComeWithAttune(@TempDir Path folder) throws IOException {
        var file =
                Files.writeString(folder.resolve("prices.csv"), HEADER + "ml.m4.xlarge,0.3,2026-11-01,our contract\n");

        var prices = Prices.of(file);

        assertThat(prices.of("ml.m4.xlarge"))
                .contains(new Price(new BigDecimal("0.3"), LocalDate.parse("2026-11-01"), "our contract"));
        assertThat(prices.of("ml.m5.large")).isEqualTo(Prices.builtIn().of("ml.m5.large"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                ml.a,-1,2026-11-01,us          | usdPerHour [-1] must be a number from 0 to [100000]
                ml.a,0x1,2026-11-01,us         | usdPerHour [0x1] must be a number from 0 to [100000]
                ml.a,1,yesterday,us            | asOf [yesterday] must be a day such as 2026-11-24
                ml.a,1,2026-11-01,             | there is no source
                ,1,2026-11-01,us               | there is no instanceType
                ml.a,1,2026-11-01              | there is no source
                """)
    void ofAFileAreRefusedWithTheReason(String row, String reason) {
        assertThatThrownBy(() -> Prices.builtIn().with(HEADER + row))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void needTheirColumns() {
        assertThatThrownBy(() -> Prices.builtIn().with("type,price\nml.a,1\n"))
                .hasMessage("its columns are [type, price] and must be [instanceType, usdPerHour, asOf, source]");
        assertThatThrownBy(() -> Prices.of(Path.of("no-such.csv")))
                .hasMessageStartingWith("The price file [no-such.csv] cannot be used: ");
    }
}
