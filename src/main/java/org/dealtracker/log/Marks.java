package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Tells places in the log by their numbers. */
@ApplicationScoped
public class Marks {
    /** Before the first entry the chain begins with the hash of what the log is called, see the migration. */
    private static final String AT = """
            select h.log_id, e.at, coalesce(e.hash, sha256(uuid_send(h.log_id)))
            from log_head h left join log e on e.n = :n where :n between 0 and h.n""";

    private final Sql sql;
    private final Moments moments;

    Marks(Sql sql, Moments moments) {
        this.sql = sql;
        this.moments = moments;
    }

    /** The number of the log's last entry. */
    public long head() {
        return moments.head();
    }

    /** Empty for a number that lies ahead. */
    public Optional<Mark> at(long n) {
        return sql.query(AT).set("n", n).first(row -> {
            OffsetDateTime at = row.getObject(2, OffsetDateTime.class);
            return Mark.of(row.getObject(1, UUID.class), n, at == null ? null : at.toInstant(), row.getBytes(3));
        });
    }
}
