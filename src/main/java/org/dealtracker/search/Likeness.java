package org.dealtracker.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dealtracker.text.Trigrams;

/**
 * How likely two records are of one thing, and why. Each reason speaks for it by some weight, as if it alone left so
 * much doubt; what speaks against it takes a part of the whole. It is a hint of where an editor should look, never a
 * judgement: nothing is merged because of it.
 */
final class Likeness {
    /** Below this, two records have no more in common than many have. */
    static final double LEAST = 0.3;

    private static final int SHOWN = 5;

    /**
     * Why.
     *
     * @param detail what it is that they share
     */
    record Ground(DuplicateReason code, String detail) {}

    private final List<Ground> grounds = new ArrayList<>();
    private double doubt = 1;
    private double rest = 1;

    Likeness because(DuplicateReason reason, double weight, String detail) {
        grounds.add(new Ground(reason, detail));
        doubt *= 1 - weight;
        return this;
    }

    /** @param part how much is left of the score when something speaks against it */
    Likeness against(double part) {
        rest *= part;
        return this;
    }

    /** From 0 to 1, in hundredths. */
    double score() {
        return BigDecimal.valueOf((1 - doubt) * rest)
                .setScale(2, RoundingMode.HALF_UP)
                .doubleValue();
    }

    List<Ground> grounds() {
        return List.copyOf(grounds);
    }

    /** What two names have in common at most, and which they are. */
    record Pair(String ours, String theirs, double similarity) {
        static Pair of(Collection<String> ours, Collection<String> theirs) {
            Pair best = new Pair("", "", 0);
            for (String one : ours) {
                for (String other : theirs) {
                    double similarity = Trigrams.similarity(one, other);
                    if (similarity > best.similarity()) {
                        best = new Pair(one, other, similarity);
                    }
                }
            }
            return best;
        }

        String detail() {
            return ours.equals(theirs) ? ours : ours + " – " + theirs;
        }
    }

    static <T extends Comparable<T>> Set<T> shared(Collection<T> ours, Collection<T> theirs) {
        Set<T> shared = new TreeSet<>(ours);
        shared.retainAll(theirs);
        return shared;
    }

    static String list(Collection<?> values) {
        String shown = values.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
        return values.size() > SHOWN ? shown + " and " + (values.size() - SHOWN) + " more" : shown;
    }
}
