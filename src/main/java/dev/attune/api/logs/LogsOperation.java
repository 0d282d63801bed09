package dev.attune.api.logs;

import dev.attune.tuning.TuningError;
import dev.attune.tuning.TuningException;
import dev.attune.wire.Caller;
import dev.attune.wire.Operation;
import dev.attune.wire.ServiceException;

/** What the operations of CloudWatch Logs have in common: its target prefix and its errors, which are all of status 400. */
abstract class LogsOperation<I, O> implements Operation<I, O> {
    static final String GROUP_NAME = "[.\\-_/#A-Za-z0-9]+";
    static final String GROUP_IDENTIFIER = "[\\w#+=/:,.@*-]*";
    static final String STREAM_NAME = "[^:*]*";

    @Override
    public final String name() {
        return getClass().getSimpleName();
    }

    @Override
    public final String service() {
        return "Logs_20140328";
    }

    @Override
    public final String validationCode() {
        return "InvalidParameterException";
    }

    @Override
    public final O handle(I request, Caller caller) {
        try {
            return answer(request, caller);
        } catch (TuningException e) {
            throw e.error() == TuningError.TRAINING_JOB_NOT_FOUND
                    ? LogStreams.noStream()
                    : invalid(String.valueOf(e.getMessage()));
        }
    }

    /** Answers a request whose constraints hold; may throw TuningException. */
    abstract O answer(I request, Caller caller);

    static ServiceException invalid(String message) {
        return new ServiceException("InvalidParameterException", 400, message);
    }
}
