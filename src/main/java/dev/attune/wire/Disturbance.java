package dev.attune.wire;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.web.HttpRequestHandler;

/** Does to requests what {@link Faults} says. A request that waits holds no thread: it is given back to the server and comes again. */
final class Disturbance {
    private static final String FAULT = Disturbance.class.getName() + ".fault";

    private final Faults faults;
    private final WireEndpoint endpoint;

    Disturbance(Faults faults, WireEndpoint endpoint) {
        this.faults = faults;
        this.endpoint = endpoint;
    }

    /** What disturbs a request. */
    static Fault of(HttpServletRequest request) {
        return request.getAttribute(FAULT) instanceof Fault fault ? fault : Fault.NONE;
    }

    /** Stands before the handler of a request that names this operation. */
    HttpRequestHandler before(Operation<?, ?> operation, Protocol protocol, HttpRequestHandler handler) {
        return (request, response) -> {
            if (request.getAttribute(FAULT) != null) {
                handle(protocol, handler, request, response);
                return;
            }
            var fault = faults.next(operation.name());
            request.setAttribute(FAULT, fault);
            if (fault.latency().isZero()) {
                handle(protocol, handler, request, response);
            } else {
                comeAgain(request, fault.latency().toMillis());
            }
        };
    }

    /** The JDK's own timer only wakes the request; one of the server's threads goes on with it. */
    private static void comeAgain(HttpServletRequest request, long millis) {
        var wait = request.startAsync();
        wait.setTimeout(0);
        var unused = new CompletableFuture<Void>()
                .completeOnTimeout(null, millis, TimeUnit.MILLISECONDS)
                .thenRun(wait::dispatch); // fails where the client has gone, and then nobody waits
    }

    private void handle(
            Protocol protocol, HttpRequestHandler handler, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var fault = of(request);
        if (fault.drop() != Fault.Drop.NOTHING) {
            DropValve.drop(request);
        }
        if (fault.drop() == Fault.Drop.REQUEST) {
            endpoint.ignore(request);
        } else if (fault.error() != null) {
            endpoint.refuse(fault.error(), protocol, request, response);
        } else {
            handler.handleRequest(request, response);
        }
    }
}
