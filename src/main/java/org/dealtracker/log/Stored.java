package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.dealtracker.http.Code;

/**
 * The newest document of a record by its key, together with the log's head as of the same instant: one statement. It
 * is what clients ask most.
 */
@ApplicationScoped
class Stored {
    private static final String NOW = """
            select h.n, r.id, r.slug, r.revision, l.op, l.n, l.at%s
            from log_head h cross join record r join log l on l.n = r.n
            where r.kind = :kind and r.%s = :reference""";

    private static final String BY_SLUG = NOW.formatted(", l.document", "slug");
    private static final String BY_ID = NOW.formatted(", l.document", "id");
    private static final String TAG_BY_SLUG = NOW.formatted("", "slug");
    private static final String TAG_BY_ID = NOW.formatted("", "id");

    private final Sql sql;

    Stored(Sql sql) {
        this.sql = sql;
    }

    Optional<Served> now(RecordKind kind, String reference) {
        return find(kind, reference, BY_SLUG, BY_ID, true);
    }

    /** The same without the document: enough to tell whether a client's copy is current. */
    Optional<Served> tag(RecordKind kind, String reference) {
        return find(kind, reference, TAG_BY_SLUG, TAG_BY_ID, false);
    }

    private Optional<Served> find(RecordKind kind, String reference, String bySlug, String byId, boolean document) {
        boolean isId = References.isId(reference);
        return sql.query(isId ? byId : bySlug)
                .set("kind", kind.code())
                .set("reference", isId ? UUID.fromString(reference) : reference)
                .first(row -> served(kind, row, document));
    }

    private static Served served(RecordKind kind, ResultSet row, boolean document) throws SQLException {
        return new Served(
                row.getLong(1),
                kind,
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getInt(4),
                Code.of(Op.class, row.getString(5)),
                row.getLong(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                document ? row.getBytes(8) : null);
    }
}
