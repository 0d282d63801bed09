package dev.attune.training;

import dev.attune.training.TrainingJob.Resources;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a training job would have cost, estimated from a price of some day.
 *
 * @param bill null where training has not begun, and costs nothing
 * @param price null where it is not known, and so the cost is not
 */
public record Cost(
        Resources resources, @Nullable Bill bill, @Nullable Price price) {
    private static final int DECIMALS = 4;
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /** Until the job's end, or until {@code now} while it runs. */
    public static Cost of(TrainingJob job, TrainingReport report, Instant now, Prices prices) {
        var price = prices.of(job.resources().instanceType());
        return new Cost(job.resources(), Bill.of(job.terms(), report, now).orElse(null), price.orElse(null));
    }

    /** Seconds × instances × price, to four decimals; empty where there is no price. */
    public Optional<BigDecimal> dollars() {
        return dollars(billableSeconds());
    }

    /** What it would have cost on instances that are not spot instances. */
    public Optional<BigDecimal> dollarsOnDemand() {
        return dollars(trainingSeconds());
    }

    private Optional<BigDecimal> dollars(long seconds) {
        return Optional.ofNullable(price)
                .map(known -> known.usdPerHour()
                        .multiply(BigDecimal.valueOf(seconds))
                        .multiply(BigDecimal.valueOf(resources.instanceCount()))
                        .divide(SECONDS_PER_HOUR, DECIMALS, RoundingMode.HALF_EVEN));
    }

    /** Of each instance. */
    public long trainingSeconds() {
        return bill == null ? 0 : bill.training().toSeconds();
    }

    /** Of each instance. */
    public long billableSeconds() {
        return bill == null ? 0 : bill.billable().toSeconds();
    }
}
