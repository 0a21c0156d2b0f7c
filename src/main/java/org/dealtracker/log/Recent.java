package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.dealtracker.http.Code;

/** The newest entries of the log, newest first, for who tells people what happened: each with what it changed. */
@ApplicationScoped
public class Recent {
    private static final String ENTRIES = """
            select e.n, e.at, e.kind, e.slug, e.revision, e.op, e.change_type, e.significance, e.actor, e.reason,
                octet_length(e.document), c.kind, c.slug, c.op
            from log e left join log c on c.n = e.cause""";

    private static final String WANTED = """
             e.n < :before and (not :semantic or e.significance = 'semantic')
            order by e.n desc limit :most""";

    private static final String OF_ALL = ENTRIES + " where" + WANTED;

    private static final String OF_RECORD = ENTRIES + " where e.record_id = :id and" + WANTED;

    /** A revision names whom it refers to; the one in which a reference ended is the one that no longer does. */
    private static final String OF_PARTY = """
            with named (n) as (
                select e.n from reference f
                join record r on r.id = f.from_id and r.kind = 'agreement'
                join log e on e.record_id = f.from_id and e.revision >= f.from_revision
                    and (f.to_revision is null or e.revision <= f.to_revision)
                where f.to_id = :id
                union
                select e.n from log e where e.record_id = :id)
            """ + ENTRIES + " join named on named.n = e.n where" + WANTED;

    private static final String DOCUMENTS = """
            select e.n, e.document, p.document
            from log e left join log p on p.record_id = e.record_id and p.revision = e.revision - 1
            where e.n = any(:numbers) order by e.n desc""";

    /** As of the entry; of what the same write recorded only after it, as it then was. */
    private static final String NAMES = """
            select w.n, w.kind, w.slug, l.title, case when w.kind = 'source' then l.item end
            from unnest(:numbers, :kinds, :slugs) as w (n, kind, slug)
            join record r on r.kind = w.kind and r.slug = w.slug
            cross join lateral (
                select title, item from listing where record_id = r.id
                order by from_n <= w.n desc, abs(from_n - w.n) limit 1) as l""";

    /** So much is read at once, however long the page; every entry has a document before it of about the same size. */
    private static final long LARGEST_BATCH = 2 * 1024 * 1024;

    private final Sql sql;
    private final Entries entries;
    private final Records records;

    Recent(Sql sql, Entries entries, Records records) {
        this.sql = sql;
        this.entries = entries;
        this.records = records;
    }

    /** The entry that made another one necessary. */
    public record Cause(RecordKind kind, String slug, Op op) {}

    /**
     * An entry without its document.
     *
     * @param reason null where none was given
     * @param size of its document in bytes
     * @param cause null where nothing but its own write made it
     */
    public record Entry(
            long n,
            Instant at,
            RecordKind kind,
            String slug,
            int revision,
            Op op,
            ChangeType changeType,
            Significance significance,
            String actor,
            String reason,
            int size,
            Cause cause) {}

    /** The document that an entry made; {@code before} is the one of the revision before, null for the first. */
    public record Documents(long n, byte[] before, byte[] after) {}

    /** Which entries of a feed: those before a number, the last so many of them, perhaps only of one significance. */
    public record Part(long before, boolean semantic, int most) {}

    /** What is followed. */
    public record Followed(RecordKind kind, UUID id, String slug) {}

    /** A record at an entry. */
    public record Mention(long n, RecordKind kind, String slug) {}

    /**
     * What a record is called at an entry.
     *
     * @param source the document, of a source
     */
    public record Named(Mention mention, String title, byte[] source) {}

    /** Which log this is: numbers of another one are of other entries. */
    public UUID log() {
        return entries.head().logId;
    }

    /** @throws org.dealtracker.http.Problem 404 when there never was such a record; one that is gone is found */
    public Followed follow(RecordKind kind, String reference) {
        RecordHead head = records.head(kind, reference);
        return new Followed(kind, head.id, head.slug);
    }

    public List<Entry> ofAll(Part part) {
        return list(sql.query(OF_ALL), part);
    }

    /** The entries of a record; of a party also those of agreements that name it, or did so one revision before. */
    public List<Entry> of(Followed followed, Part part) {
        String query = followed.kind() == RecordKind.PARTY ? OF_PARTY : OF_RECORD;
        return list(sql.query(query).set("id", followed.id()), part);
    }

    private static List<Entry> list(Sql.Query query, Part part) {
        return query.set("before", part.before())
                .set("semantic", part.semantic())
                .set("most", part.most())
                .list(Recent::entry);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String cause = row.getString(12);
        return new Entry(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                Code.of(RecordKind.class, row.getString(3)),
                row.getString(4),
                row.getInt(5),
                Code.of(Op.class, row.getString(6)),
                Code.of(ChangeType.class, row.getString(7)),
                Code.of(Significance.class, row.getString(8)),
                row.getString(9),
                row.getString(10),
                row.getInt(11),
                cause == null
                        ? null
                        : new Cause(
                                Code.of(RecordKind.class, cause),
                                row.getString(13),
                                Code.of(Op.class, row.getString(14))));
    }

    /** Reads the documents of entries, as a rule in one query; several where they are very large. */
    public void documents(List<Entry> wanted, Consumer<List<Documents>> to) {
        List<Long> batch = new ArrayList<>();
        long size = 0;
        for (Entry entry : wanted) {
            if (!batch.isEmpty() && size + entry.size() > LARGEST_BATCH) {
                to.accept(documents(batch));
                batch = new ArrayList<>();
                size = 0;
            }
            batch.add(entry.n());
            size += entry.size();
        }
        if (!batch.isEmpty()) {
            to.accept(documents(batch));
        }
    }

    private List<Documents> documents(List<Long> numbers) {
        return sql.query(DOCUMENTS)
                .set("numbers", numbers)
                .list(row -> new Documents(row.getLong(1), row.getBytes(3), row.getBytes(2)));
    }

    /** What records are called; one that is gone as it was called last. */
    public List<Named> names(List<Mention> mentions) {
        if (mentions.isEmpty()) {
            return List.of();
        }
        return sql.query(NAMES)
                .set("numbers", mentions.stream().map(Mention::n).toList())
                .set("kinds", mentions.stream().map(each -> each.kind().code()).toList())
                .set("slugs", mentions.stream().map(Mention::slug).toList())
                .list(row -> new Named(
                        new Mention(row.getLong(1), Code.of(RecordKind.class, row.getString(2)), row.getString(3)),
                        row.getString(4),
                        row.getBytes(5)));
    }
}
