package org.dealtracker.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The hash chain over the log: {@code h = sha256(prev ‖ n ‖ at ‖ kind ‖ id ‖ slug ‖ revision ‖ op ‖ change type ‖
 * significance ‖ cause ‖ changed ‖ format ‖ sha256(salt ‖ document ‖ reason ‖ actor))}.
 *
 * <p>Every part is preceded by its length (four bytes, big-endian; −1 for null), so that no two entries can run
 * together into the same bytes. Numbers are eight bytes, an instant is its microseconds since 1970, an id its sixteen
 * bytes, text UTF-8. The inner hash stands in a column of its own: a redaction empties what it covers, and the chain
 * stays whole.
 */
final class Chain {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final MessageDigest sha256;

    private Chain() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static byte[] salt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return salt;
    }

    static byte[] payload(byte[] salt, byte[] document, String reason, String actor) {
        return new Chain().add(salt).add(document).add(reason).add(actor).sha256.digest();
    }

    static byte[] link(byte[] previous, LogEntry entry) {
        Chain chain = new Chain()
                .add(previous)
                .add(entry.n)
                .add(micros(entry.at))
                .add(entry.kind.code())
                .add(bytes(entry.recordId))
                .add(entry.slug)
                .add(entry.revision)
                .add(entry.op.code())
                .add(entry.changeType.code())
                .add(entry.significance.code())
                .add(entry.cause == null ? -1 : entry.cause)
                .add(entry.changed.size());
        List.copyOf(entry.changed).forEach(chain::add);
        return chain.add(entry.format).add(entry.payloadHash).sha256.digest();
    }

    private Chain add(byte[] part) {
        sha256.update(
                ByteBuffer.allocate(4).putInt(part == null ? -1 : part.length).array());
        if (part != null) {
            sha256.update(part);
        }
        return this;
    }

    private Chain add(String text) {
        return add(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private Chain add(long number) {
        return add(ByteBuffer.allocate(8).putLong(number).array());
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }
}
