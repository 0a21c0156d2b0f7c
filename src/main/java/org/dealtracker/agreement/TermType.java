package org.dealtracker.agreement;

import org.dealtracker.http.Code;

/** What sort of condition a term is. */
public enum TermType implements Code {
    DURATION("How long it runs."),
    CONDITION("What it depends on."),
    PAYMENT("How it is paid."),
    OFFSET("What is given in return."),
    END_USE("What the goods may be used for."),
    OTHER("Something else.");

    private final String definition;

    TermType(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
