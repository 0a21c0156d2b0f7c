package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One record about to be appended.
 *
 * @param before the document as it stands, or null when the record is new
 * @param old what that document says, or null when the record is new
 * @param after what the record shall say; for a deletion the same as {@code old}
 * @param changed pointers to what differs
 * @param cause the number of the entry that made this one necessary, or null
 */
record Change(
        Op op,
        ObjectNode before,
        Recorded old,
        Recorded after,
        List<String> changed,
        Long cause,
        Significance significance) {}
