package org.dealtracker.assessment;

import org.dealtracker.http.Code;

/** What sort of statement an assessment is. */
public enum Nature implements Code {
    JUDGEMENT("What somebody holds of it."),
    BACKGROUND("What went before."),
    OBJECTIVE("What is said to be wanted by it."),
    RECOMMENDATION("What should be done."),
    FORECAST("What is said to come.");

    private final String definition;

    Nature(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
