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
import org.dealtracker.log.RecordKind;

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

    /** Prose, whose old wording says less than it takes to read. */
    private static final Set<String> PROSE = Set.of("summary", "note", "paraphrase", "outcome", "description", "text");

    private static final Map<String, RecordKind> REFERENCES = Map.ofEntries(
            Map.entry("source", RecordKind.SOURCE),
            Map.entry("repeats", RecordKind.SOURCE),
            Map.entry("party", RecordKind.PARTY),
            Map.entry("parties", RecordKind.PARTY),
            Map.entry("publisherParty", RecordKind.PARTY),
            Map.entry("concerns", RecordKind.PARTY),
            Map.entry("agreement", RecordKind.AGREEMENT),
            Map.entry("agreements", RecordKind.AGREEMENT),
            Map.entry("engagement", RecordKind.ENGAGEMENT),
            Map.entry("restriction", RecordKind.RESTRICTION));

    private final Names names;
    private final UnaryOperator<String> parts;

    /** @param parts words for what an id of the record stands for, or null */
    Members(Names names, UnaryOperator<String> parts) {
        this.names = names;
        this.parts = parts;
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
        boolean prose = PROSE.contains(member) && after != null;
        if (prose && before != null) {
            return " reworded: " + Words.quoted(after.asText());
        }
        if (before == null) {
            return " added: " + words(member, after);
        }
        return after == null
                ? " dropped: " + words(member, before)
                : ": " + words(member, before) + " → " + words(member, after);
    }

    private List<Line> elements(String member, String of, JsonNode before, JsonNode after) {
        ListChanges changes = ListChanges.of(member, before, after);
        Weight weight = member.equals("externalIds") ? Weight.REMARK : Weight.MEMBER;
        String noun = SINGULARS.getOrDefault(member, Words.plain(member.replaceFirst("s$", "")));
        List<Line> lines = new ArrayList<>();
        changes.added.forEach(each -> lines.add(new Line(weight, "New " + noun + of + ": " + words(member, each))));
        changes.dropped.forEach(
                each -> lines.add(new Line(weight, Words.capital(noun) + of + " dropped: " + words(member, each))));
        changes.altered.forEach(each -> lines.add(new Line(
                weight,
                Words.capital(noun) + of + " altered: " + words(member, each.after()) + "; "
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

    /** A value of a member, with the names of the records that it refers to. */
    String words(String member, JsonNode value) {
        if (value == null || value.isNull()) {
            return "none";
        }
        if (value.isTextual()) {
            return text(member, value.textValue());
        }
        if (value.isArray()) {
            List<String> each = new ArrayList<>();
            value.forEach(element -> each.add(words(member, element)));
            return each.isEmpty() ? "none" : Words.shortened(String.join(", ", each), 2 * Words.LONG);
        }
        return value.isObject() ? object(member, value) : Words.value(value);
    }

    private String text(String member, String text) {
        String part = parts.apply(text);
        if (part != null) {
            return part;
        }
        if (PROSE.contains(member)) {
            return Words.quoted(text);
        }
        RecordKind kind = REFERENCES.get(member);
        boolean region = member.equals("concerns") && text.matches("[0-9]{3}");
        if (kind == null || region) {
            return (region ? "region " : "") + Words.value(com.fasterxml.jackson.databind.node.TextNode.valueOf(text));
        }
        return names.of(kind, text);
    }

    private String object(String member, JsonNode value) {
        return switch (member) {
            case "affiliations" ->
                Words.plain(value.path("kind").asText(Words.UNNAMED)) + " "
                        + names.party(value.path("party").asText(Words.UNNAMED)) + period(value);
            case "aliases" -> Words.value(value.get("name")) + period(value);
            case "externalIds" ->
                (value.path("scheme").asText(Words.UNNAMED) + " "
                                + value.path("value").asText(Words.UNNAMED))
                        .strip();
            case "related" ->
                Words.plain(value.path("type").asText(Words.UNNAMED)).replace("follow on", "follow-on of") + " "
                        + names.of(RecordKind.AGREEMENT, value.path("agreement").asText(Words.UNNAMED));
            case "topics" ->
                Words.plain(value.path("code").asText(Words.UNNAMED))
                        + (value.has("level") ? " (" + Words.value(value.get("level")) + ")" : "");
            case "variants" ->
                Words.plain(value.path("field").asText(Words.UNNAMED)) + " "
                        + Words.quoted(value.path("value").asText(Words.UNNAMED));
            case "hedges" -> Words.quoted(value.path("phrase").asText(Words.UNNAMED));
            case "targets" ->
                value.has("party")
                        ? names.party(value.get("party").asText())
                        : "country " + value.path("country").asText(Words.UNNAMED);
            case "participants", "by" -> person(value);
            case "amendments" -> amendment(value) + period(value);
            case "where" ->
                Words.shortened(
                        value.path("text").asText(value.path("country").asText("the coordinates given")), Words.LONG);
            default -> isValue(value) ? Words.value(value) : each(value);
        };
    }

    private static boolean isValue(JsonNode value) {
        return value.has("edtf") || value.has("amount") || value.has("unknown");
    }

    private String each(JsonNode object) {
        List<String> each = new ArrayList<>();
        object.properties().forEach(member -> {
            if (!(member.getValue().isContainerNode() && member.getValue().isEmpty())) {
                each.add(Words.plain(member.getKey()) + " " + words(member.getKey(), member.getValue()));
            }
        });
        return each.isEmpty() ? "nothing" : Words.shortened(String.join(", ", each), 2 * Words.LONG);
    }

    private static String amendment(JsonNode amendment) {
        String effect = Words.plain(amendment.path("effect").asText(Words.UNNAMED));
        return amendment.has("reference")
                ? effect + " by " + Words.value(amendment.get("reference"))
                : effect + ": " + Words.quoted(amendment.path("text").asText(Words.UNNAMED));
    }

    private String person(JsonNode person) {
        List<String> said = new ArrayList<>();
        for (String member : List.of("name", "person", "office", "description")) {
            if (person.has(member)) {
                said.add(Words.shortened(person.get(member).asText(), Words.LONG));
            }
        }
        if (person.has("party")) {
            said.add(names.party(person.get("party").asText()));
        }
        if (said.isEmpty()) {
            return Words.plain(person.path("kind").asText("somebody"));
        }
        String more = String.join(", ", said.subList(1, said.size()));
        return said.get(0) + (more.isEmpty() ? "" : " (" + more + ")");
    }

    private static String period(JsonNode dated) {
        String from = dated.has("from") ? " from " + Words.value(dated.get("from")) : "";
        return from + (dated.has("to") ? " to " + Words.value(dated.get("to")) : "");
    }
}
