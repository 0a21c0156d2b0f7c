package org.dealtracker.stats;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dealtracker.http.Code;

/** Flat rows. A cell is a code, a day, a number, a text or null. */
record Table(List<String> columns, List<List<Object>> rows) {

    /** Each row as an object of its columns, in their order. */
    List<Map<String, Object>> objects() {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> object = new LinkedHashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        object.put(columns.get(i), row.get(i));
                    }
                    return object;
                })
                .toList();
    }

    /**
     * As CSV (RFC 4180) in UTF-8 with a header and CRLF; null is empty. No cell can be a formula to a spreadsheet: texts
     * are slugs, codes and bounds, none of which begins with one of {@code = + - @}.
     */
    byte[] csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(columns);
            rows.forEach(row -> csv.writeRecord(row.stream().map(Table::cell).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Object value) {
        return value == null
                ? ""
                : value instanceof Code code
                        ? code.code()
                        : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** Without zeros behind the point, and never with an exponent. */
    static BigDecimal plain(BigDecimal number) {
        return number == null || number.scale() <= 0
                ? number
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
