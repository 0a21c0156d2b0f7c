package org.dealtracker.party;

import org.dealtracker.http.Code;

/** How one party belongs to another. Filters by country and screening follow those that carry over. */
public enum AffiliationKind implements Code {
    BRANCH_OF(true, "It is a part of that force or body."),
    FACTION_OF(true, "It is one side of that divided state."),
    AGENCY_OF(true, "It acts for that state or body."),
    SUBSIDIARY_OF(true, "It is owned by that company."),
    CONTROLLED_BY(true, "It does what that party says, whoever owns it."),
    MEMBER_OF(false, "It belongs to that organisation."),
    SUCCESSOR_OF(false, "It came after that party.");

    private final boolean carriesOver;
    private final String definition;

    AffiliationKind(boolean carriesOver, String definition) {
        this.carriesOver = carriesOver;
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }

    /** Whether what is asked of the other party is asked of this one as well. */
    public boolean carriesOver() {
        return carriesOver;
    }
}
