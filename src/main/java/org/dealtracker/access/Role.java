package org.dealtracker.access;

import java.util.Set;
import org.dealtracker.http.Code;

/** What a key may do; each role includes the ones before it. */
public enum Role implements Code {
    READER("It may read, which needs no key by default."),
    EDITOR("It may also write records."),
    ADMIN("It may also manage keys.");

    private final String definition;

    Role(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }

    /** The roles that endpoints ask for. */
    Set<String> granted() {
        return switch (this) {
            case READER -> Set.of("reader");
            case EDITOR -> Set.of("reader", "editor");
            case ADMIN -> Set.of("reader", "editor", "admin");
        };
    }
}
