package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.UUID;
import org.dealtracker.http.Json;
import org.dealtracker.log.RecordKind;

/**
 * An entity of FollowTheMoney while it is filled. A property has a set of texts, in no order that a reader must keep: so
 * each of them must stand by itself. Blank ones are left out, and so is one that is there already.
 */
final class FtmEntity {
    /** The longest that the model lets a name, an address, and a short text be. */
    private static final int NAME = 384;

    private static final int ADDRESS = 250;
    private static final int STRING = 1024;

    private final ObjectNode json = Json.object();
    private final ObjectNode properties;
    private final String remarks;

    private FtmEntity(String schema, String id, String remarks) {
        json.put("id", id).put("schema", schema);
        this.properties = json.putObject("properties");
        this.remarks = remarks;
    }

    /** Something that has notes and can have documents for proof. */
    static FtmEntity thing(String schema, String id) {
        return new FtmEntity(schema, id, "notes");
    }

    /** A link between things, or another interval, which has a description only. */
    static FtmEntity interval(String schema, String id) {
        return new FtmEntity(schema, id, "description");
    }

    /** The id of a record's entity, which is made of its slug, because that is what records call each other by. */
    static String id(RecordKind kind, String slug) {
        return "ddt-" + kind.code() + "-" + slug;
    }

    /**
     * The id of what has no id of its own in the register.
     *
     * @param parts what tells it from all others of its sort
     */
    static String madeOf(String sort, String... parts) {
        // Two slugs one behind the other could be longer than an id may be, and the same as two others.
        byte[] key = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
        return "ddt-" + sort + "-" + UUID.nameUUIDFromBytes(key);
    }

    /** A code as words. */
    static String words(JsonNode code) {
        return code.asText("").replace('_', ' ');
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    FtmEntity add(String property, String value) {
        if (value != null && !value.isBlank() && !holds(property, value)) {
            array(property).add(value);
        }
        return this;
    }

    private boolean holds(String property, String value) {
        for (JsonNode each : properties.path(property)) {
            if (each.textValue().equals(value)) {
                return true;
            }
        }
        return false;
    }

    private ArrayNode array(String property) {
        return properties.has(property) ? (ArrayNode) properties.get(property) : properties.putArray(property);
    }

    /** A text of the document, or each of a list of them. */
    FtmEntity add(String property, JsonNode text) {
        if (text.isArray()) {
            text.forEach(each -> add(property, each));
            return this;
        }
        return add(property, text.textValue());
    }

    /** A name; of one that is too long its beginning, and the whole of it as a remark. */
    FtmEntity name(String property, String text) {
        return shortened(property, text, NAME);
    }

    FtmEntity address(String property, String text) {
        return shortened(property, text, ADDRESS);
    }

    FtmEntity string(String property, String text) {
        return shortened(property, text, STRING);
    }

    private FtmEntity shortened(String property, String text, int most) {
        if (text == null || text.length() <= most) {
            return add(property, text);
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return add(property, text.substring(0, end) + "…").remark(text);
    }

    /** What no property of the schema is for. */
    FtmEntity remark(String text) {
        return add(remarks, text);
    }

    /** The same, after what it is; nothing where there is no text. */
    FtmEntity remark(String label, String text) {
        return text == null || text.isBlank() ? this : remark(label + ": " + text);
    }

    /** Another record. */
    FtmEntity refer(String property, RecordKind kind, JsonNode slug) {
        return slug.isTextual() ? add(property, id(kind, slug.textValue())) : this;
    }

    /** ISO 3166-1 alpha-2, which the model writes in small letters. */
    FtmEntity country(JsonNode code) {
        return code.isTextual() ? add("country", code.textValue().toLowerCase(Locale.ROOT)) : this;
    }

    /** Who says so: what supports it is its proof, where the schema has such a thing, and all are told in a remark each. */
    FtmEntity cite(JsonNode citations) {
        for (JsonNode citation : citations) {
            String slug = citation.path("source").asText();
            if (remarks.equals("notes") && citation.path("stance").asText().equals("supports")) {
                add("proof", id(RecordKind.SOURCE, slug));
            }
            remark(FtmText.citation(citation));
        }
        return this;
    }

    /** The entity; a property that nothing was added to is not in it. */
    ObjectNode json() {
        for (Iterator<JsonNode> each = properties.elements(); each.hasNext(); ) {
            if (each.next().isEmpty()) {
                each.remove();
            }
        }
        return json;
    }
}
