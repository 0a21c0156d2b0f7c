package org.dealtracker.engagement;

import org.dealtracker.http.Code;

/** Of which member of an engagement a source gives another value. */
public enum VariantField implements Code {
    WHEN("Another date."),
    WHERE("Another place."),
    KIND("Another sort of encounter."),
    TITLE("Another name of it."),
    PARTICIPANTS("Other people."),
    TOPICS("Other topics."),
    OUTCOME("Another outcome.");

    private final String definition;

    VariantField(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
