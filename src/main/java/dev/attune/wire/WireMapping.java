package dev.attune.wire;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Asks one question of each request: is it ours, and who answers it? */
final class WireMapping extends AbstractHandlerMapping {
    private final Function<HttpServletRequest, @Nullable HttpRequestHandler> claim;

    private WireMapping(int order, Function<HttpServletRequest, @Nullable HttpRequestHandler> claim) {
        this.claim = claim;
        setOrder(order);
    }

    /** Claims exactly the POSTs that are operations, and the error pages of those, before all controllers: one that serves {@code GET /} would refuse {@code POST /}. */
    static WireMapping ofOperations(OperationTable operations, WireEndpoint endpoint, Disturbance disturbance) {
        return new WireMapping(-1, request -> {
            if (request.getDispatcherType() == DispatcherType.ERROR) {
                return WireEndpoint.hasAnswered(request) ? endpoint::answerAgain : null;
            }
            if (!request.getMethod().equals("POST")) {
                return null;
            }
            var path = path(request);
            if (path.equals("/")) {
                var operation = operations.byTarget(request.getHeader("X-Amz-Target"));
                return operation == null
                        ? endpoint::awsJson
                        : disturbance.before(operation, Protocol.AWS_JSON, endpoint::awsJson);
            }
            var operation = operations.atPath(path);
            return operation == null
                    ? null
                    : disturbance.before(
                            operation, Protocol.REST_JSON, (in, out) -> endpoint.restJson(operation, in, out));
        });
    }

    /** Claims other methods on the operations' paths, after all controllers and welcome pages, before static files. */
    static WireMapping ofWrongMethods(OperationTable operations, WireEndpoint endpoint) {
        return new WireMapping(100, request -> {
            var path = path(request);
            if (!path.equals("/") && operations.atPath(path) == null) {
                return null;
            }
            var protocol = path.equals("/") ? Protocol.AWS_JSON : Protocol.REST_JSON;
            return (in, out) -> endpoint.refuse(Refusals.methodNotAllowed(in.getMethod()), protocol, in, out);
        });
    }

    /** The path inside the application, as it was sent. */
    static String path(HttpServletRequest request) {
        var path = ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .value();
        return path.isEmpty() ? "/" : path;
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        return claim.apply(request);
    }
}
