package dev.attune.wire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers a path that no controller and no static file serves. A browser, which asks for HTML, is left to the error page. */
final class UnclaimedPaths implements HandlerExceptionResolver, Ordered {
    private final OperationTable operations;
    private final WireEndpoint endpoint;

    UnclaimedPaths(OperationTable operations, WireEndpoint endpoint) {
        this.operations = operations;
        this.endpoint = endpoint;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        var accept = request.getHeader("Accept");
        var isUnclaimed = failure instanceof NoResourceFoundException || failure instanceof NoHandlerFoundException;
        if (!isUnclaimed || (accept != null && accept.contains("text/html"))) {
            return null;
        }
        try {
            var refusal = operations.unknownPath(request.getMethod(), WireMapping.path(request));
            endpoint.refuse(refusal, Protocol.REST_JSON, request, response);
            return new ModelAndView();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
