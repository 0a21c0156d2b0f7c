package org.dealtracker.agreement;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dealtracker.agreement.Verdict.Accepted;
import org.dealtracker.agreement.Verdict.Fault;
import org.dealtracker.agreement.Verdict.TransitionRefused;
import org.dealtracker.agreement.Verdict.Unacceptable;
import org.dealtracker.http.Form;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.dealtracker.source.Citation;

/** Puts status events behind the ones that an agreement has, if the table of stages lets them. */
final class Appending {
    private Appending() {}

    /**
     * The agreement with the event; what is wrong with it is noted in the form, a transition that breaks the table as a
     * conflict (409) that names what is allowed.
     *
     * @param at where the event stands in the form, empty when the form is the event
     */
    static Agreement append(Form form, String at, Agreement agreement, StatusEvent event) {
        if (event.to() == null || event.effective() == null) {
            // Something is wrong with it that was noted already.
            return agreement;
        }
        Verdict verdict = agreement.history().append(event.step(), LocalDate.now(ZoneOffset.UTC));
        if (verdict instanceof Accepted accepted) {
            if (accepted.from().isRevivedBy(event.to()) && !citesAnew(agreement, event)) {
                note(form, at, "citations", "A revival needs a citation of a source that no event before it cites.");
                return agreement;
            }
            List<StatusEvent> events = new ArrayList<>(agreement.statusHistory());
            events.add(event.accepted(accepted.from(), accepted.skipped()));
            return agreement.withHistory(events);
        }
        if (verdict instanceof Unacceptable unacceptable) {
            for (Fault fault : unacceptable.faults()) {
                note(form, at, fault.field(), fault.detail());
            }
            return agreement;
        }
        form.conflict(refused((TransitionRefused) verdict));
        return agreement;
    }

    private static void note(Form form, String at, String field, String detail) {
        form.unacceptableAt(form.pointer() + (at.isEmpty() ? "" : "/" + at) + "/" + field, detail);
    }

    private static boolean citesAnew(Agreement agreement, StatusEvent event) {
        Set<String> cited = new HashSet<>();
        agreement
                .statusHistory()
                .forEach(old -> old.citations().stream().map(Citation::source).forEach(cited::add));
        return event.citations().stream().map(Citation::source).anyMatch(source -> !cited.contains(source));
    }

    private static Problem refused(TransitionRefused refused) {
        String allowed = refused.allowed().isEmpty()
                ? "no transition is possible there"
                : "allowed are " + String.join(", ", codes(refused.allowed()));
        String detail = "A transition from " + refused.from().code() + " to "
                + refused.to().code()
                + (refused.next() == null ? "" : ", before " + refused.next().code())
                + " breaks the table of stages; " + allowed
                + ". If the record was wrong rather than the world changed, send changeType correction.";
        Problem problem = new Problem(ProblemType.TRANSITION_REFUSED, detail)
                .with("from", refused.from())
                .with("to", refused.to())
                .with("allowed", refused.allowed());
        return refused.next() == null ? problem : problem.with("next", refused.next());
    }

    private static List<String> codes(Set<Stage> stages) {
        return stages.stream().map(Stage::code).toList();
    }
}
