package org.dealtracker.source;

import org.dealtracker.http.Code;

/** Where what a source says comes from. */
public enum Origin implements Code {
    OWN("The source itself found it out or issued it."),
    REPEATS("The source carries what other sources said."),
    UNKNOWN("It does not say, or nobody has looked.");

    private final String definition;

    Origin(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
