package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The feed's entries as the database has them. Not through a session: who follows the log has no request around him. */
@ApplicationScoped
class FeedRows {
    private static final String AFTER = "select " + FeedEntry.COLUMNS
            + " from log e left join log c on c.n = e.cause where e.n > :since and e.n <= :until%s"
            + " order by e.n limit :most";

    private static final String AFTER_WITH_HEAD = "select h.log_id, h.n, h.at, h.hash, b.hash, " + FeedEntry.COLUMNS
            + " from log_head h left join log b on b.n = :since"
            + " left join log e on e.n > :since and e.n <= h.n left join log c on c.n = e.cause"
            + " order by e.n limit :most";

    private final Sql sql;

    FeedRows(Sql sql) {
        this.sql = sql;
    }

    /** Where the log ends. */
    record Head(UUID logId, long n, Instant at, byte[] hash) {
        private static Head of(ResultSet row) throws SQLException {
            return new Head(
                    row.getObject(1, UUID.class),
                    row.getLong(2),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    row.getBytes(4));
        }
    }

    /**
     * What came after an entry, all read as of one instant.
     *
     * @param before the hash of that entry as it now stands; null where there is none
     * @param entries the first ones, in their order
     */
    record News(Head head, byte[] before, List<FeedEntry> entries) {}

    private record Line(Head head, byte[] before, FeedEntry entry) {}

    Head head() {
        return sql.query("select log_id, n, at, hash from log_head")
                .first(Head::of)
                .orElseThrow();
    }

    News newsSince(long n, int most) {
        List<Line> lines = sql.query(AFTER_WITH_HEAD)
                .set("since", n)
                .set("most", most)
                .list(row -> new Line(
                        Head.of(row), row.getBytes(5), row.getObject(6) == null ? null : FeedEntry.of(row, 6)));
        List<FeedEntry> entries = new ArrayList<>();
        lines.stream().map(Line::entry).filter(entry -> entry != null).forEach(entries::add);
        return new News(lines.get(0).head(), lines.get(0).before(), entries);
    }

    /** @param until the last number that may be answered, which fixes what this is as of */
    List<FeedEntry> after(long since, long until, FeedFilter filter, int most) {
        return filter.bind(sql.query(AFTER.formatted(filter.sql())))
                .set("since", since)
                .set("until", until)
                .set("most", most)
                .list(row -> FeedEntry.of(row, 1));
    }

    Optional<byte[]> hashOf(long n) {
        return sql.query("select hash from log where n = :n").set("n", n).first(row -> row.getBytes(1));
    }

    private record Size(long n, int length) {}

    /** The first entries with their documents, as many as fit into a number of bytes, but always one. */
    List<FeedEntry> withDocuments(List<FeedEntry> entries, int bytes) {
        List<Long> numbers = new ArrayList<>();
        long size = 0;
        for (Size each : sizes(entries)) {
            size += each.length();
            if (size > bytes && !numbers.isEmpty()) {
                break;
            }
            numbers.add(each.n());
        }
        Map<Long, byte[]> documents = new HashMap<>();
        sql.query("select n, document from log where n = any(:numbers)")
                .set("numbers", numbers)
                .list(row -> documents.put(row.getLong(1), row.getBytes(2)));
        return entries.stream()
                .limit(numbers.size())
                .map(entry -> entry.with(documents.get(entry.n())))
                .toList();
    }

    private List<Size> sizes(List<FeedEntry> entries) {
        return sql.query("select n, octet_length(document) from log where n = any(:numbers) order by n")
                .set("numbers", entries.stream().map(FeedEntry::n).toList())
                .list(row -> new Size(row.getLong(1), row.getInt(2)));
    }

    /** The ids of the records of some kinds that have any of some ids or slugs, by what they were asked for by. */
    Map<String, List<UUID>> ids(List<String> references, Set<RecordKind> kinds) {
        Map<String, List<UUID>> found = new HashMap<>();
        if (!references.isEmpty()) {
            sql.query("""
                            select r.id::text, r.id from record r
                            where r.id = any(cast(:ids as uuid[])) and r.kind = any(:kinds)
                            union
                            select r.slug, r.id from record r
                            where r.slug = any(:references) and r.kind = any(:kinds)""")
                    .set("references", references)
                    .set("ids", references.stream().filter(References::isId).toList())
                    .set("kinds", kinds.stream().map(RecordKind::code).toList())
                    .list(row -> found.computeIfAbsent(row.getString(1), reference -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class)));
        }
        return found;
    }
}
