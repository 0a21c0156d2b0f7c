package org.dealtracker.evidence;

import java.time.LocalDate;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * From when to when something held, as far as is known: in any case within {@code first} and {@code last}, and in every
 * case from {@code surelyFrom} to {@code surelyTo}. An open end is null; without a sure day both of the latter are null.
 */
record Days(LocalDate first, LocalDate last, LocalDate surelyFrom, LocalDate surelyTo) {
    /**
     * From one fuzzy date to another.
     *
     * @param from null for always
     * @param to null for until further notice
     */
    static Days between(FuzzyDate from, FuzzyDate to) {
        LocalDate first = from == null ? null : from.earliest();
        LocalDate last = to == null ? null : to.latest();
        LocalDate begun = from == null ? LocalDate.MIN : from.earliest() == null ? null : from.latestBegin();
        LocalDate ends = to == null ? LocalDate.MAX : to.earliest();
        boolean sure = begun != null && ends != null && !begun.isAfter(ends);
        return new Days(first, last, sure ? begun : null, sure ? ends : null);
    }

    static Days on(LocalDate day) {
        return new Days(day, day, day, day);
    }

    boolean mayMeet(Days other) {
        return !before(last, other.first) && !before(other.last, first);
    }

    boolean surelyMeets(Days other) {
        return surelyFrom != null
                && other.surelyFrom != null
                && !surelyTo.isBefore(other.surelyFrom)
                && !other.surelyTo.isBefore(surelyFrom);
    }

    private static boolean before(LocalDate end, LocalDate begin) {
        return end != null && begin != null && end.isBefore(begin);
    }

    /** As people read it. */
    String text() {
        return (first == null ? ".." : first) + "/" + (last == null ? ".." : last);
    }
}
