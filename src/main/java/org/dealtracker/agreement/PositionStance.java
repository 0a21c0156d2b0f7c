package org.dealtracker.agreement;

import org.dealtracker.http.Code;

/** What a party says of something. */
public enum PositionStance implements Code {
    CONFIRMS("It says that it is so."),
    PARTLY_CONFIRMS("It says that some of it is so."),
    NO_COMMENT("It was asked and did not say."),
    DENIES("It says that it is not so."),
    NOT_ASKED("Nobody is known to have asked it.");

    private final String definition;

    PositionStance(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
