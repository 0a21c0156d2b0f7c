package org.dealtracker.atom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.log.RecordKind;
import org.dealtracker.wording.ClaimWords;
import org.dealtracker.wording.Names;
import org.dealtracker.wording.Words;

/** What a record says that is new, or there again: not all of it, but what it is about. */
final class Beginnings {
    private static final int LISTED = 6;

    private final ObjectNode record;
    private final Names names;
    private final Elements elements;
    private final List<String> lines = new ArrayList<>();

    private Beginnings(ObjectNode record, Names names) {
        this.record = record;
        this.names = names;
        this.elements = new Elements(names, id -> null);
    }

    static List<String> of(RecordKind kind, ObjectNode record, Names names) {
        Beginnings beginnings = new Beginnings(record, names);
        switch (kind) {
            case AGREEMENT -> beginnings.agreement();
            case PARTY -> beginnings.party();
            case SOURCE -> beginnings.source();
            case ENGAGEMENT -> beginnings.engagement();
            case ASSESSMENT -> beginnings.assessment();
            case RESTRICTION -> beginnings.restriction();
        }
        return beginnings.lines;
    }

    private void agreement() {
        JsonNode headline = record.path("headline");
        sides(headline);
        ClaimWords words = new ClaimWords(record, names);
        listed("Hardware", figures("items", "line", "count"), Beginnings::hardware);
        listed("Worth", figures("values", "basis", "money"), Beginnings::worth);
        stages(headline);
        listed("Also promised", record.path("commitments"), each -> Words.value(each.get("type")));
        listed("Deliveries", record.path("deliveries"), each -> words.says(ClaimKind.DELIVERIES, each));
        JsonNode contested = headline.path("contestedLines");
        listed("Contested", contested, line -> words.line(line.asText()));
        if (!record.path("items").isEmpty() || !record.path("parties").isEmpty()) {
            JsonNode verification = headline.path("verification");
            lines.add("Verification of the deal: " + verified(verification, "existence") + "; of the figures: "
                    + verified(verification, "figures"));
        }
        listed(
                "Restrictions touched",
                headline.path("restrictions"),
                each -> each.path("name").asText());
        if (lines.isEmpty()) {
            lines.add("Recorded without any claim yet");
        }
    }

    private static String verified(JsonNode verification, String what) {
        return Words.plain(verification.path(what).path("code").asText("unverified"));
    }

    private void sides(JsonNode headline) {
        List<String> sides = new ArrayList<>();
        if (!record.path("kind").asText("unknown").equals("unknown")) {
            sides.add("kind: " + Words.value(record.get("kind")));
        }
        for (String side : List.of("supplier", "recipient")) {
            if (!headline.path(side + "s").isEmpty()) {
                sides.add(side + ": " + HeadlineChanges.names(headline.path(side + "s")));
            }
        }
        if (!sides.isEmpty()) {
            lines.add(Words.capital(String.join("; ", sides)));
        }
    }

    /** Claims that may compete, and all that they say of the one thing that they speak of. */
    private record Figures(JsonNode first, Set<String> said) {}

    /**
     * @param by the member that tells what claims speak of
     * @param figure the member in which they compete
     */
    private List<Figures> figures(String collection, String by, String figure) {
        Map<String, Figures> all = new LinkedHashMap<>();
        for (JsonNode claim : record.path(collection)) {
            Set<String> said = all.computeIfAbsent(
                            claim.path(by).asText(), key -> new Figures(claim, new LinkedHashSet<>()))
                    .said();
            JsonNode value = claim.path(figure);
            if (value.isObject() && !value.path("unknown").asBoolean()) {
                said.add(Words.value(value));
            }
        }
        return List.copyOf(all.values());
    }

    private static String hardware(Figures figures) {
        String name = Words.shortened(figures.first().path("designation").asText(), Words.LONG);
        return switch (figures.said().size()) {
            case 0 -> name + " (number unknown)";
            case 1 -> figures.said().iterator().next() + " " + name;
            default -> name + differing(figures);
        };
    }

    private static String worth(Figures figures) {
        String basis = Words.value(figures.first().get("basis"));
        return switch (figures.said().size()) {
            case 0 -> "unknown (" + basis + ")";
            case 1 -> figures.said().iterator().next() + " (" + basis + ")";
            default -> basis + differing(figures);
        };
    }

    /** Not all of them need to compete: some speak of other days, some replace others. */
    private static String differing(Figures figures) {
        return " (by different claims " + String.join(", ", figures.said()) + ")";
    }

    private void stages(JsonNode headline) {
        List<String> stages = new ArrayList<>();
        for (JsonNode event : record.path("statusHistory")) {
            stages.add(Words.plain(event.path("to").asText()) + ", " + Words.value(event.get("effective")));
        }
        if (stages.isEmpty()) {
            return;
        }
        String now = StageChanges.stage(record);
        String since = headline.has("stageSince") ? " since " + Words.value(headline.get("stageSince")) : "";
        lines.add(
                stages.size() == 1
                        ? "Stage: " + now + since
                        : "Stages: " + String.join(" → ", stages) + "; now " + now);
    }

    private void party() {
        String country =
                record.has("country") ? ", country " + record.get("country").asText() : "";
        lines.add("Kind: " + Words.value(record.get("kind")) + country);
        each("Affiliated", "affiliations");
        each("Also known as", "aliases");
    }

    private void source() {
        String title = record.has("title") && record.has("publisher")
                ? " " + Words.quoted(record.get("title").asText())
                : "";
        String kind = record.path("kind").asText();
        String what =
                kind.equals("unrecorded") ? "A piece that was not itself found" : Words.capital(Words.plain(kind));
        lines.add(what + title + by() + published());
        each("Written by", "authors");
        if (record.path("repeats").isEmpty()) {
            code("Origin", "origin", "unknown");
        }
        each("Repeats", "repeats");
        if (record.has("retraction")) {
            lines.add(Members.withdrawn(record.get("retraction")));
        }
    }

    private String by() {
        return record.has("publisher") ? " by " + Words.value(record.get("publisher")) : "";
    }

    private String published() {
        return record.has("published") ? ", published " + Words.value(record.get("published")) : "";
    }

    private void engagement() {
        String when = record.has("when") ? ", " + Words.value(record.get("when")) : "";
        String where = record.has("where") ? ", " + elements.words("where", record.get("where")) : "";
        lines.add(Words.capital(Words.value(record.get("kind"))) + when + where);
        each("Took part", "participants");
        each("About", "topics");
        text("Outcome", "outcome");
        each("Bears on", "agreements");
        each("Told otherwise", "variants");
    }

    private void assessment() {
        String who = record.has("by") ? " by " + elements.words("by", record.get("by")) : "";
        String said = record.has("paraphrase")
                ? ": " + Words.quoted(record.get("paraphrase").asText())
                : "";
        lines.add(Words.capital(Words.value(record.get("stance"))) + " " + Words.value(record.get("nature")) + who
                + said);
        lines.add("On: " + on());
        code("Finding", "finding", "");
        each("Themes", "themes");
        each("Concerns", "concerns");
    }

    private String on() {
        List<String> subjects = new ArrayList<>();
        record.path("subject").properties().forEach(each -> {
            if (!(each.getValue().isArray() && each.getValue().isEmpty())) {
                subjects.add(elements.words(each.getKey(), each.getValue()));
            }
        });
        return String.join("; ", subjects);
    }

    private void restriction() {
        String reference = record.has("reference") ? " (" + Words.value(record.get("reference")) + ")" : "";
        lines.add("Laid down by " + Words.value(record.get("issuer")) + reference);
        each("Targets", "targets");
        each("Scope", "scope");
        String from = record.has("from") ? "from " + Words.value(record.get("from")) : "";
        String to = record.has("to") ? " to " + Words.value(record.get("to")) : "";
        if (!(from + to).isEmpty()) {
            lines.add("In force " + (from + to).strip());
        }
        each("Amended", "amendments");
    }

    private void code(String label, String member, String silent) {
        String code = record.path(member).asText(silent);
        if (!code.equals(silent)) {
            lines.add(label + ": " + Words.plain(code));
        }
    }

    private void text(String label, String member) {
        if (record.has(member)) {
            lines.add(label + ": " + Words.quoted(record.get(member).asText()));
        }
    }

    private void each(String label, String member) {
        listed(label, record.path(member), element -> elements.words(member, element));
    }

    /** The first of a list, each once, and how many more there are. */
    private <T> void listed(String label, Iterable<T> list, Function<T, String> words) {
        Set<String> each = new LinkedHashSet<>();
        list.forEach(element -> each.add(words.apply(element)));
        if (!each.isEmpty()) {
            String more = each.size() > LISTED ? " and " + (each.size() - LISTED) + " more" : "";
            // Commas stand inside of some already.
            String between = each.stream().anyMatch(one -> one.contains(", ")) ? "; " : ", ";
            lines.add(label + ": "
                    + String.join(between, each.stream().limit(LISTED).toList()) + more);
        }
    }
}
