package org.dealtracker.log;

import java.util.UUID;
import org.dealtracker.http.ETags;

/**
 * A strong entity tag (RFC 9110, section 8.8.3), and when it changes: with a record's revision, or with every entry of the
 * log.
 *
 * @param record whose revision it names; null for what is asked of many
 */
record Tag(String text, UUID record) {
    static Tag of(Served served) {
        return new Tag(ETags.ofRevision(served.revision()), served.id());
    }

    /** @param digest of the query that is answered */
    static Tag of(Moment moment, String digest) {
        return new Tag("\"n" + moment.n() + "-" + digest + "\"", null);
    }

    /** Whether it is among those that a client holds. */
    boolean isHeld(ReadRequest request) {
        return request.holds(text);
    }
}
