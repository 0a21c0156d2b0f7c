package org.dealtracker.atom;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dealtracker.log.Recent.Entry;

/**
 * A page of a feed, ready to be written.
 *
 * @param id the same wherever the feed is served, and on all its pages
 * @param base scheme, host and port
 * @param self the address that was asked for
 * @param alternate what it tells of, as JSON
 * @param first the newest page
 * @param next the page after this one, with what is older; null at the end
 * @param told by the numbers of the entries
 */
record Feed(
        String id,
        String title,
        String base,
        String self,
        String alternate,
        String first,
        String next,
        List<Entry> entries,
        Map<Long, Told> told) {

    /** When the newest entry was recorded; of an empty feed the beginning of time. */
    Instant updated() {
        return entries.isEmpty() ? Instant.EPOCH : entries.get(0).at();
    }
}
