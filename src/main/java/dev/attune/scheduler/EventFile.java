package dev.attune.scheduler;

import dev.attune.tuning.EventLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Appends events to a file, one a line, from a thread of its own. The file's last line says where to go on after a restart: a line that a
 * crash cut short is taken away and written anew, and where the last line is of no event that is still kept, all that are kept are
 * appended. So each event is there at least once, as long as the file is behind by fewer events than are kept.
 */
final class EventFile implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(EventFile.class);
    private static final int AT_ONCE = 500;
    private static final long PAUSE_MILLIS = 200;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 5000;
    private static final long LONGEST_LINE = 4L << 20;
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final EventLog events;
    private final Path file;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;
    private long position;

    EventFile(EventLog events, Path file) {
        this.events = events;
        this.file = file;
    }

    /** Throws IllegalArgumentException where the file cannot be written. */
    @Override
    public void start() {
        try {
            position = resume();
        } catch (IOException e) {
            throw new IllegalArgumentException("attune.events.file [" + file + "] cannot be written: " + e, e);
        }
        var writer = new Thread(this::run, "event-file");
        writer.setDaemon(true);
        writer.start();
        thread = writer;
    }

    /** The position after which to go on. */
    private long resume() throws IOException {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var from = Math.max(0, channel.size() - LONGEST_LINE);
            var bytes = ByteBuffer.allocate((int) (channel.size() - from));
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
            var tail = new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
            var end = tail.lastIndexOf('\n') + 1;
            channel.truncate(from + end);
            return end == 0 ? 0 : positionOf(tail.substring(tail.lastIndexOf('\n', end - 2) + 1, end));
        }
    }

    private long positionOf(String line) {
        var id = ID.matcher(line);
        return id.find() ? events.positionOf(id.group(1)).orElse(0) : 0;
    }

    private void run() {
        var pause = 0L;
        while (!stopped(pause)) {
            try {
                append();
                pause = PAUSE_MILLIS;
            } catch (IOException | RuntimeException e) {
                log.error("Events cannot be appended to {}; they are tried again", file, e);
                pause = PAUSE_AFTER_FAILURE_MILLIS;
            }
        }
    }

    private boolean stopped(long millis) {
        try {
            return stopping.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Appends what there is. */
    private void append() throws IOException {
        for (var some = events.after(position, AT_ONCE); !some.isEmpty(); some = events.after(position, AT_ONCE)) {
            var text = new StringBuilder();
            some.forEach(entry -> text.append(entry.event().text()).append('\n'));
            write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
            position = some.get(some.size() - 1).position();
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
    }

    /** Ends the thread and appends what came last. */
    @Override
    public void stop() {
        stopping.countDown();
        try {
            if (thread != null) {
                thread.join(PAUSE_AFTER_FAILURE_MILLIS);
            }
            append();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            log.error("The last events cannot be appended to {}", file, e);
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
