package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.dealtracker.http.Code;
import org.dealtracker.http.Json;
import org.dealtracker.log.Rankings.Hit;
import org.dealtracker.text.Piece.Weight;
import org.dealtracker.text.Query;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What a name that is still being typed may become: what begins with it, then what has a word that does, then what looks
 * like it. Each step is taken only when those before it did not find enough, and an index answers each.
 */
@ApplicationScoped
public class Suggestions {
    /** As many letters of a name as the index of beginnings has. */
    private static final int BEGINNING = 60;

    /** With fewer letters everything is alike. */
    private static final int LEAST_ALIKE = 3;

    /** Two letters begin words of half a register; of more records than this the rest is not looked at. */
    private static final int MOST_LOOKED_AT = 1_000;

    private static final String ROWS =
            "(select l.kind, l.record_id, l.from_n, l.slug, l.title, %s from listing l where %s"
                    + " and l.kind = any(:kinds) and %s %s)";

    /** A step: the key that it is ordered by, its condition, and how far it looks. */
    private enum Step {
        BEGINS(
                "left(l.names, 60) collate \"C\" as k",
                "left(l.names, 60) collate \"C\" like :beginning",
                "order by left(l.names, 60) collate \"C\", l.record_id limit :most",
                "k, record_id"),
        HAS(
                "(not l.search @@ cast(:called as tsquery))::int * 1000000 + length(l.names) as k",
                "l.search @@ cast(:having as tsquery)",
                "order by l.record_id limit " + MOST_LOOKED_AT,
                "k, record_id"),
        ALIKE(
                "- word_similarity(:name, l.names) as k",
                ":name <% l.names",
                "order by k, l.record_id limit :most",
                "k, record_id");

        private final String key;
        private final String condition;
        private final String limit;
        private final String order;

        Step(String key, String condition, String limit, String order) {
            this.key = key;
            this.condition = condition;
            this.limit = limit;
            this.order = order;
        }

        String text(boolean past) {
            String rows = past
                    ? rows("l.to_n is null and l.from_n <= :n") + " union all "
                            + rows("l.to_n is not null and l.held @> :n")
                    : rows("l.to_n is null");
            return "select * from (" + rows + ") as found order by " + order + " limit :most";
        }

        private String rows(String held) {
            return ROWS.formatted(key, held, condition, limit);
        }
    }

    private record Row(RecordKind kind, UUID id, long from, String slug, String title) {}

    private final Moments moments;
    private final Answers answers;
    private final Entries entries;
    private final Sql sql;

    Suggestions(Moments moments, Answers answers, Entries entries, Sql sql) {
        this.moments = moments;
        this.answers = answers;
        this.entries = entries;
        this.sql = sql;
    }

    /** What was typed, among what, and how many suggestions are wanted. */
    public record Asked(String typed, Collection<RecordKind> kinds, int most) {}

    private record Items(List<Object> items) {}

    public RestResponse<byte[]> suggested(ReadRequest request, Asked asked, Function<Hit, Object> shown) {
        Moment moment = moments.of(request.clocks);
        Tag tag = Tag.of(moment, request.digest(request.query()));
        if (tag.isHeld(request)) {
            return answers.notModified(tag, moment, request);
        }
        Collection<Row> rows = rows(asked, moment);
        Map<Long, byte[]> documents = new HashMap<>();
        entries.documents(rows.stream().map(Row::from).toList())
                .forEach(entry -> documents.put(entry.n(), entry.document()));
        List<Object> items = rows.stream()
                .map(row -> shown.apply(new Hit(
                        row.kind(), row.id(), row.slug(), row.title(), 0, Json.stored(documents.get(row.from())))))
                .toList();
        return answers.ok(Json.bytes(new Items(items)), tag, moment, request);
    }

    private Collection<Row> rows(Asked asked, Moment moment) {
        if (!moment.asked()) {
            Collection<Row> rows = rows(asked, moment.n(), false);
            if (entries.head().n == moment.n()) {
                return rows;
            }
        }
        return rows(asked, moment.n(), true);
    }

    private Collection<Row> rows(Asked asked, long n, boolean past) {
        Map<String, Object> values = values(asked, n);
        Map<UUID, Row> found = new LinkedHashMap<>();
        for (Step step : Step.values()) {
            boolean idle = step == Step.HAS && values.get("having").equals("")
                    || step == Step.ALIKE && values.get("name").toString().length() < LEAST_ALIKE;
            if (!idle && found.size() < asked.most()) {
                Sql.Query query = sql.query(step.text(past)).plannedForItsValues();
                values.forEach(query::set);
                query.list(row -> new Row(
                                Code.of(RecordKind.class, row.getString(1)),
                                row.getObject(2, UUID.class),
                                row.getLong(3),
                                row.getString(4),
                                row.getString(5)))
                        .forEach(row -> found.putIfAbsent(row.id(), row));
            }
        }
        return found.values().stream().limit(asked.most()).toList();
    }

    /** The statements, by what each looks for. */
    static Map<String, String> texts(boolean past) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Step step : Step.values()) {
            texts.put(step.name(), step.text(past));
        }
        return texts;
    }

    /** What their parameters stand for, by their names. */
    static Map<String, Object> values(Asked asked, long n) {
        Query query = Query.begun(asked.typed());
        String name = Terms.plain(asked.typed()).strip();
        String beginning = name.substring(
                0, name.offsetByCodePoints(0, Math.min(BEGINNING, name.codePointCount(0, name.length()))));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kinds", asked.kinds().stream().map(RecordKind::code).toList());
        values.put("n", n);
        values.put("most", asked.most());
        values.put("name", name);
        values.put("beginning", beginning.replaceAll("[\\\\%_]", "\\\\$0") + "%");
        values.put("called", query.within(Weight.A));
        values.put("having", query.within(Weight.B));
        return values;
    }
}
