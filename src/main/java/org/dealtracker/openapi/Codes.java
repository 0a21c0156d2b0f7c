package org.dealtracker.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dealtracker.http.ProblemType;
import org.dealtracker.log.RecordKind;
import org.dealtracker.vocabulary.Vocabularies;
import org.dealtracker.vocabulary.Vocabulary;

/** Writes what the enums say into the schemas that ask for it, so that no code is ever typed twice. */
final class Codes {
    private Codes() {}

    static void fill(ObjectNode document) {
        Tree.each(document, schema -> {
            if (schema.has("x-codes")) {
                codes(schema);
            }
            if (schema.has("x-problem")) {
                problem(schema);
            }
            if (schema.has("x-any-record")) {
                anyRecord(schema);
            }
        });
    }

    private static void codes(ObjectNode schema) {
        String name = schema.remove("x-codes").textValue();
        Vocabulary vocabulary = Vocabularies.named(name)
                .orElseThrow(() -> new IllegalStateException("x-codes names no vocabulary: " + name));
        String where = schema.path("x-codes-where").asText(null);
        schema.remove("x-codes-where");
        List<Vocabulary.Entry> entries = vocabulary.codes().stream()
                .filter(entry ->
                        where == null || Boolean.TRUE.equals(entry.more().get(where)))
                .toList();
        ArrayNode codes = schema.putArray("enum");
        entries.forEach(entry -> codes.add(entry.code()));
        if (!schema.has("description")) {
            schema.put(
                    "description",
                    vocabulary.definition() + "\n\n"
                            + entries.stream()
                                    .map(entry -> "- `" + entry.code() + "`: " + entry.definition())
                                    .collect(Collectors.joining("\n")));
        }
    }

    private static void problem(ObjectNode schema) {
        boolean path = schema.remove("x-problem").textValue().equals("path");
        ArrayNode values = schema.putArray("enum");
        if (path) {
            Arrays.stream(ProblemType.values()).map(ProblemType::path).forEach(values::add);
        } else {
            Arrays.stream(ProblemType.values())
                    .map(ProblemType::status)
                    .distinct()
                    .forEach(values::add);
        }
    }

    /** Any record as it was, deleted ones included; the members that each kind requires tell them apart. */
    private static void anyRecord(ObjectNode schema) {
        schema.remove("x-any-record");
        ArrayNode any = schema.putArray("oneOf");
        for (RecordKind kind : RecordKind.values()) {
            String name = kind.code().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                    + kind.code().substring(1);
            any.addObject().put("$ref", Tree.SCHEMAS + name);
        }
        any.addObject().put("$ref", Tree.SCHEMAS + "Tombstone");
        any.addObject().put("$ref", Tree.SCHEMAS + "MergedRecord");
    }
}
