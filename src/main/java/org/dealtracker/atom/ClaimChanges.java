package org.dealtracker.atom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.atom.Line.Weight;
import org.dealtracker.log.Differ.Field;
import org.dealtracker.log.Op;
import org.dealtracker.wording.ClaimWords;
import org.dealtracker.wording.Names;
import org.dealtracker.wording.Words;

/** What an entry changed in the claims of an agreement, claim by claim. */
final class ClaimChanges {
    static final String TAKEN_BACK = "Claim taken back: ";
    static final String BECAUSE = ", because “";

    /** Kinds of which several claims on a line say the same thing otherwise; deliveries and positions follow each other. */
    private static final Set<ClaimKind> COMPETING = EnumSet.of(ClaimKind.ITEMS, ClaimKind.VALUES, ClaimKind.DATES);

    /** Set by the register, or without a meaning of its own. */
    private static final Set<String> SILENT = Set.of("id", "recordedAt");

    private final ObjectNode before;
    private final ObjectNode after;
    private final ClaimWords wasSaid;
    private final ClaimWords isSaid;
    private final Members members;
    private final Elements elements;
    private final Op op;
    private final String reason;

    /** Lines of which it was told that they are contested now; nobody has to say it again. */
    final Set<String> contested = new HashSet<>();

    ClaimChanges(Change change, Names names) {
        before = change.before();
        after = change.after();
        wasSaid = new ClaimWords(before, names);
        isSaid = new ClaimWords(after, names);
        members = new Members(names, isSaid::part);
        elements = new Elements(names, isSaid::part);
        op = change.entry().op();
        reason = change.entry().reason();
    }

    /** @param parts of the pointer: the collection, the claim's id, perhaps a member */
    List<Line> of(ClaimKind kind, String[] parts, Field field) {
        if (parts.length < 3) {
            return parts.length < 2
                    ? List.of(new Line(Weight.REMARK, Words.capital(kind.code()) + " put in another order"))
                    : List.of(field.after() == null ? takenBack(kind, field.before()) : added(kind, field.after()));
        }
        JsonNode claim = find(after, kind, parts[1]);
        return SILENT.contains(parts[2]) ? List.of() : member(kind, claim, parts[2], field);
    }

    private Line takenBack(ClaimKind kind, JsonNode claim) {
        if (op != Op.RETRACTED) {
            return new Line(Weight.TAKEN_BACK, "No longer claimed: " + wasSaid.says(kind, claim));
        }
        String because = reason == null ? "" : BECAUSE + Words.shortened(reason, 2 * Words.LONG) + "”";
        return new Line(Weight.TAKEN_BACK, TAKEN_BACK + wasSaid.says(kind, claim) + because);
    }

    private Line added(ClaimKind kind, JsonNode claim) {
        String figure = ClaimWords.figureOf(kind);
        Set<String> others = COMPETING.contains(kind) ? others(kind, claim, figure) : Set.of();
        if (others.isEmpty()) {
            return new Line(Weight.CLAIM, "New " + noun(kind) + ": " + isSaid.says(kind, claim) + rank(claim));
        }
        String line = claim.path("line").asText();
        String heading = isSaid.figure(kind, claim, figure) + ": ";
        String now = Words.value(claim.get(figure));
        String then = String.join(" or ", others);
        if (isNewlyContested(line)) {
            contested.add(line);
            return new Line(Weight.FIGURE, heading + then + ", now contested by " + now + rank(claim));
        }
        return new Line(Weight.FIGURE, heading + now + rank(claim) + ", beside " + then);
    }

    private static String noun(ClaimKind kind) {
        return switch (kind) {
            case PARTIES -> "party";
            case DELIVERIES -> "delivery";
            default -> kind.code().replaceFirst("s$", "");
        };
    }

    private static String rank(JsonNode claim) {
        String rank = claim.path("rank").asText("normal");
        return rank.equals("normal") ? "" : ", " + Words.plain(rank);
    }

    /** What the claims say that a new one competes with. */
    private Set<String> others(ClaimKind kind, JsonNode claim, String figure) {
        Set<String> others = new LinkedHashSet<>();
        for (JsonNode other : before.path(kind.collection())) {
            boolean sameLine = other.path("line").equals(claim.path("line"));
            if (sameLine && says(other, figure) && !other.get(figure).equals(claim.get(figure))) {
                others.add(Words.value(other.get(figure)));
            }
        }
        return says(claim, figure) ? others : Set.of();
    }

    private static boolean says(JsonNode claim, String figure) {
        JsonNode value = claim.path(figure);
        JsonNode amount = value.has("amount") ? value.get("amount") : value;
        return value.isObject() && !amount.path("unknown").asBoolean();
    }

    private boolean isNewlyContested(String line) {
        return contestedLines(after).contains(line) && !contestedLines(before).contains(line);
    }

    static Set<String> contestedLines(JsonNode document) {
        Set<String> lines = new LinkedHashSet<>();
        document.path("headline").path("contestedLines").forEach(line -> lines.add(line.asText()));
        return lines;
    }

    private List<Line> member(ClaimKind kind, JsonNode claim, String member, Field field) {
        String figure = isSaid.figure(kind, claim, member);
        if (figure != null) {
            String step = elements.words(member, field.before()) + " → " + elements.words(member, field.after());
            return List.of(new Line(Weight.FIGURE, figure + ": " + step));
        }
        if (member.equals("designation")) {
            String step = Words.quoted(text(field.before())) + " → " + Words.quoted(text(field.after()));
            return List.of(new Line(Weight.FIGURE, "Designation: " + step));
        }
        List<Line> lines = new ArrayList<>();
        String of = " of " + isSaid.subject(kind, claim);
        if (member.equals("replaces")) {
            boolean none = field.after() == null || field.after().isEmpty();
            String replaced = none ? "no other claim" : elements.words(member, field.after());
            String told = "The claim on " + isSaid.subject(kind, claim) + " now replaces " + replaced;
            return List.of(new Line(Weight.CLAIM, told));
        }
        boolean lineNames = Set.of("line", "partOf", "covers").contains(member);
        for (Line line :
                lineNames ? lines(member, of, field) : members.changed(member, of, field.before(), field.after())) {
            boolean content = line.weight() == Weight.MEMBER && !member.equals("rankReason");
            lines.add(content ? new Line(Weight.CLAIM, line.text()) : line);
        }
        return lines;
    }

    /** Members that name lines, which have no words of their own where they stand for one claim. */
    private List<Line> lines(String member, String of, Field field) {
        return List.of(new Line(
                Weight.MEMBER,
                Words.capital(Members.label(member)) + of + ": " + named(wasSaid, field.before()) + " → "
                        + named(isSaid, field.after())));
    }

    private static String named(ClaimWords words, JsonNode lines) {
        if (lines == null || lines.isEmpty() && !lines.isTextual()) {
            return "none";
        }
        Set<String> named = new LinkedHashSet<>();
        if (lines.isTextual()) {
            named.add(words.line(lines.asText()));
        }
        lines.forEach(line -> named.add(words.line(line.asText())));
        return named.stream().collect(Collectors.joining(", "));
    }

    private static String text(JsonNode node) {
        return node == null ? "none" : node.asText();
    }

    private static JsonNode find(JsonNode document, ClaimKind kind, String id) {
        for (JsonNode claim : document.path(kind.collection())) {
            if (claim.path("id").asText().equals(id)) {
                return claim;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
}
