import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Those who follow a register: {@code wakes <base> <clients> <writes>} has clients wait for pages while one writes, and
 * tells how long after each entry's time, which lies before its commit, they had it; {@code streams <base> <clients>
 * <seconds>} opens idle streams, and tells how many heartbeats they had.
 */
public final class Follow {
    private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]+)\"");
    private static final Pattern RECORDED = Pattern.compile("\"recordedAt\":\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    private Follow(String base) {
        this.base = base + "/api/v1";
    }

    public static void main(String... args) throws Exception {
        Follow follow = new Follow(args[1]);
        if (args[0].equals("wakes")) {
            follow.wakes(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        } else {
            follow.streams(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        }
    }

    private void wakes(int clients, int writes) throws Exception {
        send("POST", "/parties", "{\"slug\":\"followed\",\"name\":\"Followed\",\"kind\":\"state\"}", 201);
        String from = group(CURSOR, get("/changes?since=now"));
        List<Long> lags = Collections.synchronizedList(new ArrayList<>());
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Thread thread = new Thread(() -> waitFor(from, writes, lags));
            thread.start();
            waiting.add(thread);
        }
        for (int i = 0; i < writes; i++) {
            Thread.sleep(50);
            send("PATCH", "/parties/followed", "{\"name\":\"Followed " + i + "\"}", 200);
        }
        for (Thread thread : waiting) {
            thread.join();
        }
        lags.sort(null);
        System.out.println("| long polls that wait | writes | woken | p50 ms | p99 ms | longest ms |");
        System.out.println("|---:|---:|---:|---:|---:|---:|");
        System.out.printf(
                "| %d | %d | %d | %.1f | %.1f | %.1f |%n",
                clients,
                writes,
                lags.size(),
                lags.get(lags.size() / 2) / 1e3,
                lags.get(lags.size() * 99 / 100) / 1e3,
                lags.get(lags.size() - 1) / 1e3);
    }

    private void waitFor(String from, int writes, List<Long> lags) {
        try {
            String cursor = from;
            int seen = 0;
            while (seen < writes) {
                String page = get("/changes?wait=20&since=" + cursor);
                Instant now = Instant.now();
                cursor = group(CURSOR, page);
                Matcher recorded = RECORDED.matcher(page);
                while (recorded.find()) {
                    seen++;
                    lags.add(ChronoUnit.MICROS.between(Instant.parse(recorded.group(1)), now));
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void streams(int clients, int seconds) throws Exception {
        URI address = URI.create(base + "/changes/stream?since=now");
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Socket socket = new Socket(address.getHost(), address.getPort());
            socket.getOutputStream()
                    .write(("GET " + address.getRawPath() + "?" + address.getRawQuery() + " HTTP/1.1\r\nHost: here\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            open.add(socket);
        }
        Thread.sleep(seconds * 1_000L);
        int heartbeats = 0;
        for (Socket socket : open) {
            socket.setSoTimeout(5);
            heartbeats += heartbeats(socket);
            socket.close();
        }
        System.out.println(heartbeats);
    }

    private static int heartbeats(Socket socket) {
        int found = 0;
        try {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                found += line.equals(":still here") ? 1 : 0;
            }
        } catch (IOException e) {
            // All that had come was read.
        }
        return found;
    }

    private String get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, 200);
    }

    private String send(String method, String path, String body, int expected) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(40))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Authorization", "Bearer " + System.getenv("DEALTRACKER_ADMIN_KEY"))
                    .header("If-Match", "*")
                    .header(
                            "Content-Type",
                            method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new IOException(method + " " + path + " was answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String group(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }
}
