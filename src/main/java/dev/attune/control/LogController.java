package dev.attune.control;

import dev.attune.tuning.TrainingRun;
import dev.attune.tuning.TrainingRuns;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What training jobs write, as text. */
@RestController
class LogController {
    private static final String PATH = "/_attune/training-jobs/{name}/log";
    private static final String TEXT = "text/plain;charset=utf-8";

    private final JobsByName jobs;
    private final TrainingRuns runs;
    private final Watchers watchers;

    LogController(JobsByName jobs, TrainingRuns runs, Watchers watchers) {
        this.jobs = jobs;
        this.runs = runs;
        this.watchers = watchers;
    }

    @Operation(
            operationId = "showLog",
            summary = "Read what a training job has written",
            description =
                    "Of any training job, a tuning job's or a single one: a line for each that it has written until"
                            + " now, with its time. With follow=true the answer goes on until the training job ends.")
    @ApiResponse(
            responseCode = "200",
            description = "Lines of text",
            content =
                    @Content(
                            mediaType = "text/plain",
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject("2026-11-24T17:20:01.123Z validation-auc=0.9312\n")))
    @NamesJob
    @Busy
    @GetMapping(PATH)
    void log(
            @Parameter(description = "a training job's name, in any case", example = "demo-1-001-0123abcd")
                    @PathVariable
                    String name,
            @Parameter(description = "needed only where several accounts have one of this name")
                    @RequestParam(required = false)
                    @Nullable String account,
            @Parameter(description = "needed only where several regions have one of this name")
                    @RequestParam(required = false)
                    @Nullable String region,
            @Parameter(description = "whether to go on until the training job ends")
                    @RequestParam(defaultValue = "false")
                    boolean follow,
            HttpServletResponse response)
            throws IOException {
        watchers.tell(() -> new Log(jobs.trainingJob(name, account, region), follow), TEXT, response);
    }

    /** HEAD, which Spring would answer by a GET. */
    @Hidden
    @RequestMapping(path = PATH, method = RequestMethod.HEAD)
    ResponseEntity<Void> hasLog(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String region) {
        jobs.trainingJob(name, account, region);
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).build();
    }

    /** A log from its first line to its last, or to the last that there is. */
    private final class Log implements Watchers.Story {
        private final boolean follow;
        private TrainingRun run;
        private int told;

        Log(TrainingRun run, boolean follow) {
            this.run = run;
            this.follow = follow;
        }

        @Override
        public String next() {
            run = runs.find(run.scope(), run.name());
            var lines = runs.log(run);
            var news = new StringBuilder();
            for (; told < lines.size(); told++) {
                var line = lines.get(told);
                news.append(line.at())
                        .append(' ')
                        .append(Plain.line(line.text()))
                        .append('\n');
            }
            return news.toString();
        }

        @Override
        public boolean ended() {
            return !follow || run.report().status().terminal();
        }

        @Override
        public String signOfLife() {
            return "";
        }
    }
}
