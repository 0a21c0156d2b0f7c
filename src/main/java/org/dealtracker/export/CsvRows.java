package org.dealtracker.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV as RFC 4180 has it: UTF-8, a header, CRLF. A null is an empty cell, an empty text a pair of quotes.
 */
final class CsvRows implements RowWriter {
    /** What a spreadsheet takes for the beginning of a formula, the wide forms of East Asian keyboards included. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private final CsvWriter csv;
    private final boolean[] neutralised;
    private final String[] cells;
    private final OutputStream to;
    private boolean closed;

    /**
     * @param to closed with this
     * @param profile whether texts that a spreadsheet would run as a formula get a {@code '} before them
     */
    CsvRows(OutputStream to, Table<?> table, Profile profile) {
        this.to = to;
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(to, StandardCharsets.UTF_8);
        List<? extends Column<?>> columns = table.columns();
        neutralised = new boolean[columns.size()];
        cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = columns.get(i).name();
            neutralised[i] =
                    profile == Profile.SPREADSHEET && isText(columns.get(i).type());
        }
        csv.writeRecord(cells);
    }

    private static boolean isText(ColumnType type) {
        return type == ColumnType.STRING || type == ColumnType.LIST || type == ColumnType.JSON;
    }

    @Override
    public void row(Object[] row) {
        for (int i = 0; i < cells.length; i++) {
            String text = ColumnType.text(row[i]);
            cells[i] = neutralised[i] ? neutral(text) : text;
        }
        csv.writeRecord(cells);
    }

    static String neutral(String text) {
        return text == null || text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    @Override
    public void finish(long rows, String sha256) throws IOException {
        csv.flush();
    }

    /** As often as anybody likes: the writer beneath would write to what it has closed. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            // Where what is left cannot be written, the writer forgets to close what is beneath it.
            try (to) {
                csv.close();
            }
        }
    }
}
