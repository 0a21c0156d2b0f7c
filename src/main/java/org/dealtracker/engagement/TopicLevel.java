package org.dealtracker.engagement;

import org.dealtracker.http.Code;

/** How far the sides are said to have come on a topic. */
public enum TopicLevel implements Code {
    AIM("It is what they want."),
    DISCUSSED("They spoke of it."),
    AGREED("They said that they will."),
    CONTINUING("They do so and go on.");

    private final String definition;

    TopicLevel(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
