package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dealtracker.support.Client;
import org.dealtracker.support.Events;
import org.dealtracker.support.Login;
import org.dealtracker.support.RunningRegister;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Three nodes on one database: one writes, one listens to its commits, one has too few connections to listen and polls.
 * What one of them wrote, the others soon know, and what they do not know yet they never call unchanged for long. In the
 * end the log is rolled back below them, and then replaced.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasIT {
    private static RunningRegister first;
    private static RunningRegister listening;
    private static RunningRegister polling;
    private static Client writer;
    private static Client listener;
    private static Client poller;

    @BeforeAll
    static void start() throws IOException {
        first = RunningRegister.onTheTestsDatabase("replica-1").start();
        Login owner = first.owner();
        Login app = first.app();
        Map<String, String> same = Map.of(
                "quarkus.datasource.jdbc.url", app.url(),
                "quarkus.datasource.username", app.user(),
                "quarkus.datasource.password", app.password(),
                "quarkus.flyway.username", owner.user(),
                "quarkus.flyway.password", owner.password());
        listening = RunningRegister.embedded("replica-2").on(same).start();
        polling = RunningRegister.embedded("replica-3")
                .on(same)
                .with("QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "3")
                .with("QUARKUS_DATASOURCE_JDBC_MIN_SIZE", "1")
                .start();
        writer = first.client();
        listener = listening.client();
        poller = polling.client();
        assertThat(writer.send("POST", "/parties", null, null, party("replicated"))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        for (RunningRegister register : new RunningRegister[] {polling, listening, first}) {
            if (register != null) {
                register.close();
            }
        }
    }

    private static String party(String slug) {
        return "{\"slug\":\"%s\",\"name\":\"%s\",\"kind\":\"state\"}".formatted(slug, slug);
    }

    private static String rename(String name) throws IOException {
        Client.Answer answer = writer.send("PATCH", "/parties/replicated", "*", null, "{\"name\":\"" + name + "\"}");
        assertThat(answer.status()).isEqualTo(200);
        return answer.etag();
    }

    @Test
    @Order(1)
    void whatOneNodeWroteTheOthersSoonKnow() throws Exception {
        List<Long> heard = new ArrayList<>();
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String before = listener.get("/parties/replicated").etag();
            assertThat(poller.get("/parties/replicated").etag()).isEqualTo(before);
            CompletableFuture<Long> other = CompletableFuture.supplyAsync(() -> changed(poller, before));
            CompletableFuture<Long> another = CompletableFuture.supplyAsync(() -> changed(listener, before));
            Thread.sleep(i);
            rename("After " + i);
            long written = System.nanoTime();
            found.add(other.get(10, TimeUnit.SECONDS) - written);
            heard.add(another.get(10, TimeUnit.SECONDS) - written);
        }
        heard.sort(null);
        found.sort(null);
        System.out.printf(
                "ReplicasIT: a write is known elsewhere by listening after p50 %.1f ms, most %.1f ms; by polling after"
                        + " p50 %.1f ms, most %.1f ms%n",
                heard.get(30) / 1e6, heard.get(59) / 1e6, found.get(30) / 1e6, found.get(59) / 1e6);
        // The promise is 250 ms; a machine that does other things is not to be measured by it.
        assertThat(heard.get(30)).isLessThan(250_000_000L);
        assertThat(found.get(30)).isLessThan(250_000_000L);
    }

    /** Asks, each time saying what is held, until that is no longer called unchanged. */
    private static long changed(Client client, String held) {
        try {
            while (client.getUnless("/parties/replicated", held).status() == 304) {}
            return System.nanoTime();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Order(2)
    void aCursorOfOneNodeHoldsOnTheOthersAtOnce() throws Exception {
        for (int i = 0; i < 100; i++) {
            rename("Cursor " + i);
            String cursor =
                    writer.get("/changes?since=now").json().get("cursor").asText();
            for (Client other : List.of(listener, poller)) {
                Client.Answer answer = other.get("/changes?since=" + cursor);
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                assertThat(answer.json().get("items")).isEmpty();
            }
        }
    }

    @Test
    @Order(3)
    void whoeverWaitsAtOneNodeIsWokenByAWriteAtAnother() throws Exception {
        for (Client other : List.of(listener, poller)) {
            String cursor = other.get("/changes?since=now").json().get("cursor").asText();
            CompletableFuture<Client.Answer> waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return other.get("/changes?wait=20&since=" + cursor);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Thread.sleep(200);
            rename("Woken " + cursor);
            assertThat(waiting.get(5, TimeUnit.SECONDS).json().get("items")).isNotEmpty();
        }
    }

    @Test
    @Order(4)
    void aHistoryThatIsRolledBackIsNoticedByNodesThatRunOn() throws Exception {
        rename("Kept");
        String kept = writer.get("/changes?since=now").json().get("cursor").asText();
        rename("Lost");
        String lost = writer.get("/changes?since=now").json().get("cursor").asText();
        try (Events events = Events.open(listener.address("/changes/stream?since=now"), null)) {
            assertThat(events.next().data()).isNull();
            first.owner()
                    .execute(
                            "alter table log disable trigger user",
                            "alter table log_head disable trigger user",
                            "update record r set n = l.n, revision = l.revision from log l, log_head h"
                                    + " where r.n = h.n and l.record_id = r.id and l.revision = r.revision - 1",
                            "delete from listing l using log_head h where l.from_n = h.n",
                            "delete from listing_span l using log_head h where l.from_n = h.n",
                            "update listing l set to_n = null from log_head h where l.to_n = h.n",
                            "delete from log l using log_head h where l.n = h.n",
                            "update log_head set (n, at, hash) = (select n, at, hash from log order by n desc limit 1)");
            assertThat(events.next()).as("the end of the stream").isNull();
        }
        // All ask the database ten times a second.
        Thread.sleep(1_000);
        for (Client each : List.of(writer, listener, poller)) {
            assertThat(each.get("/changes?since=" + lost).status()).isEqualTo(410);
            assertThat(each.get("/changes?since=" + kept).status()).isEqualTo(200);
            assertThat(each.getUnless(
                                    "/parties/replicated",
                                    each.get("/parties/replicated").etag())
                            .status())
                    .isEqualTo(304);
            assertThat(each.get("/parties/replicated").json().get("name").asText())
                    .isEqualTo("Kept");
        }
    }

    @Test
    @Order(5)
    void anotherLogIsNoticed() throws Exception {
        String cursor = listener.get("/changes?since=now").json().get("cursor").asText();
        first.owner().execute("update log_head set log_id = gen_random_uuid()");
        Thread.sleep(1_000);
        for (Client each : List.of(writer, listener, poller)) {
            assertThat(each.get("/changes?since=" + cursor).status()).isEqualTo(410);
            assertThat(each.get("/changes?since=now").status()).isEqualTo(200);
        }
    }
}
