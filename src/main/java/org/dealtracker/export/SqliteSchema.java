package org.dealtracker.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Tables as SQLite declares them. */
final class SqliteSchema {
    private SqliteSchema() {}

    /** The statement that creates a table. */
    static String create(Table<?> table) {
        StringJoiner parts = new StringJoiner(",\n  ", "create table " + quoted(table.identifier()) + " (\n  ", "\n)");
        for (Column<?> column : table.columns()) {
            parts.add(quoted(column.name())
                    + type(column.type())
                    + (column.required() ? " not null" : "")
                    + (column.type() == ColumnType.BOOLEAN ? " check (" + quoted(column.name()) + " in (0, 1))" : ""));
        }
        if (!table.key().isEmpty()) {
            parts.add("primary key (" + quoted(table.key()) + ")");
        }
        for (Table.ForeignKey reference : table.references()) {
            parts.add("foreign key (" + quoted(reference.column()) + ") references "
                    + quoted(reference.table().replace('-', '_')) + " (" + quoted(reference.target()) + ")");
        }
        return parts.toString();
    }

    /**
     * The statements that create indexes on the columns that refer to other tables, and on those referred to, where their
     * key is not index enough.
     */
    static List<String> indexes(Collection<Table<?>> tables) {
        Set<String> statements = new LinkedHashSet<>();
        for (Table<?> table : tables) {
            for (Table.ForeignKey reference : table.references()) {
                tables.stream()
                        .filter(other -> other.name().equals(reference.table()))
                        .filter(other -> !other.key().equals(List.of(reference.target())))
                        .forEach(other -> statements.add(index("unique index", other, reference.target())));
            }
        }
        for (Table<?> table : tables) {
            for (Table.ForeignKey reference : table.references()) {
                boolean leads = !table.key().isEmpty() && table.key().get(0).equals(reference.column());
                if (!leads && !statements.contains(index("unique index", table, reference.column()))) {
                    statements.add(index("index", table, reference.column()));
                }
            }
        }
        return new ArrayList<>(statements);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(SqliteSchema::quoted).toList());
    }

    private static String index(String kind, Table<?> table, String column) {
        return "create " + kind + " " + quoted(table.identifier() + "_" + column + "_index") + " on "
                + quoted(table.identifier()) + " (" + quoted(column) + ")";
    }

    /**
     * A number has no declared type: a column of any numeric type would round text of more than 15 digits to a number of
     * 15, and in a column of type text 10 would sort before 9.
     */
    private static String type(ColumnType type) {
        return switch (type) {
            case INTEGER, BOOLEAN -> " integer";
            case NUMBER -> "";
            case STRING, DATE, INSTANT, LIST, JSON -> " text";
        };
    }
}
