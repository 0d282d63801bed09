package dev.attune.control;

import dev.attune.training.Cost;
import dev.attune.training.InstanceType;
import dev.attune.training.InstanceTypes;
import dev.attune.training.Prices;
import dev.attune.tuning.LaunchedTrainingJobs.Detail;
import dev.attune.tuning.SimulatedClock;
import dev.attune.tuning.TrainingRun;
import dev.attune.tuning.TuningJobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What jobs would cost, as estimates. */
@RestController
class CostController {
    private final JobsByName byName;
    private final TuningJobs jobs;
    private final SimulatedClock clock;
    private final Prices prices;

    CostController(JobsByName byName, TuningJobs jobs, SimulatedClock clock, Prices prices) {
        this.byName = byName;
        this.jobs = jobs;
        this.clock = clock;
        this.prices = prices;
    }

    @Operation(
            operationId = "showTuningJobCost",
            summary = "Estimate what a tuning job would have cost",
            description =
                    "An estimate, with the day of which its prices are: billable seconds × instances × price, of the"
                            + " tuning job and of each training job, until now where it runs. Storage and data are left out.")
    @ApiResponse(responseCode = "200", description = "An estimate", useReturnTypeSchema = true)
    @NamesJob
    @GetMapping("/_attune/tuning-jobs/{name}/cost")
    TuningJobCost cost(
            @Parameter(description = "a tuning job's name, in any case", example = "demo-1") @PathVariable String name,
            @Parameter(description = "needed only where several accounts have a job of this name")
                    @RequestParam(required = false)
                    @Nullable String account,
            @Parameter(description = "needed only where several regions have a job of this name")
                    @RequestParam(required = false)
                    @Nullable String region) {
        var job = byName.tuningJob(name, account, region);
        var costs = new ArrayList<TrainingJobCost>();
        jobs.launched().each(job, Detail.WHOLE, run -> costs.add(cost(run)));
        return TuningJobCost.of(job.name(), costs);
    }

    @Operation(
            operationId = "showTrainingJobCost",
            summary = "Estimate what a training job would have cost",
            description = "Of one that a tuning job launched, or of one by itself. An estimate, see the tuning job's.")
    @ApiResponse(responseCode = "200", description = "An estimate", useReturnTypeSchema = true)
    @NamesJob
    @GetMapping("/_attune/training-jobs/{name}/cost")
    TrainingJobCost trainingJobCost(
            @Parameter(description = "a training job's name, in any case") @PathVariable String name,
            @Parameter(description = "needed only where several accounts have a job of this name")
                    @RequestParam(required = false)
                    @Nullable String account,
            @Parameter(description = "needed only where several regions have a job of this name")
                    @RequestParam(required = false)
                    @Nullable String region) {
        return cost(byName.trainingJob(name, account, region));
    }

    private TrainingJobCost cost(TrainingRun run) {
        var now = run.seenAt(clock);
        return TrainingJobCost.of(run, Cost.of(run.trainingJob(), run.report(), now, prices));
    }

    @Operation(
            operationId = "showInstanceTypes",
            summary = "The instance types that are known, with their prices",
            description = "Prices are of the day that stands beside them, for estimates; a type without one has null.")
    @ApiResponse(responseCode = "200", description = "By family and size", useReturnTypeSchema = true)
    @GetMapping("/_attune/instance-types")
    List<PricedType> instanceTypes() {
        return InstanceTypes.all().stream()
                .map(type -> PricedType.of(type, prices))
                .toList();
    }

    /** A type of instance and what it costs. */
    record PricedType(
            @Schema(example = "ml.g5.12xlarge") String instanceType,
            @Schema(example = "48") int vCpus,
            @Schema(example = "192") double memoryGiB,
            @Schema(example = "4") int gpus,
            @Schema(example = "A10G") @Nullable String gpu,
            @Schema(example = "7.09") @Nullable BigDecimal usdPerHour,
            @Schema(example = "2026-09-01") @Nullable LocalDate priceAsOf,

            @Schema(example = "AWS Price List API us-west-2") @Nullable String priceSource) {
        static PricedType of(InstanceType type, Prices prices) {
            var price = prices.of(type.name()).orElse(null);
            return new PricedType(
                    type.name(),
                    type.vCpus(),
                    type.memoryGiB(),
                    type.gpus(),
                    type.gpu(),
                    price == null ? null : price.usdPerHour(),
                    price == null ? null : price.asOf(),
                    price == null ? null : price.source());
        }
    }
}
