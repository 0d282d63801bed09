package dev.attune.control;

import dev.attune.tuning.TuningJob;
import dev.attune.tuning.TuningJobs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes a tuning job's progress to a response until the job ends, the client goes, or the server stops. It holds the request's thread, so
 * only so many may watch at once.
 */
@Component
class ProgressStream {
    private static final int MOST_WATCHERS = 64;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int PAUSES_PER_SIGN_OF_LIFE = 150;

    private final TuningJobs jobs;
    private final Semaphore watchers = new Semaphore(MOST_WATCHERS);
    private volatile boolean closing;

    ProgressStream(TuningJobs jobs) {
        this.jobs = jobs;
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    /**
     * Streams.
     *
     * @param found finds or makes the job, once there is a place to watch it from
     * @throws TooManyWatchersException where there is none
     */
    void stream(Supplier<TuningJob> found, HttpServletResponse response) throws IOException {
        if (!watchers.tryAcquire()) {
            throw new TooManyWatchersException(MOST_WATCHERS);
        }
        try {
            var job = found.get();
            response.setContentType("text/plain;charset=utf-8");
            response.setHeader("X-Accel-Buffering", "no");
            follow(job, response.getOutputStream());
        } finally {
            watchers.release();
        }
    }

    private void follow(TuningJob job, OutputStream out) throws IOException {
        var text = new ProgressText(job);
        write(out, text.title());
        for (int pause = 1; !closing; pause++) {
            var current = jobs.describe(job.key().scope(), job.name());
            write(out, text.news(current));
            if (current.job().status().terminal()) {
                write(out, text.result(current));
                return;
            }
            if (pause % PAUSES_PER_SIGN_OF_LIFE == 0) {
                write(out, text.signOfLife(current));
            }
            if (!rest()) {
                return;
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        if (!text.isEmpty()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private static boolean rest() {
        try {
            Thread.sleep(PAUSE.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
