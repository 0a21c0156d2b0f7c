package org.dealtracker.text;

/**
 * A text of a record.
 *
 * @param member the member that it stands in, or what that is: {@code alias}, {@code party}
 */
public record Piece(Weight weight, String member, String text) {
    /** How much it says of a record that a word stands there. */
    public enum Weight {
        /** Title, name, aliases: what the record is called. */
        A,
        /** Designations, publishers, the names of others in it. */
        B,
        /** Summary, descriptions and other prose. */
        C,
        /** Notes and what citations quote. */
        D
    }
}
