package org.dealtracker.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What holds of all numbers and queries, and would only be repeated at each of them. */
final class Limits {
    /** The largest whole number that every JSON reader keeps exactly (RFC 8259, section 6). */
    private static final long LARGEST_EXACT = 9_007_199_254_740_991L;

    /** As long as a request's first line may be; see quarkus.http.limits.max-initial-line-length. */
    private static final int LONGEST_QUERY = 8_192;

    private Limits() {}

    static void fill(ObjectNode document) {
        Tree.each(document, object -> {
            if (is(object, "integer")) {
                integer(object);
            }
            if (object.path("format").asText().equals("uuid")) {
                object.put("maxLength", 36);
            }
            if (object.path("in").isTextual() && is(object.path("schema"), "string")) {
                text((ObjectNode) object.get("schema"));
            }
        });
    }

    private static boolean is(JsonNode schema, String type) {
        JsonNode types = schema.path("type");
        boolean among = false;
        for (JsonNode each : types) {
            among |= each.asText().equals(type);
        }
        return among || types.asText().equals(type);
    }

    private static void integer(ObjectNode schema) {
        if (!schema.has("format")) {
            schema.put("format", "int32");
        }
        if (!schema.has("minimum")) {
            schema.put("minimum", 0);
        }
        if (!schema.has("maximum")) {
            schema.put("maximum", schema.get("format").asText().equals("int64") ? LARGEST_EXACT : Integer.MAX_VALUE);
        }
    }

    private static void text(ObjectNode schema) {
        if (!schema.has("maxLength") && !schema.has("enum") && !schema.has("const")) {
            schema.put("maxLength", LONGEST_QUERY);
        }
    }
}
