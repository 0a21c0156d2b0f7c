package org.dealtracker.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.dealtracker.support.Client;

/**
 * Many clients that write at once: new agreements, claims and summaries, on records of their own and on common ones,
 * deletions, new names of a party that agreements show, and requests that are refused at each of the places where one
 * can be. Every request carries a reason of its own, by which its entry is found again in the feed.
 */
final class WriteLoad {
    /** A write that was answered with success; n is 0 where the answer does not say it (a deletion). */
    record Acknowledged(String token, long n, int revision, long at) {}

    private static final int COMMON = 5;
    private static final int MOST_CLAIMS = 15;
    private static final String CITED = "\"citations\":[{\"source\":\"desk\"}]";

    private final Client client;
    private final List<Thread> threads = new ArrayList<>();
    private final boolean fanOut;
    private final String prefix;
    private volatile boolean stopped;
    private long startedAt;
    private long stoppedAt;

    final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    /** Requests that were refused: none of them may have left a trace. */
    final Set<String> refused = ConcurrentHashMap.newKeySet();
    /** Requests of which nobody knows: cut off, or answered that the register is away. */
    final Set<String> unknown = ConcurrentHashMap.newKeySet();
    /** Answers that nobody should get. */
    final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();

    /** @param fanOut whether some of the writes reach other records, and so take several numbers at once */
    WriteLoad(Client client, String prefix, boolean fanOut) {
        this.client = client;
        this.prefix = prefix;
        this.fanOut = fanOut;
    }

    /** Records what the writers have in common. */
    WriteLoad prepare() throws IOException {
        Writer first = new Writer(-1);
        first.write("POST", "/sources", null, "{\"slug\":\"desk\",\"kind\":\"news_article\",\"title\":\"Desk\"}");
        first.write("POST", "/sources", null, "{\"slug\":\"loop-a\",\"kind\":\"news_article\",\"title\":\"A\"}");
        first.write(
                "POST",
                "/sources",
                null,
                "{\"slug\":\"loop-b\",\"kind\":\"news_article\",\"title\":\"B\",\"origin\":\"repeats\",\"repeats\":[\"loop-a\"]}");
        for (String party : List.of("alpha", "beta", "gamma")) {
            first.write(
                    "POST",
                    "/parties",
                    null,
                    "{\"slug\":\"%s\",\"name\":\"%s\",\"kind\":\"state\"}".formatted(party, party));
        }
        for (int i = 0; i < COMMON; i++) {
            first.write("POST", "/agreements", null, agreement("common-" + i, i < 2 ? "gamma" : "alpha"));
        }
        if (!wrong.isEmpty() || !refused.isEmpty()) {
            throw new IllegalStateException("The load could not be prepared: " + wrong + refused);
        }
        return this;
    }

    WriteLoad start(int writers) {
        startedAt = System.nanoTime();
        for (int i = 0; i < writers; i++) {
            Writer writer = new Writer(i);
            Thread thread = new Thread(writer::run, "writer " + prefix + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return this;
    }

    void stop() throws InterruptedException {
        stopped = true;
        stoppedAt = System.nanoTime();
        for (Thread thread : threads) {
            thread.join(60_000);
            if (thread.isAlive()) {
                wrong.add(thread.getName() + " never got an answer");
            }
        }
    }

    String figures() {
        double seconds = (stoppedAt - startedAt) / 1e9;
        return "%d acknowledged in %.1f s (%.0f writes/s), %d refused, %d unknown; answers %s"
                .formatted(
                        acknowledged.size(),
                        seconds,
                        acknowledged.size() / seconds,
                        refused.size(),
                        unknown.size(),
                        statuses);
    }

    private static String agreement(String slug, String supplier) {
        return ("{%s\"title\":\"A deal under load\",\"parties\":[{\"party\":\"%s\",\"role\":\"supplier\",%s},"
                        + "{\"party\":\"beta\",\"role\":\"recipient\",%s}]}")
                .formatted(slug == null ? "" : "\"slug\":\"" + slug + "\",", supplier, CITED, CITED);
    }

    private static String claim(String text) {
        return "{\"type\":\"other\",\"text\":\"%s\",%s}".formatted(text, CITED);
    }

    private final class Writer {
        private final String name;
        private final Random random;
        private int count;
        private String own;
        private String etag;
        private int claims;

        Writer(int number) {
            name = prefix + number;
            random = new Random(number);
        }

        void run() {
            while (!stopped) {
                try {
                    step();
                } catch (IOException e) {
                    // The service is away, as it may be in a test that kills it; what we held may have changed.
                    own = null;
                    pause();
                }
            }
        }

        private void step() throws IOException {
            int dice = random.nextInt(100);
            if (own == null || claims >= MOST_CLAIMS) {
                create();
            } else if (dice < 45) {
                held(write("POST", path(own) + "/terms", etag, claim(token())));
            } else if (dice < 60) {
                held(write("PATCH", path(own), etag, "{\"summary\":\"" + token() + "\"}"));
            } else if (dice < 78) {
                common();
            } else if (dice < 80) {
                held(write(
                        "PATCH",
                        path(own),
                        etag,
                        // With the token, since what changes nothing is not logged.
                        "{\"summary\":\"" + token() + "\",\"related\":[{\"agreement\":\"" + commonSlug(random)
                                + "\",\"type\":\"follow_on\"}]}"));
            } else if (dice < 82) {
                delete();
            } else if (dice < 83 && fanOut) {
                write("PATCH", "/parties/gamma", "*", "{\"name\":\"gamma " + token() + "\"}");
            } else {
                refusal(random.nextInt(5));
            }
        }

        private void create() throws IOException {
            Client.Answer answer =
                    write("POST", "/agreements", null, agreement(null, random.nextBoolean() ? "alpha" : "beta"));
            own = null;
            if (answer.status() == 201) {
                own = answer.json().get("slug").asText();
                etag = answer.etag();
                claims = 1;
            }
        }

        /** After a write to the record that this writer alone changes. */
        private void held(Client.Answer answer) {
            claims++;
            if (answer.status() == 200 || answer.status() == 201) {
                etag = answer.etag();
            } else {
                own = null;
            }
        }

        private void common() throws IOException {
            String slug = commonSlug(random);
            Client.Answer read = client.get(path(slug));
            if (read.status() != 200) {
                answered(read);
                return;
            }
            if (read.response().body().length > 40_000) {
                write("PATCH", path(slug), read.etag(), "{\"terms\":[]}");
            } else {
                write("POST", path(slug) + "/terms", read.etag(), claim(token()));
            }
        }

        private void delete() throws IOException {
            write("DELETE", path(own), etag, null);
            own = null;
        }

        /** Each is refused somewhere else: before any lock, with the row locked, with the head locked and a number taken. */
        private void refusal(int which) throws IOException {
            switch (which) {
                case 0 -> write("PATCH", path(commonSlug(random)), "\"r0\"", "{\"summary\":\"stale\"}");
                case 1 -> write("POST", "/agreements", null, agreement("common-0", "alpha"));
                case 2 ->
                    write(
                            "POST",
                            path(own) + "/terms",
                            etag,
                            "{\"type\":\"other\",\"text\":\"x\",\"citations\":[{\"source\":\"nowhere\"}]}");
                case 3 -> write("PATCH", "/sources/loop-a", "*", "{\"origin\":\"repeats\",\"repeats\":[\"loop-b\"]}");
                default ->
                    write(
                            "POST",
                            path(own) + "/status-history",
                            etag,
                            "{\"to\":\"delivered\",\"changeType\":\"transition\",\"effective\":\"2025-01-01\","
                                    + "\"reason\":\"too far\"," + CITED + "}");
            }
        }

        private String token() {
            return name + "-" + count;
        }

        Client.Answer write(String method, String path, String ifMatch, String body) throws IOException {
            String token = token();
            count++;
            unknown.add(token);
            Client.Answer answer = client.send(method, path, ifMatch, token, body);
            long at = System.nanoTime();
            answered(answer);
            if (answer.status() < 300) {
                String n = answer.header("Feed-Head");
                String etagNow = answer.etag();
                acknowledged.add(new Acknowledged(
                        token,
                        n == null ? 0 : Long.parseLong(n),
                        etagNow == null ? 0 : Integer.parseInt(etagNow.replaceAll("\\D", "")),
                        at));
                unknown.remove(token);
            } else if (answer.status() < 500) {
                refused.add(token);
                unknown.remove(token);
            }
            return answer;
        }

        private void answered(Client.Answer answer) {
            statuses.computeIfAbsent(answer.status(), status -> new LongAdder()).increment();
            boolean problem = "application/problem+json".equals(answer.header("Content-Type"));
            if (answer.status() == 503 && problem && answer.header("Retry-After") != null) {
                pause();
            } else if (answer.status() >= 500 || answer.status() == 400 || answer.status() == 428) {
                wrong.add(answer.status() + " " + answer.response().headers().map() + " " + answer.text());
            }
        }

        private void pause() {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                stopped = true;
            }
        }
    }

    private static String commonSlug(Random random) {
        return "common-" + random.nextInt(COMMON);
    }

    private static String path(String slug) {
        return "/agreements/" + slug;
    }
}
