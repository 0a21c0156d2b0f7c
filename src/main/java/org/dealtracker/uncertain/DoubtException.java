package org.dealtracker.uncertain;

/**
 * A value that cannot be: not written in a form we know, impossible in itself, or disagreeing with its own text. The
 * message is a plain sentence for the client; what it quotes of the input is cut short and free of control characters.
 */
public final class DoubtException extends IllegalArgumentException {
    private static final int QUOTED_CHARACTERS = 40;

    DoubtException(String message) {
        super(message);
    }

    /** The input in quotation marks, fit for a message: short, and without characters that JSON or a terminal chokes on. */
    static String quoted(String input) {
        int end = Math.min(input.length(), QUOTED_CHARACTERS);
        String start = input.substring(0, end).replaceAll("\\p{C}", "\uFFFD");
        return '"' + start + (end < input.length() ? "…" : "") + '"';
    }
}
