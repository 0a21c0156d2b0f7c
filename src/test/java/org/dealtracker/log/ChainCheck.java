package org.dealtracker.log;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.dealtracker.support.Login;

/**
 * Recomputes the chain of hashes from the tables, by what the documentation says of its encoding and without a line of
 * the code that made it.
 */
final class ChainCheck {
    private static final String ENTRIES = """
            select n, (extract(epoch from at) * 1000000)::bigint, kind, replace(record_id::text, '-', ''), slug,
                revision, op, change_type, significance, cause, array_length(changed, 1), changed, format,
                salt, document, reason, actor, payload_hash, hash
            from log order by n""";

    private ChainCheck() {}

    /** What is wrong with the chain; empty when it is whole. */
    static List<String> faults(Login login) throws SQLException, IOException, GeneralSecurityException {
        List<String> faults = new ArrayList<>();
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.setFetchSize(500);
            long headN;
            byte[] headHash;
            byte[] hash;
            try (ResultSet head =
                    statement.executeQuery("select n, hash, replace(log_id::text, '-', '') from log_head")) {
                head.next();
                headN = head.getLong(1);
                headHash = head.getBytes(2);
                hash = sha256(HexFormat.of().parseHex(head.getString(3)));
            }
            long n = 0;
            try (ResultSet entry = statement.executeQuery(ENTRIES)) {
                while (entry.next()) {
                    n++;
                    if (entry.getLong(1) != n) {
                        faults.add("entry " + entry.getLong(1) + " stands where " + n + " should");
                    }
                    hash = sha256(link(hash, entry));
                    if (!Arrays.equals(payload(entry), entry.getBytes(18))) {
                        faults.add("the payload of " + n + " is not what was hashed");
                    }
                    if (!Arrays.equals(hash, entry.getBytes(19))) {
                        faults.add("the link to " + n + " is broken");
                    }
                }
            }
            if (headN != n || !Arrays.equals(headHash, hash)) {
                faults.add("the head says " + headN + ", the last entry is " + n);
            }
        }
        return faults;
    }

    private static byte[] link(byte[] previous, ResultSet entry) throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        part(out, previous);
        number(out, entry.getLong(1));
        number(out, entry.getLong(2));
        text(out, entry.getString(3));
        part(out, HexFormat.of().parseHex(entry.getString(4)));
        text(out, entry.getString(5));
        number(out, entry.getLong(6));
        text(out, entry.getString(7));
        text(out, entry.getString(8));
        text(out, entry.getString(9));
        long cause = entry.getLong(10);
        number(out, entry.wasNull() ? -1 : cause);
        number(out, entry.getLong(11));
        for (Object changed : (Object[]) entry.getArray(12).getArray()) {
            text(out, (String) changed);
        }
        number(out, entry.getLong(13));
        part(out, entry.getBytes(18));
        return bytes.toByteArray();
    }

    private static byte[] payload(ResultSet entry) throws SQLException, IOException, GeneralSecurityException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        part(out, entry.getBytes(14));
        part(out, entry.getBytes(15));
        text(out, entry.getString(16));
        text(out, entry.getString(17));
        return sha256(bytes.toByteArray());
    }

    private static void number(DataOutputStream out, long number) throws IOException {
        out.writeInt(8);
        out.writeLong(number);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        part(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private static void part(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part == null ? -1 : part.length);
        if (part != null) {
            out.write(part);
        }
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
