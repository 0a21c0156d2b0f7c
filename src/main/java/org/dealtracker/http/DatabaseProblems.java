package org.dealtracker.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** What a failure of the database is for a client, told by PostgreSQL's error codes (its manual, appendix A). */
final class DatabaseProblems {
    private static final Logger LOG = Logger.getLogger(DatabaseProblems.class);

    private static final String UNIQUE_VIOLATION = "23505";

    /**
     * 55P03 lock not available, 57014 cancelled, 57Pxx shutting down, 40xxx rolled back, 08xxx connection, 53xxx out of
     * resources, 25P0x a transaction that waited too long.
     */
    private static final String PASSING = "55P03|57014|57P..|40...|08...|53...|25P0[34]";

    private DatabaseProblems() {}

    /** The problem behind a failure; empty when the database had no part in it, or is not to be excused. */
    static Optional<Problem> of(Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> left = new ArrayDeque<>(Set.of(thrown));
        while (!left.isEmpty()) {
            Throwable next = left.poll();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return Optional.of(new Problem(
                        ProblemType.DUPLICATE,
                        "Another request has just recorded what may be here only once; read it and decide again."));
            }
            if (passes(next)) {
                LOG.warnf("The database could not serve a request: %s", next.getMessage());
                return Optional.of(
                        new Problem(ProblemType.UNAVAILABLE, "The database is busy or away; try again shortly.")
                                .header(HttpHeaders.RETRY_AFTER, "2"));
            }
            if (next.getCause() != null) {
                left.add(next.getCause());
            }
            // A commit that fails hides the driver's word there and leaves the cause empty.
            left.addAll(List.of(next.getSuppressed()));
        }
        return Optional.empty();
    }

    private static boolean passes(Throwable thrown) {
        if (thrown instanceof SQLException sql) {
            String message = sql.getMessage();
            return sql instanceof SQLTransientException
                    || sql.getSQLState() != null && sql.getSQLState().matches(PASSING)
                    || message != null && message.toLowerCase(Locale.ROOT).contains("acquisition timeout");
        }
        return thrown.getClass().getName().contains("AcquisitionTimeout");
    }
}
