package org.dealtracker.agreement;

import org.dealtracker.http.Code;

/** What happened on a date. */
public enum DateEvent implements Code {
    REPORTED("The deal was first reported."),
    ANNOUNCED("A party made it public."),
    SELECTED("The goods or the supplier were chosen."),
    FINALISED("The talks were closed."),
    SIGNED("It was signed."),
    APPROVED("An authority approved it."),
    ORDERED("The goods were ordered."),
    PAID("It was paid."),
    IN_FORCE("It came into force."),
    FIRST_DELIVERY("The first goods were handed over."),
    LAST_DELIVERY("The last goods were handed over."),
    EXPIRES("It ends.");

    private final String definition;

    DateEvent(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
