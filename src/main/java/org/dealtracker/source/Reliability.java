package org.dealtracker.source;

import org.dealtracker.http.Code;

/** How reliable a source is known to be, on the scale of the NATO/Admiralty system (AJP-2.1). */
public enum Reliability implements Code {
    A("Completely reliable."),
    B("Usually reliable."),
    C("Fairly reliable."),
    D("Not usually reliable."),
    E("Unreliable."),
    F("Reliability cannot be judged.");

    private final String definition;

    Reliability(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }

    @Override
    public String code() {
        return name();
    }
}
