package dev.attune.wire;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One action of a service: a bean with a name, a request record and a response record.
 *
 * @param <I> the request record; its constraints have been checked when {@link #handle} is called
 * @param <O> the response record, or {@link Void} when the reply has no body
 */
public interface Operation<I, O> {
    /** The name on the wire, such as {@code CreateTuningJob}. */
    String name();

    Class<I> requestType();

    /**
     * Answers one request. Called on the server's threads, several at a time.
     *
     * @return the response, or null for an empty body
     * @throws ServiceException to refuse the request; anything else that is thrown becomes an InternalFailure
     */
    @Nullable O handle(I request, Caller caller);

    /** The prefix of X-Amz-Target; null for that of the imitated service. Another service has AWS JSON only. */
    default @Nullable String service() {
        return null;
    }

    default Set<Protocol> protocols() {
        return Set.of(Protocol.AWS_JSON);
    }

    /** Whether a body may come with Content-Encoding: gzip, Smithy's {@code requestCompression}. */
    default boolean acceptsGzip() {
        return false;
    }

    /** The error code of a request that breaks a constraint. */
    default String validationCode() {
        return "ValidationException";
    }
}
