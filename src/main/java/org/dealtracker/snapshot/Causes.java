package org.dealtracker.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealtracker.log.ChangeType;
import org.dealtracker.log.Differ.Field;
import org.dealtracker.log.Histories.Item;
import org.dealtracker.log.Significance;

/**
 * What differs in a record, apart by what brought it. A field that entries of several sorts changed stands under each of
 * them, with the last entry of that sort and its reason.
 */
final class Causes {
    /** Why a field is not what it was. */
    enum Sort {
        /** The world or its judgement changed; whatever followed from a change of another record is of that one's sort. */
        SEMANTIC,
        /** The register was wrong. */
        CORRECTION,
        /** Only the wording changed. */
        EDITORIAL;

        static Sort of(Item entry) {
            if (entry.significance() == Significance.EDITORIAL) {
                return EDITORIAL;
            }
            return entry.changeType() == ChangeType.CORRECTION ? CORRECTION : SEMANTIC;
        }
    }

    /**
     * A member that differs.
     *
     * @param before null where it was not there
     * @param after null where it is there no more
     * @param n the last entry of the sort that changed it
     * @param reason that entry's; null where none was given
     */
    record ChangedField(String pointer, JsonNode before, JsonNode after, long n, String reason) {}

    private Causes() {}

    /**
     * @param net what differs between the record's two ends
     * @param entries all that lie between, in their order; at least one
     * @param headlines what entries changed in the headline beside what their own pointers name
     */
    static Map<Sort, List<ChangedField>> of(List<Field> net, List<Item> entries, Map<Long, Set<String>> headlines) {
        List<Reach> reaches = entries.stream()
                .map(entry -> Reach.of(entry, headlines.getOrDefault(entry.n(), Set.of())))
                .toList();
        Map<Sort, List<ChangedField>> fields = new EnumMap<>(Sort.class);
        for (Sort sort : Sort.values()) {
            fields.put(sort, new ArrayList<>());
        }
        for (Field field : net) {
            Map<Sort, Item> last = new EnumMap<>(Sort.class);
            reaches.stream()
                    .filter(reach -> reach.covers(field.pointer()))
                    .forEach(reach -> last.put(Sort.of(reach.entry()), reach.entry()));
            if (last.isEmpty()) {
                // What follows from an entry without being named by it: of several, most likely from the last.
                Item entry = entries.get(entries.size() - 1);
                last.put(Sort.of(entry), entry);
            }
            last.forEach((sort, entry) -> fields.get(sort)
                    .add(new ChangedField(field.pointer(), field.before(), field.after(), entry.n(), entry.reason())));
        }
        return fields;
    }

    /**
     * What an entry changed.
     *
     * @param named the pointers that it names
     * @param above whatever these are a part of
     */
    private record Reach(Item entry, Set<String> named, Set<String> above) {
        static Reach of(Item entry, Set<String> headline) {
            Set<String> named = new HashSet<>(entry.changed());
            named.addAll(headline);
            Set<String> above = new HashSet<>();
            named.forEach(pointer -> above.addAll(above(pointer)));
            return new Reach(entry, named, above);
        }

        boolean covers(String pointer) {
            return named.contains(pointer)
                    || above.contains(pointer)
                    // A whole list is named when its members change places, which changes none of them.
                    || above(pointer).stream().anyMatch(each -> each.lastIndexOf('/') > 0 && named.contains(each));
        }

        private static List<String> above(String pointer) {
            List<String> above = new ArrayList<>();
            for (int slash = pointer.lastIndexOf('/'); slash > 0; slash = pointer.lastIndexOf('/', slash - 1)) {
                above.add(pointer.substring(0, slash));
            }
            return above;
        }
    }
}
