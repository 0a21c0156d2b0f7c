package org.dealtracker.log;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What lists find and sort a record by. It is stored beside the record's row in lists, and holds as long as that does.
 *
 * @param terms what filters by code or reference look for, each as {@code name:value}
 * @param names what filters by name compare with, in lower case
 * @param stage the place of an agreement's stage in its vocabulary, or null
 * @param day what {@code date} sorts by, or null
 * @param worth what {@code value} sorts by, or null
 */
public record Index(
        Set<String> terms, List<String> names, Integer stage, LocalDate day, BigDecimal worth, List<Span> spans) {
    public static final Index NONE = new Index(Set.of(), List.of(), null, null, null, List.of());

    /**
     * An interval in which a value of the record may lie, or does whatever turns out to be so.
     *
     * @param what which value: {@code value}, {@code count}, {@code date}, …
     * @param part of a value the basis, of a count the category, of a date the event; else empty
     * @param unit of a value the currency, empty where none is given
     * @param certain false: one of the intervals that are possible; true: the one that holds in every case
     * @param interval as PostgreSQL writes a {@code numrange}; a day is its number since 1970
     */
    public record Span(String what, String part, String unit, boolean certain, String interval) {
        /** An interval from {@code lower} to {@code upper}, each included unless open; null has no end. */
        public static String interval(BigDecimal lower, boolean lowerOpen, BigDecimal upper, boolean upperOpen) {
            return (lower == null || lowerOpen ? "(" : "[")
                    + (lower == null ? "" : lower.toPlainString())
                    + ","
                    + (upper == null ? "" : upper.toPlainString())
                    + (upper == null || upperOpen ? ")" : "]");
        }

        /** The days from one to the other, both included; null has no end. */
        public static String days(LocalDate from, LocalDate to) {
            return interval(day(from), false, day(to), false);
        }

        private static BigDecimal day(LocalDate day) {
            return day == null ? null : BigDecimal.valueOf(day.toEpochDay());
        }
    }
}
