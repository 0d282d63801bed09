package dev.attune.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies beyond the limit are refused soon, and the server is none the worse for it. */
class BodyLimitTest extends WireTest {
    private static final int LIMIT = 8 << 20;
    private static final String TOO_LARGE = "RequestEntityTooLargeException";

    @Test
    void aBodyOfTenMegabytesIsRefusedByItsContentLength() {
        var body = new byte[10 << 20];
        for (int i = 0; i < 5; i++) {
            assertError(post(awsJson("CheckBook"), body), 413, TOO_LARGE);
            assertError(post(restJson("/AddBook"), body), 413, TOO_LARGE);
            assertThat(call("WhoAmI", "{}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aChunkedBodyOfTenMegabytesIsRefusedWhileItIsRead() {
        for (int i = 0; i < 5; i++) {
            var response = send(awsJson("CheckBook")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[10 << 20]))));
            assertError(response, 413, TOO_LARGE);
            assertThat(call("WhoAmI", "{}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theLimitIsExact() {
        var start = "{\"BookName\":\"emma\",\"Author\":{\"Name\":\"Austen\"}}";
        var full = start + " ".repeat(LIMIT - start.length());

        assertThat(call("CheckBook", full).statusCode()).isEqualTo(200);
        assertError(call("CheckBook", full + " "), 413, TOO_LARGE);
        assertThat(send(awsJson("CheckBook")
                                .POST(BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(full.getBytes(StandardCharsets.UTF_8)))))
                        .statusCode())
                .isEqualTo(200);
        assertError(
                send(awsJson("CheckBook")
                        .POST(BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream((full + " ").getBytes(StandardCharsets.UTF_8))))),
                413,
                TOO_LARGE);
    }

    @Test
    void anAnnouncedBodyIsRefusedBeforeItArrives() throws Exception {
        try (var socket = connect()) {
            write(socket, head("Content-Length: 100000000\r\n"));
            long start = System.nanoTime();

            var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(status).isEqualTo("HTTP/1.1 413");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(500));
        }
    }

    /** A client that sends everything before it reads gets the answer, not a reset connection. */
    @Test
    void aRefusedBodyIsReadToItsEnd() throws Exception {
        for (var framed : new String[] {
            head("Content-Length: " + (20 << 20) + "\r\n") + "x".repeat(20 << 20),
            head("Transfer-Encoding: chunked\r\n") + ("2000\r\n" + "x".repeat(8192) + "\r\n").repeat(2560) + "0\r\n\r\n"
        }) {
            try (var socket = connect()) {
                write(socket, framed);

                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(answer)
                        .startsWith("HTTP/1.1 413")
                        .contains(TOO_LARGE)
                        .endsWith("}");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}xx\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\r\n{}",
                "Content-Length: 50\r\n\r\n{}"
            })
    void aBodyWhoseFramingIsBrokenIsRefusedWithAType(String framed) throws Exception {
        for (var path : new String[] {"/", "/AddBook"}) {
            try (var socket = connect()) {
                write(socket, head("").stripTrailing().replace("POST / ", "POST " + path + " ") + "\r\n" + framed);
                socket.shutdownOutput();

                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(answer)
                        .startsWith("HTTP/1.1 400")
                        .contains("x-amzn-RequestId: ", "x-amzn-ErrorType: SerializationException")
                        .contains("{\"__type\":\"SerializationException\",");
            }
        }
    }

    @Test
    void brokenChunksAreABadRequestWithARequestId() throws Exception {
        try (var socket = connect()) {
            write(socket, head("Transfer-Encoding: chunked\r\n") + "zz\r\n{}\r\n0\r\n\r\n");

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("x-amzn-RequestId: ");
        }
    }

    @Test
    void manyLargeUploadsAtOnceAreAnswered() throws Exception {
        var clients = Executors.newFixedThreadPool(12);
        try {
            var body = new byte[20 << 20];
            var calls = IntStream.range(0, 24)
                    .<Callable<Integer>>mapToObj(i -> () -> send(awsJson("CheckBook")
                                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))))
                            .statusCode())
                    .toList();

            for (Future<Integer> call : clients.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(413);
            }
            assertThat(call("WhoAmI", "{}").statusCode()).isEqualTo(200);
        } finally {
            clients.shutdownNow();
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String head(String more) {
        return "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.1\r\n"
                + "X-Amz-Target: Library.CheckBook\r\n" + more + "\r\n";
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }
}
