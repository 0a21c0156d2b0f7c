package org.dealtracker.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dealtracker.http.Json;

/**
 * What a request may say, made from what answers say, because whatever was read can be changed and sent back. The
 * members are the same; those that the server owns are read-only and ignored; null says the same as leaving out; and
 * {@code x-draft} of a schema names what a request must say ({@code required}), the short text that stands for the whole
 * object ({@code text}), or another schema altogether ({@code instead}).
 */
final class Drafts {
    private Drafts() {}

    /** As part of another body. */
    static ObjectNode draft(ObjectNode schema, ObjectNode schemas) {
        JsonNode rules = schema.path("x-draft");
        if (rules.has("instead")) {
            return rules.get("instead").deepCopy();
        }
        ObjectNode draft = schema.deepCopy();
        if (schema.path("items") instanceof ObjectNode) {
            draft.set("items", drafted(schema.get("items"), schemas));
            return draft;
        }
        List<String> required = Schemas.texts(rules.path("required"));
        ObjectNode properties = draft.putObject("properties");
        schema.path("properties").properties().forEach(member -> {
            JsonNode said = drafted(member.getValue(), schemas);
            properties.set(
                    member.getKey(),
                    required.contains(member.getKey()) || said.has("readOnly") ? said : orNull((ObjectNode) said));
        });
        draft.remove("required");
        if (!required.isEmpty()) {
            draft.set("required", Json.tree(required));
        }
        if (!rules.has("text")) {
            return draft;
        }
        draft.remove(List.of("description", "examples", "x-draft"));
        ObjectNode either =
                Json.object().put("description", schema.path("description").asText());
        either.putArray("oneOf").add(rules.get("text").deepCopy()).add(draft);
        return either;
    }

    /** As a body of its own, which may say why. */
    static ObjectNode request(ObjectNode schema, ObjectNode schemas) {
        ObjectNode request = draft(schema, schemas);
        JsonNode reasons = schemas.path("Reasons").path("properties");
        reasons.properties()
                .forEach(member -> request.withObject("/properties")
                        .set(member.getKey(), orNull(member.getValue().deepCopy())));
        return request;
    }

    /** As a merge patch (RFC 7396): nothing is required, and null removes. */
    static ObjectNode patch(ObjectNode schema, ObjectNode schemas) {
        ObjectNode whole = schema.deepCopy();
        whole.putObject("x-draft");
        ObjectNode patch = request(whole, schemas);
        return patch.put("description", "A merge patch (RFC 7396): what is left out stays, null removes.");
    }

    /** The same, with what may be said instead of each schema that it refers to. */
    private static JsonNode drafted(JsonNode schema, ObjectNode schemas) {
        ObjectNode copy = schema.deepCopy();
        if (!copy.path("readOnly").asBoolean()) {
            Tree.renameSchemas(copy, name -> schemas.path(name).has("x-draft") ? name + "Draft" : name);
        }
        return copy;
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("$ref")) {
            ObjectNode either = Json.object();
            for (String member : List.of("description", "writeOnly")) {
                if (schema.has(member)) {
                    either.set(member, schema.remove(member));
                }
            }
            either.putArray("anyOf").add(schema).addObject().put("type", "null");
            return either;
        }
        if (schema.path("type").isTextual()) {
            String type = schema.get("type").textValue();
            ArrayNode types = schema.putArray("type").add(type);
            types.add("null");
        }
        return schema;
    }
}
