package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.dealtracker.support.Bodies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells as CSV has them, byte by byte. */
class CsvRowsTest {
    private static final Table<Object[]> ONE_OF_EACH = new Table<>(
            "one-of-each",
            "One of each",
            "A cell of each type.",
            List.of(
                    column("string", ColumnType.STRING),
                    column("integer", ColumnType.INTEGER),
                    column("number", ColumnType.NUMBER),
                    column("boolean", ColumnType.BOOLEAN),
                    column("date", ColumnType.DATE),
                    column("datetime", ColumnType.INSTANT),
                    column("list", ColumnType.LIST),
                    column("json", ColumnType.JSON)),
            List.of("string"),
            List.of());

    private static Column<Object[]> column(String name, ColumnType type) {
        return new Column<>(name, type, "A cell.", row -> row[type.ordinal()]);
    }

    private static String written(Profile profile, Object... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvRows csv = new CsvRows(out, ONE_OF_EACH, profile)) {
            csv.row(cells);
            csv.finish(1, null);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        String header = "string,integer,number,boolean,date,datetime,list,json\r\n";
        assertThat(text).startsWith(header).endsWith("\r\n");
        return text.substring(header.length(), text.length() - 2);
    }

    private static String text(Profile profile, String text) throws IOException {
        String line = written(profile, text, null, null, null, null, null, null, null);
        assertThat(line).endsWith(",,,,,,,");
        return line.substring(0, line.length() - 7);
    }

    @Test
    void eachTypeHasOneSpelling() throws IOException {
        assertThat(written(
                        Profile.RAW,
                        "words",
                        -12L,
                        new BigDecimal("4E+9"),
                        true,
                        LocalDate.of(2025, 12, 22),
                        Instant.parse("2026-01-31T12:00:00.123456Z"),
                        List.of("a", "b"),
                        Bodies.value("['a;b', 'c']")))
                .isEqualTo(
                        "words,-12,4000000000,true,2025-12-22,2026-01-31T12:00:00.123456Z,a;b,\"[\"\"a;b\"\",\"\"c\"\"]\"");
    }

    @Test
    void nothingRecordedIsNotAnEmptyText() throws IOException {
        assertThat(text(Profile.RAW, null)).isEmpty();
        assertThat(text(Profile.RAW, "")).isEqualTo("\"\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\u05d4\u05e1\u05db\u05dd",
                "\ud83d\ude80",
                "'",
                " x "
            })
    void rawIsWhatWasRecorded(String text) throws IOException {
        assertThat(text(Profile.RAW, text)).isEqualTo(text);
    }

    @Test
    void whatWouldSplitACellIsQuoted() throws IOException {
        assertThat(text(Profile.RAW, "a,b")).isEqualTo("\"a,b\"");
        assertThat(text(Profile.RAW, "say \"no\"")).isEqualTo("\"say \"\"no\"\"\"");
        assertThat(text(Profile.RAW, "two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(text(Profile.RAW, "two\r\nlines")).isEqualTo("\"two\r\nlines\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\tx", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20x"})
    void aSpreadsheetGetsNoFormula(String text) throws IOException {
        assertThat(text(Profile.SPREADSHEET, text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1+1", "x=1", "'quoted", " =1", "(-1)"})
    void aSpreadsheetGetsOtherTextsAsTheyAre(String text) throws IOException {
        assertThat(text(Profile.SPREADSHEET, text)).isEqualTo(text);
    }

    @Test
    void aSpreadsheetGetsNumbersAsNumbers() throws IOException {
        assertThat(written(
                        Profile.SPREADSHEET,
                        "x",
                        -5L,
                        new BigDecimal("-0.5"),
                        false,
                        null,
                        null,
                        List.of("=a", "b"),
                        Bodies.value("{'=a': 1}")))
                .isEqualTo("x,-5,-0.5,false,,,'=a;b,\"{\"\"=a\"\":1}\"");
    }
}
