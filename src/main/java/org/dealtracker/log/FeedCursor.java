package org.dealtracker.log;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import org.dealtracker.http.Cursor;
import org.dealtracker.http.Problem;

/**
 * A place in the feed: which log, after which entry, and a piece of that entry's hash, so that a client of a log that
 * was since replaced or rolled back is told so instead of being given a history that does not continue its own.
 *
 * @param n the number of the last entry seen, 0 before the first
 * @param hash the first eight bytes of that entry's hash, or of the log's genesis
 */
record FeedCursor(UUID logId, long n, byte[] hash) {
    private static final int HASH_PIECE = 8;

    FeedCursor {
        hash = Arrays.copyOf(hash, HASH_PIECE);
    }

    /** Before entry 1; the head of an empty log has the same hash. */
    static FeedCursor beginning(UUID logId) {
        return new FeedCursor(logId, 0, Cursor.sha256(bytes(logId)));
    }

    static FeedCursor at(FeedRows.Head head) {
        return new FeedCursor(head.logId(), head.n(), head.hash());
    }

    /**
     * @param name the parameter that carried it, for the message
     * @throws Problem 400 when this is no cursor of a feed
     */
    static FeedCursor read(String name, String text) {
        byte[] content = Cursor.decode(name, text);
        if (content.length != 16 + 8 + HASH_PIECE) {
            throw Problem.badParameter(name, "'" + name + "' is not a cursor that the feed gave.");
        }
        ByteBuffer buffer = ByteBuffer.wrap(content);
        UUID logId = new UUID(buffer.getLong(), buffer.getLong());
        return new FeedCursor(logId, buffer.getLong(), Arrays.copyOfRange(content, 24, content.length));
    }

    boolean isAt(byte[] entryHash) {
        return Arrays.equals(hash, Arrays.copyOf(entryHash, HASH_PIECE));
    }

    /** As clients pass it on. */
    String text() {
        return Cursor.encode(ByteBuffer.allocate(16 + 8 + HASH_PIECE)
                .put(bytes(logId))
                .putLong(n)
                .put(hash)
                .array());
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
