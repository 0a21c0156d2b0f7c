package org.dealtracker.engagement;

import org.dealtracker.http.Code;

/** What sort of encounter it was. */
public enum EngagementKind implements Code {
    VISIT("One side goes to see the other."),
    MEETING("They meet, wherever."),
    TALKS("They negotiate."),
    SIGNING("They sign something."),
    EXERCISE("Their forces exercise together."),
    TRAINING("One side's people are trained by the other."),
    DELIVERY("Goods are handed over."),
    COOPERATION("They work together over a time."),
    DIPLOMATIC_RELATIONS("They take up, change or break relations."),
    OTHER("Something else.");

    private final String definition;

    EngagementKind(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
