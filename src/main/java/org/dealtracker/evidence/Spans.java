package org.dealtracker.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dealtracker.log.Index.Span;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.uncertain.Quantity;

/**
 * The intervals by which values in doubt are found: each that some claim of a line leaves possible, and the one that
 * holds whichever of the claims is right. A claim that names nothing is possibly anything, and where all of a line are
 * such, nothing is certain.
 */
final class Spans {
    private final List<Span> all = new ArrayList<>();

    List<Span> all() {
        return List.copyOf(all);
    }

    /** What claims that compete say of one number. */
    void quantities(String what, String part, String unit, List<Quantity> claimed) {
        for (Quantity quantity : claimed) {
            possible(what, part, unit, possible(quantity));
        }
        List<Quantity> known = claimed.stream().filter(q -> !q.unknown()).toList();
        if (!known.isEmpty()) {
            BigDecimal lower =
                    known.stream().map(Spans::floor).min(BigDecimal::compareTo).orElseThrow();
            boolean open = known.stream().anyMatch(q -> q.upper() == null);
            BigDecimal upper = open
                    ? null
                    : known.stream()
                            .map(Quantity::upper)
                            .max(BigDecimal::compareTo)
                            .orElseThrow();
            all.add(new Span(what, part, unit, true, Span.interval(lower, false, upper, false)));
        }
    }

    private static String possible(Quantity quantity) {
        if (quantity.unknown()) {
            return Span.interval(null, false, null, false);
        }
        boolean excludesLower = quantity.strict() && quantity.lower() != null;
        boolean excludesUpper = quantity.strict() && quantity.upper() != null;
        return Span.interval(quantity.possibleLower(), excludesLower, quantity.possibleUpper(), excludesUpper);
    }

    private static BigDecimal floor(Quantity quantity) {
        return quantity.lower() == null ? BigDecimal.ZERO : quantity.lower();
    }

    /** What claims that compete say of one date. */
    void dates(String what, String part, List<FuzzyDate> claimed) {
        for (FuzzyDate date : claimed) {
            if (date.listed().isEmpty()) {
                possible(what, part, "", Span.days(date.earliest(), date.latest()));
            }
            date.listed().forEach(day -> possible(what, part, "", Span.days(day, day)));
        }
        List<FuzzyDate> known =
                claimed.stream().filter(date -> date.earliest() != null).toList();
        if (!known.isEmpty()) {
            LocalDate first = known.stream()
                    .map(FuzzyDate::earliest)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            boolean open = known.stream().anyMatch(date -> date.latest() == null);
            LocalDate last = open
                    ? null
                    : known.stream()
                            .map(FuzzyDate::latest)
                            .max(Comparator.naturalOrder())
                            .orElseThrow();
            all.add(new Span(what, part, "", true, Span.days(first, last)));
        }
    }

    void possible(String what, String part, String unit, String interval) {
        all.add(new Span(what, part, unit, false, interval));
    }
}
