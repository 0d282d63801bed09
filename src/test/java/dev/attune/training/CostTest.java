package dev.attune.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.training.TrainingJob.Resources;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CostTest {
    private static final Price PRICE = new Price(new BigDecimal("3.6"), LocalDate.parse("2026-11-01"), "us");
    private static final Bill SPOT = new Bill(Duration.ofSeconds(500), Duration.ofSeconds(100));

    @Test
    void isTimeTimesInstancesTimesPrice() {
        var cost = new Cost(new Resources("ml.m5.large", 2), SPOT, PRICE);

        assertThat(cost.dollars()).contains(new BigDecimal("0.2000"));
        assertThat(cost.dollarsOnDemand()).contains(new BigDecimal("1.0000"));
    }

    @Test
    void isNothingBeforeTrainingBegins() {
        assertThat(new Cost(new Resources("ml.m5.large", 2), null, PRICE).dollars())
                .contains(new BigDecimal("0.0000"));
    }

    @Test
    void isNotKnownWithoutAPrice() {
        assertThat(new Cost(new Resources("ml.z9.large", 1), SPOT, null).dollars())
                .isEmpty();
    }
}
