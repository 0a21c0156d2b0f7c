package org.dealtracker.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.dealtracker.export.XlsxFile.Style;

/**
 * Rows as an Excel workbook. Numbers, dates, instants (in UTC) and truth values are cells of those types where Excel holds
 * them; what it would round, or has no date for, is text instead. A cell is never a formula. The sheet {@code about}, the
 * last one, says what the file is and what its columns mean.
 */
final class XlsxRows implements RowWriter {
    /** What Excel opens, the header among them. */
    private static final long MOST_ROWS = 1_048_576;

    /** A sheet of 4 GiB, which this many characters never fill, would have to be packed in a way that Excel cannot read. */
    private static final long MOST_CHARACTERS = 1L << 30;

    private static final int LONGEST_NAME = 31;

    private static final String LIMITS = "Numbers of more than 15 digits and days before 1900-03-01 are text, since a"
            + " spreadsheet would change them; instants are in UTC. A cell holds at most 32,767 characters: of longer text it"
            + " has the beginning, and ends with a mark that says so. Rows beyond the 1,048,576th of a sheet are in further"
            + " sheets. Nothing recorded is an empty cell; an empty text is a cell with no characters. No cell is a formula.";

    /** Excel keeps and shows no more digits; a double gives back any number of so many. */
    private static final int MOST_DIGITS = 15;

    /** The day whose number is 0, for days from the one on at which Excel's calendar is right: in it 1900 is a leap year. */
    private static final long DAY_ZERO = LocalDate.of(1899, 12, 30).toEpochDay();

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final long MICROS_OF_DAY = ChronoUnit.DAYS.getDuration().toNanos() / 1000;

    /** Enough to tell one microsecond from the next, as far as Excel's numbers do: a cell shows milliseconds. */
    private static final int DECIMALS_OF_DAY = 12;

    private final Table<?> table;
    private final About about;
    private final long mostRows;
    private final XlsxFile file;
    private int sheets;
    private long cut;

    XlsxRows(Path file, Table<?> table, About about) throws IOException {
        this(file, table, about, MOST_ROWS);
    }

    /** @param mostRows of a sheet, the header among them */
    XlsxRows(Path file, Table<?> table, About about, long mostRows) throws IOException {
        this.table = table;
        this.about = about;
        this.mostRows = mostRows;
        this.file = new XlsxFile(file, table.title(), about.scope());
        try {
            begin();
        } catch (IOException | RuntimeException e) {
            this.file.close();
            throw e;
        }
    }

    @Override
    public void row(Object[] cells) throws IOException {
        if (file.rows() == mostRows || file.characters() >= MOST_CHARACTERS) {
            file.end(table.columns().size());
            begin();
        }
        file.beginRow();
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null) {
                cell(i, table.columns().get(i).type(), cells[i]);
            }
        }
        file.endRow();
    }

    @Override
    public void finish(long rows, String sha256) throws IOException {
        file.end(table.columns().size());
        file.begin("about", List.of(28, 12, 10, 20, 100), 0);
        Map<String, String> facts = Facts.of(table, about, rows, sha256);
        facts.put("limits", LIMITS);
        facts.put("cells_cut", Long.toString(cut));
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            texts(Style.HEADER, fact.getKey());
            file.text(1, Style.TEXT, fact.getValue());
            file.endRow();
        }
        file.beginRow();
        file.endRow();
        texts(Style.HEADER, "column", "type", "required", "vocabulary", "description");
        file.endRow();
        for (Column<?> column : table.columns()) {
            texts(Style.TEXT, column.name(), column.type().code());
            file.truth(2, column.required());
            file.text(3, Style.TEXT, column.vocabulary() == null ? "" : column.vocabulary());
            file.text(4, Style.TEXT, column.description());
            file.endRow();
        }
        file.end(0);
        file.finish();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void begin() throws IOException {
        sheets++;
        String suffix = sheets == 1 ? "" : " (" + sheets + ")";
        String name = table.name();
        file.begin(
                name.substring(0, Math.min(name.length(), LONGEST_NAME - suffix.length())) + suffix,
                table.columns().stream().map(XlsxRows::width).toList(),
                1);
        texts(Style.HEADER, table.columns().stream().map(Column::name).toArray(String[]::new));
        file.endRow();
    }

    /** Begins a row with these. */
    private void texts(Style style, String... texts) throws IOException {
        file.beginRow();
        for (int i = 0; i < texts.length; i++) {
            file.text(i, style, texts[i]);
        }
    }

    private void cell(int i, ColumnType type, Object cell) throws IOException {
        switch (type) {
            case INTEGER -> number(i, BigDecimal.valueOf((Long) cell));
            case NUMBER -> number(i, (BigDecimal) cell);
            case BOOLEAN -> file.truth(i, (Boolean) cell);
            case DATE -> date(i, (LocalDate) cell);
            case INSTANT -> instant(i, (Instant) cell);
            case STRING, LIST, JSON -> text(i, ColumnType.text(cell));
        }
    }

    private void text(int i, String text) throws IOException {
        if (text.length() > XlsxText.LONGEST) {
            cut++;
        }
        file.text(i, Style.TEXT, text);
    }

    private void number(int i, BigDecimal number) throws IOException {
        if (number.stripTrailingZeros().precision() <= MOST_DIGITS) {
            file.number(i, Style.PLAIN, number.toPlainString());
        } else {
            file.text(i, Style.TEXT, number.toPlainString());
        }
    }

    private void date(int i, LocalDate date) throws IOException {
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            file.text(i, Style.TEXT, date.toString());
        } else {
            file.number(i, Style.DATE, Long.toString(date.toEpochDay() - DAY_ZERO));
        }
    }

    private void instant(int i, Instant instant) throws IOException {
        long micros = ColumnType.micros(instant);
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(micros, MICROS_OF_DAY));
        // Of the last day the end would be rounded to a day that there is not.
        if (day.isBefore(FIRST_DAY) || !day.isBefore(LAST_DAY)) {
            file.text(i, Style.TEXT, instant.toString());
            return;
        }
        BigDecimal days = BigDecimal.valueOf(micros)
                .divide(BigDecimal.valueOf(MICROS_OF_DAY), DECIMALS_OF_DAY, RoundingMode.HALF_UP)
                .add(BigDecimal.valueOf(-DAY_ZERO));
        file.number(i, Style.INSTANT, days.toPlainString());
    }

    /** In characters, from what the column is and not from what it holds, so that it is known before the first row. */
    private static int width(Column<?> column) {
        int content = switch (column.type()) {
            case BOOLEAN -> 8;
            case DATE -> 11;
            case INTEGER -> 10;
            case NUMBER -> 16;
            case INSTANT -> 24;
            case STRING -> column.vocabulary() == null ? 30 : 18;
            case LIST -> 30;
            case JSON -> 40;
        };
        // Beside its name the header has the button of the filter.
        return Math.max(content, column.name().length() + 4);
    }
}
