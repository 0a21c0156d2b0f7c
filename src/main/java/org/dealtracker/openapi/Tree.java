package org.dealtracker.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Walks over a document as JSON, and the references in it. */
final class Tree {
    private static final String COMPONENTS = "#/components/";
    static final String SCHEMAS = COMPONENTS + "schemas/";

    private Tree() {}

    /** Every object in a tree, the outer before the inner. */
    static void each(JsonNode node, Consumer<ObjectNode> visit) {
        if (node instanceof ObjectNode object) {
            visit.accept(object);
        }
        // A copy, because a visit may change what it is shown.
        List<JsonNode> children = new ArrayList<>();
        node.forEach(children::add);
        children.forEach(child -> each(child, visit));
    }

    /** Every schema that is referred to gets another name; the same one leaves it as it is. */
    static void renameSchemas(JsonNode node, UnaryOperator<String> rename) {
        each(node, object -> {
            String name = schemaName(object);
            if (name != null) {
                object.put("$ref", SCHEMAS + rename.apply(name));
            }
        });
    }

    /** The schema that an object refers to, or null. */
    static String schemaName(JsonNode object) {
        JsonNode ref = object.get("$ref");
        return ref != null && ref.isTextual() && ref.textValue().startsWith(SCHEMAS)
                ? ref.textValue().substring(SCHEMAS.length())
                : null;
    }

    static Set<String> references(JsonNode node) {
        Set<String> references = new HashSet<>();
        each(node, object -> {
            if (object.path("$ref").isTextual()) {
                references.add(object.get("$ref").textValue());
            }
        });
        return references;
    }

    /** Removes components that nothing refers to any more, until none is left. */
    static void dropUnused(ObjectNode document) {
        boolean dropped = true;
        while (dropped) {
            dropped = false;
            Set<String> used = references(document);
            for (String section : List.of("schemas", "parameters", "headers", "responses")) {
                if (document.path("components").path(section) instanceof ObjectNode components) {
                    List<String> names = new ArrayList<>();
                    components.fieldNames().forEachRemaining(names::add);
                    names.removeIf(name -> used.contains(COMPONENTS + section + "/" + name));
                    dropped |= !names.isEmpty();
                    components.remove(names);
                }
            }
        }
    }
}
