package dev.attune.control;

import dev.attune.training.Cost;
import dev.attune.tuning.TrainingRun;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a training job would cost, as an estimate. */
record TrainingJobCost(
        String trainingJobName,

        @Schema(
                description = "says that this is an estimate, and of which day its price is",
                example = "An estimate with prices as of 2022-03-01, not a bill")
        String note,

        @Schema(
                description = "AWS's TrainingJobStatus; of one that has not ended, the cost so far",
                example = "Completed")
        String status,

        @Schema(example = "ml.m5.xlarge") String instanceType,

        int instanceCount,
        @Schema(description = "whether on spot instances") boolean spot,

        @Schema(description = "of each instance", example = "312")
        long trainingSeconds,

        @Schema(description = "of each instance: less than the training seconds with spot training", example = "312")
        long billableSeconds,

        @Schema(description = "null where the price is not known: none is guessed", example = "0.269") @Nullable BigDecimal usdPerHour,

        @Schema(description = "the day of which the price is", example = "2022-03-01") @Nullable LocalDate priceAsOf,

        @Schema(description = "who says so", example = "Syne Tune") @Nullable String priceSource,

        @Schema(
                description =
                        "an estimate in US dollars: billable seconds × instances × price; null where the price is not known",
                example = "0.0233")
        @Nullable BigDecimal estimatedUsd,

        @Schema(description = "how much more it would be without spot training", example = "0.0000") @Nullable BigDecimal estimatedSavingsUsd) {

    static TrainingJobCost of(TrainingRun run, Cost cost) {
        var price = cost.price();
        var usd = cost.dollars().orElse(null);
        return new TrainingJobCost(
                run.name(),
                TuningJobCost.note(price == null ? null : price.asOf()),
                run.report().status().word(),
                cost.resources().instanceType(),
                cost.resources().instanceCount(),
                run.training().terms().spot(),
                cost.trainingSeconds(),
                cost.billableSeconds(),
                price == null ? null : price.usdPerHour(),
                price == null ? null : price.asOf(),
                price == null ? null : price.source(),
                usd,
                usd == null
                        ? null
                        : cost.dollarsOnDemand().map(all -> all.subtract(usd)).orElse(null));
    }
}
