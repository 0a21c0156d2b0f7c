package org.dealtracker.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dealtracker.text.Piece.Weight;

/**
 * What a record can be found by in a search: the texts of its document, whatever its kind. Members are known by their
 * names, which mean the same in every kind; of a name that is not known here, prose is taken and codes are not.
 */
public final class SearchText {
    /** Past this many words a record is found by its first ones; names come first, citations last. */
    public static final int MOST_WORDS = 5_000;

    private static final int MOST_NAMES = 50;

    private static final Set<String> PASSED_OVER = Set.of(
            "id",
            "slug",
            "revision",
            "n",
            "edtf",
            "createdAt",
            "updatedAt",
            "recordedAt",
            "recordedBy",
            "line",
            "covers",
            "partOf",
            "reliability",
            "credibility",
            "gradedBy",
            "scheme");

    /** Wherever they stand below a record; title and name at its top are what it is called. */
    private static final Map<String, Weight> WEIGHTS = Map.ofEntries(
            Map.entry("title", Weight.B),
            Map.entry("name", Weight.B),
            Map.entry("designation", Weight.B),
            Map.entry("publisher", Weight.B),
            Map.entry("authors", Weight.B),
            Map.entry("issuer", Weight.B),
            Map.entry("person", Weight.B),
            Map.entry("value", Weight.B),
            Map.entry("party", Weight.C),
            Map.entry("summary", Weight.C),
            Map.entry("description", Weight.C),
            Map.entry("text", Weight.C),
            Map.entry("paraphrase", Weight.C),
            Map.entry("note", Weight.D),
            Map.entry("reason", Weight.D),
            Map.entry("rankReason", Weight.D),
            Map.entry("reportedAs", Weight.D),
            Map.entry("phrase", Weight.D),
            Map.entry("locator", Weight.D),
            Map.entry("url", Weight.D),
            Map.entry("archiveUrl", Weight.D),
            Map.entry("sha256", Weight.D));

    private static final Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*");
    private static final Pattern CODE_OR_NUMBER = Pattern.compile("[a-z0-9_.:/+-]*");

    private final List<Piece> pieces = new ArrayList<>();

    private SearchText() {}

    public static SearchText of(JsonNode record) {
        SearchText texts = new SearchText();
        record.properties().forEach(member -> texts.top(member.getKey(), member.getValue(), record));
        texts.pieces.sort(Comparator.comparing(Piece::weight));
        return texts;
    }

    /** What the record says, names first and citations last. */
    public List<Piece> pieces() {
        return pieces;
    }

    private void top(String member, JsonNode value, JsonNode record) {
        switch (member) {
            case "title", "name" -> add(Weight.A, member, value);
            // What has no title is called by who published it.
            case "publisher" -> add(record.has("title") ? Weight.B : Weight.A, member, value);
            case "aliases" -> value.forEach(alias -> add(Weight.A, "alias", alias.path("name")));
            // The rest of it is derived from what stands below, and from the last change.
            case "headline" -> {
                value.path("suppliers").forEach(party -> add(Weight.B, "party", party.path("name")));
                value.path("recipients").forEach(party -> add(Weight.B, "party", party.path("name")));
            }
            default -> walk(member, value, null);
        }
    }

    /** @param cited the least weight, under which everything in a citation stands; else null */
    private void walk(String member, JsonNode value, Weight cited) {
        if (PASSED_OVER.contains(member) || isValue(value)) {
            return;
        }
        Weight least = member.equals("citations") ? Weight.D : cited;
        if (value.isObject()) {
            value.properties().forEach(each -> walk(each.getKey(), each.getValue(), least));
        } else if (value.isArray()) {
            value.forEach(each -> walk(member, each, least));
        } else if (value.isTextual()) {
            Weight known = WEIGHTS.get(member);
            if (known != null || isProse(value.textValue())) {
                add(least != null ? least : known != null ? known : Weight.C, member, value);
            }
        }
    }

    /** A quantity, a sum or a date: its text is a notation. */
    private static boolean isValue(JsonNode value) {
        return value.has("edtf") || value.has("lower") && value.has("text");
    }

    /** Not a code, a slug, a number or a date: those are what filters are for. */
    private static boolean isProse(String text) {
        return !CODE_OR_NUMBER.matcher(text).matches() && !INSTANT.matcher(text).matches() && !text.contains("://");
    }

    private void add(Weight weight, String member, JsonNode value) {
        if (value.isTextual() && !value.textValue().isBlank()) {
            pieces.add(new Piece(weight, member, value.textValue()));
        }
    }

    /** What the record and the things in it are called: found even with a wrong letter. */
    public List<Piece> names() {
        return pieces.stream()
                .filter(piece -> piece.weight() == Weight.A || piece.member().equals("designation"))
                .filter(distinct())
                .limit(MOST_NAMES)
                .toList();
    }

    private static java.util.function.Predicate<Piece> distinct() {
        Set<String> seen = new TreeSet<>();
        return piece -> seen.add(piece.text());
    }

    /** Every word with where it stands and its weight, as PostgreSQL reads a {@code tsvector}. */
    public String vector() {
        Map<String, Set<String>> places = new TreeMap<>();
        int at = 0;
        Set<String> seen = new TreeSet<>();
        for (Piece piece : pieces) {
            // The same phrase is quoted of many claims; once is enough to be found by.
            if (!seen.add(piece.weight() + piece.text())) {
                continue;
            }
            // A gap, so that no phrase reaches from one text into the next.
            at++;
            for (Words.Word word : Words.of(piece.text())) {
                if (at >= MOST_WORDS) {
                    return text(places);
                }
                place(places, word.form(), at + 1, piece.weight());
                for (String part : word.parts()) {
                    at++;
                    place(places, part, at, piece.weight());
                    place(places, Words.stem(part), at, piece.weight());
                }
            }
        }
        return text(places);
    }

    private static void place(Map<String, Set<String>> places, String word, int at, Weight weight) {
        Set<String> of = places.computeIfAbsent(word, absent -> new java.util.LinkedHashSet<>());
        of.add(at + (weight == Weight.D ? "" : weight.name()));
    }

    /** Words hold letters and digits only, so that quoting them is all it takes. */
    private static String text(Map<String, Set<String>> places) {
        StringBuilder text = new StringBuilder();
        places.forEach((word, at) -> text.append('\'')
                .append(word)
                .append("':")
                .append(String.join(",", at))
                .append(' '));
        return text.toString();
    }
}
