package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.dealtracker.support.Client;
import org.dealtracker.support.RunningRegister;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Sixteen writers beside slow and rolled-back transactions; followers that read by pages of one, seven and a thousand,
 * that wait for pages, and that read a stream and drop it every few seconds; the packaged service. For how long is
 * {@code -Dstress.seconds}. {@link SequenceMutantIT} shows that the same check finds a log whose numbers come from a
 * sequence.
 */
class FeedIT {
    private static final int SECONDS = Integer.getInteger("stress.seconds", 60);
    private static final int WRITERS = 16;

    private static RunningRegister register;
    private static Client client;
    private static WriteLoad load;
    private static FeedFollower bySevens;
    private static List<Follower> followers;
    private static List<String> disturbed;

    @BeforeAll
    static void writeAndFollow() throws Exception {
        register = RunningRegister.onTheTestsDatabase("feed").start();
        client = register.client();
        load = new WriteLoad(client, "w", true).prepare();
        bySevens = new FeedFollower(client, 7);
        followers = List.of(
                bySevens,
                new FeedFollower(client, 1),
                new FeedFollower(client, 1_000),
                new FeedFollower(client, "limit=100&wait=20"),
                new StreamFollower(client, 1),
                new StreamFollower(client, 2),
                new StreamFollower(client, 3));
        followers.forEach(Thread::start);
        try (Disturbance disturbance = Disturbance.start(register.app())) {
            load.start(WRITERS);
            Thread.sleep(SECONDS * 1_000L);
            load.stop();
            disturbed = List.copyOf(disturbance.wrong);
        }
        for (Follower follower : followers) {
            follower.finish();
        }
        System.out.printf("FeedIT: %s%n", load.figures());
        followers.forEach(follower -> System.out.printf("FeedIT: %s%n", follower.lag()));
    }

    @AfterAll
    static void stop() {
        if (register != null) {
            register.close();
        }
    }

    @Test
    void everyAcknowledgedWriteIsInTheFeedOnceAndInOrder() {
        for (Follower follower : followers) {
            FeedCheck check = FeedCheck.of(follower.entries, List.of(load));
            assertThat(check.isSound()).as(follower.getName() + "\n" + check).isTrue();
            assertThat(check.strangers()).isEmpty();
            assertThat(follower.wrong).isEmpty();
        }
        assertThat(load.acknowledged).hasSizeGreaterThan(SECONDS * 10);
    }

    @Test
    void allFollowersReadTheSame() {
        for (Follower follower : followers) {
            assertThat(follower.entries).as(follower.getName()).isEqualTo(bySevens.entries);
        }
    }

    @Test
    void streamsWereDroppedAgainAndAgain() {
        assertThat(followers)
                .filteredOn(StreamFollower.class::isInstance)
                .allMatch(follower -> ((StreamFollower) follower).connections > SECONDS / 6);
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
        FeedFollower follower = bySevens;
        Random random = new Random(1);
        int compared = 0;
        for (int i = 0; i < 60; i++) {
            int at = random.nextInt(follower.cursors.size());
            int index = follower.cursorsAfter.get(at);
            if (index == follower.entries.size()
                    || follower.entries.get(index).op().equals("deleted")) {
                continue;
            }
            Follower.Entry entry = follower.entries.get(index);
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
}
