package dev.attune.wire;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Closes connections that are to be dropped, without a byte of an answer. The servlet API has no word for it, so Tomcat is told. */
final class DropValve extends ValveBase {
    private static final String DROP = DropValve.class.getName() + ".drop";

    DropValve() {
        super(true);
    }

    /** Has the request's connection closed when the request has been dealt with; nothing may be written to its response. */
    static void drop(HttpServletRequest request) {
        request.setAttribute(DROP, true);
    }

    static boolean drops(HttpServletRequest request) {
        return request.getAttribute(DROP) != null;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(DROP) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("The connection is dropped"));
        }
    }
}
