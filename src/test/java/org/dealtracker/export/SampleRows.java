package org.dealtracker.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dealtracker.http.Json;

/** Rows that files of any format have to hold, for the register's own tables and for one with a column of each type. */
final class SampleRows {
    static final About ABOUT = new About(
            "awkward.any",
            "stage=agreed&supplier=china",
            UUID.fromString("0192f5c4-7a10-7b5e-8c1d-0123456789ab"),
            4711,
            Instant.parse("2026-01-31T12:00:00.123456Z"),
            "c0ffee".repeat(10) + "c0de",
            "https://deals.example.org/exports/awkward.any?asOfSeq=4711",
            "Register <of> \"deals\" & Söhne",
            "CC-BY-4.0");

    static final String SHA256 = "ab".repeat(32);

    /** Some of the names are words of SQL. */
    static final Table<Object[]> EVERY_TYPE = new Table<>(
            "every-type",
            "Every type <&>",
            "One column of each type.",
            List.of(
                    column(0, "slug", ColumnType.STRING).always(),
                    column(1, "values", ColumnType.STRING),
                    column(2, "count", ColumnType.INTEGER),
                    column(3, "number", ColumnType.NUMBER),
                    column(4, "select", ColumnType.BOOLEAN),
                    column(5, "date", ColumnType.DATE),
                    column(6, "to_stage", ColumnType.INSTANT),
                    column(7, "group", ColumnType.LIST).codes("stages"),
                    column(8, "order", ColumnType.JSON)),
            List.of("slug"),
            List.of());

    static final List<String> TEXTS = List.of(
            "",
            "plain",
            " space before and after ",
            "\"quoted\", 'twice'; and\\ again",
            "two\nlines\r\nand a tab\there\r",
            "‏عقد 4 مليارات‎ – صفقة JF-17",
            "🛩️ in pairs 👩‍✈️ 中國",
            "\u0001 and \u001f and \u007f\u0085",
            "=cmd|' /C calc'!A0",
            "+1-1",
            "@SUM(1)",
            "_x0041_ and _x000D_x000A_",
            "_x0041\u0001",
            "<b>&amp;</b>]]>",
            "\ufffe\uffff",
            "x".repeat(10_000),
            "007",
            "1e3",
            "NULL");

    static final List<BigDecimal> NUMBERS = Stream.of(
                    "0",
                    "-0.5",
                    "4000000000",
                    "0.000001",
                    "123456789012345",
                    "9007199254740993",
                    "9223372036854775807",
                    "9223372036854775808",
                    "999999999999999999999999.999999",
                    "-999999999999999999999999.999999",
                    "123456789.123456",
                    "1234567890.123456")
            .map(BigDecimal::new)
            .toList();

    static final List<Long> INTEGERS =
            List.of(0L, -1L, 16L, 999_999_999_999_999L, 9_007_199_254_740_993L, Long.MAX_VALUE, Long.MIN_VALUE);

    static final List<LocalDate> DATES = Stream.of(
                    "0001-01-01", "1899-12-31", "1900-02-28", "1900-03-01", "2024-02-29", "2025-12-22", "9999-12-31")
            .map(LocalDate::parse)
            .toList();

    static final List<Instant> INSTANTS = Stream.of(
                    "0001-01-01T00:00:00Z",
                    "1900-02-28T23:59:59.999999Z",
                    "1969-12-31T23:59:59.999999Z",
                    "2026-01-31T12:00:00.123456Z",
                    "2026-03-28T20:15:00Z",
                    "9999-12-31T23:59:59.999999Z")
            .map(Instant::parse)
            .toList();

    static final List<List<String>> LISTS =
            List.of(List.of("one"), List.of("china", "", "_x0041_"), List.of("=a", "b"));

    private SampleRows() {}

    /** Rows of {@link #EVERY_TYPE} in which each of the values above is once at least, and one in which all is null that may be. */
    static List<Object[]> everyType() {
        List<Object[]> rows = new ArrayList<>();
        rows.add(new Object[] {"nothing", null, null, null, null, null, null, null, null});
        for (int i = 0; i < TEXTS.size(); i++) {
            rows.add(new Object[] {
                "row-" + i,
                TEXTS.get(i),
                nth(INTEGERS, i),
                nth(NUMBERS, i),
                i % 2 == 0,
                nth(DATES, i),
                nth(INSTANTS, i),
                nth(LISTS, i),
                Json.object().putArray("texts").add(TEXTS.get(i))
            });
        }
        return rows;
    }

    /** Awkward rows of a table of the register, which refer to rows of the same number in other tables. */
    static List<Object[]> of(Table<?> table) {
        Set<String> names = new LinkedHashSet<>(table.key());
        names.add("slug");
        table.references().forEach(reference -> names.add(reference.column()));
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            Object[] cells = new Object[table.columns().size()];
            for (int c = 0; c < cells.length; c++) {
                Column<?> column = table.columns().get(c);
                cells[c] = i == 0 && !column.required() ? null : cell(column, i, c, names.contains(column.name()));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static Object cell(Column<?> column, int i, int c, boolean name) {
        return switch (column.type()) {
            case STRING -> name ? "row-" + i : nth(TEXTS, i + c);
            case INTEGER -> name ? (Long) (long) i : nth(INTEGERS, i + c);
            case NUMBER -> nth(NUMBERS, i + c);
            case BOOLEAN -> (i + c) % 2 == 0;
            case DATE -> nth(DATES, i + c);
            case INSTANT -> nth(INSTANTS, i + c);
            case LIST -> nth(LISTS, i + c);
            case JSON -> Json.object().put("text", nth(TEXTS, i + c));
        };
    }

    /** All tables that the register exports. */
    static Stream<Table<?>> tables() {
        return Dictionary.extracts().stream().map(Extract::table);
    }

    static <T> T nth(List<T> values, int i) {
        return values.get(i % values.size());
    }

    private static Column<Object[]> column(int i, String name, ColumnType type) {
        return new Column<>(name, type, "Holds <" + type.code() + ">.", row -> row[i]);
    }

    /** Makes a writer for a file. */
    @FunctionalInterface
    interface Opening {
        RowWriter open(Path file) throws IOException;
    }

    /** Writes a whole file. */
    static Path write(Path file, List<Object[]> rows, Opening opening) throws IOException {
        try (RowWriter writer = opening.open(file)) {
            for (Object[] row : rows) {
                writer.row(row);
            }
            writer.finish(rows.size(), SHA256);
        }
        return file;
    }

    /** The bytes of a file that is written where other digits and another clock are the custom. */
    static byte[] elsewhere(Path file, Consumer<Path> writing) throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            writing.accept(file);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        return Files.readAllBytes(file);
    }
}
