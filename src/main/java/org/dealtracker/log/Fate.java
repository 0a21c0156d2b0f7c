package org.dealtracker.log;

import org.dealtracker.http.Code;

/** What became of a record between two entries of the log, whatever happened on the way. */
public enum Fate implements Code {
    ADDED("It was not there, and is."),
    REMOVED("It was there, and is deleted."),
    MERGED("It was there, and has gone into another record."),
    CHANGED("It was there and still is, but says something else.");

    private final String definition;

    Fate(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }
}
