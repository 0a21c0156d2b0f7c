package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.dealtracker.support.Client;
import org.dealtracker.support.RunningRegister;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * 32 clients on 20 agreements: each reads one, adds its own words to what it read, and writes that with the ETag that it
 * read. A history in which every revision holds all the words of the one before lost none. For how long is
 * {@code -Ddealtracker.lost.update.seconds}.
 */
class LostUpdateIT {
    private static final int SECONDS = Integer.getInteger("dealtracker.lost.update.seconds", 8);
    private static final int CLIENTS = 32;
    private static final int AGREEMENTS = 20;
    /** A summary may have 10,000 characters: from here on a client begins anew. */
    private static final int LONGEST = 5_000;

    private static RunningRegister register;
    private static Client client;
    private static final Map<Integer, LongAdder> STATUSES = new ConcurrentHashMap<>();
    private static final Queue<String> WRONG = new ConcurrentLinkedQueue<>();
    /** What was acknowledged: agreement, revision, and the words that the writer brought. */
    private static final Queue<Written> WRITTEN = new ConcurrentLinkedQueue<>();

    private record Written(String slug, int revision, String words) {}

    @BeforeAll
    static void writeOverEachOther() throws Exception {
        register = RunningRegister.onTheTestsDatabase("lost-update").start();
        client = register.client();
        for (int i = 0; i < AGREEMENTS; i++) {
            String body = "{\"slug\":\"%s\",\"title\":\"Contended\",\"summary\":\"begun\"}".formatted(slug(i));
            assertThat(client.send("POST", "/agreements", null, null, body).status())
                    .isEqualTo(201);
        }
        long until = System.nanoTime() + SECONDS * 1_000_000_000L;
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            threads.add(new Thread(() -> run(number, until)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.printf(
                "LostUpdateIT: %d edits of %d agreements; answers %s%n", WRITTEN.size(), AGREEMENTS, STATUSES);
    }

    private static void run(int number, long until) {
        Random random = new Random(number);
        try {
            for (int i = 0; System.nanoTime() < until; i++) {
                edit("/agreements/" + slug(random.nextInt(AGREEMENTS)), "w" + number + "-" + i, random);
            }
        } catch (IOException e) {
            WRONG.add(e.toString());
        }
    }

    private static void edit(String path, String words, Random random) throws IOException {
        Client.Answer read = client.get(path);
        JsonNode record = read.json();
        String summary = record.get("summary").asText();
        String longer = summary.length() > LONGEST ? "again " + words : summary + " " + words;
        boolean keyless = random.nextInt(10) == 0;
        Client.Answer answer =
                client.send("PATCH", path, keyless ? null : read.etag(), words, "{\"summary\":\"" + longer + "\"}");
        STATUSES.computeIfAbsent(answer.status(), status -> new LongAdder()).increment();
        int expected = keyless ? 428 : answer.status() == 200 ? 200 : 412;
        if (answer.status() != expected) {
            WRONG.add(answer.status() + " " + answer.text());
        }
        if (answer.status() == 412 && answer.etag().equals(read.etag())) {
            WRONG.add("412 although " + read.etag() + " is current");
        }
        if (answer.status() == 200) {
            WRITTEN.add(new Written(record.get("slug").asText(), revision(answer.etag()), words));
        }
    }

    private static int revision(String etag) {
        return Integer.parseInt(etag.replaceAll("\\D", ""));
    }

    private static String slug(int number) {
        return "contended-" + number;
    }

    @AfterAll
    static void stop() {
        if (register != null) {
            register.close();
        }
    }

    @Test
    void everyRevisionBuildsOnTheOneBefore() throws IOException {
        int checked = 0;
        for (int i = 0; i < AGREEMENTS; i++) {
            String path = "/agreements/" + slug(i) + "/history";
            String before = "";
            for (JsonNode item : client.get(path).json().get("items")) {
                String summary = client.get(path + "/" + item.get("revision").asInt())
                        .json()
                        .get("summary")
                        .asText();
                if (!summary.startsWith("again ")) {
                    assertThat(summary).startsWith(before);
                }
                before = summary;
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(AGREEMENTS);
    }

    @Test
    void everyAcknowledgedEditIsARevisionOfItsOwn() throws IOException {
        Set<String> places = new HashSet<>();
        Map<String, JsonNode> histories = new ConcurrentHashMap<>();
        for (int i = 0; i < AGREEMENTS; i++) {
            histories.put(
                    slug(i), client.get("/agreements/" + slug(i) + "/history").json());
        }
        for (Written written : WRITTEN) {
            assertThat(places.add(written.slug() + written.revision()))
                    .as("%s", written)
                    .isTrue();
            JsonNode item = histories.get(written.slug()).at("/items/" + (written.revision() - 1));
            assertThat(item.get("reason").asText()).isEqualTo(written.words());
        }
        long entries = histories.values().stream()
                .mapToLong(h -> h.get("total").asLong())
                .sum();
        assertThat(entries).isEqualTo(WRITTEN.size() + AGREEMENTS);
    }

    @Test
    void aMissingIfMatchIs428AndAStaleOne412() {
        assertThat(WRONG).isEmpty();
        assertThat(STATUSES.keySet()).containsExactlyInAnyOrder(200, 412, 428);
    }
}
