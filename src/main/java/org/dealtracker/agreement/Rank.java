package org.dealtracker.agreement;

import org.dealtracker.http.Code;

/** Which of several claims on a line the register prefers. */
public enum Rank implements Code {
    PREFERRED("The one that the register goes by, for the reason given."),
    NORMAL("One among others."),
    DEPRECATED("One that the register no longer goes by, for the reason given.");

    private final String definition;

    Rank(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
