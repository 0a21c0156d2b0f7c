package org.dealtracker.evidence;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dealtracker.assessment.Assessment;
import org.dealtracker.party.Party;
import org.dealtracker.source.Source;

/** Whether a change to a record bears on what agreements derive from it. */
final class Bearing {
    private Bearing() {}

    static boolean differs(Source before, Source after) {
        return before.kind() != after.kind()
                || before.origin() != after.origin()
                || !before.repeats().equals(after.repeats())
                || (before.retraction() == null) != (after.retraction() == null)
                || !Objects.equals(before.published(), after.published());
    }

    static boolean differs(Party before, Party after) {
        return !before.name().equals(after.name())
                || !Objects.equals(before.country(), after.country())
                || !before.affiliations().equals(after.affiliations());
    }

    /** The agreements that an assessment is of, or was before. */
    static Set<String> judged(Assessment before, Assessment after) {
        Set<String> judged = new TreeSet<>();
        Stream.of(before, after)
                .filter(Objects::nonNull)
                .map(assessment -> assessment.subject().agreement())
                .filter(Objects::nonNull)
                .forEach(judged::add);
        return judged;
    }
}
