package org.dealtracker.log;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A record that went into another one. Like a deleted one it leaves only what says so; its history stays. */
record Merged(Recorded duplicate, Identity survivor) implements Recorded {
    /** What is left to be seen of it. */
    record Remains(
            UUID id,
            String slug,
            int revision,
            long n,
            String title,
            String mergedInto,
            Instant mergedAt,
            String mergedBy,
            String reason) {}

    Remains remains(Instant at, Why why) {
        Identity identity = identity();
        return new Remains(
                identity.id(),
                identity.slug(),
                identity.revision(),
                identity.n(),
                listTitle(),
                survivor.slug(),
                at,
                why.actor(),
                why.reason());
    }

    @Override
    public RecordKind recordKind() {
        return duplicate.recordKind();
    }

    @Override
    public Identity identity() {
        return duplicate.identity();
    }

    @Override
    public String listTitle() {
        return duplicate.listTitle();
    }

    @Override
    public Set<Reference> references() {
        return Set.of();
    }

    @Override
    public Recorded as(Identity identity) {
        return new Merged(duplicate.as(identity), survivor);
    }
}
