package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dealtracker.http.Code;
import org.dealtracker.text.Piece.Weight;
import org.dealtracker.text.Query;

/**
 * The rows of lists that have some words or a name like the one asked for, best first. Each row is found by the words
 * that it had while it held, so that one query serves now and any past moment.
 */
@ApplicationScoped
class Searches {
    private static final String NOW = "l.to_n is null";
    private static final String THEN = "l.to_n is not null and l.held @> :n";

    private static final String FOUND = "l.search @@ cast(:anywhere as tsquery)";
    private static final String ALIKE = ":name <% l.names";

    /** Between 0 and 1: names always before what is in them, that before prose, and prose before notes and citations. */
    private static final String RANK = "ts_rank('{0.05, 0.2, 0.5, 1}', l.search, cast(:anywhere as tsquery), 1)";

    private static final String SCORE = """
            case when l.search @@ cast(:called as tsquery) then
                    case when :name = any(string_to_array(l.names, chr(10))) then 1 else 0.7 + 0.25 * %1$s end
                when l.search @@ cast(:having as tsquery) then 0.45 + 0.2 * %1$s
                else greatest(
                    case when l.search @@ cast(:saying as tsquery) then 0.2 + 0.2 * %1$s
                        when l.search @@ cast(:anywhere as tsquery) then 0.05 + 0.1 * %1$s else 0 end,
                    %2$s) end""";

    /** A name with a wrong letter stands before prose, one that is only somewhat alike behind it. */
    private static final String LIKENESS = "0.55 * power(word_similarity(:name, l.names), 2)";

    private final Sql sql;

    Searches(Sql sql) {
        this.sql = sql;
    }

    /**
     * What is looked for.
     *
     * @param name as names are indexed; longer than any name, it is not compared with them
     */
    record Question(Collection<RecordKind> kinds, Query query, String name, Filter filter) {
        private static final int LONGEST_NAME = 100;

        Question(Collection<RecordKind> kinds, String typed, Filter filter) {
            this(kinds, Query.of(typed), Terms.plain(typed).strip(), filter);
        }

        boolean byLikeness() {
            return query.isPlain() && name.length() <= LONGEST_NAME;
        }
    }

    /**
     * Which page is wanted.
     *
     * @param alike whether names that are only alike count too
     * @param after the row that it begins after; null for the first page
     */
    record Wanted(boolean alike, Place after, int most) {}

    /** A row that answers; {@code score} in millionths, so that an order by it can be gone on with exactly. */
    record Row(RecordKind kind, UUID id, long from, String slug, String title, long score, int total) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    Code.of(RecordKind.class, row.getString(1)),
                    row.getObject(2, UUID.class),
                    row.getLong(3),
                    row.getString(4),
                    row.getString(5),
                    row.getLong(6),
                    row.getInt(7));
        }
    }

    /** After which row a page begins. */
    record Place(long score, UUID id) {}

    List<Row> rows(Question question, long n, boolean past, Wanted wanted) {
        if (question.query().isEmpty()) {
            return List.of();
        }
        Sql.Query query = sql.query(text(question, past, wanted)).plannedForItsValues();
        values(question, n).forEach(query::set);
        if (wanted.after() != null) {
            query.set("score", wanted.after().score()).set("id", wanted.after().id());
        }
        return query.set("most", wanted.most()).list(Row::of);
    }

    /** The statement, with the names of its parameters. */
    static String text(Question question, boolean past, Wanted wanted) {
        String found = past
                ? rows(question, NOW + " and l.from_n <= :n", wanted.alike()) + " union all "
                        + rows(question, THEN, wanted.alike())
                : rows(question, NOW, wanted.alike());
        return "select * from (select f.*, (count(*) over ())::int as total from (" + found + ") as f) as page"
                + (wanted.after() == null
                        ? ""
                        : " where page.score < :score or page.score = :score and page.record_id > :id")
                + " order by page.score desc, page.record_id limit :most";
    }

    private static String rows(Question question, String held, boolean alike) {
        String condition = alike ? "(" + FOUND + " or " + ALIKE + ")" : FOUND;
        return "select l.kind, l.record_id, l.from_n, l.slug, l.title, cast(round(1000000 * ("
                + SCORE.formatted(RANK, alike ? LIKENESS : "0") + ")) as bigint) as score from listing l where " + held
                + " and " + condition + " and l.kind = any(:kinds)"
                + question.filter().sql();
    }

    /** What its parameters stand for, by their names. */
    static Map<String, Object> values(Question question, long n) {
        Map<String, Object> values = new LinkedHashMap<>(question.filter().values());
        values.put("kinds", question.kinds().stream().map(RecordKind::code).toList());
        values.put("n", n);
        values.put("name", question.name());
        values.put("called", question.query().within(Weight.A));
        values.put("having", question.query().within(Weight.B));
        values.put("saying", question.query().within(Weight.C));
        values.put("anywhere", question.query().within(Weight.D));
        return values;
    }
}
