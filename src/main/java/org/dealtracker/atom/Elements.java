package org.dealtracker.atom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dealtracker.log.RecordKind;
import org.dealtracker.wording.Names;
import org.dealtracker.wording.Words;

/** Words for the values of members and for the elements of lists, with the names of the records that they refer to. */
final class Elements {
    /** Prose, whose old wording says less than it takes to read. */
    static final Set<String> PROSE = Set.of("summary", "note", "paraphrase", "outcome", "description", "text");

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
    Elements(Names names, UnaryOperator<String> parts) {
        this.names = names;
        this.parts = parts;
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
            return (region ? "region " : "") + Words.value(TextNode.valueOf(text));
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
