package org.dealtracker.agreement;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.dealtracker.log.Criteria;
import org.dealtracker.log.Filter;
import org.dealtracker.log.Index.Span;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** A span of days, and which of a deal's dates it speaks of. */
public class DateFilter {
    private static final String ANY = "any";

    @QueryParam("from")
    @Parameter(description = "A day: dated events on or after it.")
    String from;

    @QueryParam("to")
    @Parameter(description = "A day: dated events on or before it.")
    String to;

    @QueryParam("date")
    @Parameter(description = "Which events 'from' and 'to' speak of; 'any' by default.")
    List<String> date;

    boolean isEmpty() {
        return from == null && to == null && date.isEmpty();
    }

    /** Notes what cannot be read. */
    public void findings(Findings findings) {
        Code.check("date", date.stream().filter(code -> !code.equals(ANY)).toList(), DateEvent.class, findings);
        Criteria.days(from, to, findings);
    }

    /** Notes too where it would leave everything, and so cannot be meant as a filter. */
    void findingsOfFilter(Findings findings) {
        findings(findings);
        if (from == null && to == null && !date.isEmpty()) {
            findings.malformed("date", "'date' says which dates 'from' and 'to' speak of; give one of those too.");
        }
    }

    void narrow(Filter filter, boolean certain) {
        if (from != null || to != null) {
            List<String> events = date.contains(ANY) ? List.of() : date;
            filter.within("date", events, List.of(), Span.days(from(), to()), certain);
        }
    }

    /** The first day, or null. */
    public LocalDate from() {
        return from == null ? null : LocalDate.parse(from);
    }

    /** The last day, or null. */
    public LocalDate to() {
        return to == null ? null : LocalDate.parse(to);
    }

    /** The events that are named; empty for any. */
    public Set<DateEvent> events() {
        Set<DateEvent> events = EnumSet.noneOf(DateEvent.class);
        if (!date.contains(ANY)) {
            date.forEach(code -> events.add(Code.of(DateEvent.class, code)));
        }
        return events;
    }
}
