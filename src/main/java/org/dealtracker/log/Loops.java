package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dealtracker.http.Code;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;

/** Refuses sources that repeat each other in a circle, on themselves or as a claim's citations have it. */
@ApplicationScoped
class Loops {
    /** From every edge on: what its scope says a source repeats, else what the source says of itself. */
    private static final String LOOP = """
            with recursive edge (scope, from_id, to_id) as (
                select w.scope, f.id, t.id from unnest(:scopes, :froms, :tos) as w (scope, from_slug, to_slug)
                join record f on f.kind = 'source' and f.slug = w.from_slug
                join record t on t.kind = 'source' and t.slug = w.to_slug),
            walk (scope, start, id) as (
                select scope, from_id, to_id from edge
                union
                select w.scope, w.start, next.id from walk w cross join lateral (
                    select e.to_id from edge e where e.scope = w.scope and e.from_id = w.id
                    union all
                    select r.to_id from reference r
                    where r.from_id = w.id and r.pointer = '/repeats' and r.to_revision is null
                        and not exists (select from edge o where o.scope = w.scope and o.from_id = w.id)) as next (id)
                where w.id <> w.start)
            select r.slug from walk w join record r on r.id = w.start where w.id = w.start limit 1""";

    /** The sources that some repeat, by what they say of themselves, over any number of others. */
    private static final String REACHED = """
            with recursive walk (id) as (
                select id from record where kind = 'source' and slug = any(:slugs)
                union
                select r.to_id from walk w join reference r on r.from_id = w.id
                where r.pointer = '/repeats' and r.to_revision is null)
            select r.slug from walk w join record r on r.id = w.id""";

    /** The records in which a citation of one of these sources overrides what the source says of itself. */
    private static final String OVERRIDING = """
            select r.kind, e.document from listing l join record r on r.id = l.record_id join log e on e.n = r.n
            where l.to_n is null and l.terms && :terms order by r.id""";

    /** The term by which records are found in which a citation says something else of a source's origin. */
    static final String OVERRIDES = "overrides";

    private final Sql sql;
    private final Derivation derivation;

    Loops(Sql sql, Derivation derivation) {
        this.sql = sql;
        this.derivation = derivation;
    }

    /** What an index finds a record by besides: the sources of which its citations say otherwise. */
    static Set<String> terms(Recorded record) {
        return record.repetitions().stream()
                .filter(repeat -> !repeat.scope().isEmpty())
                .map(repeat -> Terms.of(OVERRIDES, repeat.source()))
                .collect(Collectors.toSet());
    }

    /**
     * To be asked when the record's references are stored.
     *
     * @param where a pointer to the record in the body that brought it
     * @throws Problem 422 naming a source that would, over others, repeat itself
     */
    void refuse(Recorded record, String where) {
        Set<Recorded.Repeat> edges = record.repetitions();
        String looping = looping(edges);
        if (looping != null) {
            String at = edges.stream()
                    .filter(edge -> edge.source().equals(looping))
                    .map(Recorded.Repeat::scope)
                    .findFirst()
                    .orElse("");
            throw Problem.unacceptable(
                    where + at + "/repeats", "The source '" + looping + "' would, over others, repeat itself.");
        }
        if (record.recordKind() == RecordKind.SOURCE && !edges.isEmpty()) {
            refuseInCitations(record, where);
        }
    }

    /** What a source newly says of itself may close a circle with what a citation somewhere says of another. */
    private void refuseInCitations(Recorded source, String where) {
        List<String> reached = sql.query(REACHED)
                .set("slugs", List.of(source.identity().slug()))
                .list(row -> row.getString(1));
        List<Recorded> overriding = sql.query(OVERRIDING)
                .set("terms", Terms.each(OVERRIDES, reached))
                .list(row -> derivation.read(
                        Code.of(RecordKind.class, row.getString(1)), Json.stored(row.getBytes(2)), Repointing.NONE));
        for (Recorded record : overriding) {
            String looping = looping(record.repetitions());
            if (looping != null) {
                throw Problem.unacceptable(
                        where + "/repeats",
                        "As the " + record.recordKind().code() + " '"
                                + record.identity().slug() + "' cites it, the source '" + looping
                                + "' would, over others, repeat itself.");
            }
        }
    }

    /** A source that repeats itself by some edges and what sources say of themselves; null when there is none. */
    private String looping(Set<Recorded.Repeat> edges) {
        if (edges.isEmpty()) {
            return null;
        }
        return sql.query(LOOP)
                .set("scopes", array(edges, Recorded.Repeat::scope))
                .set("froms", array(edges, Recorded.Repeat::source))
                .set("tos", array(edges, Recorded.Repeat::repeated))
                .first(row -> row.getString(1))
                .orElse(null);
    }

    private static List<String> array(Set<Recorded.Repeat> edges, Function<Recorded.Repeat, String> part) {
        return edges.stream().map(part).toList();
    }
}
