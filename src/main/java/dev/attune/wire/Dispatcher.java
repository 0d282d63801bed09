package dev.attune.wire;

import java.util.LinkedHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one operation on one body: read strictly, check constraints, handle, write. Knows nothing of HTTP beyond status codes, and never
 * throws: whatever goes wrong is a reply.
 */
final class Dispatcher {
    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);

    private final StrictJson json;
    private final RequestValidator validator;

    Dispatcher(StrictJson json, RequestValidator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** Something that answers or refuses; may throw anything. */
    interface Answer {
        Reply reply() throws Exception;
    }

    <I> Reply run(Operation<I, ?> operation, Protocol protocol, byte[] body, Caller caller) {
        return guarded(protocol, caller.requestId(), () -> {
            var request = json.read(body, operation.requestType());
            validator.check(request, operation.validationCode());
            var response = operation.handle(request, caller);
            return Reply.success(protocol.contentType(), response == null ? new byte[0] : json.write(response));
        });
    }

    /** Turns every exception into a reply. An unexpected one is logged, and the client learns only the request id. */
    Reply guarded(Protocol protocol, String requestId, Answer answer) {
        try {
            return answer.reply();
        } catch (ServiceException refusal) {
            return error(protocol, refusal);
        } catch (Throwable unexpected) {
            log.error("request {} failed: {}", requestId, Text.trace(unexpected));
            return error(protocol, Refusals.internalFailure(requestId));
        }
    }

    // AWS: botocore reads __type, the Java SDK the header first; botocore's typed exceptions want Message, others
    // message.
    Reply error(Protocol protocol, ServiceException refusal) {
        var body = new LinkedHashMap<String, Object>();
        body.put("__type", refusal.code());
        if (refusal.members() == null) {
            body.put("message", refusal.explanation());
            body.put("Message", refusal.explanation());
        } else {
            body.putAll(json.members(refusal.members()));
        }
        return Reply.error(protocol.contentType(), json.write(body), refusal);
    }
}
