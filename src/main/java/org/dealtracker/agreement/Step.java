package org.dealtracker.agreement;

import java.util.Objects;
import java.util.UUID;
import org.dealtracker.log.ChangeType;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * What the stages are derived from: a status event without its reason, citations and author.
 *
 * @param n the log's number of the write that recorded it, {@link #UNRECORDED} until then. Several steps may share one:
 *     an agreement can be created with its history
 * @param effective since when the stage held in the world
 * @param supersedes the event that this one stands instead of, or null
 */
public record Step(UUID id, long n, Stage to, ChangeType changeType, FuzzyDate effective, UUID supersedes) {
    /** The {@code n} of a step that no write has recorded yet: greater than any, so that no past moment knows it. */
    public static final long UNRECORDED = Long.MAX_VALUE;

    public Step {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(changeType, "changeType");
    }

    public static Step proposed(UUID id, Stage to, ChangeType changeType, FuzzyDate effective, UUID supersedes) {
        return new Step(id, UNRECORDED, to, changeType, effective, supersedes);
    }

    public Step recordedAs(long number) {
        return new Step(id, number, to, changeType, effective, supersedes);
    }

    Step withTo(Stage stage) {
        return new Step(id, n, stage, changeType, effective, supersedes);
    }

    boolean isTransition() {
        return changeType == ChangeType.TRANSITION;
    }
}
