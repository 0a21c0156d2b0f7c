package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.dealtracker.log.RecordKind;

/**
 * How a table comes of records.
 *
 * @param kinds of which kinds of record it tells, in the order of its rows
 * @param without the members of documents that it does not look at, so that nobody reads them
 */
record Extract<R extends Row>(Table<R> table, List<RecordKind> kinds, Set<String> without, Rows<R> rows) {
    Extract(Table<R> table, List<RecordKind> kinds, Rows<R> rows) {
        this(table, kinds, Set.of(), rows);
    }

    /** Takes a record apart. */
    @FunctionalInterface
    interface Rows<R> {
        void of(RecordKind kind, JsonNode document, Surroundings around, Consumer<R> to);
    }

    /** Hands on the cells of a record's rows, in the order of the record. */
    void cells(RecordKind kind, JsonNode document, Surroundings around, Consumer<Object[]> to) {
        rows.of(kind, document, around, row -> to.accept(table.cells(row)));
    }
}
