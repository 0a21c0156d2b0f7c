package org.dealtracker.agreement;

import org.dealtracker.http.Code;

/** What became of something promised. */
public enum Fulfilment implements Code {
    NOT_DUE("It is not due yet."),
    SCHEDULED("A day is set."),
    IN_PROGRESS("It has begun."),
    PARTIALLY_MET("A part is done."),
    MET("It is done."),
    NOT_MET("It was due and is not done."),
    WAIVED("The side it was owed to gave it up."),
    UNKNOWN("The sources do not say.");

    private final String definition;

    Fulfilment(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
