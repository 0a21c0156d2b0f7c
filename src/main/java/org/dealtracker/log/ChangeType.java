package org.dealtracker.log;

import java.util.EnumSet;
import java.util.Set;
import org.dealtracker.http.Code;

/** Why a revision differs from the one before it. */
public enum ChangeType implements Code {
    ADDITION("Something was added that the record did not say before."),
    CORRECTION("The record was wrong; the world did not change."),
    AMENDMENT("The terms of the agreement were formally changed."),
    REASSESSMENT("The same facts, judged anew."),
    EDITORIAL("Wording only; what is claimed stays as it was."),
    TRANSITION("The world changed: the agreement moved on to another stage."),
    SOURCE_RETRACTED("A source that the record relied on was withdrawn."),
    MERGE("Two records turned out to be of one thing."),
    SPLIT("One record turned out to be of several things.");

    /** The types that a request may name in {@code X-Change-Type}. */
    public static final Set<ChangeType> OF_REQUESTS =
            EnumSet.of(ADDITION, CORRECTION, AMENDMENT, REASSESSMENT, EDITORIAL);

    /** The types that a status event may have; only a transition must follow the table of stages. */
    public static final Set<ChangeType> OF_STATUS_EVENTS =
            EnumSet.of(TRANSITION, AMENDMENT, CORRECTION, REASSESSMENT, SOURCE_RETRACTED, MERGE, SPLIT);

    private final String definition;

    ChangeType(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }

    /** Whether a request of this type must say why. */
    public boolean needsReason() {
        return this == CORRECTION || this == AMENDMENT || this == REASSESSMENT;
    }
}
