package org.dealtracker.support;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Request bodies as tests write them: JSON with bare names and single quotes. */
public final class Bodies {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Bodies() {}

    public static JsonNode json(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode value(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    /** An object; {@code %s} in it stands for the arguments. */
    public static ObjectNode json(String json, Object... arguments) {
        return (ObjectNode) value(arguments.length == 0 ? json : json.formatted(arguments));
    }

    /** A copy of a body with the member at a pointer set; a last segment {@code -} appends, an absent value removes. */
    public static ObjectNode with(JsonNode body, String pointer, JsonNode value) {
        ObjectNode copy = body.deepCopy();
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = copy.at(at.head());
        String name = at.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            if (name.equals("-")) {
                array.add(value);
            } else if (value == null) {
                array.remove(Integer.parseInt(name));
            } else {
                array.set(Integer.parseInt(name), value);
            }
        } else if (value == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
        return copy;
    }

    public static ObjectNode with(JsonNode body, String pointer, String json) {
        return with(body, pointer, value(json));
    }

    public static ObjectNode without(JsonNode body, String pointer) {
        return with(body, pointer, (JsonNode) null);
    }

    static byte[] bytes(Object body) {
        try {
            return body instanceof byte[] raw
                    ? raw
                    : body instanceof String text
                            ? text.getBytes(java.nio.charset.StandardCharsets.UTF_8)
                            : MAPPER.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
