package dev.attune.control;

import dev.attune.training.TrialRecord;
import dev.attune.training.TrialTable;
import dev.attune.tuning.Algorithm;
import dev.attune.tuning.LaunchedTrainingJobs.Detail;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A tuning job's trials as a table. */
@RestController
class TrialsController {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=utf-8");
    private static final String EXAMPLE = """
            eta,_epoch,_seconds,validation:auc,_failure
            0.01,1,31.0,0.41,
            0.01,2,62.5,0.55,
            0.5,1,30.0,,AlgorithmError: loss is nan
            """;

    private final JobsByName byName;
    private final TuningJobs jobs;

    TrialsController(JobsByName byName, TuningJobs jobs) {
        this.byName = byName;
        this.jobs = jobs;
    }

    /**
     * The training jobs that have ended.
     *
     * @param definition DefinitionName; needed where the tuning job has several
     */
    @Operation(
            operationId = "showTrials",
            summary = "The trials of a tuning job as a table",
            description =
                    "The training jobs that have ended, in the form that a workload document's table reads: a row for"
                            + " each epoch of each training job, of equal configurations the first.")
    @ApiResponse(
            responseCode = "200",
            description = "CSV",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(EXAMPLE)))
    @NamesJob
    @GetMapping("/_attune/tuning-jobs/{name}/trials.csv")
    ResponseEntity<String> trials(
            @Parameter(description = "a tuning job's name, in any case", example = "demo-1") @PathVariable String name,
            @Parameter(description = "a DefinitionName, needed where the tuning job has several")
                    @RequestParam(required = false)
                    @Nullable String definition,
            @Parameter(description = "needed only where several accounts have a job of this name")
                    @RequestParam(required = false)
                    @Nullable String account,
            @Parameter(description = "needed only where several regions have a job of this name")
                    @RequestParam(required = false)
                    @Nullable String region) {
        var job = byName.tuningJob(name, account, region);
        var table = table(job, algorithm(job.definition().algorithms(), definition));
        return ResponseEntity.ok().contentType(CSV).body(table.csv());
    }

    private TrialTable table(TuningJob job, int algorithm) {
        var trials = new ArrayList<TrialRecord>();
        jobs.launched().each(job, Detail.WHOLE, run -> {
            if (run.trial().algorithm() == algorithm) {
                TrialRecord.of(run.trial().configuration().values(), run.report())
                        .ifPresent(trials::add);
            }
        });
        var tuned = job.definition().algorithms().get(algorithm);
        var names = tuned.space().parameters().stream()
                .map(parameter -> parameter.name())
                .toList();
        return TrialTable.of(names, tuned.objective().metric(), trials);
    }

    private static int algorithm(List<Algorithm> algorithms, @Nullable String name) {
        if (name == null && algorithms.size() == 1) {
            return 0;
        }
        return IntStream.range(0, algorithms.size())
                .filter(i -> name != null && name.equals(algorithms.get(i).name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("definition [" + (name == null ? "" : name)
                        + "] must be one of "
                        + algorithms.stream().map(Algorithm::name).toList()));
    }
}
