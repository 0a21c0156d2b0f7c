package org.dealtracker.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.dealtracker.export.Product.Made;

/** The files of single tables. All formats of a table carry one checksum, that of its raw CSV, by which they are compared. */
final class TableFiles {
    private static final int BUFFER = 1 << 16;

    private TableFiles() {}

    static Product of(Extract<?> extract, FileFormat format, Profile profile) {
        return new Product(
                extract.table().name() + "." + format.code(),
                format.contentType(),
                (file, material) -> make(extract, format, profile, file, material));
    }

    private static Made make(Extract<?> extract, FileFormat format, Profile profile, Path file, Material material)
            throws IOException {
        if (format == FileFormat.CSV && profile == Profile.RAW) {
            return csv(extract, file, material);
        }
        MessageDigest digest = Hashing.sha256();
        try (RowWriter writer = writer(extract.table(), format, profile, file, material.about());
                RowWriter data = raw(OutputStream.nullOutputStream(), digest, extract)) {
            long rows = material.rows(extract, cells -> {
                writer.row(cells);
                data.row(cells);
            });
            data.finish(rows, null);
            String sha256 = Hashing.hex(digest.digest());
            writer.finish(rows, sha256);
            return new Made(rows, sha256);
        }
    }

    private static Made csv(Extract<?> extract, Path file, Material material) throws IOException {
        MessageDigest digest = Hashing.sha256();
        try (RowWriter writer = raw(create(file), digest, extract)) {
            long rows = material.rows(extract, writer::row);
            writer.finish(rows, null);
            return new Made(rows, Hashing.hex(digest.digest()));
        }
    }

    private static CsvRows raw(OutputStream to, MessageDigest digest, Extract<?> extract) {
        return new CsvRows(
                new BufferedOutputStream(new DigestOutputStream(to, digest), BUFFER), extract.table(), Profile.RAW);
    }

    private static RowWriter writer(Table<?> table, FileFormat format, Profile profile, Path file, About about)
            throws IOException {
        return switch (format) {
            case CSV -> new CsvRows(new BufferedOutputStream(create(file), BUFFER), table, profile);
            case JSONL -> new JsonRows(new BufferedOutputStream(create(file), BUFFER), table);
            case XLSX -> new XlsxRows(file, table, about);
            case PARQUET -> new ParquetRows(file, table, about);
        };
    }

    private static OutputStream create(Path file) throws IOException {
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
