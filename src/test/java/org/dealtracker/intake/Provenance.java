package org.dealtracker.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dealtracker.support.Api;

/** Where what a citation says comes from, found the slow way: one request for each source, one step for each repeat. */
final class Provenance {
    private final Map<String, JsonNode> sources = new HashMap<>();

    /** The sources at the end of the chain; one that nobody knows the origin of ends it too. */
    Set<String> roots(JsonNode citation) {
        JsonNode rests = citation.has("origin")
                ? citation
                : source(citation.get("source").textValue());
        return roots(citation.get("source").textValue(), rests);
    }

    /** The same, without those whose own origin nobody knows. */
    Set<String> origins(JsonNode citation) {
        Set<String> origins = new TreeSet<>(roots(citation));
        String itself = citation.get("source").textValue();
        origins.removeIf(root -> {
            JsonNode rests = root.equals(itself) && citation.has("origin") ? citation : source(root);
            return rests.path("origin").asText().equals("unknown");
        });
        return origins;
    }

    boolean repeats(JsonNode citation) {
        JsonNode rests = citation.has("origin")
                ? citation
                : source(citation.get("source").textValue());
        return rests.path("origin").asText().equals("repeats");
    }

    private Set<String> roots(String slug, JsonNode rests) {
        Set<String> roots = new TreeSet<>();
        if (rests.path("origin").asText().equals("repeats")) {
            rests.get("repeats").forEach(other -> roots.addAll(roots(other.textValue(), source(other.textValue()))));
        } else {
            roots.add(slug);
        }
        return roots;
    }

    private JsonNode source(String slug) {
        return sources.computeIfAbsent(
                slug, other -> Api.get("/sources/" + other).expect(200).json());
    }
}
