package org.dealtracker.export;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/**
 * Tables as an SQLite database: keys, foreign keys and indexes on these, views over them, what each column means, and what
 * the file is. Tables come in any order, one at a time: {@link #begin}, {@link #row} for each row, {@link #end}. As with
 * {@link RowWriter}, the file is what it claims to be once {@link #finish} has returned, and the same rows in the same order
 * give the same bytes; whoever closes it before deletes what is left.
 */
final class SqliteFile implements Closeable {
    private static final int ROWS_OF_A_TRANSACTION = 10_000;

    /** A float gives back any decimal number of so many digits. */
    private static final int MOST_DIGITS = 15;

    /** The number of this arrangement of the file, for programs that open it. */
    private static final int FORMAT = 1;

    /** Nothing of this can be undone, and nothing need be: a file that was not finished is thrown away. */
    private static final List<String> SETTINGS = List.of(
            "page_size = 4096",
            "encoding = 'UTF-8'",
            "auto_vacuum = NONE",
            "journal_mode = OFF",
            "synchronous = OFF",
            "locking_mode = EXCLUSIVE",
            "foreign_keys = OFF",
            "cache_size = -16384",
            "temp_store = MEMORY");

    private final About about;
    private final Connection connection;
    private final Map<Table<?>, Long> ended = new LinkedHashMap<>();
    private Table<?> table;
    private PreparedStatement insert;
    private long rows;

    /** @param file which is replaced if it exists */
    SqliteFile(Path file, About about) throws IOException {
        this.about = about;
        Files.deleteIfExists(file);
        try {
            this.connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
        } catch (SQLException e) {
            throw failed("be opened", e);
        }
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute("pragma " + setting);
            }
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            close();
            throw failed("be set up", e);
        }
    }

    /** Begins a table; the one before must have ended. */
    void begin(Table<?> begun) throws IOException {
        table = begun;
        rows = 0;
        try {
            execute(SqliteSchema.create(begun));
            insert = connection.prepareStatement("insert into " + SqliteSchema.quoted(begun.identifier()) + " values ("
                    + String.join(", ", Collections.nCopies(begun.columns().size(), "?")) + ")");
        } catch (SQLException e) {
            throw failed("begin the table " + begun.name(), e);
        }
    }

    /** @param cells one for each column of the table that was begun, of its type's class or null */
    void row(Object[] cells) throws IOException {
        try {
            for (int i = 0; i < cells.length; i++) {
                bind(i + 1, cells[i]);
            }
            insert.executeUpdate();
            rows++;
            if (rows % ROWS_OF_A_TRANSACTION == 0) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw failed("take a row of " + table.name(), e);
        }
    }

    void end() throws IOException {
        try {
            insert.close();
            connection.commit();
            ended.put(table, rows);
        } catch (SQLException e) {
            throw failed("end the table " + table.name(), e);
        }
    }

    /**
     * Ends the file.
     *
     * @param all how many rows all tables have together
     * @throws IOException also where a row refers to one that is not there, or rows are missing
     */
    void finish(long all) throws IOException {
        long written = ended.values().stream().mapToLong(Long::longValue).sum();
        if (written != all) {
            throw new IOException("The database has " + written + " rows, and should have " + all + ".");
        }
        try {
            List<Table<?>> tables = new ArrayList<>(ended.keySet());
            for (String statement : SqliteSchema.indexes(tables)) {
                execute(statement);
            }
            describe(all);
            for (String statement : SqliteViews.of(tables)) {
                execute(statement);
            }
            execute("pragma user_version = " + FORMAT);
            connection.commit();
            checkReferences();
            connection.close();
        } catch (SQLException e) {
            throw failed("be finished", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failed("be closed", e);
        }
    }

    private void bind(int i, Object cell) throws SQLException {
        if (cell instanceof Long number) {
            insert.setLong(i, number);
        } else if (cell instanceof Boolean truth) {
            insert.setInt(i, truth ? 1 : 0);
        } else if (cell instanceof BigDecimal number) {
            bind(i, number);
        } else {
            insert.setString(i, ColumnType.text(cell));
        }
    }

    /** As a number where none of its digits is lost, so that it sorts and adds up as one; else as text. */
    private void bind(int i, BigDecimal number) throws SQLException {
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.scale() <= 0 && stripped.toBigInteger().bitLength() < Long.SIZE) {
            insert.setLong(i, stripped.longValueExact());
        } else if (stripped.precision() <= MOST_DIGITS) {
            insert.setDouble(i, stripped.doubleValue());
        } else {
            insert.setString(i, number.toPlainString());
        }
    }

    private void describe(long all) throws SQLException {
        execute("create table about (\"key\" text primary key not null, value text not null)");
        Map<String, String> facts = Facts.of(about);
        facts.put("rows", Long.toString(all));
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            insert("about", fact.getKey(), fact.getValue());
        }
        execute("create table tables (table_name text primary key not null, title text not null,"
                + " description text not null, \"rows\" integer not null)");
        execute("create table dictionary (table_name text not null references tables (table_name),"
                + " column_name text not null, type text not null, required integer not null, vocabulary text,"
                + " description text not null, primary key (table_name, column_name))");
        for (Map.Entry<Table<?>, Long> entry : ended.entrySet()) {
            Table<?> described = entry.getKey();
            String name = described.identifier();
            insert("tables", name, described.title(), described.description(), entry.getValue());
            for (Column<?> column : described.columns()) {
                insert(
                        "dictionary",
                        name,
                        column.name(),
                        column.type().code(),
                        column.required() ? 1 : 0,
                        column.vocabulary(),
                        column.description());
            }
        }
    }

    private void checkReferences() throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet dangling = statement.executeQuery("pragma foreign_key_check")) {
            if (dangling.next()) {
                throw new IOException("Row " + dangling.getLong("rowid") + " of " + dangling.getString("table")
                        + " refers to a row of " + dangling.getString("parent") + " that is not there.");
            }
        }
    }

    private void insert(String into, Object... values) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(values.length, "?"));
        try (PreparedStatement statement =
                connection.prepareStatement("insert into " + into + " values (" + marks + ")")) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static IOException failed(String what, SQLException cause) {
        return new IOException("The database could not " + what + ": " + cause.getMessage(), cause);
    }
}
