package org.dealtracker.party;

import org.dealtracker.http.Code;

/** What sort of party one is. */
public enum PartyKind implements Code {
    STATE("A state as such."),
    GOVERNMENT_BODY("A ministry, agency or office of a state."),
    ARMED_FORCE("The armed forces of a state, or a branch of them."),
    FACTION("One side of a divided state; never the state itself."),
    NON_STATE_ARMED_GROUP("An armed group that is no state's."),
    COMPANY("A business."),
    MEDIA("A newspaper, agency, broadcaster or channel."),
    INTERNATIONAL_ORGANISATION("A body of states."),
    OTHER("None of the others.");

    private final String definition;

    PartyKind(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
