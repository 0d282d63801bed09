package dev.attune.control;

import dev.attune.tuning.Scope;
import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobs;
import dev.attune.tuning.TuningStore;
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

/** A tuning job's progress as text, for people without a browser and for scripts. */
@RestController
class WatchController {
    private final TuningJobs jobs;
    private final TuningStore store;
    private final ProgressStream progress;

    WatchController(TuningJobs jobs, TuningStore store, ProgressStream progress) {
        this.jobs = jobs;
        this.store = store;
        this.progress = progress;
    }

    /**
     * Streams a line for each training job that has ended or ends, and a last line that begins with RESULT.
     *
     * @param account needed only where several accounts have a job of this name
     * @param region likewise
     */
    @GetMapping("/_attune/tuning-jobs/{name}/watch")
    void watch(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String region,
            HttpServletResponse response)
            throws IOException {
        progress.stream(() -> find(name, account, region), response);
    }

    /** HEAD, which Spring would answer by a GET, and that only when the job ends. */
    @RequestMapping(path = "/_attune/tuning-jobs/{name}/watch", method = RequestMethod.HEAD)
    ResponseEntity<Void> canWatch(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String region) {
        find(name, account, region);
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).build();
    }

    private TuningJob find(String name, @Nullable String account, @Nullable String region) {
        var named = store.named(name).stream()
                .filter(key -> account == null || key.scope().account().equals(account))
                .filter(key -> region == null || key.scope().region().equals(region))
                .toList();
        if (named.size() > 1) {
            throw new IllegalArgumentException("There are [" + named.size() + "] tuning jobs called [" + name
                    + "]. Maybe add ?account=…&region=…");
        }
        return jobs.find(named.isEmpty() ? new Scope("", "") : named.get(0).scope(), name);
    }
}
