package org.dealtracker.atom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.atom.Line.Weight;
import org.dealtracker.log.ChangeType;
import org.dealtracker.log.Differ.Field;
import org.dealtracker.log.Op;
import org.dealtracker.log.Recent.Cause;
import org.dealtracker.log.Recent.Entry;
import org.dealtracker.log.RecordKind;
import org.dealtracker.wording.Names;
import org.dealtracker.wording.Words;

/** Tells an entry of the log: what it did to which record, in sentences. A pure function of the two documents. */
final class Telling {
    private static final int LONGEST_EVENT = 140;

    private final Change change;
    private final Entry entry;
    private final Names names;

    private Telling(Change change, Names names) {
        this.change = change;
        this.entry = change.entry();
        this.names = names;
    }

    static Told of(Change change, Names names) {
        return new Telling(change, names).told();
    }

    private Told told() {
        String title = names.title(entry.kind(), entry.slug());
        List<String> changed = changed();
        List<String> lines = switch (entry.op()) {
            case CREATED -> Beginnings.of(entry.kind(), change.after(), names);
            case MERGED -> List.of("Merged into " + survivor());
            case DELETED -> List.of("Deleted" + (entry.reason() == null ? "" : ": " + reason()));
            case REDACTED -> List.of("Content was removed from the record's history");
            case RESTORED -> restored(changed);
            case REDERIVED -> List.of("Derived anew" + because() + ": " + together(changed));
            case UPDATED, STATUS, RETRACTED -> changed;
        };
        boolean saysWhy = entry.op() == Op.DELETED
                || entry.op() == Op.RETRACTED
                        && lines.stream().anyMatch(line -> line.startsWith(ClaimChanges.TAKEN_BACK));
        return new Told(title, happened(changed), lines, saysWhy ? null : entry.reason());
    }

    private String reason() {
        return Words.shortened(entry.reason(), 2 * Words.LONG);
    }

    private String survivor() {
        return names.of(entry.kind(), change.after().path("mergedInto").asText());
    }

    private List<String> restored(List<String> changed) {
        List<String> lines = new ArrayList<>();
        boolean back = !change.compares();
        lines.add(back ? "The record is there again" : "An earlier revision is the current one again");
        lines.addAll(back ? Beginnings.of(entry.kind(), change.after(), names) : changed);
        return lines;
    }

    private String because() {
        Cause cause = entry.cause();
        if (cause == null) {
            return "";
        }
        String did = switch (cause.op()) {
            case CREATED -> " was recorded";
            case DELETED -> " was deleted";
            case MERGED -> " went into another record";
            case STATUS -> " moved on";
            case RETRACTED -> " took a claim back";
            case RESTORED -> " was restored";
            default -> " changed";
        };
        return " because the " + cause.kind().code() + " " + names.of(cause.kind(), cause.slug()) + did;
    }

    private static String together(List<String> changed) {
        if (changed.isEmpty()) {
            return "no visible change";
        }
        return changed.stream().map(Words::small).collect(Collectors.joining("; "));
    }

    /** In a few words, for a title. */
    private String happened(List<String> changed) {
        return switch (entry.op()) {
            case CREATED -> "recorded";
            case MERGED -> Words.shortened("merged into " + survivor(), LONGEST_EVENT);
            case DELETED -> "deleted";
            case REDACTED -> "redacted";
            case RESTORED -> "restored";
            case REDERIVED ->
                "derived anew" + Words.shortened(because(), LONGEST_EVENT).replaceFirst("^(?=b)", " ");
            case UPDATED, STATUS, RETRACTED -> updated(changed);
        };
    }

    private static String updated(List<String> changed) {
        String more = changed.size() > 1 ? " and " + (changed.size() - 1) + " more" : "";
        String first = Words.small(changed.get(0));
        int because = first.indexOf(ClaimChanges.BECAUSE);
        return Words.shortened(because < 0 ? first : first.substring(0, because), LONGEST_EVENT) + more;
    }

    /** What differs, most important first, each said once; never empty for an update. */
    private List<String> changed() {
        if (!change.compares()) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        if (entry.changeType() == ChangeType.MERGE && entry.op() == Op.UPDATED) {
            lines.add(new Line(Weight.FATE, "A duplicate of it went into this record"));
        }
        ClaimChanges claims = new ClaimChanges(change, names);
        List<Field> fields = change.fields();
        fields.stream().filter(field -> !isDerived(field)).forEach(field -> lines.addAll(lines(field, claims)));
        HeadlineChanges headline = new HeadlineChanges(change, names, claims.contested);
        // A party's or restriction's own name may be what differs in there; it is told with the list that it stands in.
        fields.stream()
                .filter(Telling::isDerived)
                .map(field -> parts(field)[1])
                .distinct()
                .forEach(member -> lines.addAll(headline.of(member)));
        Set<String> told = new LinkedHashSet<>();
        lines.stream()
                .sorted(Comparator.comparing(Line::weight))
                .map(Line::text)
                .forEach(told::add);
        if (told.isEmpty() && entry.op() != Op.REDERIVED) {
            told.add("Nothing that the record shows");
        }
        return List.copyOf(told);
    }

    private List<Line> lines(Field field, ClaimChanges claims) {
        String[] parts = parts(field);
        if (entry.kind() == RecordKind.AGREEMENT) {
            ClaimKind kind = ClaimKind.of(parts[0]);
            if (kind != null) {
                return claims.of(kind, parts, field);
            }
            if (parts[0].equals("statusHistory")) {
                return new StageChanges(change, names).of(parts, field);
            }
        }
        // Of an agreement its claims matter more than its own members; other records have nothing else.
        boolean content = entry.kind() != RecordKind.AGREEMENT;
        return new Members(names, id -> null)
                .changed(parts[0], "", field.before(), field.after()).stream()
                        .map(line ->
                                content && line.weight() == Weight.MEMBER ? new Line(Weight.CLAIM, line.text()) : line)
                        .toList();
    }

    private static boolean isDerived(Field field) {
        return field.pointer().startsWith("/headline/");
    }

    private static String[] parts(Field field) {
        return field.pointer().substring(1).split("/");
    }
}
