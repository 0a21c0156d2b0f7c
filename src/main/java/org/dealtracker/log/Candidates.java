package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import org.dealtracker.http.Json;

/** Records that are looked at beside another one, as of the moment of a request. */
@ApplicationScoped
public class Candidates {
    /** What looks most like the name first, so that a limit leaves the likeliest ones. */
    private static final String ROWS = """
            select l.from_n, word_similarity(:name, l.names) as likeness, l.record_id from listing l
            where l.kind = :kind and %s order by likeness desc, l.record_id limit :most""";

    /** Records may be large, and there are many to compare. */
    private static final int AT_A_TIME = 10;

    private final Entries entries;
    private final Sql sql;

    Candidates(Entries entries, Sql sql) {
        this.entries = entries;
        this.sql = sql;
    }

    /**
     * Hands on the whole documents of the records that a filter leaves as of an entry, few at a time.
     *
     * @param name what they are sorted by their likeness to
     */
    public void each(RecordKind kind, Filter filter, String name, long n, int most, Consumer<ObjectNode> to) {
        String now = ROWS.formatted("l.to_n is null and l.from_n <= :n" + filter.sql());
        String then = ROWS.formatted("l.to_n is not null and l.held @> :n" + filter.sql());
        List<Long> numbers = filter.bind(sql.query("select from_n from ((" + now + ") union all (" + then
                                + ")) as r order by likeness desc, record_id limit :most")
                        .plannedForItsValues())
                .set("kind", kind.code())
                .set("name", Terms.plain(name))
                .set("n", n)
                .set("most", most)
                .list(row -> row.getLong(1));
        for (int from = 0; from < numbers.size(); from += AT_A_TIME) {
            entries.documents(numbers.subList(from, Math.min(from + AT_A_TIME, numbers.size())))
                    .forEach(entry -> to.accept(Json.stored(entry.document())));
        }
    }
}
