package org.dealtracker.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What text may be: readable, bounded, and storable in PostgreSQL and in UTF-8. */
public final class Texts {
    private Texts() {}

    /** What is wrong with a text, as the end of a sentence, or null. Line breaks are fine; NUL is not. */
    public static String wrong(String text, int longest) {
        if (text.isBlank()) {
            return "must not be blank; leave it out when there is nothing to say.";
        }
        if (text.codePointCount(0, text.length()) > longest) {
            return "must have at most " + longest + " characters.";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "must not contain the character NUL.";
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return "contains half of a surrogate pair, which no text in UTF-8 can hold.";
                }
                i++;
            }
        }
        return null;
    }

    /** A client's own text, cut and cleaned so that it may stand in a message. */
    public static String shown(String text) {
        String clean = text.replaceAll("\\p{Cntrl}|\\p{Cs}", "�");
        return clean.length() > 60 ? clean.substring(0, 60) + "…" : clean;
    }

    /** Bytes as the text that they are in UTF-8, or null when they are none (overlong forms included). */
    public static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
