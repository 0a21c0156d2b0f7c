package org.dealtracker.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes all tables at once, each as raw CSV into a file of its own: byte for byte what the table's own export is. */
final class TableDirectory implements Closeable {
    private final Path directory;
    private final Map<String, Writing> tables = new LinkedHashMap<>();

    TableDirectory(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        try {
            for (Extract<?> extract : Dictionary.extracts()) {
                tables.put(extract.table().name(), new Writing(extract.table()));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private final class Writing {
        private final Table<?> table;
        private final Path file;
        private final MessageDigest digest = Hashing.sha256();
        private final CsvRows csv;
        private long rows;

        Writing(Table<?> table) throws IOException {
            this.table = table;
            this.file = directory.resolve(table.name() + ".csv");
            this.csv = new CsvRows(
                    new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(file), digest)),
                    table,
                    Profile.RAW);
        }

        PackedTable finish() throws IOException {
            csv.finish(rows, null);
            csv.close();
            return new PackedTable(table, file, rows, Files.size(file), Hashing.hex(digest.digest()));
        }
    }

    void row(Table<?> table, Object[] cells) {
        Writing writing = tables.get(table.name());
        writing.csv.row(cells);
        writing.rows++;
    }

    /** Ends all files. */
    List<PackedTable> finish() throws IOException {
        List<PackedTable> packed = new ArrayList<>();
        for (Writing writing : tables.values()) {
            packed.add(writing.finish());
        }
        return packed;
    }

    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (Writing writing : tables.values()) {
            try {
                writing.csv.close();
            } catch (UncheckedIOException e) {
                failed = failed == null ? e.getCause() : failed;
            } catch (IOException e) {
                failed = failed == null ? e : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
