package org.dealtracker.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Fills one table of an SQLite database, and counts and sums up what it fills it with. */
final class SqliteTable implements Closeable {
    /** A float gives back any decimal number of so many digits. */
    private static final int MOST_DIGITS = 15;

    private final Table<?> table;
    private final PreparedStatement insert;
    private final MessageDigest digest = Hashing.sha256();
    private final CsvRows data;
    private long rows;

    SqliteTable(Table<?> table, Connection connection) throws SQLException {
        this.table = table;
        this.insert = connection.prepareStatement("insert into " + SqliteSchema.quoted(table.identifier()) + " values ("
                + String.join(", ", Collections.nCopies(table.columns().size(), "?")) + ")");
        this.data = new CsvRows(
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest)),
                table,
                Profile.RAW);
    }

    Table<?> table() {
        return table;
    }

    long rows() {
        return rows;
    }

    void row(Object[] cells) throws SQLException {
        for (int i = 0; i < cells.length; i++) {
            bind(i + 1, cells[i]);
        }
        insert.executeUpdate();
        data.row(cells);
        rows++;
    }

    /** SHA-256 of the raw CSV of all rows; after this there are no more. */
    String sum() throws IOException {
        data.finish(rows, null);
        return Hashing.hex(digest.digest());
    }

    private void bind(int i, Object cell) throws SQLException {
        if (cell instanceof Long number) {
            insert.setLong(i, number);
        } else if (cell instanceof Boolean truth) {
            insert.setInt(i, truth ? 1 : 0);
        } else if (cell instanceof BigDecimal number) {
            bind(i, number);
        } else if (cell instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.forEach(member -> array.add(member.toString()));
            insert.setString(i, array.toString());
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

    @Override
    public void close() throws IOException {
        try {
            insert.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
