package org.dealtracker.agreement;

import org.dealtracker.http.Code;

/** The goods' condition, as SIPRI's register has it. */
public enum Condition implements Code {
    NEW("Newly made."),
    SECOND_HAND("Used before."),
    MODERNISED("Used before, and modernised for this deal."),
    UNKNOWN("The sources do not say.");

    private final String definition;

    Condition(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
