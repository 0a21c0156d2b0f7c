package org.dealtracker.stats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dealtracker.agreement.DateEvent;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * When an agreement's events may have been.
 *
 * @param reported when the deal was first reported, which dates one that nobody dates otherwise
 * @param first when the first of its events may have been, else when it was reported
 */
record Dates(List<Line> lines, List<Days> reported, List<Days> first) {

    /** Days since 1970, both included. */
    record Days(int first, int last) {}

    /** What the claims of a line say; in any one world one of them holds. */
    record Line(List<Dated> claims, boolean contested) {}

    /** An event, and the days on which it may have been or, if it lasts, may have begun; none where nothing is known. */
    record Dated(DateEvent event, List<Days> days) {}

    /**
     * The days on which the first of some events may have been.
     *
     * @param certain whether it has one in every world
     */
    record First(List<Days> days, boolean certain) {}

    static Dates of(List<Told.Date> claims, Set<String> contested, FuzzyDate reported) {
        List<Line> lines = Told.lines(claims).stream()
                .map(line -> new Line(
                        line.stream()
                                .map(says -> new Dated(says.event(), days(says.when())))
                                .toList(),
                        Facts.on(contested, line.stream())))
                .toList();
        List<Days> otherwise = reported == null ? List.of() : days(reported);
        List<Days> first = first(lines, Set.of()).days();
        return new Dates(lines, otherwise, first.isEmpty() ? otherwise : first);
    }

    /** @param events empty for all, and then the day of the first report where there is no other */
    First first(Set<DateEvent> events) {
        return events.isEmpty() ? new First(first, !first.isEmpty()) : first(lines, events);
    }

    /** Whether claims contradict each other on when some events were; {@code events} empty for all. */
    boolean contested(Set<DateEvent> events) {
        return lines.stream()
                .filter(Line::contested)
                .flatMap(line -> line.claims().stream())
                .anyMatch(dated -> speaksOf(events, dated));
    }

    /**
     * In any one world each line has one day, and the first of them counts. A day after the latest of what some line
     * leaves possible can therefore not be the first, unless the claim that holds on that line may be of another event.
     * Dates of which nothing is known say nothing.
     */
    private static First first(List<Line> lines, Set<DateEvent> events) {
        List<Days> possible = new ArrayList<>();
        int latest = Integer.MAX_VALUE;
        for (Line line : lines) {
            List<Days> days = line.claims().stream()
                    .filter(says -> speaksOf(events, says))
                    .flatMap(says -> says.days().stream())
                    .toList();
            possible.addAll(days);
            if (!days.isEmpty() && line.claims().stream().allMatch(says -> speaksOf(events, says))) {
                latest = Math.min(
                        latest, days.stream().mapToInt(Days::last).max().orElseThrow());
            }
        }
        int end = latest;
        List<Days> first = possible.stream()
                .filter(days -> days.first() <= end)
                .map(days -> new Days(days.first(), Math.min(days.last(), end)))
                .distinct()
                .toList();
        return new First(first, latest != Integer.MAX_VALUE);
    }

    private static boolean speaksOf(Set<DateEvent> events, Dated says) {
        return events.isEmpty() || events.contains(says.event());
    }

    private static List<Days> days(FuzzyDate when) {
        if (when.earliest() == null) {
            return List.of();
        }
        List<LocalDate> listed = when.listed();
        return listed.isEmpty()
                ? List.of(days(when.earliest(), when.latestBegin()))
                : listed.stream().map(day -> days(day, day)).toList();
    }

    private static Days days(LocalDate first, LocalDate last) {
        return new Days((int) first.toEpochDay(), (int) last.toEpochDay());
    }
}
