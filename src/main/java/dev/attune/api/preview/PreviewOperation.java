package dev.attune.api.preview;

import dev.attune.tuning.TuningException;
import dev.attune.wire.Caller;
import dev.attune.wire.Operation;
import dev.attune.wire.Protocol;
import dev.attune.wire.ServiceException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the preview's operations have in common: both protocols, and the preview's errors, which differ from today's. */
abstract class PreviewOperation<I, O> implements Operation<I, O> {
    static final String VALIDATION_ERROR = "ValidationError";

    @Override
    public final String name() {
        return getClass().getSimpleName();
    }

    @Override
    public final Set<Protocol> protocols() {
        return EnumSet.allOf(Protocol.class);
    }

    @Override
    public final String validationCode() {
        return VALIDATION_ERROR;
    }

    @Override
    public final @Nullable O handle(I request, Caller caller) {
        try {
            return answer(request, caller);
        } catch (TuningException e) {
            throw translated(e);
        }
    }

    /** Answers a request whose constraints hold; may throw TuningException. */
    abstract @Nullable O answer(I request, Caller caller);

    private static ServiceException translated(TuningException e) {
        var message = String.valueOf(e.getMessage());
        return switch (e.error()) {
            // AWS: the preview has no error for quotas.
            case INVALID, LIMIT_EXCEEDED -> new ServiceException(VALIDATION_ERROR, 400, message);
            case NAME_IN_USE, IN_USE -> new ServiceException("ResourceInUse", 400, message);
            case TUNING_JOB_NOT_FOUND, TRAINING_JOB_NOT_FOUND -> new ServiceException("ResourceNotFound", 404, message);
        };
    }
}
