package org.dealtracker.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.http.Json;
import org.dealtracker.log.RecordKind;

/**
 * Makes the paths concrete. What is written once in the code for every kind of record or claim speaks of {@code Record}
 * and {@code Claim}; here each kind gets the operations and schemas of its own name.
 */
final class Paths {
    private static final String CLAIMS = "{claims}";
    private static final String FORMS = "(Draft|Request|Patch|Page|ListItem|Revision)?";

    private Paths() {}

    static void expand(ObjectNode document) {
        ObjectNode paths = Json.object();
        document.path("paths").properties().forEach(entry -> {
            String path = entry.getKey().replaceAll("\\{claims\\s*:[^}]*}", CLAIMS);
            if (path.contains(CLAIMS)) {
                for (ClaimKind kind : ClaimKind.values()) {
                    ObjectNode item = entry.getValue().deepCopy();
                    claims(item, kind, document);
                    paths.set(path.replace(CLAIMS, kind.collection()), item);
                }
            } else {
                paths.set(path, entry.getValue());
            }
        });
        paths.properties().forEach(entry -> records(entry.getKey(), entry.getValue()));
        document.set("paths", paths);
    }

    private static void claims(ObjectNode item, ClaimKind kind, JsonNode document) {
        // The agreement's own schema says what its claims of a kind are.
        JsonNode claim = document.at("/components/schemas/Agreement/properties/" + kind.collection() + "/items");
        String schema = Tree.schemaName(claim);
        item.properties().forEach(operation -> {
            if (operation.getValue().path("parameters") instanceof ArrayNode parameters) {
                parameters.removeIf(parameter -> parameter.path("name").asText().equals("claims"));
            }
        });
        name(item, "Claim", schema, capital(kind.collection()));
        describe(item, "claim", schema.toLowerCase(Locale.ROOT) + " claim");
    }

    private static void records(String path, JsonNode item) {
        for (RecordKind kind : RecordKind.values()) {
            if (path.equals(kind.path()) || path.startsWith(kind.path() + "/")) {
                String collection = kind.path().substring(kind.path().lastIndexOf('/') + 1);
                name(item, "Record", capital(kind.code()), capital(collection));
                describe(item, "record", kind.code());
            }
        }
    }

    private static void name(JsonNode item, String placeholder, String schema, String collection) {
        Tree.renameSchemas(
                item, name -> name.matches(placeholder + FORMS) ? schema + name.substring(placeholder.length()) : name);
        item.forEach(operation -> {
            String id = operation.path("operationId").asText(null);
            if (id != null) {
                String named = id.replace(placeholder + "s", collection).replace(placeholder, schema);
                ((ObjectNode) operation).put("operationId", named);
            }
        });
    }

    private static void describe(JsonNode item, String word, String kind) {
        boolean vowel = "aeiou".indexOf(kind.charAt(0)) >= 0;
        Map<String, String> words = new LinkedHashMap<>();
        words.put("([Aa]) " + word + "\\b", (vowel ? "$1n " : "$1 ") + kind);
        words.put("\\b(the|whole|one|live|any) " + word + "\\b", "$1 " + kind);
        Tree.each(item, object -> {
            for (String member : new String[] {"summary", "description"}) {
                if (object.path(member).isTextual()) {
                    String text = object.get(member).textValue();
                    for (Map.Entry<String, String> each : words.entrySet()) {
                        text = text.replaceAll(each.getKey(), each.getValue());
                    }
                    object.put(member, text);
                }
            }
        });
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
