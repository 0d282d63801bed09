package dev.attune.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** One request with exactly the given headers, and its answer: JDK's client would not let a test choose Host. */
record RawExchange(int status, Map<String, String> headers, String body) {
    /** Adds Content-Length and Connection, and Host if it is not given. */
    static RawExchange post(int port, String path, Map<String, String> headers, byte[] body) {
        var all = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        all.put("Host", "127.0.0.1:" + port);
        all.putAll(headers);
        all.put("Content-Length", String.valueOf(body.length));
        all.put("Connection", "close");
        var head = new StringBuilder("POST " + path + " HTTP/1.1\r\n");
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        var request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);
        return send(port, request.toByteArray());
    }

    /** Sends bytes as they are, which must make the server close the connection after its answer. */
    static RawExchange send(int port, byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawExchange parse(String answer) {
        var parts = answer.split("\r\n\r\n", 2);
        var lines = parts[0].split("\r\n");
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
        }
        return new RawExchange(Integer.parseInt(lines[0].split(" ")[1]), headers, parts[1]);
    }
}
