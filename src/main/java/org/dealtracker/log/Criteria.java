package org.dealtracker.log;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.dealtracker.http.Findings;
import org.dealtracker.log.Index.Span;

/** How parameters that many queries have are checked, and what they leave. */
public final class Criteria {
    private Criteria() {}

    /** Keeps the records that have one of the codes or references given; all, if none is given. */
    public static void any(Filter filter, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            filter.anyOf(Terms.each(name, List.copyOf(values)));
        }
    }

    /** How many rows are asked for; what cannot be read is noted. */
    public static int rows(String limit, int otherwise, int most, Findings findings) {
        int rows = limit == null ? otherwise : limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : 0;
        if (rows < 1 || rows > most) {
            findings.malformed("limit", "'limit' must be a whole number from 1 to " + most + ".");
        }
        return rows;
    }

    /** Reads a day, or notes that it is none. */
    public static LocalDate day(String name, String text, Findings findings) {
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text);
            if (day == null || day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException e) {
            // Falls through: the same answer.
        }
        findings.malformed(name, "'" + name + "' must be a day such as 2025-12-20.");
        return null;
    }

    /** Notes what is wrong with a span of days. */
    public static void days(String from, String to, Findings findings) {
        LocalDate first = day("from", from, findings);
        LocalDate last = day("to", to, findings);
        if (first != null && last != null && first.isAfter(last)) {
            findings.malformed("from", "'from' lies after 'to'.");
        }
    }

    /** Keeps the records whose date may lie in a span of days, either end of which may be left open. */
    public static void between(Filter filter, String what, String from, String to) {
        if (from != null || to != null) {
            LocalDate first = from == null ? null : LocalDate.parse(from);
            LocalDate last = to == null ? null : LocalDate.parse(to);
            filter.within(what, List.of(), List.of(), Span.days(first, last), false);
        }
    }
}
