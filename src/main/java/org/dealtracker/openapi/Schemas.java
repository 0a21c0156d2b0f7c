package org.dealtracker.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.dealtracker.http.Json;

/**
 * Completes the schemas. {@code x-includes} names others whose members are this one's too. A name that is referred to
 * and not written is made from the one that it begins with:
 *
 * <ul>
 *   <li>{@code …Page}: a page of a list of them;
 *   <li>{@code …ListItem}: as a list shows them, without the members in {@code x-heavy} unless asked for;
 *   <li>{@code …Revision}: one of them as it was, or its tombstone;
 *   <li>{@code …Draft}, {@code …Request}, {@code …Patch}: what a request may say, see {@link Drafts}.
 * </ul>
 */
final class Schemas {
    private static final List<String> NOTES = List.of("x-includes", "x-draft", "x-heavy", "x-facets");

    private Schemas() {}

    static void complete(ObjectNode document) {
        ObjectNode schemas = (ObjectNode) document.path("components").path("schemas");
        List<String> written = new ArrayList<>();
        schemas.fieldNames().forEachRemaining(written::add);
        written.forEach(name -> include((ObjectNode) schemas.get(name), schemas));
        Set<String> missing = missing(document, schemas);
        while (!missing.isEmpty()) {
            missing.forEach(name -> schemas.set(name, made(name, schemas)));
            missing = missing(document, schemas);
        }
        schemas.forEach(schema -> ((ObjectNode) schema).remove(NOTES));
    }

    private static Set<String> missing(ObjectNode document, ObjectNode schemas) {
        return Tree.references(document).stream()
                .filter(reference -> reference.startsWith(Tree.SCHEMAS))
                .map(reference -> reference.substring(Tree.SCHEMAS.length()))
                .filter(name -> !schemas.has(name))
                .collect(Collectors.toSet());
    }

    private static void include(ObjectNode schema, ObjectNode schemas) {
        JsonNode includes = schema.remove("x-includes");
        if (includes == null) {
            return;
        }
        ObjectNode properties = Json.object();
        List<String> required = new ArrayList<>();
        for (JsonNode name : includes) {
            ObjectNode included = (ObjectNode) schemas.get(name.textValue());
            include(included, schemas);
            properties.setAll((ObjectNode) included.path("properties").deepCopy());
            required.addAll(texts(included.path("required")));
        }
        properties.setAll((ObjectNode) schema.path("properties"));
        required.addAll(texts(schema.path("required")));
        schema.set("properties", properties);
        schema.set("required", Json.tree(required));
    }

    private static ObjectNode made(String name, ObjectNode schemas) {
        for (String form : List.of("Draft", "Request", "Patch", "Page", "ListItem", "Revision")) {
            String base = name.endsWith(form) ? name.substring(0, name.length() - form.length()) : "";
            if (schemas.get(base) instanceof ObjectNode schema) {
                return switch (form) {
                    case "Draft" -> Drafts.draft(schema, schemas);
                    case "Request" -> Drafts.request(schema, schemas);
                    case "Patch" -> Drafts.patch(schema, schemas);
                    case "Page" -> page(base, schema, schemas);
                    case "Revision" -> revision(base);
                    default -> listItem(schema);
                };
            }
        }
        throw new IllegalStateException("The OpenAPI document refers to a schema '" + name + "' that nobody wrote; see"
                + " src/main/resources/META-INF/openapi");
    }

    private static ObjectNode page(String name, ObjectNode schema, ObjectNode schemas) {
        String item = name + "ListItem";
        boolean thin = schema.has("x-heavy") || schemas.has(item);
        ObjectNode page = schemas.get("Page").deepCopy();
        page.put("description", "A page of a list.");
        if (!schema.has("x-facets")) {
            ((ObjectNode) page.get("properties")).remove("facets");
        }
        ((ObjectNode) page.at("/properties/items")).putObject("items").put("$ref", Tree.SCHEMAS + (thin ? item : name));
        return page;
    }

    private static ObjectNode listItem(ObjectNode schema) {
        List<String> heavy = texts(schema.path("x-heavy"));
        ObjectNode item = schema.deepCopy();
        List<String> required = texts(schema.path("required")).stream()
                .filter(name -> !heavy.contains(name))
                .toList();
        item.set("required", Json.tree(required));
        return item;
    }

    private static ObjectNode revision(String name) {
        ObjectNode revision =
                Json.object().put("description", "As one revision left it; a deletion or a merge left a tombstone.");
        revision.withArray("/oneOf").addObject().put("$ref", Tree.SCHEMAS + name);
        revision.withArray("/oneOf").addObject().put("$ref", Tree.SCHEMAS + "Tombstone");
        revision.withArray("/oneOf").addObject().put("$ref", Tree.SCHEMAS + "MergedRecord");
        return revision;
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
