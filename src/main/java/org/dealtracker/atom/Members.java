package org.dealtracker.atom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dealtracker.atom.Line.Weight;
import org.dealtracker.wording.Names;
import org.dealtracker.wording.Words;

/** Changes of any member of any record or claim, by the member's own name: what nothing else knows better words for. */
final class Members {
    private static final Map<String, String> SINGULARS = Map.ofEntries(
            Map.entry("aliases", "alias"),
            Map.entry("externalIds", "identifier"),
            Map.entry("related", "related agreement"),
            Map.entry("repeats", "source that it repeats"),
            Map.entry("agreements", "agreement that it bears on"),
            Map.entry("scope", "matter in scope"),
            Map.entry("covers", "covered line"));

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("url", "address"),
            Map.entry("archiveUrl", "archived copy"),
            Map.entry("sha256", "digest of the content"),
            Map.entry("externalIds", "identifiers"),
            Map.entry("publisherParty", "publisher as a party"),
            Map.entry("from", "beginning"),
            Map.entry("to", "end"),
            Map.entry("by", "voice"),
            Map.entry("when", "date"),
            Map.entry("where", "place"),
            Map.entry("asAt", "as-at day"),
            Map.entry("covers", "coverage"),
            Map.entry("due", "due date"),
            Map.entry("lastReviewed", "last review"),
            Map.entry("reviewBy", "next review"),
            Map.entry("partOf", "larger whole"),
            Map.entry("rankReason", "reason for the rank"),
            Map.entry("equivalentOf", "equivalent"));

    private final Names names;
    private final Elements elements;

    /** @param parts words for what an id of the record stands for, or null */
    Members(Names names, UnaryOperator<String> parts) {
        this.names = names;
        this.elements = new Elements(names, parts);
    }

    /**
     * @param of what the member is a member of, as "of JF-17", or empty for the record itself
     */
    List<Line> changed(String member, String of, JsonNode before, JsonNode after) {
        if (member.equals("citations")) {
            return citations(of, before, after);
        }
        boolean list = before != null && before.isArray() || after != null && after.isArray();
        if (list) {
            return elements(member, of, before, after);
        }
        if (member.equals("retraction") && before == null) {
            return List.of(new Line(Weight.FATE, withdrawn(after)));
        }
        Weight weight = member.equals("note") ? Weight.REMARK : Weight.MEMBER;
        return List.of(new Line(weight, Words.capital(label(member)) + of + step(member, before, after)));
    }

    /** That whoever published a source took it back. */
    static String withdrawn(JsonNode retraction) {
        String day = retraction.has("date") ? ", " + Words.value(retraction.get("date")) : "";
        return "Withdrawn by its publisher" + day + ": "
                + Words.quoted(retraction.path("reason").asText(Words.UNNAMED));
    }

    private String step(String member, JsonNode before, JsonNode after) {
        boolean prose = Elements.PROSE.contains(member) && after != null;
        if (prose && before != null) {
            return " reworded: " + Words.quoted(after.asText());
        }
        if (before == null) {
            return " added: " + elements.words(member, after);
        }
        return after == null
                ? " dropped: " + elements.words(member, before)
                : ": " + elements.words(member, before) + " → " + elements.words(member, after);
    }

    private List<Line> elements(String member, String of, JsonNode before, JsonNode after) {
        ListChanges changes = ListChanges.of(member, before, after);
        Weight weight = member.equals("externalIds") ? Weight.REMARK : Weight.MEMBER;
        String noun = SINGULARS.getOrDefault(member, Words.plain(member.replaceFirst("s$", "")));
        List<Line> lines = new ArrayList<>();
        changes.added.forEach(
                each -> lines.add(new Line(weight, "New " + noun + of + ": " + elements.words(member, each))));
        changes.dropped.forEach(each ->
                lines.add(new Line(weight, Words.capital(noun) + of + " dropped: " + elements.words(member, each))));
        changes.altered.forEach(each -> lines.add(new Line(
                weight,
                Words.capital(noun) + of + " altered: " + elements.words(member, each.after()) + "; "
                        + altered(each.before(), each.after()))));
        if (lines.isEmpty()) {
            lines.add(new Line(Weight.REMARK, Words.capital(label(member)) + of + " put in another order"));
        }
        return lines;
    }

    private List<Line> citations(String of, JsonNode before, JsonNode after) {
        ListChanges changes = ListChanges.of("citations", before, after);
        String on = of.replaceFirst("^ of ", " on ");
        List<Line> lines = new ArrayList<>();
        changes.added.forEach(
                each -> lines.add(new Line(Weight.CITATION, "New citation of " + citation(each) + on + how(each))));
        changes.dropped.forEach(
                each -> lines.add(new Line(Weight.CITATION, "Citation of " + citation(each) + on + " dropped")));
        changes.altered.forEach(each -> lines.add(new Line(
                Weight.CITATION,
                "Citation of " + citation(each.after()) + on + " altered: " + altered(each.before(), each.after()))));
        if (lines.isEmpty()) {
            lines.add(new Line(Weight.REMARK, "Citations" + on + " put in another order"));
        }
        return lines;
    }

    private String citation(JsonNode citation) {
        return names.source(citation.path("source").asText(Words.UNNAMED));
    }

    /** A citation supports unless it says otherwise, and then that is the news. */
    private static String how(JsonNode citation) {
        return switch (citation.path("stance").asText(Words.UNNAMED)) {
            case "disputes" -> ", which disputes it";
            case "silent" -> ", which was searched and is silent";
            case "mentions" -> ", which mentions it";
            default -> "";
        };
    }

    /** Which members of an object differ, and how. */
    String altered(JsonNode before, JsonNode after) {
        Set<String> members = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(members::add);
        after.fieldNames().forEachRemaining(members::add);
        List<String> steps = new ArrayList<>();
        for (String member : members) {
            JsonNode was = before.get(member);
            JsonNode is = after.get(member);
            if (!Objects.equals(was, is)) {
                boolean citations = member.equals("citations");
                steps.add(
                        citations
                                ? "its citations"
                                : label(member) + step(member, was, is).replaceFirst("^: ", " "));
            }
        }
        return Words.shortened(String.join(", ", steps), 2 * Words.LONG);
    }

    static String label(String member) {
        return LABELS.getOrDefault(member, Words.plain(member));
    }
}
