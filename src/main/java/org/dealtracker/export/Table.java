package org.dealtracker.export;

import java.util.List;

/**
 * What one table of the exports holds.
 *
 * @param <R> what a row is made of
 * @param name as in the address, with hyphens
 * @param description what a row is
 * @param key the columns that tell a row from all others
 * @param references which columns are keys of which other tables
 */
record Table<R>(
        String name,
        String title,
        String description,
        List<Column<R>> columns,
        List<String> key,
        List<ForeignKey> references) {

    /**
     * That the cells of a column are, where they are not null, cells of a column of another table.
     *
     * @param column of this table
     * @param table the other one's name
     * @param target the other one's column, which is its key or unique
     */
    record ForeignKey(String column, String table, String target) {}

    /** The table's name where a hyphen would have to be quoted. */
    String identifier() {
        return name.replace('-', '_');
    }

    Object[] cells(R row) {
        Object[] cells = new Object[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = columns.get(i).value().apply(row);
        }
        return cells;
    }
}
