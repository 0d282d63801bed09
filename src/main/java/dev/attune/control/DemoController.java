package dev.attune.control;

import dev.attune.search.Goal;
import dev.attune.search.Parameter;
import dev.attune.search.Scaling;
import dev.attune.search.SearchSpace;
import dev.attune.training.MetricDefinition;
import dev.attune.tuning.Limits;
import dev.attune.tuning.Objective;
import dev.attune.tuning.Scope;
import dev.attune.tuning.Strategy;
import dev.attune.tuning.TrainingDefinition;
import dev.attune.tuning.TuningDefinition;
import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A tuning job of thirty training jobs on the Branin function, for a first look. */
@RestController
class DemoController {
    static final Scope SCOPE = new Scope("000000000000", "us-east-1");

    private final TuningJobs jobs;
    private final ProgressStream progress;

    DemoController(TuningJobs jobs, ProgressStream progress) {
        this.jobs = jobs;
        this.progress = progress;
    }

    /** Starts the demo under the first free name of demo-1, demo-2, … and streams its progress until it ends. */
    @Operation(
            summary = "Run a first tuning job and watch it",
            description = "Thirty training jobs on the Branin function, under the first free name of demo-1, demo-2, …"
                    + " The answer is a stream of lines, as of watch; the last begins with RESULT.")
    @ApiResponse(
            responseCode = "200",
            description = "Lines of text, as they come",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    @Busy
    @PostMapping("/_attune/demo")
    void demo(HttpServletResponse response) throws IOException {
        progress.stream(this::start, response);
    }

    private TuningJob start() {
        for (int i = 1; ; i++) {
            try {
                return jobs.create(SCOPE, "demo-" + i, branin(), List.of());
            } catch (TuningException e) {
                if (e.error() != TuningError.NAME_IN_USE) {
                    throw e;
                }
            }
        }
    }

    private static TuningDefinition branin() {
        return new TuningDefinition(
                Strategy.BAYESIAN,
                new Objective(Goal.MINIMIZE, "loss"),
                new Limits(30, 3, null),
                new SearchSpace(List.of(
                        new Parameter.Continuous("x1", -5, 10, Scaling.LINEAR),
                        new Parameter.Continuous("x2", 0, 15, Scaling.LINEAR))),
                Map.of(),
                new TrainingDefinition(
                        "attune/branin",
                        "File",
                        Map.of(),
                        List.of(new MetricDefinition("loss", "loss=(\\S+)")),
                        "arn:aws:iam::000000000000:role/demo",
                        List.of(),
                        new TrainingDefinition.Output("s3://demo/output", null),
                        new TrainingDefinition.Cluster("ml.m4.xlarge", 1, 10, null),
                        Duration.ofDays(1)));
    }
}
