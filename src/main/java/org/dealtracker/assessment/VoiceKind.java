package org.dealtracker.assessment;

import org.dealtracker.http.Code;

/** Who judges. */
public enum VoiceKind implements Code {
    AUTHOR("The author of the source itself."),
    NAMED("A person by name."),
    UNNAMED("Somebody described but not named."),
    ORGANISATION("A body.");

    private final String definition;

    VoiceKind(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
