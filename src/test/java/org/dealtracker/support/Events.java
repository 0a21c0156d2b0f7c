package org.dealtracker.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A client of Server-Sent Events over a socket of its own, so that it can read slowly, stop reading, or vanish. */
public final class Events implements AutoCloseable {
    /** An event as the stream has it; what it does not have is null. */
    public record Event(String id, String name, String data, String comment) {}

    private final Socket socket;
    private final BufferedReader reader;
    private final int status;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Events(URI address, String lastEventId, int receiveBuffer) throws IOException {
        socket = new Socket();
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new java.net.InetSocketAddress(address.getHost(), address.getPort()));
        OutputStream out = socket.getOutputStream();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        out.write(("GET " + address.getRawPath() + query + " HTTP/1.1\r\nHost: " + address.getHost()
                        + "\r\nAccept: text/event-stream\r\n"
                        + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n") + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        status = Integer.parseInt(reader.readLine().split(" ")[1]);
        for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
            String[] header = line.split(": ", 2);
            headers.put(header[0].toLowerCase(java.util.Locale.ROOT), header[1]);
        }
    }

    /** @param lastEventId null to send none */
    public static Events open(URI address, String lastEventId) throws IOException {
        return new Events(address, lastEventId, 0);
    }

    /** One whose network takes little before somebody reads. */
    public static Events openNarrow(URI address) throws IOException {
        return new Events(address, null, 4_096);
    }

    public int status() {
        return status;
    }

    public String header(String name) {
        return headers.get(name.toLowerCase(java.util.Locale.ROOT));
    }

    public void giveUpAfter(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    /** The next event; null when the stream has ended. The server sends each in a chunk of its own. */
    public Event next() throws IOException {
        String size = reader.readLine();
        if (size == null || size.equals("0")) {
            return null;
        }
        List<String> data = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
            String[] field = line.split(":", 2);
            if (field[0].equals("data")) {
                data.add(field[1]);
            } else {
                fields.put(field[0], field[1]);
            }
        }
        reader.readLine();
        return new Event(
                fields.get("id"), fields.get("event"), data.isEmpty() ? null : String.join("\n", data), fields.get(""));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
