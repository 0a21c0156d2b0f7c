package org.dealtracker.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dealtracker.http.Json;
import org.dealtracker.log.RecordKind;

/** Shows with each operation that creates a record one of the example register, as it was sent. */
final class Examples {
    private static final List<String> BUNDLES = List.of(
            "03-china-indonesia-j-10-2025", "01-parties", "12-restrictions", "13-engagements", "14-assessments");

    private Examples() {}

    static void show(ObjectNode document) {
        for (RecordKind kind : RecordKind.values()) {
            String collection = kind.path().substring(kind.path().lastIndexOf('/') + 1);
            JsonNode body = document.path("paths").path(kind.path()).at("/post/requestBody/content/application~1json");
            for (String bundle : BUNDLES) {
                JsonNode example = read(bundle).path(collection).path(0);
                if (example.isObject() && body instanceof ObjectNode media && !media.has("examples")) {
                    media.putObject("examples")
                            .putObject(example.path("slug").asText())
                            .set("value", example);
                }
            }
        }
    }

    private static JsonNode read(String bundle) {
        try (InputStream in = Examples.class.getResourceAsStream("/examples/" + bundle + ".json")) {
            return Json.stored(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
