package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dealtracker.support.Client;
import org.dealtracker.support.RunningRegister;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Sixteen writers beside slow and rolled-back transactions, three followers of the feed, the packaged service. For how
 * long is {@code -Dstress.seconds}. {@link SequenceMutantIT} shows that the same check finds a log whose
 * numbers come from a sequence.
 */
class FeedIT {
    private static final int SECONDS = Integer.getInteger("stress.seconds", 10);
    private static final int WRITERS = 16;

    private static RunningRegister register;
    private static Client client;
    private static WriteLoad load;
    private static List<FeedFollower> followers;
    private static List<String> disturbed;

    @BeforeAll
    static void writeAndFollow() throws Exception {
        register = RunningRegister.onTheTestsDatabase("feed").start();
        client = register.client();
        load = new WriteLoad(client, "w", true).prepare();
        followers = Stream.of(7, 100, 1_000)
                .map(limit -> new FeedFollower(client, limit))
                .toList();
        followers.forEach(Thread::start);
        try (Disturbance disturbance = Disturbance.start(register.app())) {
            load.start(WRITERS);
            Thread.sleep(SECONDS * 1_000L);
            load.stop();
            disturbed = List.copyOf(disturbance.wrong);
        }
        for (FeedFollower follower : followers) {
            follower.finish();
        }
        System.out.printf("FeedIT: %s; feed %s%n", load.figures(), lag());
    }

    @AfterAll
    static void stop() {
        if (register != null) {
            register.close();
        }
    }

    @Test
    void everyAcknowledgedWriteIsInTheFeedOnceAndInOrder() {
        for (FeedFollower follower : followers) {
            FeedCheck check = FeedCheck.of(follower.entries, List.of(load));
            assertThat(check.isSound()).as(follower.getName() + "\n" + check).isTrue();
            assertThat(check.strangers()).isEmpty();
            assertThat(follower.wrong).isEmpty();
        }
        assertThat(load.acknowledged).hasSizeGreaterThan(SECONDS * 10);
    }

    @Test
    void allFollowersReadTheSame() {
        assertThat(followers.get(1).entries).isEqualTo(followers.get(0).entries);
        assertThat(followers.get(2).entries).isEqualTo(followers.get(0).entries);
    }

    @Test
    void nobodyIsAnsweredThatSomethingWentWrong() {
        assertThat(load.wrong).isEmpty();
        assertThat(disturbed).isEmpty();
        assertThat(load.statuses.keySet())
                .contains(200, 201, 204, 409, 412, 422)
                .isSubsetOf(200, 201, 204, 404, 409, 410, 412, 422, 503);
    }

    @Test
    void theChainOfHashesIsWhole() throws Exception {
        assertThat(ChainCheck.faults(register.app())).isEmpty();
    }

    @Test
    void aRecordAsOfANumberHasTheBytesThatTheFeedGaveForIt() throws IOException {
        FeedFollower follower = followers.get(0);
        Random random = new Random(1);
        int compared = 0;
        for (int i = 0; i < 60; i++) {
            int at = random.nextInt(follower.cursors.size());
            int index = follower.cursorsAfter.get(at);
            if (index == follower.entries.size()
                    || follower.entries.get(index).op().equals("deleted")) {
                continue;
            }
            FeedFollower.Entry entry = follower.entries.get(index);
            Client.Answer answer = client.get("/changes?include=record&limit=1&since=" + follower.cursors.get(at));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            String page = answer.text();
            String kind = answer.json().at("/items/0/kind").asText();
            Client.Answer then = client.get("/"
                    + List.of("agreements", "parties", "sources")
                            .get(List.of("agreement", "party", "source").indexOf(kind))
                    + "/" + entry.id() + "?asOfSeq=" + entry.n());
            assertThat(then.status()).isEqualTo(200);
            assertThat(page).contains("\"n\":" + entry.n() + ",");
            assertThat(page)
                    .contains("\"record\":" + new String(then.response().body(), StandardCharsets.UTF_8) + "}]");
            compared++;
        }
        assertThat(compared).isGreaterThan(30);
    }

    /** From the moment a writer had its answer to the moment the quickest follower had the entry. */
    private static String lag() {
        FeedFollower follower = followers.get(2);
        List<Long> micros = new ArrayList<>();
        for (WriteLoad.Acknowledged write : load.acknowledged) {
            if (write.n() > 0 && write.n() <= follower.seenAt.size()) {
                micros.add(Math.max(0, follower.seenAt.get((int) write.n() - 1) - write.at()) / 1_000);
            }
        }
        micros.sort(null);
        return "of %d entries, lag p50 %.1f ms, p99 %.1f ms, most %.1f ms"
                .formatted(
                        follower.entries.size(),
                        micros.get(micros.size() / 2) / 1e3,
                        micros.get(micros.size() * 99 / 100) / 1e3,
                        micros.get(micros.size() - 1) / 1e3);
    }
}
