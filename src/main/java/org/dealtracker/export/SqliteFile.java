package org.dealtracker.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/**
 * Tables as an SQLite database: keys, foreign keys and indexes on these, views over them, what each column means, and what
 * the file is. Rows of different tables come in any order. As with {@link RowWriter}, the file is what it claims to be once
 * {@link #finish} has returned, and the same rows in the same order give the same bytes; whoever closes it before deletes
 * what is left.
 */
final class SqliteFile implements Closeable {
    private static final int ROWS_OF_A_TRANSACTION = 10_000;

    /** The number of this arrangement of the file, for programs that open it. */
    private static final int FORMAT = 1;

    /**
     * Nothing of this can be undone, and nothing need be: a file that was not finished is thrown away. Foreign keys are
     * looked at when all rows are there.
     */
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

    static final String FORMS =
            "Lists are JSON arrays of texts (json_each takes them apart), truth values 0 or 1, days and"
                    + " instants in UTC ISO 8601 text. Numbers of more than 15 digits that are no whole 64-bit numbers are text,"
                    + " since SQLite would round them. Nothing recorded is null; an empty text is ''. Set PRAGMA foreign_keys = ON"
                    + " to have the keys kept when you change something.";

    private static final String CHECKSUM =
            "csv_sha256 in the table tables is the SHA-256 of the same rows as CSV in the raw"
                    + " profile, byte for byte, as the register gives it out with the same filter as of the same n.";

    private final About about;
    private final Connection connection;
    private final Map<String, SqliteTable> tables = new LinkedHashMap<>();
    private long rows;

    /**
     * @param file which is not there yet
     * @param tables all that it will have
     */
    SqliteFile(Path file, About about, Collection<Table<?>> tables) throws IOException {
        this.about = about;
        Files.deleteIfExists(file);
        try {
            this.connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
        } catch (SQLException e) {
            throw failed("be opened", e);
        }
        try {
            begin(tables);
        } catch (SQLException e) {
            close();
            throw failed("be set up", e);
        }
    }

    private void begin(Collection<Table<?>> all) throws SQLException {
        for (String setting : SETTINGS) {
            execute("pragma " + setting);
        }
        connection.setAutoCommit(false);
        for (Table<?> table : all) {
            execute(SqliteSchema.create(table));
        }
        // Before there are rows: to sort them afterwards would need room for all of them.
        for (String statement : SqliteSchema.indexes(all)) {
            execute(statement);
        }
        for (Table<?> table : all) {
            tables.put(table.name(), new SqliteTable(table, connection));
        }
    }

    /** @param cells one for each column of the table, of its type's class or null */
    void row(Table<?> table, Object[] cells) throws IOException {
        try {
            tables.get(table.name()).row(cells);
            rows++;
            if (rows % ROWS_OF_A_TRANSACTION == 0) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw failed("take a row of " + table.name(), e);
        }
    }

    /**
     * Ends the file.
     *
     * @return how many rows all tables have together
     * @throws IOException also where a row refers to one that is not there
     */
    long finish() throws IOException {
        try {
            checkReferences();
            describe();
            for (String statement : SqliteViews.of(
                    tables.values().stream().map(SqliteTable::table).toList())) {
                execute(statement);
            }
            execute("pragma user_version = " + FORMAT);
            connection.commit();
        } catch (SQLException e) {
            throw failed("be finished", e);
        }
        close();
        return rows;
    }

    @Override
    public void close() throws IOException {
        // With the connection go its statements; whether one of them can be closed does not matter then.
        try (connection) {
            for (SqliteTable table : tables.values()) {
                table.close();
            }
        } catch (SQLException e) {
            throw failed("be closed", e);
        }
    }

    private void describe() throws SQLException, IOException {
        execute("create table about (\"key\" text primary key not null, value text not null)");
        Map<String, String> facts = Facts.of(about);
        facts.put("rows", Long.toString(rows));
        facts.put("checksum", CHECKSUM);
        facts.put("forms", FORMS);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            insert("about", fact.getKey(), fact.getValue());
        }
        execute("create table tables (table_name text primary key not null, title text not null,"
                + " description text not null, \"rows\" integer not null, csv_sha256 text not null)");
        execute("create table dictionary (table_name text not null references tables (table_name),"
                + " column_name text not null, type text not null, required integer not null, vocabulary text,"
                + " description text not null, primary key (table_name, column_name))");
        for (SqliteTable filled : tables.values()) {
            Table<?> table = filled.table();
            String name = table.identifier();
            insert("tables", name, table.title(), table.description(), filled.rows(), filled.sum());
            for (Column<?> column : table.columns()) {
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
