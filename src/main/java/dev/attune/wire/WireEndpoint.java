package dev.attune.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Both protocols over HTTP: headers in, headers out, bodies to the byte. Any thread may use it. */
final class WireEndpoint {
    /** The attribute of a request that has been replied to. */
    private static final String REPLY = WireEndpoint.class.getName() + ".reply";

    private static final Set<String> JSON_TYPES = Set.of(
            "application/json", "application/x-amz-json-1.1", "application/x-amz-json-1.0", "application/x-amz-json");

    private final OperationTable operations;
    private final Dispatcher dispatcher;
    private final BodyReader bodies;
    private final RequestIds requestIds;

    WireEndpoint(OperationTable operations, Dispatcher dispatcher, BodyReader bodies, RequestIds requestIds) {
        this.operations = operations;
        this.dispatcher = dispatcher;
        this.bodies = bodies;
        this.requestIds = requestIds;
    }

    /** Gives each reply its id; called on any thread. */
    interface RequestIds {
        String next();
    }

    /** Something that finds the reply to a request with the given id. */
    private interface Answer {
        Reply to(String requestId) throws Exception;
    }

    /** {@code POST /}. */
    void awsJson(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(request, response, Protocol.AWS_JSON, id -> {
            if (request.getQueryString() != null) {
                throw Refusals.unknownOperation(404, "A query string has no meaning here.");
            }
            requireJson(request, Protocol.AWS_JSON);
            return run(operations.atTarget(request.getHeader("X-Amz-Target")), Protocol.AWS_JSON, request, id);
        });
    }

    /** {@code POST /<Operation>}. */
    void restJson(Operation<?, ?> operation, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(request, response, Protocol.REST_JSON, id -> {
            requireJson(request, Protocol.REST_JSON);
            return run(operation, Protocol.REST_JSON, request, id);
        });
    }

    /** Anything that is refused whatever it holds. */
    void refuse(ServiceException refusal, Protocol protocol, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(request, response, protocol, id -> dispatcher.error(protocol, refusal));
    }

    static boolean hasAnswered(HttpServletRequest request) {
        return request.getAttribute(REPLY) != null;
    }

    /** When a body's framing is broken or it stays away, Tomcat drops the reply and asks for an error page. This is it. */
    void answerAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write((Reply) request.getAttribute(REPLY), response);
    }

    private Reply run(Operation<?, ?> operation, Protocol protocol, HttpServletRequest request, String id)
            throws Exception {
        var caller = Caller.from(request.getHeader("Authorization"), id);
        return bodies.read(
                request, source(operation, request), body -> dispatcher.run(operation, protocol, body, caller));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Protocol protocol, Answer answer)
            throws IOException {
        var id = requestIds.next();
        response.setHeader("x-amzn-RequestId", id);
        var reply = dispatcher.guarded(protocol, id, () -> answer.to(id));
        request.setAttribute(REPLY, reply);
        write(reply, response);
    }

    private static void write(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        response.setContentType(reply.contentType());
        response.setContentLength(reply.body().length);
        if (reply.errorCode() != null) {
            response.setHeader("x-amzn-ErrorType", reply.errorCode());
        }
        if (reply.status() == 405) {
            response.setHeader("Allow", "POST");
        }
        response.getOutputStream().write(reply.body());
    }

    private static BodyReader.Source source(Operation<?, ?> operation, HttpServletRequest request) {
        var encoding = request.getHeader("Content-Encoding");
        var bare = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        if (bare.equals("identity")) {
            return request::getInputStream;
        }
        if (bare.equals("gzip") && operation.acceptsGzip()) {
            return () -> new GZIPInputStream(request.getInputStream());
        }
        throw Refusals.unsupportedMediaType(
                "Content-Encoding " + Text.quoted(encoding) + " is not supported. Send the body as it is.");
    }

    private static void requireJson(HttpServletRequest request, Protocol protocol) {
        var type = request.getContentType();
        var bare = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!JSON_TYPES.contains(bare)) {
            throw Refusals.unsupportedMediaType((type == null
                            ? "Content-Type is missing."
                            : "Content-Type " + Text.quoted(type) + " is not supported.")
                    + " Add the header Content-Type: " + protocol.contentType());
        }
    }
}
