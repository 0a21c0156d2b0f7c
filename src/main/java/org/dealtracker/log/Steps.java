package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.dealtracker.http.Json;
import org.dealtracker.log.Between.Span;
import org.dealtracker.log.Between.Touched;

/** By which steps a record came from what it was at one entry of the log to what it was at another. */
@ApplicationScoped
public class Steps {
    private static final String ENDS = """
            select t.id, a.document, b.document
            from unnest(cast(:ids as uuid[]), :was, :last) as t (id, was, last)
            join log a on a.record_id = t.id and a.revision = t.was join log b on b.n = t.last""";

    /** PostgreSQL takes the headlines out: the documents around them may be a hundred times as large. */
    private static final String HEADLINES = """
            select e.n, (convert_from(p.document, 'UTF8')::json -> 'headline')::text,
                (convert_from(e.document, 'UTF8')::json -> 'headline')::text
            from log e join log p on p.record_id = e.record_id and p.revision = e.revision - 1
            where e.record_id = :id and e.n = any(:numbers)""";

    /** Many headlines together are as large as one document. */
    private static final int AT_ONCE = 100;

    private final Sql sql;
    private final Entries entries;

    Steps(Sql sql, Entries entries) {
        this.sql = sql;
        this.entries = entries;
    }

    /** A record's documents at the beginning and at the end. */
    public record Ends(UUID id, byte[] before, byte[] after) {}

    /** The entries between, in their order. */
    public List<Histories.Item> entries(Touched record, Span span) {
        return entries.history(record.id(), span.to(), record.was(), Limit.of(Integer.MAX_VALUE)).stream()
                .map(Histories.Item::of)
                .toList();
    }

    /** Of a record that was there at the beginning. */
    public Ends ends(Touched record) {
        List<Ends> found = new ArrayList<>();
        ends(List.of(record.id()), List.of((long) record.was()), List.of(record.last()), found::add);
        return found.get(0);
    }

    /** @param was the revisions at the beginning, in the order of the ids */
    void ends(List<UUID> ids, List<Long> was, List<Long> last, Consumer<Ends> to) {
        sql.query(ENDS)
                .set("ids", ids.stream().map(UUID::toString).toList())
                .set("was", was)
                .set("last", last)
                .list(row -> new Ends(row.getObject(1, UUID.class), row.getBytes(2), row.getBytes(3)))
                .forEach(to);
    }

    /**
     * The pointers to what some entries changed in the headline. Entries that derive anew have these among their own
     * pointers; of all others the headline follows, and is not told.
     */
    public Map<Long, Set<String>> headlines(UUID record, List<Long> numbers) {
        Map<Long, Set<String>> changed = new HashMap<>();
        for (int from = 0; from < numbers.size(); from += AT_ONCE) {
            sql.query(HEADLINES)
                    .set("id", record)
                    .set("numbers", numbers.subList(from, Math.min(from + AT_ONCE, numbers.size())))
                    .list(row -> changed.put(row.getLong(1), differing(row.getString(2), row.getString(3))));
        }
        return changed;
    }

    private static Set<String> differing(String before, String after) {
        Set<String> pointers = new HashSet<>();
        Differ.content(headline(before), headline(after)).forEach(field -> pointers.add(field.pointer()));
        return pointers;
    }

    /** A document of nothing but a headline; of a tombstone of nothing at all. */
    private static ObjectNode headline(String headline) {
        ObjectNode document = Json.object();
        if (headline != null) {
            document.set("headline", Json.stored(headline.getBytes(StandardCharsets.UTF_8)));
        }
        return document;
    }
}
