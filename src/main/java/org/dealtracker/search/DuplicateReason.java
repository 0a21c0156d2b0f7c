package org.dealtracker.search;

import org.dealtracker.http.Code;

/** Why two records may be of one thing. */
public enum DuplicateReason implements Code {
    SAME_PARTIES("The same supplier and recipient, or the one of them that both name."),
    AFFILIATED_PARTIES("Supplier and recipient are the same but for one that belongs to the other."),
    SAME_DESIGNATION("An item of the same designation, or of one that refines it."),
    SAME_CATEGORY("An item of the same category."),
    OVERLAPPING_DATES("Dated events that may be of one time."),
    SHARED_SOURCE("A source that both cite."),
    SAME_NAME("The same name, title or alias, whatever its spelling."),
    SIMILAR_NAME("A name, title or alias that looks alike."),
    SAME_COUNTRY("The same country."),
    SHARED_EXTERNAL_ID("Another register has both under one id."),
    SAME_ADDRESS("The same page of the web, whatever the query of the address says."),
    SAME_PUBLISHER("The same publisher."),
    PUBLISHED_CLOSE("Published within days of each other."),
    SAME_CONTENT("The same content, by its SHA-256.");

    private final String definition;

    DuplicateReason(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
