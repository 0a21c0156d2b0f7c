package org.dealtracker.agreement;

import java.util.List;
import java.util.Set;

/** What the history says to a proposed step. */
sealed interface Verdict {
    /**
     * It stands.
     *
     * @param from the stage before it in the sequence, {@link Stage#UNKNOWN} if it is the first; stored with the event
     *     and never derived again
     * @param skipped the stages that a transition jumped over, see {@link Stage#skippedTo(Stage)}
     * @param history the history with the step in it, for the next step of the same write
     */
    record Accepted(Step step, Stage from, List<Stage> skipped, StatusHistory history) implements Verdict {}

    /** It can stand nowhere (422): everything that is wrong with it, at once. */
    record Unacceptable(List<Fault> faults) implements Verdict {}

    /**
     * The table does not hold for a transition to {@code to} on that day (409).
     *
     * @param from the stage before its place, {@link Stage#UNKNOWN} if it would be the first
     * @param next the stage after its place, null if it would be the last
     * @param allowed the stages to which a transition with the same {@code effective} and {@code supersedes} would have
     *     been accepted: those that fit what comes before and what comes after
     */
    record TransitionRefused(Stage from, Stage to, Stage next, Set<Stage> allowed) implements Verdict {}

    /** What is wrong, in which field of the event. */
    enum Fault {
        CHANGE_TYPE_OF_OTHERS("changeType", "This change type is not one of a status event."),
        EFFECTIVE_UNKNOWN("effective", "A status event needs a day; how vague it is may be said, not left out."),
        EFFECTIVE_OPEN("effective", "The day needs an earliest and a latest: an open end is no status yet reached."),
        EFFECTIVE_AHEAD(
                "effective", "Its earliest day lies ahead: a status event says what came to be, not what will."),
        SUPERSEDES_UNKNOWN("supersedes", "No event of this agreement has this id."),
        SUPERSEDES_SUPERSEDED("supersedes", "Another event supersedes this one already: supersede that one.");

        private final String field;
        private final String detail;

        Fault(String field, String detail) {
            this.field = field;
            this.detail = detail;
        }

        String field() {
            return field;
        }

        String detail() {
            return detail;
        }
    }
}
