package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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

    private final Sql sql;

    Loops(Sql sql) {
        this.sql = sql;
    }

    /**
     * To be asked when the record's references are stored.
     *
     * @param where a pointer to the record in the body that brought it
     * @throws Problem 422 naming a source that would, over others, repeat itself
     */
    void refuse(Recorded record, String where) {
        Set<Recorded.Repeat> edges = record.repetitions();
        if (edges.isEmpty()) {
            return;
        }
        List<String> looping = sql.query(LOOP)
                .set("scopes", array(edges, Recorded.Repeat::scope))
                .set("froms", array(edges, Recorded.Repeat::source))
                .set("tos", array(edges, Recorded.Repeat::repeated))
                .list(row -> row.getString(1));
        if (!looping.isEmpty()) {
            String slug = looping.get(0);
            String at = edges.stream()
                    .filter(edge -> edge.source().equals(slug))
                    .map(Recorded.Repeat::scope)
                    .findFirst()
                    .orElse("");
            throw Problem.unacceptable(
                    where + at + "/repeats", "The source '" + slug + "' would, over others, repeat itself.");
        }
    }

    private static List<String> array(Set<Recorded.Repeat> edges, Function<Recorded.Repeat, String> part) {
        return edges.stream().map(part).toList();
    }
}
