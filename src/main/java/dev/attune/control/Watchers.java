package dev.attune.control;

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
 * Those who watch something until it ends, they go, or the server stops. Each holds its request's thread, so only so many may watch at once,
 * and nobody waits for one who reads slowly: what is told to him is looked up when he has room, and his connection is given up when he has
 * none for long.
 */
@Component
class Watchers {
    private static final int MOST = 64;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int PAUSES_PER_SIGN_OF_LIFE = 150;

    private final Semaphore places = new Semaphore(MOST);
    private volatile boolean closing;

    /** What there is to tell. For one thread. */
    interface Story {
        /** What has happened since the last call; the empty text where nothing has. */
        String next();

        /** Whether that was all. */
        boolean ended();

        /** What tells that the connection is still there. */
        String signOfLife();
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    /**
     * Tells a story.
     *
     * @param begun finds or makes what is told of, once there is a place to watch it from
     * @throws TooManyWatchersException where there is none
     */
    void tell(Supplier<Story> begun, String contentType, HttpServletResponse response) throws IOException {
        if (!places.tryAcquire()) {
            throw new TooManyWatchersException(MOST);
        }
        try {
            var story = begun.get();
            response.setContentType(contentType);
            response.setHeader("X-Accel-Buffering", "no");
            follow(story, response.getOutputStream());
        } finally {
            places.release();
        }
    }

    private void follow(Story story, OutputStream out) throws IOException {
        for (int pause = 1; !closing; pause++) {
            write(out, story.next());
            if (story.ended() || !rest()) {
                return;
            }
            if (pause % PAUSES_PER_SIGN_OF_LIFE == 0) {
                write(out, story.signOfLife());
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
