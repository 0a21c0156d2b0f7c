package org.dealtracker.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dealtracker.text.Piece.Weight;

/**
 * What somebody types to find something: words that must all be there, {@code or} between alternatives, a phrase in
 * quotes, a minus before what must not be there. Whatever is typed can be read; what has no word in it finds nothing.
 */
public final class Query {
    /** A minus counts at the beginning of a word only: JF-17 is one. */
    private static final Pattern TOKEN = Pattern.compile("(?<minus>-?)(\"(?<phrase>[^\"]*)\"?|(?<plain>[^\\s\"]+))");

    /** English words that are in every text; asked for alone or in a phrase they count. */
    private static final Set<String> COMMON = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "of", "on", "that", "the",
            "their", "to", "was", "were", "with");

    private final List<Alternative> alternatives;
    private final boolean plain;

    private Query(List<Alternative> alternatives, boolean plain) {
        this.alternatives = alternatives;
        this.plain = plain;
    }

    /** Of these all of the wanted ones must be there, and none of the others. */
    private record Alternative(List<Sought> wanted, List<Sought> unwanted) {}

    /**
     * A word, or several in a row.
     *
     * @param parts each without the ending of a plural, unless {@code begins}
     * @param together the parts as one word, since JF17 is written for JF-17; null where that makes no sense
     * @param begins whether the last part may be the beginning of a word only
     */
    public record Sought(List<String> parts, String together, boolean begins) {}

    public static Query of(String typed) {
        return of(typed, false);
    }

    /** The same of a text that is still being typed: its last word may have only begun. */
    public static Query begun(String typed) {
        boolean open = !typed.isEmpty() && Character.isLetterOrDigit(typed.codePointBefore(typed.length()));
        return of(typed, open);
    }

    private static Query of(String typed, boolean begun) {
        List<Alternative> alternatives = new ArrayList<>();
        Alternative current = new Alternative(new ArrayList<>(), new ArrayList<>());
        boolean quoted = false;
        Matcher token = TOKEN.matcher(typed);
        while (token.find()) {
            String plain = token.group("plain");
            quoted |= plain == null;
            boolean or = plain != null && plain.toLowerCase(Locale.ROOT).equals("or");
            if (or && !(current.wanted.isEmpty() && current.unwanted.isEmpty())) {
                alternatives.add(current);
                current = new Alternative(new ArrayList<>(), new ArrayList<>());
                continue;
            }
            boolean begins = begun && token.end() == typed.length() && plain != null;
            Sought sought = sought(plain == null ? token.group("phrase") : plain, plain != null, begins);
            if (sought != null) {
                (token.group("minus").isEmpty() ? current.wanted : current.unwanted).add(sought);
            }
        }
        alternatives.add(current);
        List<Alternative> kept = alternatives.stream()
                .map(Query::withoutCommon)
                // Everything but something is no answer to anything.
                .filter(each -> !each.wanted().isEmpty())
                .toList();
        boolean exact = quoted
                || alternatives.size() > 1
                || !alternatives.get(0).unwanted().isEmpty();
        return new Query(kept, !exact);
    }

    private static Sought sought(String text, boolean plain, boolean begins) {
        List<String> parts =
                Words.of(text).stream().flatMap(word -> word.parts().stream()).toList();
        if (parts.isEmpty()) {
            return null;
        }
        String joined = String.join("", parts);
        // Nothing longer is a word in any text, and the database knows none so long.
        String together = plain && parts.size() > 1 && joined.length() <= Words.LONGEST ? joined : null;
        List<String> stems = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            stems.add(begins && i == parts.size() - 1 ? parts.get(i) : Words.stem(parts.get(i)));
        }
        return new Sought(List.copyOf(stems), together, begins);
    }

    private static Alternative withoutCommon(Alternative all) {
        List<Sought> telling = all.wanted().stream()
                .filter(each -> each.begins()
                        || each.parts().size() > 1
                        || !COMMON.contains(each.parts().get(0)))
                .toList();
        return telling.isEmpty() ? all : new Alternative(telling, all.unwanted());
    }

    /** Whether there is no word in it to look for. */
    public boolean isEmpty() {
        return alternatives.isEmpty();
    }

    /** Whether it is just words: who writes a phrase, a minus or an alternative means it to the letter. */
    public boolean isPlain() {
        return plain;
    }

    /** What is looked for, in the order in which it was typed. */
    public Set<Sought> wanted() {
        return alternatives.stream()
                .flatMap(each -> each.wanted().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** As PostgreSQL reads a {@code tsquery}: everything in texts of this weight or more. */
    public String within(Weight least) {
        StringBuilder weights = new StringBuilder();
        for (Weight weight : Weight.values()) {
            if (weight.compareTo(least) <= 0) {
                weights.append(weight);
            }
        }
        String suffix = least == Weight.D ? "" : weights.toString();
        return alternatives.stream()
                .map(each -> "(" + expression(each, suffix) + ")")
                .collect(Collectors.joining(" | "));
    }

    private static String expression(Alternative all, String weights) {
        List<String> conditions = new ArrayList<>();
        all.wanted().forEach(each -> conditions.add(expression(each, weights)));
        all.unwanted().forEach(each -> conditions.add("!" + expression(each, "")));
        return String.join(" & ", conditions);
    }

    private static String expression(Sought sought, String weights) {
        List<String> parts = new ArrayList<>();
        int last = sought.parts().size() - 1;
        for (int i = 0; i <= last; i++) {
            parts.add(word(sought.parts().get(i), weights, sought.begins() && i == last));
        }
        String row = String.join(" <-> ", parts);
        return "("
                + (sought.together() == null ? row : row + " | " + word(sought.together(), weights, sought.begins()))
                + ")";
    }

    /** Words hold letters and digits only, so that quoting them is all it takes. */
    private static String word(String word, String weights, boolean begins) {
        String suffix = weights + (begins ? "*" : "");
        return "'" + word + "'" + (suffix.isEmpty() ? "" : ":" + suffix);
    }
}
