package dev.attune.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads bodies up to a limit, counting both what Content-Length announces and what arrives. Small bodies are read freely; of the large
 * ones only a few are held at a time, so that many uploads together cannot fill the heap. Any thread may use it.
 */
final class BodyReader {
    private static final int SMALL = 1 << 18;
    private static final int LARGE_AT_ONCE = 4;
    private static final int CHUNK = 1 << 13;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final int limit;
    private final Semaphore large = new Semaphore(LARGE_AT_ONCE, true);

    BodyReader(int limit) {
        this.limit = limit;
    }

    /** Where a body comes from: the request itself, or what unpacks it. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** What to do with a body once it is there. */
    interface Use {
        Reply with(byte[] body) throws Exception;
    }

    /**
     * Reads what the source gives, and uses it.
     *
     * @throws ServiceException if the body is too large, packed or unpacked, too slow or broken
     */
    Reply read(HttpServletRequest request, Source source, Use use) throws Exception {
        if (request.getContentLengthLong() > limit) {
            throw Refusals.tooLarge(limit);
        }
        long start = System.nanoTime();
        var body = new ByteArrayOutputStream();
        var in = open(source);
        if (fill(in, body, Math.min(SMALL, limit), start)) {
            return use.with(body.toByteArray());
        }
        if (!large.tryAcquire(5, TimeUnit.SECONDS)) {
            throw Refusals.busy();
        }
        try {
            if (!fill(in, body, limit, start)) {
                throw Refusals.tooLarge(limit);
            }
            return use.with(body.toByteArray());
        } finally {
            large.release();
        }
    }

    private static InputStream open(Source source) {
        try {
            return source.open();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Reads until the end (true), or until more than {@code max} bytes are there (false). */
    private boolean fill(InputStream in, ByteArrayOutputStream body, int max, long start) {
        try {
            var chunk = new byte[CHUNK];
            while (body.size() <= max) {
                int read = in.read(chunk);
                if (read < 0) {
                    return true;
                }
                body.write(chunk, 0, read);
                if (System.nanoTime() - start > PATIENCE) {
                    throw Refusals.tooSlow();
                }
            }
            return false;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static ServiceException broken(IOException e) {
        var isTimeout = e instanceof SocketTimeoutException || e.getCause() instanceof SocketTimeoutException;
        return isTimeout ? Refusals.tooSlow() : Refusals.serialization("The body could not be read to its end.");
    }
}
