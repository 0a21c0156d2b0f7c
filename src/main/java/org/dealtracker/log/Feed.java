package org.dealtracker.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dealtracker.http.Cursor;
import org.dealtracker.http.ETags;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;

/**
 * The feed of changes: the log's entries in their order. A cursor names the log, the number of the last entry seen and
 * a piece of its hash, so that a client of a log that was since replaced or rolled back is told so (410) instead of
 * being given a history that does not continue its own.
 */
@ApplicationScoped
class Feed {
    private static final int HASH_PIECE = 8;
    /** A page ends here even if the limit allows more entries. */
    private static final int LARGEST_PAGE = 4 * 1024 * 1024;

    private final Entries entries;
    private final Sql sql;

    Feed(Entries entries, Sql sql) {
        this.entries = entries;
        this.sql = sql;
    }

    /** An entry as clients see it; {@code record} is the document as of that entry, on request. */
    record Item(
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
            String etag,

            @JsonRawValue @JsonInclude(JsonInclude.Include.NON_NULL)
            String record) {

        static Item of(HistoryRow row, String record) {
            return new Item(
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
                    ETags.ofRevision(row.revision()),
                    record);
        }
    }

    /** A page of the feed. {@code cursor} goes into the next call as {@code since}, whether or not there were items. */
    record FeedPage(List<Item> items, String cursor, long head) {}

    FeedPage page(String since, int limit, Set<RecordKind> kinds, boolean withRecords) {
        LogHead head = entries.head();
        if ("now".equals(since)) {
            return new FeedPage(List.of(), cursor(head.logId, head.n, head.hash), head.n);
        }
        long from = since == null ? 0 : position(since, head);
        List<HistoryRow> rows = entries.after(from, head.n, kinds, Limit.of(limit));
        List<Item> items = withRecords
                ? withRecords(rows)
                : rows.stream().map(row -> Item.of(row, null)).toList();
        boolean whole = items.size() == rows.size() && rows.size() < limit;
        long last = whole ? head.n : items.get(items.size() - 1).n();
        // An empty page repeats the cursor: what a client holds stays the same until something happens.
        String cursor = last == from && since != null ? since : cursor(head.logId, last, hash(last, head));
        return new FeedPage(items, cursor, head.n);
    }

    private List<Item> withRecords(List<HistoryRow> rows) {
        List<Long> numbers = new ArrayList<>();
        long size = 0;
        for (Size entry : sizes(rows)) {
            size += entry.length();
            if (size > LARGEST_PAGE && !numbers.isEmpty()) {
                break;
            }
            numbers.add(entry.n());
        }
        Map<Long, byte[]> documents = new HashMap<>();
        entries.documents(numbers).forEach(entry -> documents.put(entry.n(), entry.document()));
        return rows.stream()
                .limit(numbers.size())
                .map(row -> Item.of(row, new String(documents.get(row.n()), StandardCharsets.UTF_8)))
                .toList();
    }

    private record Size(long n, int length) {}

    private List<Size> sizes(List<HistoryRow> rows) {
        return sql.query("select n, octet_length(document) from log where n = any(:numbers) order by n")
                .set("numbers", rows.stream().map(HistoryRow::n).toList())
                .list(row -> new Size(row.getLong(1), row.getInt(2)));
    }

    private byte[] hash(long n, LogHead head) {
        return n == head.n
                ? head.hash
                : n == 0 ? genesis(head.logId) : entries.hashOf(n).orElseThrow();
    }

    private static byte[] genesis(UUID logId) {
        return Cursor.sha256(bytes(logId));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String cursor(UUID logId, long n, byte[] hash) {
        return Cursor.encode(ByteBuffer.allocate(16 + 8 + HASH_PIECE)
                .put(bytes(logId))
                .putLong(n)
                .put(hash, 0, HASH_PIECE)
                .array());
    }

    /** @throws Problem 400 when this is no cursor of a feed, 410 when it is one of another history */
    private long position(String since, LogHead head) {
        byte[] content = Cursor.decode("since", since);
        if (content.length != 16 + 8 + HASH_PIECE) {
            throw Problem.badParameter("since", "'since' is not a cursor that the feed gave.");
        }
        long n = ByteBuffer.wrap(content).getLong(16);
        boolean ours = Arrays.equals(bytes(head.logId), Arrays.copyOf(content, 16)) && n >= 0 && n <= head.n;
        byte[] piece = Arrays.copyOfRange(content, 24, content.length);
        if (!ours || !Arrays.equals(piece, Arrays.copyOf(hash(n, head), HASH_PIECE))) {
            throw new Problem(
                    ProblemType.CURSOR_GONE,
                    "This cursor belongs to another log, or to a history that was rolled back here."
                            + " Begin again without 'since'.");
        }
        return n;
    }
}
