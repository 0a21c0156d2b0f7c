package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What FollowTheMoney has no property for, as text: all that a claim and its citations say, doubt and all. */
final class FtmText {
    /** What is the same for all claims, and said apart or not at all. */
    private static final Set<String> COMMON = Set.of(
            "id",
            "line",
            "rank",
            "rankReason",
            "replaces",
            "citations",
            "note",
            "recordedAt",
            "recordedBy",
            "n",
            "retraction");

    /** Members whose texts are codes; all other texts are people's own words. */
    private static final Set<String> CODES = Set.of(
            "role",
            "category",
            "condition",
            "basis",
            "type",
            "fulfilment",
            "event",
            "stance",
            "to",
            "from",
            "skipped",
            "changeType",
            "effect",
            "scope");

    private FtmText() {}

    /** All that a claim says itself, member by member. */
    static String claim(JsonNode claim) {
        List<String> parts = new ArrayList<>();
        claim.properties().forEach(member -> {
            String text = COMMON.contains(member.getKey()) ? "" : value(member.getKey(), member.getValue());
            if (!text.isEmpty()) {
                parts.add(label(member.getKey()) + ": " + text);
            }
        });
        String line = claim.path("line").asText("");
        if (!line.isEmpty() && !line.equals(claim.path("id").asText())) {
            parts.add("line: " + line);
        }
        if (claim.path("rank").asText().equals("preferred")) {
            parts.add("preferred, because: " + claim.path("rankReason").asText());
        }
        return String.join("; ", parts);
    }

    private static String label(String member) {
        return member.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /** One member's value; empty for what is not there. */
    static String value(String member, JsonNode value) {
        if (value.isArray()) {
            List<String> each = new ArrayList<>();
            value.forEach(item -> each.add(value(member, item)));
            return String.join(", ", each);
        }
        if (value.isObject()) {
            return value.has("edtf")
                    ? date(value)
                    : value.has("amount") ? money(value) : value.path("text").asText("");
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        return value.isNull() ? "" : CODES.contains(member) ? FtmEntity.words(value) : value.asText();
    }

    /** In EDTF, as it is recorded; null for none. */
    static String date(JsonNode date) {
        return date.path("edtf").textValue();
    }

    private static String money(JsonNode money) {
        String currency =
                money.path("currency").isTextual() ? " " + money.get("currency").textValue() : "";
        return money.path("amount").path("text").asText() + currency;
    }

    /** Which source says it or not, where, in which words, holding back how far, and from whom. */
    static String citation(JsonNode citation) {
        List<String> parts = new ArrayList<>();
        parts.add(
                citation.path("source").asText() + " " + citation.path("stance").asText() + " it");
        add(parts, "", citation.path("locator").asText(""));
        if (citation.has("reportedAs")) {
            parts.add(quoted(citation.get("reportedAs")));
        }
        citation.path("hedges")
                .forEach(hedge -> parts.add(
                        "hedged " + quoted(hedge.path("phrase")) + " (" + FtmEntity.words(hedge.path("marker")) + ")"));
        add(parts, "origin: ", FtmEntity.words(citation.path("origin")));
        add(parts, "repeats ", value("repeats", citation.path("repeats")));
        parts.add("graded " + citation.path("reliability").asText("F")
                + citation.path("credibility").asText("6"));
        JsonNode attribution = citation.path("attribution");
        if (attribution.isObject()) {
            parts.add(attribution(attribution));
        }
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, String label, String text) {
        if (!text.isEmpty()) {
            parts.add(label + text);
        }
    }

    private static String quoted(JsonNode phrase) {
        return "“" + phrase.asText() + "”";
    }

    private static String attribution(JsonNode attribution) {
        List<String> parts = new ArrayList<>();
        parts.add("attributed: " + FtmEntity.words(attribution.path("kind")));
        add(parts, "count ", attribution.path("count").asText(""));
        add(parts, "", attribution.path("description").asText(""));
        if (attribution.path("documentSeen").asBoolean()) {
            parts.add("document seen");
        }
        return String.join(", ", parts);
    }
}
