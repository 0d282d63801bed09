package dev.attune.control;

import dev.attune.traffic.ApiFaults;
import dev.attune.traffic.RequestJournal;
import dev.attune.training.WorkloadDocuments;
import dev.attune.tuning.SimulatedClock;
import dev.attune.tuning.TrainingJobStore;
import dev.attune.tuning.TuningStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Back to the state of a first start: no jobs, workloads, API faults and clock as configured. */
@RestController
class ResetController {
    private static final Logger log = LoggerFactory.getLogger(ResetController.class);

    private final TuningStore store;
    private final TrainingJobStore trainingJobs;
    private final SimulatedClock clock;
    private final WorkloadDocuments workloads;
    private final ApiFaults faults;
    private final RequestJournal journal;

    ResetController(
            TuningStore store,
            TrainingJobStore trainingJobs,
            SimulatedClock clock,
            WorkloadDocuments workloads,
            ApiFaults faults,
            RequestJournal journal) {
        this.store = store;
        this.trainingJobs = trainingJobs;
        this.clock = clock;
        this.workloads = workloads;
        this.faults = faults;
        this.journal = journal;
    }

    @Operation(
            summary = "Forget all jobs and requests, and set clock, workloads and API faults as configured",
            description = "A body, if there is one, is not looked at.")
    @ApiResponse(responseCode = "204", description = "Attune is as it was at its first start")
    @PostMapping("/_attune/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset() {
        workloads.reset();
        store.clear();
        trainingJobs.clear();
        clock.reset();
        faults.reset();
        journal.clear();
        log.info("Reset: no jobs, workloads, API faults and clock as configured");
    }
}
