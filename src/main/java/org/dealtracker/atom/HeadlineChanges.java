package org.dealtracker.atom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dealtracker.atom.Line.Weight;
import org.dealtracker.log.Op;
import org.dealtracker.wording.ClaimWords;
import org.dealtracker.wording.Names;
import org.dealtracker.wording.Words;

/** What followed from a change for what the register derives: of an agreement's own write only what its claims do not tell. */
final class HeadlineChanges {
    private final Change change;
    private final ClaimWords words;
    private final Set<String> told;

    /** @param told lines of which it was told already that they are contested */
    HeadlineChanges(Change change, Names names, Set<String> told) {
        this.change = change;
        this.words = new ClaimWords(change.after(), names);
        this.told = told;
    }

    /** @param member of the headline that differs */
    List<Line> of(String member) {
        JsonNode before = change.before().path("headline").path(member);
        JsonNode after = change.after().path("headline").path(member);
        boolean derived = change.entry().op() == Op.REDERIVED;
        List<String> lines = switch (member) {
            case "verification" -> verification(before, after);
            case "contestedLines" -> contested();
            case "restrictions" -> restrictions(before, after);
            case "stage", "independentOrigins", "originsUnknown" -> derived ? step(member, before, after) : List.of();
            case "suppliers", "recipients" -> derived ? named(member, before, after) : List.of();
            case "values", "categories" -> derived ? sums(member, before, after) : List.of();
            case "assessments" -> derived ? assessments(before, after) : List.of();
            // What the lines above imply, and which write was the last.
            case "lastChange", "contested", "commitments", "positions", "stageSince" -> List.of();
            default -> derived ? step(member, before, after) : List.of();
        };
        return lines.stream().map(line -> new Line(Weight.DERIVED, line)).toList();
    }

    private static List<String> step(String member, JsonNode before, JsonNode after) {
        String label = member.equals("originsUnknown") ? "Origins unknown" : Words.capital(Words.plain(member));
        return List.of(label + ": " + Words.value(before) + " → " + Words.value(after));
    }

    private static List<String> verification(JsonNode before, JsonNode after) {
        List<String> lines = new ArrayList<>();
        for (String what : List.of("existence", "figures")) {
            String was = Words.plain(before.path(what).path("code").asText("unverified"));
            String is = Words.plain(after.path(what).path("code").asText("unverified"));
            if (!was.equals(is)) {
                String of = what.equals("existence") ? "the deal" : "the figures";
                lines.add("Verification of " + of + ": " + was + " → " + is);
            }
        }
        return lines;
    }

    private List<String> contested() {
        List<String> lines = new ArrayList<>();
        Set<String> was = ClaimChanges.contestedLines(change.before());
        Set<String> is = ClaimChanges.contestedLines(change.after());
        is.stream()
                .filter(line -> !was.contains(line) && !told.contains(line))
                .forEach(line -> lines.add("Now contested: " + words.line(line)));
        was.stream()
                .filter(line -> !is.contains(line))
                .forEach(line -> lines.add("No longer contested: " + words.line(line)));
        return lines;
    }

    private static List<String> restrictions(JsonNode before, JsonNode after) {
        List<String> lines = new ArrayList<>();
        for (JsonNode each : after) {
            JsonNode was = find(before, each);
            String name = Words.shortened(each.path("name").asText(), Words.LONG);
            String certainty = each.path("certainty").asText();
            if (was.isMissingNode()) {
                lines.add((certainty.equals("possible") ? "May touch a restriction: " : "Touches a restriction: ")
                        + name);
            } else if (!was.path("certainty").equals(each.path("certainty"))) {
                lines.add((certainty.equals("possible") ? "Now only possibly touches " : "Now certainly touches ")
                        + name);
            }
        }
        for (JsonNode each : before) {
            if (find(after, each).isMissingNode()) {
                lines.add(
                        "No longer touches " + Words.shortened(each.path("name").asText(), Words.LONG));
            }
        }
        return lines;
    }

    private static JsonNode find(JsonNode all, JsonNode named) {
        for (JsonNode each : all) {
            if (each.path("id").equals(named.path("id"))) {
                return each;
            }
        }
        return MissingNode.getInstance();
    }

    private static List<String> named(String member, JsonNode before, JsonNode after) {
        return List.of(Words.capital(member) + ": " + names(before) + " → " + names(after));
    }

    static String names(JsonNode named) {
        Set<String> names = new LinkedHashSet<>();
        named.forEach(each -> names.add(each.path("name").asText()));
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static List<String> sums(String member, JsonNode before, JsonNode after) {
        String label = member.equals("values") ? "Worth" : "Counted";
        return List.of(label + ": " + each(before) + " → " + each(after));
    }

    private static String each(JsonNode sums) {
        List<String> each = new ArrayList<>();
        for (JsonNode sum : sums) {
            String what =
                    Words.plain(sum.path("basis").asText(sum.path("category").asText()));
            String currency = sum.path("currency").asText("");
            each.add(what + " " + bounds(sum) + (currency.isEmpty() || currency.equals("null") ? "" : " " + currency));
        }
        return each.isEmpty() ? "nothing" : Words.shortened(String.join(", ", each), Words.LONG);
    }

    /** Bounds as a headline has them: whether an end is left out itself stands in their text only. */
    private static String bounds(JsonNode sum) {
        if (!sum.path("lower").isNumber() && !sum.path("upper").isNumber()) {
            return "unknown";
        }
        boolean strict = sum.path("text").asText().matches("[<>].*");
        JsonNode bounds = ((ObjectNode) sum.deepCopy()).put("strict", strict);
        return sum.has("basis") ? Words.sum(bounds) : Words.quantity(bounds);
    }

    private static List<String> assessments(JsonNode before, JsonNode after) {
        return List.of("Assessments: " + counts(before) + " → " + counts(after));
    }

    private static String counts(JsonNode counts) {
        List<String> each = new ArrayList<>();
        counts.properties().forEach(count -> {
            if (count.getValue().asInt() > 0) {
                each.add(count.getValue().asInt() + " " + count.getKey());
            }
        });
        return each.isEmpty() ? "none" : String.join(", ", each);
    }
}
