package dev.attune.control;

import dev.attune.tuning.TrainingRuns;
import dev.attune.tuning.TuningJobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a trial was proposed, and why its training went as it did. */
@RestController
class TrialController {
    private final JobsByName jobs;
    private final TuningJobs tuningJobs;
    private final TrainingRuns runs;

    TrialController(JobsByName jobs, TuningJobs tuningJobs, TrainingRuns runs) {
        this.jobs = jobs;
        this.tuningJobs = tuningJobs;
        this.runs = runs;
    }

    @Operation(
            operationId = "explainTrial",
            summary = "Explain a trial",
            description =
                    "Why the search proposed it, which workload its training job has and why not one of those before,"
                            + " what chance decided, and the log until now.")
    @ApiResponse(responseCode = "200", description = "The trial as it stands", useReturnTypeSchema = true)
    @NamesJob
    @GetMapping("/_attune/tuning-jobs/{name}/trials/{number}")
    TrialView explain(
            @Parameter(description = "a tuning job's name, in any case", example = "demo-1") @PathVariable String name,
            @Parameter(description = "the trial's number, from 1", example = "7") @PathVariable int number,
            @Parameter(description = "needed only where several accounts have a job of this name")
                    @RequestParam(required = false)
                    @Nullable String account,
            @Parameter(description = "needed only where several regions have a job of this name")
                    @RequestParam(required = false)
                    @Nullable String region) {
        var found = tuningJobs.launched().find(jobs.tuningJob(name, account, region), number);
        return TrialView.of(found, runs.explain(found), runs.log(found));
    }
}
