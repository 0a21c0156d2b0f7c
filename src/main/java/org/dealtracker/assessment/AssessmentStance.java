package org.dealtracker.assessment;

import org.dealtracker.http.Code;

/** Whether an assessment speaks for or against. */
public enum AssessmentStance implements Code {
    SUPPORTIVE("It speaks for it."),
    CRITICAL("It speaks against it."),
    MIXED("It speaks for and against."),
    NEUTRAL("It takes no side.");

    private final String definition;

    AssessmentStance(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
