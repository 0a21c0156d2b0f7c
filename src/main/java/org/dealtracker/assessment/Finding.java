package org.dealtracker.assessment;

import org.dealtracker.http.Code;

/** What somebody finds in law; the register itself finds nothing. */
public enum Finding implements Code {
    BREACHES("That it breaks the duty."),
    COMPLIES("That it keeps the duty."),
    EXEMPTION_SOUGHT("That an exemption was asked for."),
    EXEMPT("That it falls under an exemption."),
    UNCLEAR("That it cannot be told.");

    private final String definition;

    Finding(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
