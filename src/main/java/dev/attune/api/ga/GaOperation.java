package dev.attune.api.ga;

import dev.attune.api.Identity;
import dev.attune.tuning.Scope;
import dev.attune.tuning.TuningException;
import dev.attune.tuning.TuningJobs;
import dev.attune.wire.Caller;
import dev.attune.wire.Operation;
import dev.attune.wire.ServiceException;
import org.jspecify.annotations.Nullable;

/** What today's operations have in common: AWS JSON 1.1 only, and today's errors, which are all of status 400. */
abstract class GaOperation<I, O> implements Operation<I, O> {
    @Override
    public final String name() {
        return getClass().getSimpleName();
    }

    @Override
    public final @Nullable O handle(I request, Caller caller) {
        try {
            return answer(request, caller);
        } catch (TuningException e) {
            throw new ServiceException(code(e), 400, String.valueOf(e.getMessage()));
        }
    }

    /** Answers a request whose constraints hold; may throw TuningException. */
    abstract @Nullable O answer(I request, Caller caller);

    /** Where the tuning job that a request names is looked for: today's requests name no account. */
    static Scope scopeOf(TuningJobs jobs, String tuningJobName, Caller caller) {
        return jobs.scopeOf(tuningJobName, Identity.reach(caller));
    }

    // AWS: an unknown training job is a ValidationException, though the model says ResourceNotFound.
    private static String code(TuningException e) {
        return switch (e.error()) {
            case INVALID, TRAINING_JOB_NOT_FOUND -> "ValidationException";
            case NAME_IN_USE, IN_USE -> "ResourceInUse";
            case LIMIT_EXCEEDED -> "ResourceLimitExceeded";
            case TUNING_JOB_NOT_FOUND -> "ResourceNotFound";
        };
    }
}
