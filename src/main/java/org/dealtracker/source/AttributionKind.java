package org.dealtracker.source;

import org.dealtracker.http.Code;

/** Whom a source names for what it says. */
public enum AttributionKind implements Code {
    NAMED("A person or body by name."),
    UNNAMED("Somebody described but not named."),
    DOCUMENT("A paper."),
    OWN_OBSERVATION("What the source's own people saw.");

    private final String definition;

    AttributionKind(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
