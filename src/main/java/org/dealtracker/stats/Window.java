package org.dealtracker.stats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealtracker.agreement.DateEvent;
import org.dealtracker.http.Problem;

/**
 * The buckets of a time series, and which of them a deal may be in. Where the question leaves an end open, it lies where
 * the deals do, and is known when all of them were seen.
 */
final class Window implements Grouping {
    /** A hundred years of months. */
    private static final int MOST = 1_200;

    private final Bucket bucket;
    private final Set<DateEvent> events;
    private final LocalDate from;
    private final LocalDate to;
    private LocalDate first;
    private LocalDate last;

    /**
     * @param events of which the first places a deal; empty for all
     * @param from a day of the first bucket; null for where the deals begin
     * @param to a day of the last bucket; null for where they end
     * @throws Problem 400 when there would be too many buckets
     */
    Window(Bucket bucket, Set<DateEvent> events, LocalDate from, LocalDate to) {
        this.bucket = bucket;
        this.events = events;
        this.from = from == null ? null : bucket.start(from);
        this.to = to == null ? null : bucket.end(to);
        this.first = this.from;
        this.last = this.to;
        check();
    }

    private void check() {
        long count = first == null || last == null ? 0 : bucket.count(first, last);
        if (count > MOST) {
            throw Problem.badParameter(
                    from == null ? "from" : to == null ? "to" : "bucket",
                    "From " + first + " to " + last + " there are " + count + " buckets, and at most " + MOST
                            + " are answered; name a nearer 'from' or 'to', or a longer 'bucket'.");
        }
    }

    /** The buckets within the window only; a deal that has no day in it has none. */
    @Override
    public Map<Object, Boolean> groups(Facts facts, LocalDate onDate) {
        Dates.First placed = facts.dates().first(events);
        Set<LocalDate> starts = new LinkedHashSet<>();
        boolean certain = placed.certain();
        for (Dates.Days days : placed.days()) {
            LocalDate begin = LocalDate.ofEpochDay(days.first());
            LocalDate end = LocalDate.ofEpochDay(days.last());
            LocalDate within = from != null && begin.isBefore(from) ? from : begin;
            LocalDate until = to != null && end.isAfter(to) ? to : end;
            certain &= within.equals(begin) && until.equals(end);
            if (!within.isAfter(until)) {
                widen(bucket.start(within), bucket.end(until));
                for (LocalDate at = bucket.start(within); !at.isAfter(until); at = bucket.next(at)) {
                    starts.add(at);
                }
            }
        }
        Map<Object, Boolean> groups = Grouping.oneOf(starts);
        if (!certain) {
            groups.replaceAll((start, alone) -> false);
        }
        return groups;
    }

    private void widen(LocalDate start, LocalDate end) {
        boolean earlier = first == null || start.isBefore(first);
        boolean later = last == null || end.isAfter(last);
        first = earlier ? start : first;
        last = later ? end : last;
        if (earlier || later) {
            check();
        }
    }

    @Override
    public boolean contested(Facts facts) {
        return facts.dates().contested(events);
    }

    /** Whether a deal has no day at all that could place it. */
    boolean undated(Facts facts) {
        return facts.dates().first(events).days().isEmpty();
    }

    Bucket bucket() {
        return bucket;
    }

    Set<DateEvent> events() {
        return events;
    }

    /** The first day of the first bucket; null where there is none. */
    LocalDate first() {
        return first;
    }

    /** The last day of the last bucket; null where there is none. */
    LocalDate last() {
        return last;
    }

    /** The first day of each bucket. */
    List<LocalDate> starts() {
        List<LocalDate> starts = new ArrayList<>();
        for (LocalDate at = first; at != null && last != null && !at.isAfter(last); at = bucket.next(at)) {
            starts.add(at);
        }
        return starts;
    }
}
