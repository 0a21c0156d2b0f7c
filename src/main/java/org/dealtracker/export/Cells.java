package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Members of stored documents as cells. What is absent, null or an empty array is a null cell. */
final class Cells {
    private Cells() {}

    static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : null;
    }

    static Long integer(JsonNode value) {
        return value.isNumber() ? (Long) value.longValue() : null;
    }

    static BigDecimal number(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : null;
    }

    static Boolean flag(JsonNode value) {
        return value.isBoolean() ? (Boolean) value.booleanValue() : null;
    }

    static LocalDate day(JsonNode value) {
        return value.isTextual() ? LocalDate.parse(value.textValue()) : null;
    }

    static Instant instant(JsonNode value) {
        return value.isTextual() ? Instant.parse(value.textValue()) : null;
    }

    /** The texts of an array. */
    static List<String> texts(JsonNode values) {
        if (values.isEmpty()) {
            return null;
        }
        List<String> texts = new ArrayList<>(values.size());
        values.forEach(value -> texts.add(value.textValue()));
        return texts;
    }

    /** Of each object of an array one text; the objects that lack it are left out, and what was there already. */
    static List<String> each(JsonNode objects, String member) {
        List<String> texts = new ArrayList<>(objects.size());
        objects.forEach(object -> {
            String text = text(object.path(member));
            if (text != null && !texts.contains(text)) {
                texts.add(text);
            }
        });
        return orNull(texts);
    }

    /** An array or object as it stands in the document. */
    static JsonNode json(JsonNode value) {
        return value.isEmpty() ? null : value;
    }

    static <T> List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    static ArrayNode orNull(ArrayNode array) {
        return array.isEmpty() ? null : array;
    }
}
