package org.dealtracker.log;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A place in the log as others may write it down: which log, after which entry, and what the chain's hash is there. Who
 * finds the same hash at the same number has the same history up to it.
 *
 * @param at when the entry was recorded; null for 0, which is before the first
 * @param chain SHA-256 in hexadecimal digits
 */
public record Mark(UUID logId, long n, Instant at, String chain) {
    static Mark of(UUID logId, long n, Instant at, byte[] hash) {
        return new Mark(logId, n, at, HexFormat.of().formatHex(hash));
    }
}
