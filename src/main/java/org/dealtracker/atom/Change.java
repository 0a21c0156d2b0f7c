package org.dealtracker.atom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dealtracker.log.Differ;
import org.dealtracker.log.Recent;

/**
 * An entry with what it made of the record.
 *
 * @param before the record's document at the revision before; null for the first
 */
record Change(Recent.Entry entry, ObjectNode before, ObjectNode after) {
    /** Whether there is a whole record on both sides, and not what is left of one. */
    boolean compares() {
        return before != null && !gone(before) && !gone(after);
    }

    private static boolean gone(ObjectNode document) {
        return document.has("deletedAt") || document.has("mergedInto");
    }

    List<Differ.Field> fields() {
        return Differ.differences(before, after);
    }
}
