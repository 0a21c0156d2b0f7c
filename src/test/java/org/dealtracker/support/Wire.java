package org.dealtracker.support;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A connection on which anything can be said, for what no well-behaved client would send. */
public final class Wire {
    private Wire() {}

    /** Sends bytes as they are; answers with all that comes back until the server closes the connection. */
    public static String send(String head, byte[] body) {
        return sendAll(head + "Host: localhost\nConnection: close\n", body);
    }

    /** The same with no header added, as clients of before HTTP/1.1 spoke. */
    public static String sendAll(String head, byte[] body) {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write((head.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            write(out, body);
            return new String(read(socket.getInputStream()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, byte[] body) throws IOException {
        try {
            out.write(body);
            out.flush();
        } catch (SocketException e) {
            // The server has answered already and does not read on.
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                all.write(buffer, 0, read);
            }
        } catch (SocketException e) {
            // Closed with our bytes unread; what came before counts.
        }
        return all.toByteArray();
    }
}
