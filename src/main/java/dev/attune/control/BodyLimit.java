package dev.attune.control;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that no request of this package needs, unread. */
@Component
class BodyLimit extends OncePerRequestFilter {
    private static final int MAX_BYTES = 1 << 16;
    private static final int MAX_DOCUMENT_BYTES = 1 << 20;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().contains("/_attune/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var most = request.getRequestURI().endsWith(WorkloadsController.PATH) ? MAX_DOCUMENT_BYTES : MAX_BYTES;
        if (request.getContentLengthLong() > most) {
            refuse(response, 413, "TooLarge", "The body is larger than the limit of " + most + " bytes");
        } else if (request.getHeader("Transfer-Encoding") != null) {
            refuse(response, 411, "LengthRequired", "Send the body with a Content-Length");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(HttpServletResponse response, int status, String error, String message)
            throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getWriter().write("{\"error\":\"" + error + "\",\"message\":\"" + message + "\"}");
    }
}
