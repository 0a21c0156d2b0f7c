package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.dealtracker.http.Json;

/** The rows that lists show, as they hold now or held after any entry of the log. */
@ApplicationScoped
public class Listings {
    /** To this a total is counted; past it, it is only said that there are as many. */
    private static final int COUNTED = 10_000;

    private static final int MOST_FACETS = 1_000;
    private static final int COUNTS_KEPT = 1_000;

    private final Sql sql;
    private final Entries entries;
    /** Counts as of an entry never change; dashboards ask for the same ones every second, and many at once. */
    private final Cache<Counted, Object> counts =
            Caffeine.newBuilder().maximumSize(COUNTS_KEPT).build();

    Listings(Sql sql, Entries entries) {
        this.sql = sql;
        this.entries = entries;
    }

    void forget(@Observes LogReplaced event) {
        counts.invalidateAll();
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

    /**
     * What was counted. A count of the present may turn out to be of a later one; whoever asked for it then asks for
     * the past.
     *
     * @param what the prefix of a facet's terms, or whether a total was counted to its end
     */
    private record Counted(String digest, long n, boolean past, Object what) {}

    /** @param digest of the filter, by which a total is found again */
    Total total(Question question, boolean exact, String digest) {
        return counted(question, digest, exact, () -> {
            int counted = ask(Page.count(question.filter(), question.past()), question)
                    .set("most", exact ? Integer.MAX_VALUE : COUNTED + 1)
                    .first(row -> row.getInt(1))
                    .orElseThrow();
            boolean all = exact || counted <= COUNTED;
            return new Total(all ? counted : COUNTED, all);
        });
    }

    List<Count> facet(Question question, String prefix, String digest) {
        return counted(
                question,
                digest,
                prefix,
                () -> ask(Page.facet(question.filter(), question.past()), question)
                        .set("prefix", prefix)
                        .set("most", MOST_FACETS)
                        .list(row -> new Count(row.getString(1), row.getInt(2))));
    }

    /** Counted once, however many ask at a time. */
    @SuppressWarnings("unchecked")
    private <T> T counted(Question question, String digest, Object what, Supplier<T> count) {
        Counted key = new Counted(digest, question.n(), question.past(), what);
        return (T) counts.get(key, absent -> count.get());
    }

    /**
     * The list items of all records that a filter leaves.
     *
     * @param n an entry of the log, or {@link Records#NOW}
     */
    public List<ObjectNode> items(RecordKind kind, Filter filter, long n) {
        if (n == Records.NOW) {
            // Every write asks, and for little: a plan that is there already is worth more than a better one.
            return bound(sql.query(Page.all(filter, false)), new Question(kind, filter, n, false))
                    .list(row -> Json.stored(row.getBytes(3)));
        }
        return ask(Page.all(filter, true), new Question(kind, filter, n, true))
                .list(row -> Json.stored(row.getBytes(3)));
    }

    /** The numbers of the entries whose documents a filter leaves as of an entry, in no order. */
    public List<Long> numbers(RecordKind kind, Filter filter, long n) {
        return ask(Page.numbers(filter), new Question(kind, filter, n, true)).list(row -> row.getLong(1));
    }

    /** Hands on the documents of some entries; not through a session, since who works apart from requests has none. */
    public void documents(List<Long> numbers, BiConsumer<Long, byte[]> to) {
        if (!numbers.isEmpty()) {
            sql.query("select n, document from log where n = any(:numbers)")
                    .set("numbers", numbers)
                    .list(row -> new Document(row.getLong(1), row.getBytes(2)))
                    .forEach(entry -> to.accept(entry.n(), entry.document()));
        }
    }

    /**
     * The first documents of entries of the log, in the order of their numbers: as many as have room together, but one
     * at least.
     *
     * @param room in bytes
     */
    public List<byte[]> documents(long[] numbers, long room) {
        if (numbers.length == 0) {
            return List.of();
        }
        // A length is known without the document being fetched and decompressed.
        return sql.query("""
                        select document from (
                            select w.i, l.document, sum(octet_length(l.document)) over (order by w.i)
                                - octet_length(l.document) as before
                            from unnest(:numbers) with ordinality as w (n, i) join log l on l.n = w.n) as counted
                        where before < :room order by i""")
                .set("numbers", Arrays.stream(numbers).boxed().toList())
                .set("room", room)
                .list(row -> row.getBytes(1));
    }

    /** The whole documents that some rows were taken from, by the number of the entry that brought each. */
    Map<Long, byte[]> documents(List<Row> rows) {
        Map<Long, byte[]> documents = new LinkedHashMap<>();
        entries.documents(rows.stream().map(Row::from).toList())
                .forEach(entry -> documents.put(entry.n(), entry.document()));
        return documents;
    }

    private Sql.Query ask(String text, Question question) {
        return bound(sql.query(text).plannedForItsValues(), question);
    }

    private static Sql.Query bound(Sql.Query query, Question question) {
        return question.filter().bind(query).set("kind", question.kind().code()).set("n", question.n());
    }
}
