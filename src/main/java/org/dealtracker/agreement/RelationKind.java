package org.dealtracker.agreement;

import org.dealtracker.http.Code;

/** How one agreement stands to another. */
public enum RelationKind implements Code {
    PART_OF("It is a part of the other."),
    AMENDS("It changes the terms of the other."),
    FOLLOW_ON("It continues the other."),
    REPLACES("It stands in the other's place."),
    SPLIT_FROM("It was recorded as a part of the other before.");

    private final String definition;

    RelationKind(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
