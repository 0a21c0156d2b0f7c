package org.dealtracker.text;

import java.util.HashSet;
import java.util.Set;

/** How alike two names look: the groups of three letters that they share, as PostgreSQL's pg_trgm counts them. */
public final class Trigrams {
    private Trigrams() {}

    /** From 0 (nothing in common) to 1 (the same words, whatever their order, case and accents). */
    public static double similarity(String one, String other) {
        Set<String> ours = of(one);
        Set<String> theirs = of(other);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return 0;
        }
        Set<String> shared = new HashSet<>(ours);
        shared.retainAll(theirs);
        return (double) shared.size() / (ours.size() + theirs.size() - shared.size());
    }

    private static Set<String> of(String name) {
        Set<String> trigrams = new HashSet<>();
        for (Words.Word word : Words.of(name)) {
            String padded = "  " + word.form() + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                trigrams.add(padded.substring(i, i + 3));
            }
        }
        return trigrams;
    }
}
