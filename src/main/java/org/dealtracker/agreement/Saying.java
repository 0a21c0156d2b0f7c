package org.dealtracker.agreement;

import java.util.UUID;
import java.util.function.Consumer;
import org.dealtracker.log.Reference;

/** What a claim says, by its kind. */
public sealed interface Saying permits Participation, Item, Delivery, Value, Commitment, Milestone, Term, Position {
    /** What the claim speaks of when it names no line: by default nothing but itself. */
    default String defaultLine(UUID id) {
        return id.toString();
    }

    /** Another line that this one is a part of, or null. Only lines that no other is a part of are counted. */
    default String partOf() {
        return null;
    }

    /** The other records that it refers to. */
    default void references(String pointer, Consumer<Reference> to) {}
}
