package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dealtracker.support.Client;
import org.dealtracker.support.RunningRegister;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code kill -9} under load: of the service, of its database, and of both. Nothing that was acknowledged is lost. */
class KillIT {
    private static final int WRITERS = 8;
    private static final long LOAD_MILLIS = 2_500;

    private enum Victim {
        SERVICE,
        DATABASE,
        BOTH
    }

    private static RunningRegister register;
    private static final List<WriteLoad> LOADS = new ArrayList<>();
    /** Follow the feed while service and database are killed below them. */
    private static final List<Follower> THROUGHOUT = new ArrayList<>();

    private static List<Follower.Entry> entries;
    private static String cursor;
    private static FeedCheck check;

    @BeforeAll
    static void threeRounds() throws Exception {
        register = RunningRegister.embedded("kill").start();
        Client client = register.client();
        WriteLoad first = new WriteLoad(client, "p", false).prepare();
        LOADS.add(first);
        THROUGHOUT.add(new StreamFollower(client, 1));
        THROUGHOUT.add(new FeedFollower(client, "limit=100&wait=5"));
        THROUGHOUT.forEach(Thread::start);
        cursor = client.get("/changes?limit=3").json().get("cursor").asText();
        for (Victim victim : Victim.values()) {
            WriteLoad load = new WriteLoad(client, victim.name().toLowerCase(java.util.Locale.ROOT) + "-", false);
            LOADS.add(load);
            load.start(WRITERS);
            Thread.sleep(LOAD_MILLIS);
            kill(victim);
            if (victim == Victim.DATABASE) {
                // The service starts it again by itself, and writers go on.
                Thread.sleep(LOAD_MILLIS);
            }
            load.stop();
            if (victim != Victim.DATABASE) {
                register.start();
            }
            System.out.printf("KillIT %s: %s%n", victim, load.figures());
        }
        FeedFollower follower = new FeedFollower(client, 500);
        follower.start();
        follower.finish();
        for (Follower each : THROUGHOUT) {
            each.finish();
            System.out.printf("KillIT %s%n", each.lag());
        }
        entries = follower.entries;
        check = FeedCheck.of(follower.entries, LOADS);
        System.out.printf("KillIT: feed of %d entries%n", follower.entries.size());
    }

    private static void kill(Victim victim) {
        if (victim == Victim.DATABASE) {
            register.killDatabase();
            return;
        }
        ProcessHandle database = register.database();
        register.kill();
        if (victim == Victim.BOTH) {
            database.destroyForcibly();
            database.onExit().join();
        }
    }

    @AfterAll
    static void stop() {
        if (register != null) {
            register.close();
        }
    }

    @Test
    void whoeverFollowedThroughoutHasReadEachEntryOnce() {
        for (Follower follower : THROUGHOUT) {
            assertThat(follower.wrong).isEmpty();
            assertThat(follower.entries).as(follower.getName()).isEqualTo(entries);
        }
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingIsThereTwice() {
        assertThat(check.isSound()).as(check.toString()).isTrue();
        assertThat(LOADS).allSatisfy(load -> assertThat(load.acknowledged).isNotEmpty());
    }

    @Test
    void theChainOfHashesIsWhole() throws Exception {
        assertThat(ChainCheck.faults(register.app())).isEmpty();
    }

    @Test
    void aCursorFromBeforeStillContinues() throws Exception {
        assertThat(register.client()
                        .get("/changes?limit=1&since=" + cursor)
                        .json()
                        .at("/items/0/n")
                        .asLong())
                .isEqualTo(4);
    }

    @Test
    void whileTheDatabaseIsAwayClientsAreToldToTryAgain() {
        WriteLoad database = LOADS.get(1 + Victim.DATABASE.ordinal());
        assertThat(database.wrong).isEmpty();
        assertThat(database.statuses.keySet()).isSubsetOf(Set.of(200, 201, 204, 404, 409, 410, 412, 422, 503));
    }
}
