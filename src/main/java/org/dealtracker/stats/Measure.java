package org.dealtracker.stats;

import org.dealtracker.http.Code;

/** What is counted or added up. */
public enum Measure implements Code {
    COUNT("How many agreements."),
    VALUE("What they are worth, for each basis and currency apart."),
    QUANTITY("How many items of hardware, of leaf lines only.");

    private final String definition;

    Measure(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
