package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What DuckDB reads of Parquet files, and of the same rows as CSV and as JSON Lines. */
class ParquetRowsTest {
    private static final Table<?> TABLE = SampleRows.EVERY_TYPE;
    private static Duck duck;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open() throws IOException {
        duck = new Duck();
    }

    @AfterAll
    static void close() throws IOException {
        duck.close();
    }

    private Path write(Table<?> table, List<Object[]> rows) throws IOException {
        return SampleRows.write(
                directory.resolve("rows.parquet"), rows, file -> new ParquetRows(file, table, SampleRows.ABOUT));
    }

    private void assertSameInAllFormats(Table<?> table, List<Object[]> rows) throws IOException {
        List<List<String>> words = Duck.words(table, rows);
        assertSame("parquet", duck.ofParquet(write(table, rows), table), words);
        Path csv = SampleRows.write(
                directory.resolve("rows.csv"),
                rows,
                file -> new CsvRows(new BufferedOutputStream(Files.newOutputStream(file)), table, Profile.RAW));
        assertSame("csv", duck.ofCsv(csv, table), words);
        Path lines = SampleRows.write(
                directory.resolve("rows.jsonl"),
                rows,
                file -> new JsonRows(new BufferedOutputStream(Files.newOutputStream(file)), table));
        // Of a number in JSON the reader takes a double.
        assertSame("jsonl", doubles(table, duck.ofJsonLines(lines, table)), doubles(table, words));
    }

    private static List<List<String>> doubles(Table<?> table, List<List<String>> rows) {
        List<List<String>> doubles = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(row);
            for (int c = 0; c < cells.size(); c++) {
                if (table.columns().get(c).type() == ColumnType.NUMBER && cells.get(c) != null) {
                    cells.set(c, Double.toString(Double.parseDouble(cells.get(c))));
                }
            }
            doubles.add(cells);
        }
        return doubles;
    }

    private static void assertSame(String format, List<List<String>> read, List<List<String>> written) {
        assertThat(read).as(format).hasSameSizeAs(written);
        for (int i = 0; i < written.size(); i++) {
            for (int c = 0; c < written.get(i).size(); c++) {
                assertThat(read.get(i).get(c))
                        .as("%s, row %s, column %s", format, i, c)
                        .isEqualTo(written.get(i).get(c));
            }
        }
    }

    @Test
    void everyCellComesBackAsWhatItWasFromEachFormat() throws IOException {
        assertSameInAllFormats(TABLE, SampleRows.everyType());
    }

    static List<Table<?>> tables() {
        return SampleRows.tables().toList();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyTableOfTheRegisterComesBackFromEachFormat(Table<?> table) throws IOException {
        assertSameInAllFormats(table, SampleRows.of(table));
    }

    @Test
    void columnsHaveTypesOfTheirOwn() throws IOException {
        String file = Duck.parquet(write(TABLE, SampleRows.everyType()));
        assertThat(duck.rows("select column_name, column_type from (describe select * from " + file + ")"))
                .containsExactly(
                        List.of("slug", "VARCHAR"),
                        List.of("values", "VARCHAR"),
                        List.of("count", "BIGINT"),
                        List.of("number", "DECIMAL(36,6)"),
                        List.of("select", "BOOLEAN"),
                        List.of("date", "DATE"),
                        List.of("to_stage", "TIMESTAMP WITH TIME ZONE"),
                        List.of("group", "VARCHAR[]"),
                        List.of("order", "JSON"));
    }

    @Test
    void aReaderCanSkipRowsByTheLeastAndTheMostOfAColumn() throws IOException {
        Path file = write(TABLE, SampleRows.everyType());
        assertThat(duck.rows("select path_in_schema, stats_min_value, stats_max_value, stats_null_count, compression"
                        + " from parquet_metadata('" + file + "') where path_in_schema in ('count', 'date')"))
                .containsExactly(
                        List.of("count", Long.toString(Long.MIN_VALUE), Long.toString(Long.MAX_VALUE), "1", "ZSTD"),
                        List.of("date", "0001-01-01", "9999-12-31", "1", "ZSTD"));
        assertThat(duck.rows("select slug from " + Duck.parquet(file) + " where \"count\" = 9007199254740993"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void theFooterSaysWhatTheFileIs() throws IOException {
        List<Object[]> rows = SampleRows.everyType();
        Path file = write(TABLE, rows);
        assertThat(duck.rows("select decode(key), decode(value) from parquet_kv_metadata('" + file + "')"))
                .contains(
                        List.of("filter", SampleRows.ABOUT.filter()),
                        List.of("scope", SampleRows.ABOUT.scope()),
                        List.of("n", "4711"),
                        List.of("at", "2026-01-31T12:00:00.123456Z"),
                        List.of("log_id", SampleRows.ABOUT.logId().toString()),
                        List.of("chain", SampleRows.ABOUT.chain()),
                        List.of("licence", "CC-BY-4.0"),
                        List.of("publisher", SampleRows.ABOUT.publisher()),
                        List.of("address", SampleRows.ABOUT.address()),
                        List.of("rows", Integer.toString(rows.size())),
                        List.of("csv_sha256", SampleRows.SHA256),
                        List.of("checksum", Facts.CHECKSUM));
    }

    @Test
    void aTableWithoutRowsHasItsColumns() throws IOException {
        Path file = write(TABLE, List.of());
        assertThat(duck.rows("select count(*) from " + Duck.parquet(file))).containsExactly(List.of("0"));
        assertThat(duck.rows("describe select * from " + Duck.parquet(file))).hasSameSizeAs(TABLE.columns());
    }

    /** More than one group, so that neither the writer nor a reader ever holds all. */
    @Test
    void manyBytesAreInSeveralGroupsOfBoundedSize() throws IOException {
        Random random = new Random(7);
        byte[] bytes = new byte[750];
        Path file = many(30_000, i -> {
            random.nextBytes(bytes);
            return Base64.getEncoder().encodeToString(bytes);
        });
        List<List<String>> groups = duck.rows("select row_group_id, sum(total_compressed_size) > " + (10 << 20)
                + " from parquet_metadata('" + file + "') group by row_group_id");
        assertThat(groups).hasSizeGreaterThan(2).allMatch(group -> group.get(1).equals("false"));
    }

    @Test
    void manySmallRowsAreInSeveralGroupsToo() throws IOException {
        Path file = many(250_000, Integer::toString);
        assertThat(duck.rows("select distinct row_group_id, row_group_num_rows from parquet_metadata('" + file
                        + "') order by 1"))
                .containsExactly(List.of("0", "122880"), List.of("1", "122880"), List.of("2", "4240"));
    }

    private Path many(int rows, IntFunction<String> text) throws IOException {
        Path file = directory.resolve("many.parquet");
        try (RowWriter writer = new ParquetRows(file, TABLE, SampleRows.ABOUT)) {
            for (int i = 0; i < rows; i++) {
                writer.row(new Object[] {"row-" + i, text.apply(i), (long) i, null, null, null, null, null, null});
            }
            writer.finish(rows, SampleRows.SHA256);
        }
        assertThat(duck.rows("select count(*), sum(\"count\"), count(distinct \"values\") from " + Duck.parquet(file)))
                .containsExactly(List.of("" + rows, "" + (long) rows * (rows - 1) / 2, "" + rows));
        return file;
    }

    @Test
    void theSameRowsGiveTheSameBytesWhereverTheyAreWritten() throws IOException {
        List<Object[]> rows = SampleRows.everyType();
        byte[] here = Files.readAllBytes(write(TABLE, rows));
        byte[] there = SampleRows.elsewhere(directory.resolve("elsewhere.parquet"), file -> {
            try {
                SampleRows.write(file, rows, to -> new ParquetRows(to, TABLE, SampleRows.ABOUT));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(there).isEqualTo(here);
    }

    @Test
    void aFileThatWasGivenUpCannotBeRead() throws IOException {
        Path file = directory.resolve("part.parquet");
        RowWriter writer = new ParquetRows(file, TABLE, SampleRows.ABOUT);
        for (Object[] row : SampleRows.everyType()) {
            writer.row(row);
        }
        writer.close();
        assertThatCode(writer::close).doesNotThrowAnyException();
        assertThatThrownBy(() -> duck.rows("select * from " + Duck.parquet(file)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aRequiredCellThatHoldsNothingIsRefused() throws IOException {
        try (RowWriter writer = new ParquetRows(directory.resolve("no.parquet"), TABLE, SampleRows.ABOUT)) {
            assertThatThrownBy(() -> writer.row(new Object[9]))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("slug");
        }
    }

    @Test
    void aNumberThatTheColumnCannotHoldIsRefusedAndNotRounded() throws IOException {
        for (String number : List.of("0.0000001", "1" + "0".repeat(30))) {
            Object[] row = new Object[9];
            row[0] = "number";
            row[3] = new BigDecimal(number);
            try (RowWriter writer = new ParquetRows(directory.resolve("no.parquet"), TABLE, SampleRows.ABOUT)) {
                assertThatThrownBy(() -> writer.row(row)).isInstanceOf(ArithmeticException.class);
            }
        }
    }
}
