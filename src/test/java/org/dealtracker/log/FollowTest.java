package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;
import static org.dealtracker.support.Problems.assertNotFound;
import static org.dealtracker.support.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Client;
import org.dealtracker.support.Events;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;

/** Those who follow the register: a part of its feed, by waiting for it, or as a stream. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class FollowTest {
    @TestHTTPResource("/api/v1/changes/stream")
    URI stream;

    @Inject
    Audience audience;

    private static String now() {
        return Api.get("/changes?since=now").expect(200).textAt("/cursor");
    }

    private static void rename(String party, String name, String... headers) {
        Api.patch(
                        "/parties/" + party,
                        Api.get("/parties/" + party).etag(),
                        Bodies.json("{}").put("name", name),
                        headers)
                .expect(200);
    }

    /** A question that is asked by another client while this one does something else. */
    private CompletableFuture<Client.Answer> beside(String path) {
        Client other = new Client("http://" + stream.getAuthority(), Api.KEY);
        return CompletableFuture.supplyAsync(() -> {
            try {
                return other.get(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private URI stream(String query) {
        return URI.create(stream + "?" + query);
    }

    @Test
    void theFeedOfOneRecordHasItsChangesAndNoOthers() {
        String party = Fixtures.created("parties", Fixtures.party());
        String cursor = now();
        Fixtures.created("parties", Fixtures.party());
        rename(party, "Renamed");
        String id = Api.get("/parties/" + party).textAt("/id");

        assertThat(Api.get("/changes?id=" + party).each("/items", "op")).containsExactly("created", "updated");
        assertThat(Api.get("/changes?id=" + id).at("/items")).hasSize(2);
        assertThat(Api.get("/parties/" + party + "/changes").text())
                .isEqualTo(Api.get("/changes?kind=party&id=" + id).text());
        Answer since = Api.get("/parties/" + party + "/changes?include=record&since=" + cursor);
        assertThat(since.each("/items", "op")).containsExactly("updated");
        assertThat(since.at("/items/0/record"))
                .isEqualTo(Api.get("/parties/" + party).json());
        assertThat(Api.get("/parties/" + party + "/changes?since=" + since.textAt("/cursor"))
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void aRecordThatIsGoneKeepsItsFeed() {
        String duplicate = Fixtures.created("parties", Fixtures.party());
        String survivor = Fixtures.created("parties", Fixtures.party());
        Api.postTo(
                        "/parties/" + duplicate + "/merge",
                        "\"r1\"",
                        Bodies.json("{into: '%s', changeReason: 'The same.'}", survivor))
                .expect(200);
        assertThat(Api.get("/parties/" + duplicate + "/changes").expect(200).each("/items", "op"))
                .containsExactly("created", "merged");
        String deleted = Fixtures.created("parties", Fixtures.party());
        Api.delete("/parties/" + deleted, "\"r1\"", "Never was.").expect(204);
        assertThat(Api.get("/parties/" + deleted + "/changes").expect(200).each("/items", "op"))
                .containsExactly("created", "deleted");
        assertNotFound(Api.get("/parties/no-such-party/changes"));
        assertNotFound(Api.get("/sources/" + deleted + "/changes"));
        assertMalformed(Api.get("/parties/" + deleted + "/changes?id=" + deleted), "id");
    }

    @Test
    void whoeverWantsOnlyWhatChangesTheRegistersWordIsSparedTheRest() {
        String party = Fixtures.created("parties", Fixtures.party());
        rename(party, "Spelled better", "X-Change-Type", "editorial");
        assertThat(Api.get("/parties/" + party + "/changes?significance=semantic")
                        .each("/items", "op"))
                .containsExactly("created");
        assertThat(Api.get("/parties/" + party + "/changes?significance=editorial")
                        .each("/items", "changeType"))
                .containsExactly("editorial");
    }

    @Test
    void aQuestionThatCannotBeAskedIsRefusedWithAllThatIsWrongWithIt() {
        assertMalformed(
                Api.get("/changes?wait=-1&kind=deal&id=nobody&significance=much&include=all&limit=0"),
                "limit",
                "wait",
                "include",
                "kind",
                "id",
                "significance");
        assertMalformed(Api.get("/changes?wait=31"), "wait");
        assertMalformed(Api.get("/changes?wait=soon"), "wait");
        assertMalformed(Api.get("/changes?id=no%20slug"), "id");
        assertMalformed(Api.get("/changes/stream?kind=deal"), "kind");
        assertMalformed(Api.get("/changes/stream?limit=1"), "limit");
        assertMalformed(Api.get("/changes/stream?since=x"), "since");
        assertMalformed(Api.get("/changes/stream", "Last-Event-ID", "x"), "Last-Event-ID");
    }

    @Test
    void aPlaceInAnotherHistoryIsGoneForStreamsToo() {
        FeedCursor here = FeedCursor.read("since", now());
        List<FeedCursor> elsewhere = List.of(
                new FeedCursor(java.util.UUID.randomUUID(), here.n(), here.hash()),
                new FeedCursor(here.logId(), here.n() + 1_000, here.hash()),
                new FeedCursor(here.logId(), here.n(), new byte[8]),
                new FeedCursor(here.logId(), 1, here.hash()),
                new FeedCursor(here.logId(), 0, here.hash()),
                new FeedCursor(here.logId(), -1, here.hash()));
        for (FeedCursor cursor : elsewhere) {
            assertProblem(Api.get("/changes?since=" + cursor.text()), 410, "cursor-gone");
            assertProblem(Api.get("/changes?wait=5&since=" + cursor.text()), 410, "cursor-gone");
            assertProblem(Api.get("/changes/stream?since=" + cursor.text()), 410, "cursor-gone");
            assertProblem(Api.get("/changes/stream", "Last-Event-ID", cursor.text()), 410, "cursor-gone");
        }
    }

    @Test
    void whoeverWaitsIsAnsweredAsSoonAsThereIsSomethingToTell() throws Exception {
        String party = Fixtures.created("parties", Fixtures.party());
        String cursor = now();
        CompletableFuture<Client.Answer> waiting =
                beside("/changes?wait=20&kind=party&id=" + party + "&since=" + cursor);
        Thread.sleep(300);
        Fixtures.created("parties", Fixtures.party());
        Thread.sleep(300);
        assertThat(waiting).isNotDone();
        rename(party, "Awaited");
        JsonNode answer = waiting.get(5, TimeUnit.SECONDS).json();
        assertThat(answer.at("/items")).hasSize(1);
        assertThat(answer.at("/items/0/slug").asText()).isEqualTo(party);
        assertThat(audience.size()).isZero();
    }

    @Test
    void whoeverWaitsForNothingIsToldSoWhenTheTimeIsUp() {
        String party = Fixtures.created("parties", Fixtures.party());
        String cursor = now();
        long before = System.nanoTime();
        Answer answer =
                Api.get("/parties/" + party + "/changes?wait=1&since=" + cursor).expect(200);
        assertThat(System.nanoTime() - before).isBetween(900_000_000L, 5_000_000_000L);
        assertThat(answer.at("/items")).isEmpty();
        Api.get("/changes?limit=1&wait=20").expect(200);
    }

    @Test
    void anEmptyPageIsUnchangedUntilSomethingIsWritten() {
        String path = "/changes?since=" + now();
        Answer first = Api.get(path).expect(200);
        assertThat(Api.get(path, "If-None-Match", first.etag()).status()).isEqualTo(304);
        Fixtures.created("parties", Fixtures.party());
        Answer second = Api.get(path, "If-None-Match", first.etag()).expect(200);
        assertThat(second.at("/items")).isNotEmpty();
        assertThat(second.etag()).isNotEqualTo(first.etag());
    }

    @Test
    void aStreamTellsEachChangeAndGoesOnWhereItWasCutOff() throws IOException {
        String party = Fixtures.created("parties", Fixtures.party());
        Events.Event last;
        try (Events events = Events.open(stream("since=now&id=" + party), null)) {
            assertThat(events.status()).isEqualTo(200);
            assertThat(events.header("Content-Type")).isEqualTo("text/event-stream");
            assertThat(events.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(events.header("Cache-Control")).isEqualTo("no-cache");
            // Names the place: whoever is cut off before the first change misses none either.
            Events.Event opening = events.next();
            assertThat(opening.id()).isNotNull();
            assertThat(opening.data()).isNull();
            Fixtures.created("parties", Fixtures.party());
            rename(party, "One");
            last = events.next();
            assertThat(last.name()).isEqualTo("change");
            JsonNode item = Bodies.json(last.data().getBytes(StandardCharsets.UTF_8));
            assertThat(item).isEqualTo(Api.get("/changes?id=" + party).at("/items/1"));
        }
        rename(party, "Two");
        rename(party, "Three\n\r\nin\u2028lines 🛩");
        try (Events events = Events.open(stream("since=now&include=record&id=" + party), last.id())) {
            assertThat(events.next().id()).isEqualTo(last.id());
            for (String name : List.of("Two", "Three\n\r\nin\u2028lines 🛩")) {
                JsonNode item = Bodies.json(events.next().data().getBytes(StandardCharsets.UTF_8));
                assertThat(item.at("/record/name").asText()).isEqualTo(name);
            }
        }
    }

    @Test
    void aStreamFromTheBeginningHasAllThatTheFeedHas() throws IOException {
        Fixtures.created("parties", Fixtures.party());
        long head = Api.head();
        try (Events events = Events.open(stream, null)) {
            events.next();
            for (long n = 1; n <= head; n++) {
                assertThat(events.next().data()).startsWith("{\"n\":" + n + ",");
            }
        }
    }

    @Test
    void whoeverGoesAwayLeavesNothingBehind() throws Exception {
        for (int i = 0; i < 50; i++) {
            Events events = Events.open(stream("since=now"), null);
            if (i % 2 == 0) {
                events.next();
            }
            events.close();
        }
        String cursor = now();
        for (int i = 0; i < 50; i++) {
            try (java.net.Socket socket = new java.net.Socket(stream.getHost(), stream.getPort())) {
                socket.getOutputStream()
                        .write(("GET /api/v1/changes?wait=30&since=" + cursor + " HTTP/1.1\r\nHost: here\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                Thread.sleep(5);
            }
        }
        for (int i = 0; i < 100 && audience.size() > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(audience.size()).isZero();
    }

    @Test
    void whoOnlyAsksWhatAStreamWouldBeLikeIsNotKept() {
        Answer head = Api.send("HEAD", "/changes/stream?since=now", null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo("text/event-stream");
        assertThat(audience.size()).isZero();
        Api.get("/changes?limit=1").expect(200);
    }

    @Test
    void severalRecordsAreFollowedAtOnceByIdOrSlug() {
        String one = Fixtures.created("parties", Fixtures.party());
        String other = Fixtures.created("sources", Fixtures.source());
        Fixtures.created("parties", Fixtures.party());
        String id = Api.get("/sources/" + other).textAt("/id");
        assertThat(Api.get("/changes?id=" + one + "&id=" + id).each("/items", "slug"))
                .containsExactly(one, other);
        assertMalformed(Api.get("/changes?kind=party&id=" + one + "&id=" + id), "id");
    }
}
