package org.dealtracker.export;

import org.dealtracker.http.Code;

/** In which of two declared ways a CSV file is written. */
public enum Profile implements Code {
    RAW("Every value byte for byte."),
    SPREADSHEET("Text cells that a spreadsheet would run as a formula have a ' before them; numbers are as they are.");

    private final String definition;

    Profile(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
