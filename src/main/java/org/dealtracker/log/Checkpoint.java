package org.dealtracker.log;

import java.time.Instant;
import java.util.UUID;

/**
 * A moment of the log, with what proves which log it is of.
 *
 * @param n the number of the last entry that counts; 0 before the first one
 * @param at when it was made
 * @param chain its hash, in lower-case hexadecimal digits: all entries before it are chained to it
 * @param asked whether a request named the moment
 * @param lasting whether the same question is answered the same for ever
 */
public record Checkpoint(UUID logId, long n, Instant at, String chain, boolean asked, boolean lasting) {
    Moment moment() {
        return new Moment(n, asked, lasting);
    }
}
