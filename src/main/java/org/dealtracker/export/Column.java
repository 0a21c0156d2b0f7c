package org.dealtracker.export;

import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param <R> what a row is made of
 * @param name in snake case, as in the SQL views
 * @param description what a cell says, for the descriptor and the documentation
 * @param required whether no cell is ever null
 * @param vocabulary of which vocabulary the cells are codes, or null
 * @param value the cell of a row, of the type's class or null
 */
record Column<R>(
        String name,
        ColumnType type,
        String description,
        boolean required,
        String vocabulary,
        Function<? super R, ?> value) {
    Column(String name, ColumnType type, String description, Function<? super R, ?> value) {
        this(name, type, description, false, null, value);
    }

    /** The same, of which no cell is null. */
    Column<R> always() {
        return new Column<>(name, type, description, true, vocabulary, value);
    }

    /** The same, whose cells are codes of a vocabulary. */
    Column<R> codes(String of) {
        return new Column<>(name, type, description, required, of, value);
    }
}
