package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dealtracker.http.Code;

/**
 * What became of records between two entries of the log. Whether one came or went is told from the entries alone; only
 * where a record may have been changed and changed back its documents are compared ({@link ChangedBack}).
 */
@ApplicationScoped
public class Between {
    /**
     * A row for each record that has entries in between. An entry that names the whole record ({@code ''}) and creates or
     * restores it brings back what was not there.
     */
    static final String TOUCHED = """
            select e.record_id, e.kind, e.slug, min(e.revision) - 1 as was, max(e.revision) as now, max(e.n) as last,
                count(*) as entries,
                coalesce(min(e.n) filter (where e.op = 'created' or e.op = 'restored' and e.changed[1] = '')
                    = min(e.n), false) as came,
                coalesce(max(e.n) filter (where e.op in ('deleted', 'merged')) = max(e.n), false) as went,
                coalesce(max(e.n) filter (where e.op = 'merged') = max(e.n), false) as merged,
                bool_or(e.change_type = 'correction' and e.significance = 'semantic') as corrected,
                bool_and(e.significance = 'editorial') as editorial,
                bool_and(e.op = 'rederived') as rederived
            from log e where e.n > :from and e.n <= :to and e.kind = any(:kinds)
            group by e.record_id, e.kind, e.slug
            having cast(:significance as text) is null or bool_or(e.significance = :significance)""";

    private static final String COUNTED = """
            select kind,
                count(*) filter (where came and not went),
                count(*) filter (where not came and went and not merged),
                count(*) filter (where not came and merged),
                count(*) filter (where stayed and not back),
                count(*) filter (where stayed and not back and corrected),
                count(*) filter (where stayed and not back and editorial),
                count(*) filter (where stayed and not back and rederived),
                count(*) filter (where back),
                count(*) filter (where came and went)
            from (
                select t.*, not came and not went as stayed,
                    record_id in (select unnest(cast(:back as uuid[]))) as back
                from (%s) as t) as told
            group by kind""".formatted(TOUCHED);

    private static final String PAGE = """
            select t.record_id, t.kind, t.slug, t.was, t.now, t.last, t.came, t.went, t.merged,
                (select title from listing where record_id = t.record_id and from_n <= :to order by from_n desc limit 1)
            from (%s) as t
            where not (came and went) and record_id not in (select unnest(cast(:back as uuid[])))
                and (kind collate "C", slug collate "C") > (:kind, :slug)
            order by kind collate "C", slug collate "C" limit :most""".formatted(TOUCHED);

    private final Sql sql;
    private final ChangedBack changedBack;

    Between(Sql sql, ChangedBack changedBack) {
        this.sql = sql;
        this.changedBack = changedBack;
    }

    /** The entries after {@code from}, up to {@code to}. */
    public record Span(long from, long to) {}

    /**
     * Which records are told of.
     *
     * @param significance that one of their entries in between must have; null for either
     */
    public record Which(Set<RecordKind> kinds, Significance significance) {}

    /**
     * How many records of a kind.
     *
     * @param corrected of the changed ones, those with a correction among their entries
     * @param editorial of the changed ones, those of which only the wording changed
     * @param rederived of the changed ones, those that changed only because others did
     * @param changedBack those that say at the end what they said at the beginning
     * @param createdAndRemoved those that came and went in between, and are at neither end
     */
    public record Counts(
            int added,
            int removed,
            int merged,
            int changed,
            int corrected,
            int editorial,
            int rederived,
            int changedBack,
            int createdAndRemoved) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

        /** How many there are to be told of one by one. */
        public int different() {
            return added + removed + merged + changed;
        }
    }

    /**
     * A record that is not what it was.
     *
     * @param title as of the end; of one that is gone what it was called last
     * @param was the revision at the beginning; of one that was not there the revision before it came, 0 for none
     * @param now the revision at the end, which is a tombstone's if the record is gone
     * @param last the entry that made that revision
     */
    public record Touched(UUID id, RecordKind kind, String slug, String title, int was, int now, long last, Fate fate) {
        /** Where this record stands among all. */
        public Place place() {
            return new Place(kind.code(), slug);
        }
    }

    /** A place in the order by kind and slug. */
    public record Place(String kind, String slug) {
        public static final Place BEGINNING = new Place("", "");
    }

    /** The counts of each kind that was asked for. */
    public Map<RecordKind, Counts> counts(Span span, Which which) {
        Map<RecordKind, Counts> counts = new EnumMap<>(RecordKind.class);
        which.kinds().forEach(kind -> counts.put(kind, Counts.NONE));
        ask(COUNTED, span, which).list(row -> counts.put(Code.of(RecordKind.class, row.getString(1)), counts(row)));
        return counts;
    }

    /** The next records after a place, in the order of kind and slug. */
    public List<Touched> page(Span span, Which which, Place after, int most) {
        return ask(PAGE, span, which)
                .set("kind", after.kind())
                .set("slug", after.slug())
                .set("most", most)
                .list(Between::touched);
    }

    private Sql.Query ask(String text, Span span, Which which) {
        List<String> back = changedBack.in(span).stream().map(UUID::toString).toList();
        return bound(sql.query(text), span, which).set("back", back);
    }

    static Sql.Query bound(Sql.Query query, Span span, Which which) {
        Significance significance = which.significance();
        return query.plannedForItsValues()
                .set("from", span.from())
                .set("to", span.to())
                .set("kinds", which.kinds().stream().map(RecordKind::code).toList())
                .set("significance", significance == null ? null : significance.code());
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getInt(10));
    }

    private static Touched touched(ResultSet row) throws SQLException {
        boolean merged = row.getBoolean(9);
        boolean came = row.getBoolean(7);
        boolean went = row.getBoolean(8);
        return new Touched(
                row.getObject(1, UUID.class),
                Code.of(RecordKind.class, row.getString(2)),
                row.getString(3),
                row.getString(10),
                row.getInt(4),
                row.getInt(5),
                row.getLong(6),
                came ? Fate.ADDED : merged ? Fate.MERGED : went ? Fate.REMOVED : Fate.CHANGED);
    }
}
