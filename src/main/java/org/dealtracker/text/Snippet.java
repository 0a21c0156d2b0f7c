package org.dealtracker.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dealtracker.text.Piece.Weight;
import org.dealtracker.text.Query.Sought;

/**
 * The piece of a record that answers a query, cut to a line: HTML in which nothing is markup but {@code <mark>} around
 * what was found, since all else is escaped.
 *
 * @param text as it can be put into a page
 * @param matched in which members of the record something was found, most telling first
 */
public record Snippet(String text, List<String> matched) {
    private static final int LONGEST = 200;
    private static final int BEFORE = 60;

    /** How much a word must look like one that was typed to be marked as it. */
    private static final double ALIKE = 0.4;

    private record Range(int start, int end) {}

    private record Found(Piece piece, List<Range> ranges, Set<Sought> sought) {}

    /** @param title what the record is called where nothing in it is a name */
    public static Snippet of(SearchText record, Query query, String title) {
        Set<String> matched = new LinkedHashSet<>();
        Set<Sought> all = new HashSet<>();
        Found best = null;
        for (Piece piece : record.pieces()) {
            Found found = find(piece, query);
            if (!found.ranges().isEmpty()) {
                matched.add(piece.member());
                all.addAll(found.sought());
                // Pieces come with the most telling first, so that only a fuller answer is a better one.
                if (best == null || found.sought().size() > best.sought().size()) {
                    best = found;
                }
            }
        }
        if (best == null || query.isPlain() && all.size() < query.wanted().size()) {
            // Not every word is there: it was found by a name that is only alike.
            best = alike(record, query, title);
            matched.add(best.piece().member());
        }
        return new Snippet(cut(best), List.copyOf(matched));
    }

    /** The name by which a record answers a query: the one that has most of its words, else the one most like it. */
    public static Piece name(SearchText record, Query query, String title) {
        Found best = null;
        for (Piece name : record.pieces()) {
            Found found = name.weight().compareTo(Weight.B) <= 0 ? find(name, query) : null;
            boolean better = found != null
                    && !found.sought().isEmpty()
                    && (best == null || found.sought().size() > best.sought().size());
            best = better ? found : best;
        }
        return (best == null ? alike(record, query, title) : best).piece();
    }

    private static Found find(Piece piece, Query query) {
        List<Words.Word> words = Words.of(piece.text());
        List<String> parts = new ArrayList<>();
        List<Words.Word> of = new ArrayList<>();
        words.forEach(word -> word.parts().forEach(part -> {
            parts.add(part);
            of.add(word);
        }));
        List<Range> ranges = new ArrayList<>();
        Set<Sought> sought = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            for (Sought each : query.wanted()) {
                int length = length(each, parts, i, of.get(i).form());
                if (length > 0) {
                    sought.add(each);
                    add(
                            ranges,
                            new Range(of.get(i).start(), of.get(i + length - 1).end()));
                }
            }
        }
        return new Found(piece, ranges, sought);
    }

    /** How many parts from one on are what is sought; 0 when they are not. */
    private static int length(Sought sought, List<String> parts, int at, String form) {
        String together = sought.together();
        if (together != null && (form.equals(together) || sought.begins() && form.startsWith(together))) {
            return 1;
        }
        int last = sought.parts().size() - 1;
        if (at + last >= parts.size()) {
            return 0;
        }
        for (int i = 0; i <= last; i++) {
            String part = parts.get(at + i);
            String wanted = sought.parts().get(i);
            boolean same = sought.begins() && i == last
                    ? part.startsWith(wanted)
                    : Words.stem(part).equals(wanted) || part.equals(wanted);
            if (!same) {
                return 0;
            }
        }
        return last + 1;
    }

    private static void add(List<Range> ranges, Range range) {
        Range before = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
        if (before != null && range.start() < before.end()) {
            ranges.set(ranges.size() - 1, new Range(before.start(), Math.max(before.end(), range.end())));
        } else {
            ranges.add(range);
        }
    }

    /** Where no word is the same, the name that looks most like it. */
    private static Found alike(SearchText record, Query query, String title) {
        Found best = null;
        double most = -1;
        List<Piece> called = List.of(new Piece(Weight.A, "title", title));
        for (Piece name : record.names().isEmpty() ? called : record.names()) {
            List<Range> ranges = new ArrayList<>();
            double sum = 0;
            for (Words.Word word : Words.of(name.text())) {
                double like = query.wanted().stream()
                        .flatMap(each -> each.parts().stream())
                        .mapToDouble(part -> Trigrams.similarity(part, word.form()))
                        .max()
                        .orElse(0);
                if (like >= ALIKE) {
                    sum += like;
                    ranges.add(new Range(word.start(), word.end()));
                }
            }
            if (sum > most) {
                most = sum;
                best = new Found(name, ranges, Set.of());
            }
        }
        return best;
    }

    private static String cut(Found found) {
        String text = found.piece().text();
        int first = found.ranges().isEmpty() ? 0 : found.ranges().get(0).start();
        int start = text.length() <= LONGEST || first <= BEFORE ? 0 : boundary(text, first - BEFORE);
        int end = Math.min(text.length(), start + LONGEST);
        end = end == text.length() ? end : Math.max(boundary(text, end), start + 1);
        StringBuilder html = new StringBuilder(start > 0 ? "… " : "");
        int at = start;
        for (Range range : found.ranges()) {
            if (range.end() <= end) {
                escape(html, text.substring(at, range.start()));
                html.append("<mark>");
                escape(html, text.substring(range.start(), range.end()));
                html.append("</mark>");
                at = range.end();
            }
        }
        escape(html, text.substring(at, end));
        return html.append(end < text.length() ? " …" : "").toString();
    }

    /** The last beginning of a word before a place; the place itself in a text without one near. */
    private static int boundary(String text, int place) {
        for (int at = place; at > Math.max(0, place - BEFORE / 2); at--) {
            if (Character.isWhitespace(text.charAt(at - 1))) {
                return at;
            }
        }
        return Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }

    private static void escape(StringBuilder html, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(Character.isWhitespace(c) ? ' ' : c);
            }
        }
    }
}
