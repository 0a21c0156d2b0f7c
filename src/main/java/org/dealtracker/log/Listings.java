package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dealtracker.http.Json;

/** The rows that lists show, as they hold now or held after any entry of the log. */
@ApplicationScoped
public class Listings {
    /** To this a total is counted; past it, it is only said that there are as many. */
    private static final int COUNTED = 10_000;

    private static final int MOST_FACETS = 1_000;
    private static final int TOTALS_KEPT = 1_000;

    private final Sql sql;
    private final Entries entries;
    /** Totals as of an entry never change; a dashboard asks for the same one every second. */
    private final Map<String, Total> totals = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Total> eldest) {
            return size() > TOTALS_KEPT;
        }
    });

    Listings(Sql sql, Entries entries) {
        this.sql = sql;
        this.entries = entries;
    }

    /** What is asked of a list at a moment; {@code past} where rows that hold no longer have to be looked at too. */
    record Question(RecordKind kind, Filter filter, long n, boolean past) {}

    /** A row of a page: what is shown, and what the next page begins after. */
    record Row(UUID id, long from, byte[] item, List<String> keys) {}

    /** Where a page begins: after the row with these keys. */
    record Place(List<String> keys, UUID id) {}

    /** How many rows all pages have together; {@code exact} is false when there are at least as many. */
    record Total(int rows, boolean exact) {
        String members() {
            return exact ? "\"total\":" + rows : "\"total\":null,\"totalAtLeast\":" + rows;
        }
    }

    /** How many records have a value. */
    record Count(String value, int count) {}

    /** One row more than the page holds, if there are more; {@code place} null for the first page. */
    List<Row> rows(Question question, Page page, Place place) {
        Sql.Query query = ask(page.select(question.filter(), question.past(), place != null), question)
                .set("most", page.limit() + 1);
        if (place != null) {
            page.bind(query, place.keys());
            query.set("id", place.id());
        }
        int keys = page.orders().size();
        return query.list(row -> {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < keys; i++) {
                values.add(row.getString(4 + i));
            }
            return new Row(row.getObject(1, UUID.class), row.getLong(2), row.getBytes(3), values);
        });
    }

    /** @param digest of the filter, by which a total is found again */
    Total total(Question question, boolean exact, String digest) {
        // A total of the present may turn out to be of a later one; nobody then asks for it again as the present.
        String key = digest + exact + question.past() + question.n();
        Total known = totals.get(key);
        if (known != null) {
            return known;
        }
        int most = exact ? Integer.MAX_VALUE : COUNTED + 1;
        int counted = ask(Page.count(question.filter(), question.past()), question)
                .set("most", most)
                .first(row -> row.getInt(1))
                .orElseThrow();
        boolean all = exact || counted <= COUNTED;
        Total total = new Total(all ? counted : COUNTED, all);
        totals.put(key, total);
        return total;
    }

    List<Count> facet(Question question, String prefix) {
        return ask(Page.facet(question.filter(), question.past()), question)
                .set("prefix", prefix)
                .set("most", MOST_FACETS)
                .list(row -> new Count(row.getString(1), row.getInt(2)));
    }

    /** The list items of all records that a filter leaves as of an entry. */
    public List<ObjectNode> items(RecordKind kind, Filter filter, long n) {
        return ask(Page.all(filter), new Question(kind, filter, n, true)).list(row -> Json.stored(row.getBytes(3)));
    }

    /** The whole documents that some rows were taken from, by the number of the entry that brought each. */
    Map<Long, byte[]> documents(List<Row> rows) {
        Map<Long, byte[]> documents = new LinkedHashMap<>();
        entries.documents(rows.stream().map(Row::from).toList())
                .forEach(entry -> documents.put(entry.n(), entry.document()));
        return documents;
    }

    private Sql.Query ask(String text, Question question) {
        return question.filter()
                .bind(sql.query(text))
                .set("kind", question.kind().code())
                .set("n", question.n());
    }
}
