package org.dealtracker.source;

import org.dealtracker.http.Code;

/** What a citation does for the claim that carries it. */
public enum CitationStance implements Code {
    SUPPORTS("The source says what the claim says."),
    DISPUTES("The source says that the claim is wrong."),
    MENTIONS("The source speaks of it without taking it up."),
    SILENT("It was searched and not found; the locator says what was searched.");

    private final String definition;

    CitationStance(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
