package org.dealtracker.log;

import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.dealtracker.http.Problem;

/** Turns the clocks of a query into a moment of the log. */
@ApplicationScoped
class Moments {
    private final Entries entries;

    Moments(Entries entries) {
        this.entries = entries;
    }

    /**
     * @throws Problem 400 when both clocks are given, one cannot be read, or it lies ahead
     */
    Moment of(Clocks clocks) {
        if (clocks.present()) {
            return new Moment(entries.head().n, false, false);
        }
        if (clocks.asOf != null && clocks.asOfSeq != null) {
            throw Problem.badParameter("asOf", "Give asOf or asOfSeq, not both: they name one and the same clock.");
        }
        return clocks.asOf != null ? asOf(clocks.asOf) : asOfSeq(clocks.asOfSeq);
    }

    private Moment asOfSeq(String text) {
        LogHead head = entries.head();
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.badParameter("asOfSeq", "'asOfSeq' must be a number of the log, from 0 to " + head.n + ".");
        }
        long n = Long.parseLong(text);
        if (n > head.n) {
            throw Problem.badParameter("asOfSeq", "'asOfSeq' lies ahead: the log's last number is " + head.n + ".");
        }
        return new Moment(n, true, true);
    }

    private Moment asOf(String text) {
        Instant instant = instant("asOf", text);
        // The head is read before the clock is compared, so that an instant between the two is never called the past.
        LogHead head = entries.head();
        if (instant.isAfter(Instant.now())) {
            throw Problem.badParameter("asOf", "'asOf' lies ahead of this service's clock.");
        }
        if (!instant.isBefore(head.at)) {
            return new Moment(head.n, true, false);
        }
        if (instant.isBefore(Instant.EPOCH)) {
            // Before any entry, and perhaps before anything that the database can tell.
            return new Moment(0, true, true);
        }
        List<Long> last = entries.numbersBy(instant, Limit.of(1));
        return new Moment(last.isEmpty() ? 0 : last.get(0), true, true);
    }

    /** The log's last number. */
    long head() {
        return entries.head().n;
    }

    static Instant instant(String name, String text) {
        try {
            // A plus that was not escaped arrives as a space.
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Problem.badParameter(name, "'" + name + "' must be an instant such as 2026-01-31T12:00:00Z.");
        }
    }
}
