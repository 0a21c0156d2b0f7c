package org.dealtracker.agreement;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * Where a deal stands.
 *
 * @param stage {@link Stage#UNKNOWN} without events
 * @param stageSince {@code effective} of the first event in the unbroken run of {@code stage}; null without events
 * @param possibleStages {@code stage} and every other in which the deal may have stood, in the vocabulary's order
 */
public record Standing(Stage stage, FuzzyDate stageSince, Set<Stage> possibleStages) {
    /** After the last of {@code begun}; {@code maybe} are the stages of later steps that may have begun too. */
    static Standing after(List<Step> begun, Collection<Stage> maybe) {
        int first = begun.size() - 1;
        Stage stage = begun.isEmpty() ? Stage.UNKNOWN : begun.get(first).to();
        while (first > 0 && begun.get(first - 1).to() == stage) {
            first--;
        }
        EnumSet<Stage> possible = EnumSet.of(stage);
        possible.addAll(maybe);
        FuzzyDate since = begun.isEmpty() ? null : begun.get(first).effective();
        return new Standing(stage, since, Collections.unmodifiableSet(possible));
    }
}
