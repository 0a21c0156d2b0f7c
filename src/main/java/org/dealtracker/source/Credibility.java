package org.dealtracker.source;

import org.dealtracker.http.Code;

/** How credible one piece of information is, apart from who gives it (NATO/Admiralty system, AJP-2.1). */
public enum Credibility implements Code {
    CONFIRMED("1", "Confirmed by other sources."),
    PROBABLY_TRUE("2", "Probably true."),
    POSSIBLY_TRUE("3", "Possibly true."),
    DOUBTFUL("4", "Doubtful."),
    IMPROBABLE("5", "Improbable."),
    CANNOT_BE_JUDGED("6", "Truth cannot be judged.");

    private final String code;
    private final String definition;

    Credibility(String code, String definition) {
        this.code = code;
        this.definition = definition;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String definition() {
        return definition;
    }
}
