package org.dealtracker.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealtracker.http.Json;
import org.dealtracker.log.Between.Span;
import org.dealtracker.log.Between.Touched;
import org.dealtracker.log.Between.Which;
import org.dealtracker.log.Differ;
import org.dealtracker.log.Differ.Field;
import org.dealtracker.log.Fate;
import org.dealtracker.log.Histories.Item;
import org.dealtracker.log.Op;
import org.dealtracker.log.Significance;
import org.dealtracker.log.Steps;
import org.dealtracker.snapshot.Causes.ChangedField;
import org.dealtracker.snapshot.Causes.Sort;

/** Tells what became of one record, one after another, so that no more than one is in memory at a time. */
@ApplicationScoped
class Telling {
    private final Steps steps;

    Telling(Steps steps) {
        this.steps = steps;
    }

    Told of(Touched record, Span span, Which which) {
        List<Item> entries = steps.entries(record, span);
        Significance wanted = which.significance();
        Map<Sort, List<ChangedField>> fields = record.fate() == Fate.CHANGED ? fields(record, entries) : Map.of();
        boolean gone = record.fate() == Fate.REMOVED || record.fate() == Fate.MERGED;
        return new Told(
                record.kind(),
                record.id(),
                record.slug(),
                record.title(),
                record.fate(),
                record.fate() == Fate.MERGED ? survivor(record) : null,
                record.fate() == Fate.ADDED ? null : record.was(),
                gone ? null : record.now(),
                told(fields, Sort.SEMANTIC, wanted),
                told(fields, Sort.CORRECTION, wanted),
                told(fields, Sort.EDITORIAL, wanted),
                entries.stream()
                        .filter(entry -> wanted == null || entry.significance() == wanted)
                        .toList());
    }

    private static List<ChangedField> told(Map<Sort, List<ChangedField>> fields, Sort sort, Significance wanted) {
        boolean editorial = sort == Sort.EDITORIAL;
        boolean told = wanted == null || editorial == (wanted == Significance.EDITORIAL);
        return told ? fields.getOrDefault(sort, List.of()) : List.of();
    }

    private Map<Sort, List<ChangedField>> fields(Touched record, List<Item> entries) {
        Steps.Ends ends = steps.ends(record);
        List<Field> net = Differ.content(Json.stored(ends.before()), Json.stored(ends.after()));
        return Causes.of(net, entries, headlines(record, net, entries));
    }

    /** Of a single entry everything is, and nothing needs to be read. */
    private Map<Long, Set<String>> headlines(Touched record, List<Field> net, List<Item> entries) {
        if (entries.size() == 1
                || net.stream().noneMatch(field -> field.pointer().startsWith("/headline/"))) {
            return Map.of();
        }
        List<Long> own = entries.stream()
                .filter(entry -> entry.op() != Op.REDERIVED)
                .map(Item::n)
                .toList();
        return steps.headlines(record.id(), own);
    }

    private String survivor(Touched record) {
        return Json.stored(steps.ends(record).after()).path("mergedInto").asText();
    }
}
