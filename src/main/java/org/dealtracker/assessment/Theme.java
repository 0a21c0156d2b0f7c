package org.dealtracker.assessment;

import org.dealtracker.http.Code;

/** What an assessment judges by. */
public enum Theme implements Code {
    ECONOMIC("Money, industry, employment."),
    STRATEGIC("Aims and weight of states."),
    LEGAL("Law, embargoes and arms control."),
    STABILITY("Peace in a country or region."),
    REPUTATIONAL("Standing and image."),
    DIPLOMATIC("Relations between states."),
    MILITARY("Forces and what they can do."),
    INSTITUTIONAL("Institutions and how they grow."),
    SECURITY("Safety from threats.");

    private final String definition;

    Theme(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
