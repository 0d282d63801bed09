package dev.attune.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** More connections at once than the server takes up at once. */
class BurstIT extends LiveServer {
    private static final Path KERNEL_LIMIT = Path.of("/proc/sys/net/core/somaxconn");
    private static final int CONNECTIONS = 1000;

    /** Less than the second after which a system tries again to connect. */
    private static final int AT_ONCE = 800;

    private final List<Socket> sockets = new ArrayList<>();

    @Autowired
    private ServletWebServerApplicationContext context;

    @AfterEach
    void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
    }

    @Test
    void aThousandClientsMayConnectWhileTheServerTakesNobody() throws IOException {
        assumeTrue(Files.isReadable(KERNEL_LIMIT), "SKIPPED: only Linux says how many connections may wait");
        assumeTrue(kernelLimit() >= CONNECTIONS, "SKIPPED: the kernel lets too few connections wait");
        var connector = ((TomcatWebServer) Objects.requireNonNull(context.getWebServer()))
                .getTomcat()
                .getConnector();

        connector.pause();
        try {
            assertThatCode(this::connect).doesNotThrowAnyException();
        } finally {
            connector.resume();
        }
    }

    /** Read in one piece, since such a file gives no second. */
    private static int kernelLimit() throws IOException {
        try (var reader = Files.newBufferedReader(KERNEL_LIMIT)) {
            return Integer.parseInt(reader.readLine());
        }
    }

    private void connect() throws IOException {
        for (int i = 0; i < CONNECTIONS; i++) {
            var socket = new Socket();
            sockets.add(socket);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), AT_ONCE);
        }
    }
}
