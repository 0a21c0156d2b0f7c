package org.dealtracker.export;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dealtracker.export.PackageTexts.Sum;
import org.dealtracker.export.Product.Made;

/**
 * All tables with what says what they are, in one zip. The same tables give the same bytes: the entries have one order and
 * one date.
 */
final class PackageFile {
    static final String MANIFEST = "manifest.json";

    private PackageFile() {}

    static Made make(Path file, Material material) throws IOException {
        List<PackedTable> tables;
        try (TableDirectory directory = new TableDirectory(file.resolveSibling("tables"))) {
            material.rows(Dictionary.extracts(), directory::row);
            tables = directory.finish();
        }
        PackageTexts texts = new PackageTexts(material.about(), tables);
        Map<String, byte[]> beside = texts.all();
        try (ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> text : beside.entrySet()) {
                put(zip, text.getKey(), new ByteArrayInputStream(text.getValue()));
            }
            put(zip, MANIFEST, new ByteArrayInputStream(texts.manifest(sums(beside, tables))));
            for (PackedTable table : tables) {
                try (InputStream in = Files.newInputStream(table.file())) {
                    put(zip, table.path(), in);
                }
                Files.delete(table.file());
            }
        }
        return new Made(tables.stream().mapToLong(PackedTable::rows).sum(), null);
    }

    private static Map<String, Sum> sums(Map<String, byte[]> beside, List<PackedTable> tables) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        beside.forEach((path, bytes) -> sums.put(
                path, new Sum(bytes.length, Hashing.hex(Hashing.sha256().digest(bytes)), null)));
        tables.forEach(table -> sums.put(table.path(), new Sum(table.bytes(), table.sha256(), table.rows())));
        return sums;
    }

    private static void put(ZipOutputStream zip, String path, InputStream content) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(XlsxFile.NO_TIME);
        zip.putNextEntry(entry);
        content.transferTo(zip);
        zip.closeEntry();
    }
}
