package org.dealtracker.stats;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import org.dealtracker.http.Code;

/** How long a step of a time series is. */
public enum Bucket implements Code {
    YEAR(12, "A calendar year, such as 2025."),
    QUARTER(3, "A quarter of a calendar year, such as 2025-Q4."),
    MONTH(1, "A calendar month, such as 2025-12.");

    private final int months;
    private final String definition;

    Bucket(int months, String definition) {
        this.months = months;
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }

    /** The first day of the bucket that a day is in. */
    LocalDate start(LocalDate day) {
        return day.withMonth((day.getMonthValue() - 1) / months * months + 1).withDayOfMonth(1);
    }

    /** The last day of the bucket that a day is in. */
    LocalDate end(LocalDate day) {
        return next(start(day)).minusDays(1);
    }

    /** The first day of the bucket after that which begins on a day. */
    LocalDate next(LocalDate start) {
        return start.plusMonths(months);
    }

    /** How many buckets there are from that of one day to that of another, both included. */
    long count(LocalDate from, LocalDate to) {
        return ChronoUnit.MONTHS.between(start(from), start(to)) / months + 1;
    }

    /** What people call the bucket that begins on a day. */
    String label(LocalDate start) {
        String year = "%04d".formatted(start.getYear());
        return switch (this) {
            case YEAR -> year;
            case QUARTER -> year + "-Q" + start.get(IsoFields.QUARTER_OF_YEAR);
            case MONTH -> year + "-%02d".formatted(start.getMonthValue());
        };
    }
}
