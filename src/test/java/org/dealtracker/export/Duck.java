package org.dealtracker.export;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads files with DuckDB, which wrote none of them. */
final class Duck implements Closeable {
    private final Connection connection;

    Duck() throws IOException {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** All cells of a query as text; null stays null. */
    List<List<String>> rows(String sql) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                String[] row = new String[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = result.getString(i + 1);
                }
                rows.add(Arrays.asList(row));
            }
        } catch (SQLException e) {
            throw new IOException(sql, e);
        }
        return rows;
    }

    static String parquet(Path file) {
        return "read_parquet('" + file + "')";
    }

    /** All columns as text: a quoted empty one is not the same as none. */
    static String csv(Path file) {
        return "read_csv('" + file + "', header = true, all_varchar = true, nullstr = '', allow_quoted_nulls = false,"
                + " delim = ',', quote = '\"', escape = '\"', auto_detect = false, parallel = false, columns = {%s})";
    }

    /** The rows of a Parquet file, in the words of {@link #words(Table, List)}. */
    List<List<String>> ofParquet(Path file, Table<?> table) throws IOException {
        return rows("select " + select(table, "%s", "array_to_string(%s, ';')") + " from " + parquet(file));
    }

    /** The rows of a raw CSV file, in the words of {@link #words(Table, List)}. */
    List<List<String>> ofCsv(Path file, Table<?> table) throws IOException {
        String columns = table.columns().stream()
                .map(column -> "'" + column.name() + "': 'VARCHAR'")
                .collect(Collectors.joining(", "));
        return rows("select " + select(table, "%s", "%s") + " from " + csv(file).formatted(columns));
    }

    /** The rows of a file of JSON Lines, in the words of {@link #words(Table, List)}. */
    List<List<String>> ofJsonLines(Path file, Table<?> table) throws IOException {
        String columns = table.columns().stream()
                .map(column -> "'" + column.name() + "': '" + jsonType(column.type()) + "'")
                .collect(Collectors.joining(", "));
        return rows("select " + select(table, "%s", "array_to_string(%s, ';')") + " from read_json('" + file
                + "', format = 'newline_delimited', columns = {" + columns + "})");
    }

    private static String jsonType(ColumnType type) {
        return switch (type) {
            case LIST -> "VARCHAR[]";
            case JSON -> "JSON";
            case NUMBER, STRING, INTEGER, BOOLEAN, DATE, INSTANT -> "VARCHAR";
        };
    }

    private static String select(Table<?> table, String any, String list) {
        return table.columns().stream()
                .map(column -> {
                    String name = '"' + column.name() + '"';
                    return switch (column.type()) {
                        case LIST -> list.formatted(name);
                        case STRING, JSON -> name + "::varchar";
                        case INTEGER -> name + "::bigint::varchar";
                        case NUMBER -> name + "::decimal(36, 6)::varchar";
                        case BOOLEAN -> name + "::boolean::varchar";
                        case DATE -> name + "::date::varchar";
                        case INSTANT -> "epoch_us(" + name + "::timestamptz)::varchar";
                    };
                })
                .map(any::formatted)
                .collect(Collectors.joining(", "));
    }

    /** Rows as the methods above give them back. */
    static List<List<String>> words(Table<?> table, List<Object[]> rows) {
        List<List<String>> words = new ArrayList<>();
        for (Object[] cells : rows) {
            List<String> row = new ArrayList<>();
            for (int i = 0; i < cells.length; i++) {
                row.add(word(table.columns().get(i).type(), cells[i]));
            }
            words.add(row);
        }
        return words;
    }

    private static String word(ColumnType type, Object cell) {
        if (cell == null) {
            return null;
        }
        return switch (type) {
            case NUMBER ->
                ((BigDecimal) cell).setScale(6, RoundingMode.UNNECESSARY).toPlainString();
            case INSTANT -> Long.toString(ColumnType.micros((Instant) cell));
            case STRING, INTEGER, BOOLEAN, DATE, LIST, JSON -> ColumnType.text(cell);
        };
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
