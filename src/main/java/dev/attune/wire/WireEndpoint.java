package dev.attune.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Both protocols over HTTP: headers in, headers out, bodies to the byte. Any thread may use it. */
final class WireEndpoint {
    /** The attribute of a request that has been replied to. */
    private static final String REPLY = WireEndpoint.class.getName() + ".reply";

    private static final int LONGEST_OPERATION = 100;
    private static final Set<String> JSON_TYPES = Set.of(
            "application/json", "application/x-amz-json-1.1", "application/x-amz-json-1.0", "application/x-amz-json");

    private final OperationTable operations;
    private final Dispatcher dispatcher;
    private final BodyReader bodies;
    private final RequestIds requestIds;
    private final ExchangeLog log;

    WireEndpoint(
            OperationTable operations,
            Dispatcher dispatcher,
            BodyReader bodies,
            RequestIds requestIds,
            ExchangeLog log) {
        this.operations = operations;
        this.dispatcher = dispatcher;
        this.bodies = bodies;
        this.requestIds = requestIds;
        this.log = log;
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

    /** Nothing, but that it is written down. */
    void ignore(HttpServletRequest request) {
        writeDown(request, requestIds.next(), null);
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
        writeDown(request, id, reply);
        if (!DropValve.drops(request)) {
            write(reply, response);
        }
    }

    private void writeDown(HttpServletRequest request, String id, @Nullable Reply reply) {
        var refusal = reply == null ? null : reply.refusal();
        log.add(new Exchange(
                Caller.from(request.getHeader("Authorization"), id),
                operationOf(request),
                reply == null ? null : reply.status(),
                refusal == null ? null : Exchange.Refusal.of(refusal),
                Disturbance.of(request).name()));
    }

    /** The operation's name as it is asked for; method and path where none is. */
    private String operationOf(HttpServletRequest request) {
        var path = WireMapping.path(request);
        var target = request.getHeader("X-Amz-Target");
        if (path.equals("/") && target != null) {
            return shown(target.substring(target.lastIndexOf('.') + 1));
        }
        var operation = operations.atPath(path);
        return operation == null ? shown(request.getMethod() + " " + path) : operation.name();
    }

    private static String shown(String text) {
        return Text.visible(Text.cut(text, LONGEST_OPERATION));
    }

    private static void write(Reply reply, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        response.setContentType(reply.contentType());
        response.setContentLength(reply.body().length);
        if (reply.refusal() != null) {
            response.setHeader("x-amzn-ErrorType", reply.refusal().code());
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
