package org.dealtracker.agreement;

import org.dealtracker.http.Code;

/** In what a repetition departs from what it repeats. */
public enum DriftKind implements Code {
    ITEM("Goods that the origin does not name."),
    COUNT("A number that the origin does not give."),
    VALUE("A sum that the origin does not name."),
    DESIGNATION("A type or version that the origin does not name."),
    DATE("A day that the origin does not give."),
    PLACE("A place that the origin does not give.");

    private final String definition;

    DriftKind(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
