package org.dealtracker.relation;

import org.dealtracker.http.Code;

/** What sorts of thing a timeline of two sides shows. */
public enum EventType implements Code {
    ENGAGEMENT("What they did with each other."),
    AGREEMENT("A deal in which both take part, at its first dated day."),
    STATUS_EVENT("A stage that such a deal came to."),
    ASSESSMENT("What somebody judges of such a deal or engagement, or of both.");

    private final String definition;

    EventType(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
