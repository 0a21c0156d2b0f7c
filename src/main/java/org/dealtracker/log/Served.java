package org.dealtracker.log;

import java.time.Instant;
import java.util.UUID;

/**
 * A record's document as it was at some moment, and what an answer says about it.
 *
 * @param head the log's last number when this was read
 * @param n the entry that made this revision
 * @param at when that was
 * @param document null when only the revision was asked for
 */
record Served(
        long head, RecordKind kind, UUID id, String slug, int revision, Op op, long n, Instant at, byte[] document) {
    boolean live() {
        return !deleted() && !merged();
    }

    boolean merged() {
        return op == Op.MERGED;
    }

    boolean deleted() {
        return op == Op.DELETED;
    }
}
