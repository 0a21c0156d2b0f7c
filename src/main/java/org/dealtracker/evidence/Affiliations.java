package org.dealtracker.evidence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.dealtracker.party.Affiliation;
import org.dealtracker.party.Party;

/** Who belongs to whom, along the affiliations that carry over. */
final class Affiliations {
    /** Who belongs to a dozen others, who in turn do, is told by the nearest of them. */
    private static final int MOST_PATHS = 1_000;

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

    /**
     * A party itself and all that it belongs to, nearest first; what it belongs to in two ways, or at two times, is there
     * by each of them.
     */
    List<Path> above(String slug) {
        List<Path> paths = new ArrayList<>();
        Deque<Path> open = new ArrayDeque<>(List.of(new Path(slug, List.of())));
        while (!open.isEmpty() && paths.size() < MOST_PATHS) {
            Path path = open.poll();
            paths.add(path);
            Party party = parties.get(path.party());
            for (Affiliation step : party == null ? List.<Affiliation>of() : party.affiliations()) {
                boolean circle = step.party().equals(slug)
                        || path.steps().stream().anyMatch(each -> each.party().equals(step.party()));
                if (step.kind().carriesOver() && !circle) {
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
