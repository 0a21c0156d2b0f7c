import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What one link between two sources costs when many agreements cite one of them: each of these is derived anew in the
 * same transaction, while readers read and writers wait. It fills the register by bundles.
 *
 * <p>{@code java Rederive.java <base address> <how many agreements>}, the key in DEALTRACKER_ADMIN_KEY.
 */
public final class Rederive {
    private static final int BUNDLE = 200;
    private static final int READERS = 4;
    private static final int WRITERS = 16;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String run;

    private Rederive(String base, String run) {
        this.base = base + "/api/v1";
        this.run = run;
    }

    public static void main(String... args) throws Exception {
        new Rederive(args[0], args[1]).measure(Integer.parseInt(args[1]));
    }

    private void measure(int agreements) throws Exception {
        expect(201, send("POST", "/sources", "{\"slug\":\"wire-%1$s\",\"kind\":\"wire_report\",\"title\":\"Wire %1$s\",\"origin\":\"own\"}".formatted(run), null));
        String paper = "{\"slug\":\"paper-%1$s\",\"kind\":\"news_article\",\"title\":\"Paper %1$s\",\"origin\":\"own\"}";
        expect(201, send("POST", "/sources", paper.formatted(run), null));
        for (int from = 0; from < agreements; from += BUNDLE) {
            List<String> deals = new ArrayList<>();
            for (int i = from; i < Math.min(agreements, from + BUNDLE); i++) {
                deals.add(deal(i));
            }
            expect(201, send("POST", "/bundles", "{\"agreements\":[" + String.join(",", deals) + "]}", null));
        }
        AtomicBoolean done = new AtomicBoolean();
        List<long[]> reads = Collections.synchronizedList(new ArrayList<>());
        List<long[]> writes = Collections.synchronizedList(new ArrayList<>());
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            others.add(repeat(done, reads, "GET", "/agreements/d-%s-%d".formatted(run, i), null));
        }
        for (int i = 0; i < WRITERS; i++) {
            others.add(repeat(done, writes, "POST", "/parties", "{\"name\":\"Somebody\",\"kind\":\"company\"}"));
        }
        long start = System.nanoTime();
        HttpResponse<String> answer = send(
                "PATCH",
                "/sources/paper-" + run,
                "{\"origin\":\"repeats\",\"repeats\":[\"wire-%s\"],\"changeReason\":\"It credits the wire.\"}".formatted(run),
                "\"r1\"");
        long took = System.nanoTime() - start;
        done.set(true);
        for (Thread other : others) {
            other.join();
        }
        expect(200, answer);
        System.out.printf(
                Locale.ROOT,
                "| %d | %.1f | %.2f | %d, p99 %.0f ms, longest %.0f ms | %s | %d, longest %.1f s | %s |%n",
                agreements,
                took / 1e9,
                took / 1e6 / agreements,
                reads.size(),
                at(reads, 0.99) / 1e6,
                at(reads, 1) / 1e6,
                others(reads, 200),
                writes.size(),
                at(writes, 1) / 1e9,
                others(writes, 201));
        HttpResponse<String> derived = send("GET", "/agreements/d-%s-0".formatted(run), null, null);
        if (!derived.body().contains("\"independentOrigins\":1")) {
            throw new IllegalStateException("not derived anew: " + derived.body());
        }
    }

    private String deal(int i) {
        String cited = "\"citations\":[{\"source\":\"wire-%1$s\"},{\"source\":\"paper-%1$s\"}]".formatted(run);
        StringBuilder items = new StringBuilder();
        for (int line = 0; line < 3; line++) {
            items.append(line == 0 ? "" : ",")
                    .append("{\"line\":\"l%1$d\",\"designation\":\"Type %1$d\",\"count\":\"%1$d\",%2$s}".formatted(line, cited));
        }
        return "{\"slug\":\"d-%s-%d\",\"title\":\"Deal %d\",\"items\":[%s]}".formatted(run, i, i, items);
    }

    private Thread repeat(AtomicBoolean done, List<long[]> measured, String method, String path, String body) {
        Thread thread = new Thread(() -> {
            while (!done.get()) {
                long start = System.nanoTime();
                try {
                    int status = send(method, path, body, null).statusCode();
                    measured.add(new long[] {System.nanoTime() - start, status});
                    Thread.sleep(20);
                } catch (Exception e) {
                    measured.add(new long[] {System.nanoTime() - start, -1});
                }
            }
        });
        thread.start();
        return thread;
    }

    private static double at(List<long[]> measured, double part) {
        List<Long> sorted = measured.stream().map(each -> each[0]).sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }

    /** How many answers had another status, and which. */
    private static String others(List<long[]> measured, int expected) {
        List<Long> others = measured.stream().map(each -> each[1]).filter(status -> status != expected).toList();
        return others.isEmpty() ? "none" : others.size() + " × " + others.stream().distinct().sorted().toList();
    }

    private HttpResponse<String> send(String method, String path, String body, String ifMatch) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + System.getenv("DEALTRACKER_ADMIN_KEY"))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " instead of " + status + ": " + answer.body());
        }
    }
}
