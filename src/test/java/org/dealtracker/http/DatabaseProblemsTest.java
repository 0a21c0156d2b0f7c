package org.dealtracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabaseProblemsTest {
    private static Optional<ProblemType> typeOf(Throwable thrown) {
        return DatabaseProblems.of(thrown).map(Problem::type);
    }

    @Test
    void aServerThatGoesAwayDuringTheCommitIsUnavailableThoughTheCauseIsOnlySuppressed() {
        RuntimeException commit = new RuntimeException("Could not commit transaction.");
        commit.addSuppressed(new IllegalStateException(new SQLException("terminating connection", "57P01")));
        assertThat(typeOf(new RuntimeException(commit))).contains(ProblemType.UNAVAILABLE);
    }

    @Test
    void aPoolWithoutAFreeConnectionIsUnavailable() {
        // The pool's own words, which begin its sentence in small letters or in capitals by where it gives up.
        assertThat(typeOf(new RuntimeException(new SQLException("Sorry, acquisition timeout!"))))
                .contains(ProblemType.UNAVAILABLE);
        assertThat(typeOf(new SQLException("Acquisition timeout while waiting for new connection")))
                .contains(ProblemType.UNAVAILABLE);
    }

    @Test
    void aUniqueViolationIsADuplicate() {
        assertThat(typeOf(new RuntimeException(new SQLException("duplicate key", "23505"))))
                .contains(ProblemType.DUPLICATE);
    }

    @Test
    void aFaultOfOursIsNotExcused() {
        assertThat(typeOf(new RuntimeException(new SQLException("syntax error", "42601"))))
                .isEmpty();
        assertThat(typeOf(new NullPointerException())).isEmpty();
    }

    @Test
    void exceptionsThatNameEachOtherEnd() {
        RuntimeException one = new RuntimeException("one");
        RuntimeException other = new RuntimeException("other", one);
        one.addSuppressed(other);
        assertThat(typeOf(one)).isEmpty();
    }
}
