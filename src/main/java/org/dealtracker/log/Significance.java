package org.dealtracker.log;

import org.dealtracker.http.Code;

/** Whether a change alters what the register says, or only how it words it. */
public enum Significance implements Code {
    SEMANTIC("What is claimed, or who claims it, changed."),
    EDITORIAL("Only the wording changed.");

    private final String definition;

    Significance(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
