package org.dealtracker.source;

import org.dealtracker.http.Code;

/** How a source holds back from what it says. */
public enum HedgeMarker implements Code {
    REPORTEDLY("Said to be so by others."),
    ALLEGEDLY("Said, and doubted by the source itself."),
    PROBABLE("Held to be likely."),
    POSSIBLE("Held to be possible."),
    EXPECTED("Held to be coming."),
    COULD("It could be or become so."),
    PLANNED("Planned, not done."),
    INTENDED("Meant, not yet planned."),
    CONDITIONAL("So only if something else holds."),
    OPTION("A right to take more, not a duty."),
    ESTIMATED("A figure that the source worked out."),
    SUBJECT_TO_CHANGE("So for now; said to be open to change."),
    OTHER("Another way of holding back.");

    private final String definition;

    HedgeMarker(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
