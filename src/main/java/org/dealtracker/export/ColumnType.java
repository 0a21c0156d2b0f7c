package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the cells of a column hold. A cell of any type may be null, which means that nothing is recorded. The text form is
 * the one of CSV; formats that have types of their own use those.
 */
enum ColumnType {
    /** Text of any length, line breaks and all. */
    STRING("string", String.class),
    /** A whole number that fits 64 bits. */
    INTEGER("integer", Long.class),
    /** A decimal number of at most 30 digits, 6 of them behind the point, and never an exponent. */
    NUMBER("number", BigDecimal.class),
    BOOLEAN("boolean", Boolean.class),
    /** A day, as {@code 2025-12-22}. */
    DATE("date", LocalDate.class),
    /** An instant in UTC to the microsecond, as {@code 2026-01-31T12:00:00.123456Z}. */
    INSTANT("datetime", Instant.class),
    /** Slugs, codes or ids, in CSV joined by {@code ;}, which none of them contains. */
    LIST("list", List.class),
    /** An array or an object of which each member may be any text: JSON, on one line. */
    JSON("json", JsonNode.class);

    private final String code;
    private final Class<?> cell;

    ColumnType(String code, Class<?> cell) {
        this.code = code;
        this.cell = cell;
    }

    String code() {
        return code;
    }

    /** The class of a cell that is not null. */
    Class<?> cell() {
        return cell;
    }

    /** A cell as CSV has it; null stays null. */
    static String text(Object cell) {
        if (cell instanceof List<?> list) {
            StringBuilder joined = new StringBuilder();
            for (int i = 0; i < list.size(); i++) {
                joined.append(i == 0 ? "" : ";").append(list.get(i));
            }
            return joined.toString();
        }
        return cell == null ? null : cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
    }

    /** Microseconds since the epoch, which ChronoUnit counts by way of nanoseconds, of which 300 years are too many. */
    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }
}
