package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Events;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;

/** Readers who go away in the middle, or stop reading: nothing of them stays, and they lose nothing. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class GoneReadersIT {
    private static final int READERS = Integer.getInteger("gone.readers", 10_000);

    @TestHTTPResource("/api/v1/changes")
    URI feed;

    @Inject
    Audience audience;

    private static void await(Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 200 && !condition.call(); i++) {
            Thread.sleep(50);
        }
    }

    /** Files that this process has open, of which connections are some. */
    private static long open() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    private void ask(String request, boolean reads) throws IOException {
        try (Socket socket = new Socket(feed.getHost(), feed.getPort())) {
            socket.getOutputStream()
                    .write(("GET /api/v1/changes" + request + " HTTP/1.1\r\nHost: here\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            if (reads) {
                socket.getInputStream().readNBytes(200);
            }
        }
    }

    @Test
    void tenThousandWhoGoAwayLeaveNothingBehind() throws Exception {
        String cursor = Api.get("/changes?since=now").textAt("/cursor");
        long before = open();
        Random random = new Random(1);
        int most = 0;
        for (int i = 0; i < READERS; i++) {
            switch (random.nextInt(4)) {
                case 0 -> ask("?wait=30&since=" + cursor, false);
                case 1 -> ask("/stream?since=" + cursor, false);
                case 2 -> ask("/stream?since=" + cursor, true);
                default -> ask("/stream?include=record", true);
            }
            if (i % 1_000 == 0) {
                Fixtures.created("parties", Fixtures.party());
                cursor = Api.get("/changes?since=now").textAt("/cursor");
            }
            most = Math.max(most, audience.size());
        }
        await(() -> audience.size() == 0 && open() < before + 20);
        System.out.printf(
                "GoneReadersIT: of %d readers at most %d were there at once, %d stayed; open files %d before, %d after%n",
                READERS, most, audience.size(), before, open());
        assertThat(most).isPositive();
        assertThat(audience.size()).isZero();
        assertThat(open()).isLessThan(before + 20);
    }

    @Test
    void whoeverStopsReadingIsCutOffAndGoesOnLaterWithoutALoss() throws Exception {
        String text = "x".repeat(9_000);
        String source = Fixtures.created("sources", Fixtures.source());
        String term = "{type: 'other', text: '%s', citations: [{source: '%s'}]}".formatted(text, source);
        String deal = Fixtures.created(
                "agreements",
                Bodies.with(
                        Fixtures.rumour(),
                        "/terms",
                        "[" + String.join(",", java.util.Collections.nCopies(80, term)) + "]"));
        for (int i = 0; i < 20; i++) {
            Answer now = Api.get("/agreements/" + deal);
            Api.patch("/agreements/" + deal, now.etag(), Bodies.json("{title: 'Title %d'}", i))
                    .expect(200);
        }
        URI stream = URI.create(feed + "/stream?include=record&id=" + deal);
        String last;
        try (Events events = Events.openNarrow(stream)) {
            last = events.next().id();
            long before = System.nanoTime();
            await(() -> audience.size() == 0);
            assertThat(audience.size()).as("while it may still come back").isEqualTo(1);
            for (int i = 0; i < 4 && audience.size() > 0; i++) {
                await(() -> audience.size() == 0);
            }
            System.out.printf("GoneReadersIT: cut off after %.0f s%n", (System.nanoTime() - before) / 1e9);
            assertThat(audience.size()).isZero();
        }
        try (Events events = Events.open(stream, last)) {
            events.next();
            for (int revision = 1; revision <= 21; revision++) {
                assertThat(Bodies.json(events.next().data().getBytes(StandardCharsets.UTF_8))
                                .at("/record/revision")
                                .asInt())
                        .isEqualTo(revision);
            }
        }
        await(() -> audience.size() == 0);
        assertThat(audience.size()).isZero();
    }
}
