package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What the register derives from records rather than being told. The log asks for it inside the transaction of every
 * write, so that a derived value is never older than what it is derived from.
 */
public interface Derivation {
    /** The records with their derived members as they follow from what the register holds in this transaction. */
    List<Recorded> derive(List<? extends Recorded> records);

    /**
     * Refuses what a record says that does not go with what the register holds in this transaction. What was said before
     * is not held against it: it may have become wrong by what happened elsewhere since.
     *
     * @param before null when the record is new
     * @param where points to the record in the body that brought it
     * @throws org.dealtracker.http.Problem 422 naming every member
     */
    void refuse(Recorded before, Recorded wanted, String where);

    /** What lists find and sort a derived record by. */
    Index index(Recorded derived);

    /**
     * The records whose derived members may differ because of a change, in the order of their ids.
     *
     * @param before null when the record is new
     * @param after null when the record is gone
     */
    Collection<UUID> dependents(Recorded before, Recorded after);

    /** The records whose derived members rest on one that others were just made to refer to, in the order of their ids. */
    Collection<UUID> resting(Recorded on);

    /**
     * Reads a record back from the document that was served of it.
     *
     * @param repointing what references in it shall be taken for others
     */
    Recorded read(RecordKind kind, ObjectNode document, Repointing repointing);
}
