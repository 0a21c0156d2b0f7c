package org.dealtracker.restriction;

import org.dealtracker.http.Code;

/** Which way of a transfer a restriction reaches, seen from its targets. */
public enum Direction implements Code {
    TO_TARGET("What the targets receive."),
    FROM_TARGET("What the targets supply."),
    BOTH("Either.");

    private final String definition;

    Direction(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
