package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.dealtracker.support.Api;
import org.dealtracker.support.Client;
import org.dealtracker.support.Login;
import org.dealtracker.support.RegisterDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * The mutant of {@link FeedIT}: numbers come from a sequence, given before the commit instead of under the head's lock.
 * The same check must find it out, or it would prove nothing of the log as it is.
 */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
@TestProfile(SequenceMutantIT.Mutated.class)
class SequenceMutantIT {
    private static final int SECONDS = 5;
    private static final int WRITERS = 16;

    public static class Mutated implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(NumbersFromASequence.class);
        }
    }

    /** The log as one writes it first: a number from a sequence, then the work, then the commit. */
    @Alternative
    @Singleton
    static class NumbersFromASequence extends Log {
        NumbersFromASequence(Sql sql) {
            super(sql);
        }

        @Override
        Head head(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select nextval('mutant') - 1, hash, clock_timestamp() from log_head")) {
                row.next();
                Head head = new Head(
                        row.getLong(1),
                        row.getBytes(2),
                        row.getObject(3, OffsetDateTime.class).toInstant());
                Thread.sleep(ThreadLocalRandom.current().nextInt(20));
                return head;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void theSameCheckFindsThatASequenceLosesEntries() throws Exception {
        owner().execute(
                        "create sequence mutant",
                        "grant usage on sequence mutant to public",
                        "drop trigger log_head_forward on log_head");
        Client client = new Client("http://127.0.0.1:" + RestAssured.port, Api.KEY);
        WriteLoad load = new WriteLoad(client, "m", false).prepare();
        FeedFollower follower = new FeedFollower(client, 100);
        follower.start();
        load.start(WRITERS);
        Thread.sleep(SECONDS * 1_000L);
        load.stop();
        follower.interrupt();
        follower.join(10_000);

        FeedCheck check = FeedCheck.of(follower.entries, List.of(load));
        System.out.printf(
                "SequenceMutantIT: of %d acknowledged writes the follower missed %d; %d out of order; chain faults %d%n",
                load.acknowledged.size(),
                check.missing.size(),
                check.disordered.size(),
                ChainCheck.faults(owner()).size());
        assertThat(check.isSound()).isFalse();
        assertThat(check.missing).isNotEmpty();
        assertThat(ChainCheck.faults(owner())).isNotEmpty();
    }

    private static Login owner() {
        return new Login(
                value("quarkus.datasource.jdbc.url"),
                value("quarkus.flyway.username"),
                value("quarkus.flyway.password"));
    }

    private static String value(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
