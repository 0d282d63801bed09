package dev.attune.control;

import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobSnapshot;
import dev.attune.tuning.TuningJobs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Writes a tuning job's progress to a response until the job ends. */
@Component
class ProgressStream {
    private final TuningJobs jobs;
    private final Watchers watchers;

    ProgressStream(TuningJobs jobs, Watchers watchers) {
        this.jobs = jobs;
        this.watchers = watchers;
    }

    /**
     * Streams.
     *
     * @param found finds or makes the job, once there is a place to watch it from
     * @throws TooManyWatchersException where there is none
     */
    void stream(Supplier<TuningJob> found, HttpServletResponse response) throws IOException {
        watchers.tell(() -> new Progress(jobs, found.get()), "text/plain;charset=utf-8", response);
    }

    /** The progress from the beginning. */
    private static final class Progress implements Watchers.Story {
        private final TuningJobs jobs;
        private final ProgressText text;
        private TuningJobSnapshot current;
        private String title;

        Progress(TuningJobs jobs, TuningJob job) {
            this.jobs = jobs;
            this.text = new ProgressText(job);
            this.title = text.title();
            this.current = jobs.snapshot(job);
        }

        @Override
        public String next() {
            current = jobs.describe(current.job().key().scope(), current.job().name());
            var news = title + text.news(current) + (ended() ? text.result(current) : "");
            title = "";
            return news;
        }

        @Override
        public boolean ended() {
            return current.job().status().terminal();
        }

        @Override
        public String signOfLife() {
            return text.signOfLife(current);
        }
    }
}
