package org.dealtracker.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * An opaque cursor: some bytes and a checksum, in the alphabet {@code A-Za-z0-9_-}. The checksum tells a cursor that
 * was cut or mistyped from one that we gave; it is no secret, since a cursor grants nothing.
 */
public final class Cursor {
    private static final int CHECK = 6;
    private static final int LONGEST = 4_000;

    private Cursor() {}

    public static String encode(byte[] content) {
        byte[] check = Arrays.copyOf(sha256(content), CHECK);
        byte[] all = ByteBuffer.allocate(CHECK + content.length)
                .put(check)
                .put(content)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * @param name the parameter that carried it, for the message
     * @throws Problem 400 when this is no cursor of ours
     */
    public static byte[] decode(String name, String cursor) {
        if (cursor.length() <= LONGEST) {
            try {
                byte[] all = Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.ISO_8859_1));
                byte[] content = all.length < CHECK ? all : Arrays.copyOfRange(all, CHECK, all.length);
                boolean canonical = all.length >= CHECK && encode(content).equals(cursor);
                if (canonical) {
                    return content;
                }
            } catch (IllegalArgumentException e) {
                // Not of the alphabet: falls through to the one answer below.
            }
        }
        throw Problem.badParameter(
                name, "'" + name + "' is not a cursor that this service gave; begin again without it.");
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
