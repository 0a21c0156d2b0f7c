package org.dealtracker.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.DateEvent;
import org.dealtracker.agreement.Milestone;
import org.dealtracker.agreement.Stage;
import org.dealtracker.agreement.Standing;
import org.dealtracker.agreement.Step;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * From when to when a deal went on: from its first dated event or status to its end, or open while none is recorded.
 * When it was reported counts only where nothing else is dated. It does not depend on today's date.
 */
final class DealDays {
    private static final Set<Stage> ENDED = EnumSet.of(Stage.COMPLETED, Stage.CANCELLED, Stage.LAPSED, Stage.REFUTED);

    private DealDays() {}

    static Days of(Agreement agreement) {
        List<FuzzyDate> dates = dates(agreement);
        if (dates.isEmpty()) {
            return new Days(null, null, null, null);
        }
        LocalDate first = dates.stream()
                .map(FuzzyDate::earliest)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        LocalDate begun = dates.stream()
                .map(FuzzyDate::latestBegin)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Standing standing = agreement.history().current();
        if (ENDED.contains(standing.stage())) {
            FuzzyDate end = standing.stageSince();
            return new Days(first, end.latest(), begun, later(begun, end.earliest()));
        }
        LocalDate known = certain(agreement).stream()
                .map(FuzzyDate::earliest)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Days(first, null, begun, later(begun, known));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || other == null || other.isBefore(one) ? one : other;
    }

    /** What is said to have happened: what is planned or expected may never come. */
    private static List<FuzzyDate> certain(Agreement agreement) {
        List<FuzzyDate> dates = new ArrayList<>();
        for (Claim claim : Claimed.standing(agreement, ClaimKind.DATES)) {
            Milestone says = (Milestone) claim.says();
            boolean hedged = claim.citations().stream()
                    .anyMatch(citation -> !citation.hedges().isEmpty());
            if (says.event() != DateEvent.EXPIRES && !hedged) {
                dates.add(says.when());
            }
        }
        agreement.history().sequence().stream().map(Step::effective).forEach(dates::add);
        return dates;
    }

    private static List<FuzzyDate> dates(Agreement agreement) {
        List<FuzzyDate> dates = new ArrayList<>();
        List<FuzzyDate> reported = new ArrayList<>();
        for (Claim claim : Claimed.standing(agreement, ClaimKind.DATES)) {
            Milestone says = (Milestone) claim.says();
            (says.event() == DateEvent.REPORTED ? reported : dates).add(says.when());
        }
        agreement.history().sequence().stream().map(Step::effective).forEach(dates::add);
        dates.removeIf(date -> date.earliest() == null && date.latest() == null);
        return dates.isEmpty() ? reported : dates;
    }
}
