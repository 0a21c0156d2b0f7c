package org.dealtracker.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Json;

/** The members that every citation of a bundle has unless it says otherwise. */
final class Defaults {
    static final String MEMBER = "citationDefaults";

    /** What is said once and holds everywhere could make a small body a huge register. */
    private static final long LARGEST = 64L << 20;

    private Defaults() {}

    /**
     * Writes the defaults of a body into every citation that leaves them out.
     *
     * @throws org.dealtracker.http.Problem 422 when that would be too much of them
     */
    static void apply(ObjectNode body, Findings findings) {
        JsonNode defaults = body.get(MEMBER);
        if (defaults instanceof ObjectNode object) {
            long citations = apply(body, object);
            if (citations * Json.bytes(object).length > LARGEST) {
                findings.unacceptable(
                        "/" + MEMBER, "These defaults are too large for as many as " + citations + " citations.");
                findings.throwIfAny();
            }
        } else if (defaults != null && !defaults.isNull()) {
            findings.malformed("/" + MEMBER, "'" + MEMBER + "' must be an object.");
        }
    }

    private static long apply(JsonNode node, ObjectNode defaults) {
        long filled = 0;
        if (node.path("citations") instanceof ArrayNode citations) {
            for (JsonNode citation : citations) {
                if (citation instanceof ObjectNode object) {
                    defaults.properties().stream()
                            .filter(member -> !object.has(member.getKey()))
                            .toList()
                            .forEach(member -> object.set(member.getKey(), member.getValue()));
                    filled++;
                }
            }
        }
        for (JsonNode child : node) {
            filled += apply(child, defaults);
        }
        return filled;
    }
}
