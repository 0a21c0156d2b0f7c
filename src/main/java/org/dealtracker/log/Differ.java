package org.dealtracker.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What differs between two documents of one record, told by JSON Pointers in which the members of a list are named by
 * their {@code id} where they have one: {@code /items/<claimId>/count}. A member of the record and a member of a claim
 * are the finest grain; what changes inside a value or a citation is told as that member.
 */
public final class Differ {
    /** Set by the log at every write, or derived; they are no change of their own. */
    private static final Set<String> MOVING = Set.of("revision", "n", "createdAt", "updatedAt", "headline");

    private Differ() {}

    /** One member that differs; {@code before} or {@code after} is null where it is not there. */
    public record Field(String pointer, JsonNode before, JsonNode after) {}

    /** What was changed by a write, without what follows from it. */
    static List<Field> changes(JsonNode before, JsonNode after) {
        return members(before, after, MOVING, "");
    }

    /** Everything that differs, headline included, but not the numbers and times of the revision itself. */
    public static List<Field> differences(JsonNode before, JsonNode after) {
        List<Field> all = new ArrayList<>(changes(before, after));
        all.addAll(members(before.path("headline"), after.path("headline"), Set.of(), "/headline"));
        return all;
    }

    /** The same without what tells of the last write: it always differs, and a record that was changed back says so still. */
    public static List<Field> content(JsonNode before, JsonNode after) {
        List<Field> all = new ArrayList<>(changes(before, after));
        all.addAll(members(before.path("headline"), after.path("headline"), Set.of("lastChange"), "/headline"));
        return all;
    }

    private static List<Field> members(JsonNode before, JsonNode after, Set<String> leftOut, String pointer) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            JsonNode was = before.get(name);
            JsonNode is = after.get(name);
            if (!leftOut.contains(name) && !Objects.equals(was, is)) {
                fields.addAll(member(was, is, pointer + "/" + name));
            }
        }
        return fields;
    }

    private static List<Field> member(JsonNode was, JsonNode is, String pointer) {
        Map<String, JsonNode> wasById = byId(was);
        Map<String, JsonNode> isById = byId(is);
        if (wasById == null || isById == null || (wasById.isEmpty() && isById.isEmpty())) {
            return List.of(new Field(pointer, was, is));
        }
        Set<String> ids = new LinkedHashSet<>(wasById.keySet());
        ids.addAll(isById.keySet());
        List<Field> fields = new ArrayList<>();
        for (String id : ids) {
            JsonNode one = wasById.get(id);
            JsonNode other = isById.get(id);
            if (one == null || other == null) {
                fields.add(new Field(pointer + "/" + id, one, other));
            } else {
                fields.addAll(members(one, other, Set.of(), pointer + "/" + id));
            }
        }
        // The same members in another order: the array itself is what differs.
        return fields.isEmpty() ? List.of(new Field(pointer, was, is)) : fields;
    }

    /** The objects of an array by their id; empty for none; null when this is no array of such objects. */
    private static Map<String, JsonNode> byId(JsonNode node) {
        if (node == null) {
            return Map.of();
        }
        if (!(node instanceof ArrayNode array)) {
            return null;
        }
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        for (JsonNode item : array) {
            if (!(item instanceof ObjectNode) || !item.path("id").isTextual()) {
                return null;
            }
            byId.put(item.get("id").textValue(), item);
        }
        return byId;
    }
}
