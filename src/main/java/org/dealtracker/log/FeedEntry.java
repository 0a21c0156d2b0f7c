package org.dealtracker.log;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.dealtracker.http.Code;
import org.dealtracker.http.ETags;
import org.dealtracker.http.Json;

/**
 * An entry of the feed, rendered once for all who read it.
 *
 * @param hash the entry's link in the chain, of which a cursor carries a piece
 */
record FeedEntry(HistoryRow row, byte[] hash, String json) {
    /** What {@link #of(ResultSet, int)} reads; {@code e} is the entry, {@code c} the one that made it necessary. */
    static final String COLUMNS = "e.n, e.at, e.kind, e.record_id, e.slug, e.revision, e.op, e.change_type, e.actor,"
            + " e.reason, e.changed, e.significance, c.n, c.kind, c.slug, e.hash";

    /** An entry as clients see it; with {@code include=record} the document as of that entry comes last. */
    private record Item(
            long n,
            Instant recordedAt,
            RecordKind kind,
            UUID id,
            String slug,
            int revision,
            Op op,
            ChangeType changeType,
            String actor,
            String reason,
            List<String> changed,
            Significance significance,
            HistoryRow.Cause cause,
            String etag) {}

    static FeedEntry of(HistoryRow row, byte[] hash) {
        Item item = new Item(
                row.n(),
                row.at(),
                row.kind(),
                row.recordId(),
                row.slug(),
                row.revision(),
                row.op(),
                row.changeType(),
                row.actor(),
                row.reason(),
                row.changed(),
                row.significance(),
                row.cause(),
                ETags.ofRevision(row.revision()));
        return new FeedEntry(row, hash, new String(Json.bytes(item), StandardCharsets.UTF_8));
    }

    /** @param first the column at which {@link #COLUMNS} begin */
    static FeedEntry of(ResultSet row, int first) throws SQLException {
        Long cause = row.getObject(first + 12, Long.class);
        HistoryRow read = new HistoryRow(
                row.getLong(first),
                row.getObject(first + 1, OffsetDateTime.class).toInstant(),
                Code.of(RecordKind.class, row.getString(first + 2)),
                row.getObject(first + 3, UUID.class),
                row.getString(first + 4),
                row.getInt(first + 5),
                Code.of(Op.class, row.getString(first + 6)),
                Code.of(ChangeType.class, row.getString(first + 7)),
                row.getString(first + 8),
                row.getString(first + 9),
                List.of((String[]) row.getArray(first + 10).getArray()),
                Code.of(Significance.class, row.getString(first + 11)),
                cause,
                cause == null ? null : Code.of(RecordKind.class, row.getString(first + 13)),
                row.getString(first + 14));
        return of(read, row.getBytes(first + 15));
    }

    long n() {
        return row.n();
    }

    FeedEntry with(byte[] document) {
        String record = new String(document, StandardCharsets.UTF_8);
        return new FeedEntry(row, hash, json.substring(0, json.length() - 1) + ",\"record\":" + record + "}");
    }
}
