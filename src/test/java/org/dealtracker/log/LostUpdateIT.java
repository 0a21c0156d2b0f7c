package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
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
 * 32 clients on 20 agreements: each reads one, adds words of its own to what it read, and writes that with the ETag that
 * it read. A history in which every revision begins with all the words of the one before has lost none. For how long is
 * {@code -Dlost.update.seconds}. The same clients with {@code If-Match: *} show that the check can fail.
 */
class LostUpdateIT {
    private static final int SECONDS = Integer.getInteger("lost.update.seconds", 8);
    private static final int CLIENTS = 32;
    private static final int AGREEMENTS = 20;
    /** A summary may have 10,000 characters: from here on a client begins anew. */
    private static final int LONGEST = 5_000;

    private static RunningRegister register;
    private static Client client;
    private static Load careful;
    private static Load careless;

    @BeforeAll
    static void writeOverEachOther() throws Exception {
        register = RunningRegister.onTheTestsDatabase("lost-update").start();
        client = register.client();
        careful = new Load("careful", true).run(SECONDS);
        careless = new Load("careless", false).run(2);
        System.out.printf(
                "LostUpdateIT: %d edits of %d agreements; answers %s%n",
                careful.written.size(), AGREEMENTS, careful.statuses);
    }

    @AfterAll
    static void stop() {
        if (register != null) {
            register.close();
        }
    }

    @Test
    void everyRevisionBuildsOnTheOneBefore() throws IOException {
        assertThat(careful.losses()).isEmpty();
        assertThat(careful.written).hasSizeGreaterThan(AGREEMENTS);
    }

    @Test
    void clientsThatDoNotSayWhatTheyReadLoseUpdatesAndTheCheckFindsThem() throws IOException {
        assertThat(careless.losses()).isNotEmpty();
    }

    @Test
    void everyAcknowledgedEditIsARevisionOfItsOwn() throws IOException {
        Map<String, JsonNode> histories = new HashMap<>();
        long entries = 0;
        for (int i = 0; i < AGREEMENTS; i++) {
            JsonNode history = careful.history(i);
            histories.put(careful.slug(i), history.get("items"));
            entries += history.get("total").asLong();
        }
        Set<String> places = new HashSet<>();
        for (Written written : careful.written) {
            assertThat(places.add(written.slug() + "/" + written.revision()))
                    .as("%s", written)
                    .isTrue();
            JsonNode item = histories.get(written.slug()).get(written.revision() - 1);
            assertThat(item.get("reason").asText()).isEqualTo(written.words());
        }
        assertThat(entries).isEqualTo(careful.written.size() + AGREEMENTS);
    }

    @Test
    void aMissingIfMatchIs428AndAStaleOne412() {
        assertThat(careful.wrong).isEmpty();
        // A pool that is worn out for a moment says 503, which promises nothing and loses nothing.
        assertThat(careful.statuses.keySet()).contains(200, 412, 428).isSubsetOf(200, 412, 428, 503);
    }

    /** An edit that was acknowledged, by the words that it brought. */
    private record Written(String slug, int revision, String words) {}

    private static final class Load {
        final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
        final Queue<String> wrong = new ConcurrentLinkedQueue<>();
        final Queue<Written> written = new ConcurrentLinkedQueue<>();
        private final String name;
        private final boolean careful;

        Load(String name, boolean careful) {
            this.name = name;
            this.careful = careful;
        }

        Load run(int seconds) throws Exception {
            for (int i = 0; i < AGREEMENTS; i++) {
                String body = "{\"slug\":\"%s\",\"title\":\"Contended\",\"summary\":\"begun\"}".formatted(slug(i));
                assertThat(client.send("POST", "/agreements", null, null, body).status())
                        .isEqualTo(201);
            }
            long until = System.nanoTime() + seconds * 1_000_000_000L;
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                threads.add(new Thread(() -> edit(number, until)));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            return this;
        }

        private void edit(int number, long until) {
            Random random = new Random(number);
            try {
                for (int i = 0; System.nanoTime() < until; i++) {
                    edit(slug(random.nextInt(AGREEMENTS)), number + "-" + i, random.nextInt(10) == 0);
                }
            } catch (IOException e) {
                wrong.add(e.toString());
            }
        }

        private void edit(String slug, String words, boolean silent) throws IOException {
            Client.Answer read = client.get("/agreements/" + slug);
            if (read.status() == 503) {
                return;
            }
            String summary = read.json().get("summary").asText();
            String longer = summary.length() > LONGEST ? "anew " + words : summary + " " + words;
            String ifMatch = !careful ? "*" : silent ? null : read.etag();
            Client.Answer answer =
                    client.send("PATCH", "/agreements/" + slug, ifMatch, words, "{\"summary\":\"" + longer + "\"}");
            statuses.computeIfAbsent(answer.status(), status -> new LongAdder()).increment();
            boolean due = answer.status() == 503
                    ? answer.header("Retry-After") != null
                    : ifMatch == null
                            ? answer.status() == 428
                            : answer.status() == 200
                                    || answer.status() == 412 && !answer.etag().equals(ifMatch);
            if (!due) {
                wrong.add(ifMatch + ": " + answer.status() + " " + answer.text());
            }
            if (answer.status() == 200) {
                written.add(new Written(slug, Integer.parseInt(answer.etag().replaceAll("\\D", "")), words));
            }
        }

        String slug(int number) {
            return name + "-" + number;
        }

        JsonNode history(int number) throws IOException {
            return client.get("/agreements/" + slug(number) + "/history").json();
        }

        /** The revisions that do not hold what the one before them held. */
        List<String> losses() throws IOException {
            List<String> losses = new ArrayList<>();
            for (int i = 0; i < AGREEMENTS; i++) {
                String before = "";
                int last = history(i).get("total").asInt();
                for (int revision = 1; revision <= last; revision++) {
                    String path = "/agreements/" + slug(i) + "/history/" + revision;
                    String summary = client.get(path).json().get("summary").asText();
                    if (!summary.startsWith("anew ") && !summary.startsWith(before)) {
                        losses.add(path);
                    }
                    before = summary;
                }
            }
            return losses;
        }
    }
}
