package org.dealtracker.atom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.dealtracker.atom.Line.Weight;
import org.dealtracker.log.Differ.Field;
import org.dealtracker.log.RecordKind;
import org.dealtracker.wording.ClaimWords;
import org.dealtracker.wording.Names;
import org.dealtracker.wording.Words;

/** What an entry did to the stages of an agreement. */
final class StageChanges {
    private final Change change;
    private final Names names;

    StageChanges(Change change, Names names) {
        this.change = change;
        this.names = names;
    }

    static String stage(JsonNode document) {
        return Words.plain(document.path("headline").path("stage").asText("unknown"));
    }

    /** @param parts of the pointer: the history, the event's id, perhaps a member */
    List<Line> of(String[] parts, Field field) {
        if (parts.length == 2 && field.before() == null) {
            return List.of(new Line(Weight.STAGE, appended(field.after())));
        }
        if (parts.length == 2 && field.after() == null) {
            return List.of(new Line(Weight.STAGE, "No longer in the status history: " + event(field.before())));
        }
        if (parts.length == 3 && parts[2].equals("unsupported")) {
            String verdict = field.after() == null ? "is supported again" : "has lost all that it rested on";
            return List.of(new Line(Weight.DERIVED, "The stage “" + Words.plain(to(parts[1])) + "” " + verdict));
        }
        if (parts.length == 3) {
            // Events are never edited; what a merge or a source does to their references is told as of any member.
            List<Line> lines = new ArrayList<>();
            Members members = new Members(names, new ClaimWords(change.after(), names)::part);
            members.changed(
                            parts[2],
                            " of the stage “" + Words.plain(to(parts[1])) + "”",
                            field.before(),
                            field.after())
                    .forEach(lines::add);
            return lines;
        }
        return List.of(new Line(Weight.REMARK, "Status history put in another order"));
    }

    private String appended(JsonNode event) {
        ObjectNode before = change.before();
        String was = before == null ? "unknown" : stage(before);
        String is = stage(change.after());
        String to = Words.plain(event.path("to").asText());
        boolean first = before == null || before.path("statusHistory").isEmpty();
        if (is.equals(to) && first) {
            return "Stage: " + is + ", " + rest(event);
        }
        if (is.equals(to) && !was.equals(to)) {
            return heading(event) + ": " + was + " → " + is + ", " + rest(event);
        }
        if (is.equals(to)) {
            return heading(event) + ": still " + is + ", " + rest(event);
        }
        return "Status history: “" + to + "” recorded, " + rest(event) + "; the deal stays " + is;
    }

    private static String heading(JsonNode event) {
        return switch (event.path("changeType").asText()) {
            case "correction" -> "Stage corrected";
            case "reassessment" -> "Stage reassessed";
            case "amendment" -> "Stage, terms amended";
            case "source_retracted" -> "Stage after a source was withdrawn";
            default -> "Stage";
        };
    }

    private String rest(JsonNode event) {
        StringBuilder rest = new StringBuilder("effective ").append(Words.value(event.get("effective")));
        if (event.has("by")) {
            rest.append(", by ").append(names.party(event.get("by").asText()));
        }
        if (event.has("cause")) {
            rest.append(", on account of ")
                    .append(names.of(RecordKind.RESTRICTION, event.get("cause").asText()));
        }
        return rest.toString();
    }

    private static String event(JsonNode event) {
        return "“" + Words.plain(event.path("to").asText()) + "”, effective " + Words.value(event.get("effective"));
    }

    private String to(String id) {
        for (JsonNode event : change.after().path("statusHistory")) {
            if (event.path("id").asText().equals(id)) {
                return event.path("to").asText();
            }
        }
        return "unknown";
    }
}
