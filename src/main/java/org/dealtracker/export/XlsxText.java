package org.dealtracker.export;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as a cell of a spreadsheet holds it, which is neither all characters nor any number of them. */
final class XlsxText {
    /** In UTF-16 units, as Excel and Java count. */
    static final int LONGEST = 32_767;

    static final String CUT = "…[cut at 32,767 characters; see the CSV]";

    /**
     * How Excel writes a character that XML cannot hold begins so; in text that happens to, the first character is written
     * that way. The {@code _} at the end is not asked for: what is written of the character after may bring it.
     */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4})");

    private XlsxText() {}

    /** The text, or as much of it as a cell holds and a mark that says so. */
    static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = LONGEST - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    /** As the content of an XML element or attribute, from which Excel reads the same characters back. */
    static String escaped(String text) {
        Matcher alike = LOOKS_ESCAPED.matcher(text);
        String unambiguous = alike.find() ? alike.replaceAll("_x005F_") : text;
        StringBuilder xml = new StringBuilder(unambiguous.length() + 16);
        for (int i = 0; i < unambiguous.length(); i++) {
            char c = unambiguous.charAt(i);
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                default -> {
                    if (c >= ' ' ? held(unambiguous, i) : c == '\t' || c == '\n') {
                        xml.append(c);
                    } else {
                        // A carriage return too: XML would read it as a line feed.
                        xml.append("_x")
                                .append(String.format(Locale.ROOT, "%04X", (int) c))
                                .append('_');
                    }
                }
            }
        }
        return xml.toString();
    }

    /** Whether XML 1.0 holds the character, which is not a control character: all but halves of pairs and U+FFFE, U+FFFF. */
    private static boolean held(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c < '\uFFFE';
    }
}
