package org.dealtracker.restriction;

import org.dealtracker.http.Code;

/** What an amendment does to a restriction. */
public enum Effect implements Code {
    EXEMPTS("It leaves something out on conditions."),
    EXTENDS("It adds to the restriction, or prolongs it."),
    NARROWS("It takes something out for good."),
    ENFORCES("It changes how the restriction is watched over.");

    private final String definition;

    Effect(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
