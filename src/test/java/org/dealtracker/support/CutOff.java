package org.dealtracker.support;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends a POST and is gone before it has read the answer. */
public final class CutOff {
    private CutOff() {}

    /** Waits until the answer begins, and so until the write is committed, and hangs up. */
    public static void afterCommit(String path, Object body, String key) {
        send(path, body, key, true);
    }

    /** Hangs up at once: whether the write is carried out is anyone's guess. */
    public static void atOnce(String path, Object body, String key) {
        send(path, body, key, false);
    }

    private static void send(String path, Object body, String key, boolean wait) {
        byte[] bytes = Bodies.bytes(body);
        String head = "POST /api/v1%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nIdempotency-Key: %s\r\n"
                + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            // The reset that follows is what a client's crash looks like.
            socket.setSoLinger(true, 0);
            OutputStream out = socket.getOutputStream();
            out.write(head.formatted(path, Api.ADMIN, key, bytes.length).getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.flush();
            if (wait) {
                socket.getInputStream().read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
