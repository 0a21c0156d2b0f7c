package org.dealtracker.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.agreement.Evidence;
import org.dealtracker.agreement.Evidence.Judged;
import org.dealtracker.agreement.Evidence.Touched;
import org.dealtracker.assessment.Assessment;
import org.dealtracker.assessment.AssessmentStance;
import org.dealtracker.evidence.Conflicts.Conflict;
import org.dealtracker.evidence.Screening.Match;
import org.dealtracker.restriction.Restriction;
import org.dealtracker.source.CitationStance;
import org.dealtracker.uncertain.Certainty;

/** All that an agreement shows without being told it. */
final class Derived {
    private Derived() {}

    /** The agreement with its headline, and with the events marked that nothing supports any longer. */
    static Agreement of(Facts facts) {
        Origins origins = new Origins(facts.sources());
        Agreement agreement = facts.agreement()
                .withSupport(event -> !origins.supports(event.citations()).isEmpty()
                        || event.citations().stream()
                                .noneMatch(citation -> citation.stance() == CitationStance.SUPPORTS));
        return agreement.withHeadline(Headlines.of(facts, evidence(facts)));
    }

    static Evidence evidence(Facts facts) {
        List<Conflict> conflicts = Conflicts.of(facts);
        Verifications verifications = new Verifications(facts, conflicts);
        Roots roots = verifications.roots();
        return new Evidence(
                new Evidence.Verified(verifications.existence(), verifications.figures()),
                roots.own().size(),
                roots.unknown().size(),
                !conflicts.isEmpty(),
                Conflicts.lines(conflicts),
                judged(facts.assessments()),
                touched(Screening.of(facts, null)));
    }

    private static Judged judged(List<Assessment> assessments) {
        return new Judged(
                count(assessments, AssessmentStance.SUPPORTIVE),
                count(assessments, AssessmentStance.CRITICAL),
                count(assessments, AssessmentStance.MIXED),
                count(assessments, AssessmentStance.NEUTRAL));
    }

    private static int count(List<Assessment> assessments, AssessmentStance stance) {
        return (int) assessments.stream()
                .filter(assessment -> assessment.stance() == stance)
                .count();
    }

    /** Each restriction once, as surely as its surest match. */
    private static List<Touched> touched(List<Match> matches) {
        Map<Restriction, Certainty> surest = new LinkedHashMap<>();
        matches.forEach(match -> surest.merge(
                match.restriction(), match.certainty(), (one, other) -> one.compareTo(other) >= 0 ? one : other));
        List<Touched> touched = new ArrayList<>();
        surest.forEach((restriction, certainty) -> touched.add(new Touched(
                restriction.identity().id(), restriction.identity().slug(), restriction.title(), certainty.code())));
        touched.sort(Comparator.comparing(Touched::slug));
        return List.copyOf(touched);
    }
}
