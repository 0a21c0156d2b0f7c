package org.dealtracker.log;

import java.time.Instant;
import java.util.UUID;

/** What is left to be seen of a deleted record. */
record Tombstone(
        UUID id, String slug, int revision, long n, String title, Instant deletedAt, String deletedBy, String reason) {
    static Tombstone of(Recorded record, Instant at, Why why) {
        Identity identity = record.identity();
        return new Tombstone(
                identity.id(),
                identity.slug(),
                identity.revision(),
                identity.n(),
                record.listTitle(),
                at,
                why.actor(),
                why.reason());
    }
}
