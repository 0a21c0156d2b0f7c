package org.dealtracker.log;

import java.util.Set;

/** A record of the register, as far as the log needs to know it: to number, render, compare and find it. */
public interface Recorded {
    RecordKind recordKind();

    Identity identity();

    /** What lists sort by as {@code title}. */
    String listTitle();

    /** All other records that this one refers to. */
    Set<Reference> references();

    /** Keys that no other live record of the kind may share, for example a source's normalised address. */
    default Set<String> uniqueKeys() {
        return Set.of();
    }

    /**
     * That one source repeats another.
     *
     * @param scope where it is said: a pointer to the claim that overrides what sources say of themselves, or empty
     */
    record Repeat(String scope, String source, String repeated) {}

    /** Which sources, as this record has it, repeat which; there must be no circle. */
    default Set<Repeat> repetitions() {
        return Set.of();
    }

    /** The members whose content rests on citations: altering or dropping any of it needs a reason. */
    default Set<String> citedMembers() {
        return Set.of();
    }

    /** The members that a list leaves out unless they are asked for. */
    default Set<String> heavyMembers() {
        return Set.of();
    }

    /** The same record under another identity. */
    Recorded as(Identity identity);

    /** The record with what is new in it numbered and dated by the entry that brings it. */
    default Recorded stamped(Stamp stamp) {
        return this;
    }
}
