package org.dealtracker.agreement;

import org.dealtracker.http.Code;

/** As what a party takes part in an agreement. */
public enum Role implements Code {
    SUPPLIER("It provides the goods or services."),
    RECIPIENT("It receives them."),
    END_USER("It uses what another receives for it."),
    MANUFACTURER("It makes the goods."),
    LICENSOR("It permits their making."),
    FINANCIER("It pays or lends for another."),
    INTERMEDIARY("It brings the sides together."),
    TRANSIT("The goods pass through it.");

    private final String definition;

    Role(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
