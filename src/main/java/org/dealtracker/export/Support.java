package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import org.dealtracker.http.Json;

/** What the citations that support a claim say of it together; null where they say nothing. */
final class Support {
    private static final String SUPPORTS = "supports";

    private Support() {}

    private static boolean supports(JsonNode citation) {
        return SUPPORTS.equals(citation.path("stance").textValue());
    }

    /** The phrases as they were printed, each once. */
    static ArrayNode reportedAs(JsonNode claim) {
        ArrayNode phrases = Json.object().arrayNode();
        List<String> seen = new ArrayList<>();
        for (JsonNode citation : claim.path("citations")) {
            String phrase = Cells.text(citation.path("reportedAs"));
            if (supports(citation) && phrase != null && !seen.contains(phrase)) {
                seen.add(phrase);
                phrases.add(phrase);
            }
        }
        return Cells.orNull(phrases);
    }

    /** Codes, each once. */
    static List<String> hedges(JsonNode claim) {
        List<String> markers = new ArrayList<>();
        for (JsonNode citation : claim.path("citations")) {
            for (JsonNode hedge : supports(citation) ? citation.path("hedges") : Json.object()) {
                String marker = Cells.text(hedge.path("marker"));
                if (!markers.contains(marker)) {
                    markers.add(marker);
                }
            }
        }
        return Cells.orNull(markers);
    }

    /** Slugs of sources, each once. */
    static List<String> supporting(JsonNode claim) {
        List<String> sources = new ArrayList<>();
        for (JsonNode citation : claim.path("citations")) {
            String source = Cells.text(citation.path("source"));
            if (supports(citation) && !sources.contains(source)) {
                sources.add(source);
            }
        }
        return Cells.orNull(sources);
    }
}
