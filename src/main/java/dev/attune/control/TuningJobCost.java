package dev.attune.control;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a tuning job would cost, as an estimate. */
record TuningJobCost(
        String tuningJobName,

        @Schema(
                description = "says that this is an estimate, and of which day its oldest price is",
                example = "An estimate with prices as of 2022-03-01, not a bill")
        String note,

        @Schema(
                description = "of all training jobs together, in US dollars; null where the price of one is not known",
                example = "1.2345")
        @Nullable BigDecimal estimatedUsd,

        @Schema(description = "how much more it would be without spot training", example = "0.0000") @Nullable BigDecimal estimatedSavingsUsd,

        @Schema(description = "the day of which the oldest of the prices is", example = "2022-03-01") @Nullable LocalDate pricesAsOf,

        @Schema(description = "instance types whose price is not known")
        List<String> unpriced,

        @Schema(description = "over all instances", example = "4711")
        long billableSeconds,

        List<TrainingJobCost> trainingJobs) {

    static TuningJobCost of(String name, List<TrainingJobCost> jobs) {
        var asOf = jobs.stream()
                .map(TrainingJobCost::priceAsOf)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        var unpriced = jobs.stream()
                .filter(job -> job.estimatedUsd() == null)
                .map(TrainingJobCost::instanceType)
                .distinct()
                .toList();
        return new TuningJobCost(
                name,
                note(asOf),
                sum(jobs, TrainingJobCost::estimatedUsd),
                sum(jobs, TrainingJobCost::estimatedSavingsUsd),
                asOf,
                unpriced,
                jobs.stream()
                        .mapToLong(job -> job.billableSeconds() * job.instanceCount())
                        .sum(),
                jobs);
    }

    static String note(@Nullable LocalDate asOf) {
        return asOf == null
                ? "No estimate: no price is known"
                : "An estimate with prices as of " + asOf + ", not a bill";
    }

    /** Null where one is not known. */
    private static @Nullable BigDecimal sum(
            List<TrainingJobCost> jobs, Function<TrainingJobCost, @Nullable BigDecimal> part) {
        var sum = BigDecimal.ZERO.setScale(4);
        for (var job : jobs) {
            var value = part.apply(job);
            if (value == null) {
                return null;
            }
            sum = sum.add(value);
        }
        return sum;
    }
}
