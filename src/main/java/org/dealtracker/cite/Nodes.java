package org.dealtracker.cite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import org.dealtracker.http.Json;

/** Nodes of JSON-LD 1.1 in the words of schema.org. */
final class Nodes {
    private static final String CONTEXT = "https://schema.org";

    private Nodes() {}

    /** @param id an absolute address, or null for a node that nothing refers to */
    static ObjectNode node(String type, String id) {
        ObjectNode node = Json.object().put("@type", type);
        return id == null ? node : node.put("@id", id);
    }

    /** A node that stands elsewhere. */
    static ObjectNode reference(String id) {
        return Json.object().put("@id", id);
    }

    /** Its address, or, of one that has none, a work of which the name is all that is known. */
    static JsonNode licence(SpdxLicence licence) {
        return licence.isListed()
                ? TextNode.valueOf(licence.address())
                : node("CreativeWork", null).put("name", licence.id());
    }

    /** Sets what is there to be said. */
    static void put(ObjectNode node, String property, String value) {
        if (value != null && !value.isEmpty()) {
            node.put(property, value);
        }
    }

    static void put(ObjectNode node, String property, ArrayNode values) {
        if (!values.isEmpty()) {
            node.set(property, values);
        }
    }

    /** The whole document. Pages put it between script tags, so that nothing in it may look like the end of one. */
    static byte[] document(ArrayNode graph) {
        ObjectNode document = Json.object().put("@context", CONTEXT);
        document.set("@graph", graph);
        return new String(Json.bytes(document), StandardCharsets.UTF_8)
                .replace("<", "\\u003c")
                .getBytes(StandardCharsets.UTF_8);
    }
}
