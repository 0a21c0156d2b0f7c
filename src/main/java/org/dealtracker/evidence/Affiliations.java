package org.dealtracker.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealtracker.party.Affiliation;
import org.dealtracker.party.Party;

/** Who belongs to whom, along the affiliations that carry over. */
final class Affiliations {
    private final Map<String, Party> parties;

    Affiliations(Map<String, Party> parties) {
        this.parties = parties;
    }

    /**
     * A party that another belongs to, and along which affiliations.
     *
     * @param steps empty for the party itself
     */
    record Path(String party, List<Affiliation> steps) {}

    /** A party itself and all that it belongs to, nearest first. */
    List<Path> above(String slug) {
        List<Path> paths = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>(Set.of(slug));
        Deque<Path> open = new ArrayDeque<>(List.of(new Path(slug, List.of())));
        while (!open.isEmpty()) {
            Path path = open.poll();
            paths.add(path);
            Party party = parties.get(path.party());
            for (Affiliation step : party == null ? List.<Affiliation>of() : party.affiliations()) {
                if (step.kind().carriesOver() && seen.add(step.party())) {
                    List<Affiliation> steps = new ArrayList<>(path.steps());
                    steps.add(step);
                    open.add(new Path(step.party(), List.copyOf(steps)));
                }
            }
        }
        return paths;
    }

    /** Whether one of two parties is the other, or belongs to it. */
    boolean related(String one, String other) {
        return above(one).stream().anyMatch(path -> path.party().equals(other))
                || above(other).stream().anyMatch(path -> path.party().equals(one));
    }
}
