package org.dealtracker.atom;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What came, went and was altered in a list whose members have no ids. */
final class ListChanges {
    /** By which of its members an element is the same one as before, if they are all the same. */
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("citations", List.of("source")),
            Map.entry("affiliations", List.of("party", "kind")),
            Map.entry("aliases", List.of("name")),
            Map.entry("participants", List.of("person", "party", "office", "description")),
            Map.entry("topics", List.of("code")),
            Map.entry("variants", List.of("field", "value")),
            Map.entry("targets", List.of("party", "country")),
            Map.entry("amendments", List.of("reference", "text")),
            Map.entry("externalIds", List.of("scheme", "value")),
            Map.entry("related", List.of("agreement")),
            Map.entry("hedges", List.of("phrase")));

    /** An element that was altered. */
    record Altered(JsonNode before, JsonNode after) {}

    final List<JsonNode> added = new ArrayList<>();
    final List<JsonNode> dropped = new ArrayList<>();
    final List<Altered> altered = new ArrayList<>();

    private ListChanges() {}

    static ListChanges of(String member, JsonNode before, JsonNode after) {
        ListChanges changes = new ListChanges();
        if (before != null) {
            before.forEach(changes.dropped::add);
        }
        if (after != null) {
            after.forEach(element -> {
                // By value, each one once: the same element may stand there twice.
                if (!changes.dropped.remove(element)) {
                    changes.added.add(element);
                }
            });
        }
        changes.pair(KEYS.getOrDefault(member, List.of()));
        return changes;
    }

    private void pair(List<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        for (JsonNode old : List.copyOf(dropped)) {
            JsonNode now = added.stream()
                    .filter(each -> keys.stream().allMatch(key -> each.path(key).equals(old.path(key))))
                    .findFirst()
                    .orElse(null);
            if (now != null) {
                added.remove(now);
                dropped.remove(old);
                altered.add(new Altered(old, now));
            }
        }
    }
}
