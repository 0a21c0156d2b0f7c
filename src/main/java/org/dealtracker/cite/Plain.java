package org.dealtracker.cite;

/** Texts as a line of a bibliography can hold them. */
final class Plain {
    private Plain() {}

    /** On one line, whatever breaks lines in it, without what has no shape; null stays null. */
    static String line(String text) {
        return text == null
                ? null
                : text.replaceAll("(?U)[\\s\\p{Cntrl}]+", " ").strip();
    }

    /** As the end of a sentence. */
    static String sentence(String text) {
        return text.matches("(?s).*[.!?…]['\"”’)]*") ? text : text + ".";
    }
}
