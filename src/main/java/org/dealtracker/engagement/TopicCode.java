package org.dealtracker.engagement;

import org.dealtracker.http.Code;

/** What an engagement was about. */
public enum TopicCode implements Code {
    TRAINING("Training of people."),
    PROFESSIONAL_EDUCATION("Schooling of officers and officials."),
    COUNTER_TERRORISM("Acting against terrorism."),
    CAPACITY_BUILDING("Making forces or institutions abler."),
    DEFENCE_INDUSTRIAL_COOPERATION("Working together in the arms industry."),
    TECHNICAL_EXCHANGE("Sharing expertise."),
    MILITARY_RELATIONS("How the two forces stand to each other."),
    PROFESSIONAL_EXCHANGES("Sending people to each other."),
    REGIONAL_SECURITY("The security of a region."),
    JOINT_EXERCISES("Exercising together."),
    ARMS_SALES("Selling or buying arms."),
    OTHER("Something else.");

    private final String definition;

    TopicCode(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
