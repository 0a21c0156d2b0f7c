package org.dealtracker.export;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dealtracker.export.Table.ForeignKey;

/** Everything that can be exported, and what every column of it says. */
record Overview(List<OfTable> tables, List<OfFile> files) {
    /**
     * A table.
     *
     * @param key the columns that tell a row from all others
     */
    record OfTable(
            String name,
            String title,
            String description,
            List<OfFile> files,
            List<String> key,
            List<OfColumn> columns) {}

    record OfFile(String name, String href, String contentType) {}

    /** @param references the column of another table whose values these are */
    record OfColumn(
            String name, String type, boolean required, String description, String vocabulary, Target references) {}

    record Target(String table, String column) {}

    static Overview all() {
        return new Overview(
                Dictionary.extracts().stream()
                        .map(extract -> of(extract.table()))
                        .toList(),
                WholeFiles.ALL.stream()
                        .map(product -> file(product.name(), product.contentType()))
                        .toList());
    }

    private static OfTable of(Table<?> table) {
        return new OfTable(
                table.name(),
                table.title(),
                table.description(),
                Arrays.stream(FileFormat.values())
                        .map(format -> file(table.name() + "." + format.code(), format.contentType()))
                        .toList(),
                table.key(),
                table.columns().stream().map(column -> of(table, column)).toList());
    }

    private static OfColumn of(Table<?> table, Column<?> column) {
        Stream<ForeignKey> keys =
                table.references().stream().filter(key -> key.column().equals(column.name()));
        return new OfColumn(
                column.name(),
                column.type().code(),
                column.required(),
                column.description(),
                column.vocabulary(),
                keys.findFirst()
                        .map(key -> new Target(key.table(), key.target()))
                        .orElse(null));
    }

    private static OfFile file(String name, String contentType) {
        return new OfFile(name, Orders.PATH + name, contentType);
    }
}
