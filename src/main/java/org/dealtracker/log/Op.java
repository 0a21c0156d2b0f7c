package org.dealtracker.log;

import org.dealtracker.http.Code;

/** What an entry of the log did to its record. */
public enum Op implements Code {
    CREATED("The record is new."),
    UPDATED("What the record says was changed."),
    STATUS("A status event was appended."),
    RETRACTED("A claim was taken back; it stays in history and at its own address."),
    MERGED("The record went into another one."),
    DELETED("The record was deleted; a tombstone stays."),
    RESTORED("An earlier revision was made the current one again."),
    REDERIVED("Something derived changed because another record did."),
    REDACTED("Content was removed from history, which still says that there was some.");

    private final String definition;

    Op(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
