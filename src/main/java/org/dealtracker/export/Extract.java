package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import org.dealtracker.log.RecordKind;

/**
 * How a table comes of records.
 *
 * @param kinds of which kinds of record it tells, in the order of its rows
 */
record Extract<R extends Row>(Table<R> table, List<RecordKind> kinds, Rows<R> rows) {

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
