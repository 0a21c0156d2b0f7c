package org.dealtracker.atom;

import java.util.List;
import java.util.stream.Collectors;
import org.dealtracker.wording.Words;

/**
 * What an entry of the log did, told to people.
 *
 * @param title what the record was called then
 * @param happened what became of it, in a few words
 * @param lines what changed, most important first
 * @param reason why, as the editor put it, or null
 */
record Told(String title, String happened, List<String> lines, String reason) {
    private static final int LISTED = 5;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 600;

    /** Name and event in one line, never empty. */
    String heading() {
        String name = Words.shortened(title, LONGEST_TITLE).replaceFirst("[.:]$", "");
        return (name.isEmpty() ? "Untitled" : name) + ": " + happened;
    }

    /** Everything in a few sentences. */
    String summary() {
        String told = lines.stream().limit(LISTED).map(Told::sentence).collect(Collectors.joining(" "));
        String more = lines.size() > LISTED ? " And " + (lines.size() - LISTED) + " more." : "";
        return told + more + (reason == null ? "" : " Reason: " + quotedReason());
    }

    String quotedReason() {
        return "“" + Words.shortened(reason, LONGEST_REASON) + "”";
    }

    static String sentence(String line) {
        return line.matches("(?s).*[.!?…]”?") ? line : line + ".";
    }

    /** About how many bytes it takes to keep. */
    int size() {
        int size = 200 + 2 * (title.length() + happened.length() + (reason == null ? 0 : reason.length()));
        for (String line : lines) {
            size += 60 + 2 * line.length();
        }
        return size;
    }
}
