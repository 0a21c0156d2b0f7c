package org.dealtracker.uncertain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How sure a match between a question and a value in doubt has to be. */
public enum Certainty {
    POSSIBLE("Some value that the claim allows matches."),
    CERTAIN("Every value that the claim allows matches.");

    private final String definition;

    Certainty(String definition) {
        this.definition = definition;
    }

    /** What the code means, in one sentence. */
    public String definition() {
        return definition;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
