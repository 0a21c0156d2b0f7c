package org.dealtracker.agreement;

import org.dealtracker.http.Code;

/** What is promised beside hardware. */
public enum CommitmentType implements Code {
    TRAINING("Training of people."),
    TECHNICAL_SUPPORT("Help in using and keeping the goods."),
    MAINTENANCE("Keeping and repairing the goods."),
    LICENSED_MANUFACTURE("Making goods or parts under licence."),
    TECHNOLOGY_TRANSFER("Handing over knowledge."),
    INDUSTRIAL_COOPERATION("Working together in industry."),
    FINANCING("Lending or paying."),
    JOINT_EXERCISE("Exercising together."),
    OTHER("Something else.");

    private final String definition;

    CommitmentType(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
