package org.dealtracker.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dealtracker.assessment.Assessment;
import org.dealtracker.restriction.Amendment;
import org.dealtracker.restriction.Scope;
import org.dealtracker.uncertain.Certainty;

/**
 * What the law may touch of an agreement.
 *
 * @param findings the assessments of the agreement that find something in law, for and against
 */
record ScreeningView(List<OfMatch> matches, List<Assessment> findings) {
    /**
     * That a restriction touches a claim.
     *
     * @param scope by which of the restriction's codes, where it and the deal say what they are about
     * @param paragraph the legal reference
     */
    record OfMatch(
            String restriction,
            Touched claim,
            Scope scope,
            String paragraph,
            Certainty certainty,
            List<String> reasons,
            List<Amendment> amendments) {}

    record Touched(UUID id, String collection, String line) {}

    static ScreeningView of(Facts facts, LocalDate onDate) {
        List<OfMatch> matches = Screening.of(facts, onDate).stream()
                .map(match -> new OfMatch(
                        match.restriction().identity().slug(),
                        new Touched(
                                match.claim().id(),
                                match.kind().collection(),
                                match.claim().line()),
                        match.scope(),
                        match.restriction().reference(),
                        match.certainty(),
                        match.reasons(),
                        match.amendments()))
                .toList();
        List<Assessment> findings = facts.assessments().stream()
                .filter(assessment -> assessment.finding() != null)
                .toList();
        return new ScreeningView(matches, findings);
    }
}
