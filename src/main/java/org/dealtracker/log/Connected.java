package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dealtracker.http.Code;

/** Which records stood at a moment, and which of them referred to which. */
@ApplicationScoped
public class Connected {
    private static final String IN_ORDER = """
            select l.record_id, l.from_n, l.kind, l.slug from listing l
            where %s and l.kind = :kind%s order by l.slug""";

    private static final String NUMBERS = """
            select l.from_n, l.slug from listing l where %s and l.kind = :kind%s""";

    static final String NAMED = """
            select l.record_id, l.from_n, l.kind, l.slug from record r cross join lateral (%s) as l
            where r.kind = :kind and r.slug = any(:slugs)""".formatted(stood("r.id"));

    static final String REFERRED_TO = """
            select l.record_id, l.from_n, l.kind, l.slug from (
                select distinct f.to_id from unnest(:ids) as i (id) cross join lateral (%s) as l
                join log g on g.n = l.from_n
                join reference f on f.from_id = l.record_id and f.from_revision <= g.revision
                    and (f.to_revision is null or f.to_revision > g.revision)) as r
            cross join lateral (%s) as l
            where l.kind = any(:kinds)""".formatted(stood("cast(i.id as uuid)"), stood("r.to_id"));

    static final String REFERRING = """
            select distinct l.record_id, l.from_n, l.kind, l.slug
            from unnest(:ids) as i (id)
            join reference f on f.to_id = cast(i.id as uuid)
            cross join lateral (%s) as l
            join log g on g.n = l.from_n
            where l.kind = any(:kinds) and f.from_revision <= g.revision
                and (f.to_revision is null or f.to_revision > g.revision)""".formatted(stood("f.from_id"));

    static final String TOUCHED = """
            select distinct substr(t, length(:prefix) + 1)
            from unnest(:ids) as i (id) cross join lateral (%s) as l
            cross join unnest(l.terms) as t where starts_with(t, :prefix)""".formatted(stood("cast(i.id as uuid)"));

    private final Sql sql;

    Connected(Sql sql) {
        this.sql = sql;
    }

    /**
     * The row of a record as it stood, if it did, found by its key however often it changed: the last one that begins by
     * then, unless it had ended.
     */
    private static String stood(String id) {
        return """
                select * from (
                    select e.record_id, e.from_n, e.to_n, e.kind, e.slug, e.terms from listing e
                    where e.record_id = %s and e.from_n <= :n order by e.from_n desc limit 1) as last
                where last.to_n is null or last.to_n > :n""".formatted(id);
    }

    /** A record as it stood: {@code n} is the entry that brought its document. */
    public record Standing(UUID id, long n, RecordKind kind, String slug) {}

    /** The records of a kind that a filter leaves as of an entry, in the order of their slugs. */
    public List<Standing> inOrder(RecordKind kind, Filter filter, long n) {
        String text = "select * from ((" + IN_ORDER.formatted("l.to_n is null and l.from_n <= :n", filter.sql())
                + ") union all ("
                + IN_ORDER.formatted("l.to_n is not null and l.held @> cast(:n as bigint)", filter.sql())
                + ")) as s order by slug";
        return standing(filter.bind(sql.query(text).plannedForItsValues())
                .set("kind", kind.code())
                .set("n", n));
    }

    /** The numbers of the entries that brought the documents of the same records, in the same order. */
    public long[] numbers(RecordKind kind, Filter filter, long n) {
        String text = "select from_n from ((" + NUMBERS.formatted("l.to_n is null and l.from_n <= :n", filter.sql())
                + ") union all ("
                + NUMBERS.formatted("l.to_n is not null and l.held @> cast(:n as bigint)", filter.sql())
                + ")) as s order by slug";
        return filter
                .bind(sql.query(text).plannedForItsValues())
                .set("kind", kind.code())
                .set("n", n)
                .list(row -> row.getLong(1))
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** The records of a kind that have one of some slugs. */
    public List<Standing> named(RecordKind kind, Collection<String> slugs, long n) {
        return slugs.isEmpty()
                ? List.of()
                : standing(sql.query(NAMED)
                        .set("kind", kind.code())
                        .set("slugs", slugs)
                        .set("n", n));
    }

    /** The records of some kinds to which any of some records refers. */
    public List<Standing> referredTo(Collection<UUID> by, Collection<RecordKind> kinds, long n) {
        return along(REFERRED_TO, by, kinds, n);
    }

    /** The records of some kinds that refer to any of some records. */
    public List<Standing> referring(Collection<UUID> to, Collection<RecordKind> kinds, long n) {
        return along(REFERRING, to, kinds, n);
    }

    /** The slugs of the restrictions that some agreements touch, surely or possibly. */
    public List<String> restrictionsOf(Collection<UUID> agreements, long n) {
        return agreements.isEmpty()
                ? List.of()
                : sql.query(TOUCHED)
                        .plannedForItsValues()
                        .set("ids", texts(agreements))
                        .set("prefix", Terms.of("restriction", ""))
                        .set("n", n)
                        .list(row -> row.getString(1));
    }

    private List<Standing> along(String text, Collection<UUID> ids, Collection<RecordKind> kinds, long n) {
        return ids.isEmpty()
                ? List.of()
                : standing(sql.query(text)
                        .plannedForItsValues()
                        .set("ids", texts(ids))
                        .set("kinds", kinds.stream().map(RecordKind::code).toList())
                        .set("n", n));
    }

    private static List<String> texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }

    private static List<Standing> standing(Sql.Query query) {
        return query.list(row -> new Standing(
                row.getObject(1, UUID.class),
                row.getLong(2),
                Code.of(RecordKind.class, row.getString(3)),
                row.getString(4)));
    }
}
