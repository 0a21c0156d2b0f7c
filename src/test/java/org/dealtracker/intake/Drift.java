package org.dealtracker.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What repeaters of an agreement's sources add to them, found by comparing every claim with every other. */
final class Drift {
    private final JsonNode agreement;
    private final Provenance provenance;
    private final Map<String, Set<String>> had = new HashMap<>();

    Drift(JsonNode agreement, Provenance provenance) {
        this.agreement = agreement;
        this.provenance = provenance;
        eachSupport(
                (facets, citation) -> had.computeIfAbsent(citation.get("source").asText(), source -> new HashSet<>())
                        .addAll(facets.keySet()));
    }

    private interface Support {
        void of(Map<String, String> facets, JsonNode citation);
    }

    /** The carriers, by the kind of what they add and the origin that does not have it. */
    Map<String, Set<String>> found() {
        Map<String, Set<String>> found = new TreeMap<>();
        eachSupport((facets, citation) -> {
            if (provenance.repeats(citation)) {
                provenance
                        .roots(citation)
                        .forEach(origin -> added(facets, origin)
                                .ifPresent(kind -> found.computeIfAbsent(kind + " " + origin, key -> new TreeSet<>())
                                        .add(citation.get("source").asText())));
            }
        });
        return found;
    }

    /** The first that is new says it all: a new item has a new designation too. */
    private java.util.Optional<String> added(Map<String, String> facets, String origin) {
        Set<String> theirs = had.getOrDefault(origin, Set.of());
        return facets.entrySet().stream()
                .filter(facet -> !theirs.contains(facet.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void eachSupport(Support to) {
        for (String kind : Set.of("items", "deliveries", "values", "dates")) {
            for (JsonNode claim : agreement.get(kind)) {
                for (JsonNode citation : claim.get("citations")) {
                    if (citation.get("stance").asText().equals("supports")) {
                        to.of(facets(kind, claim), citation);
                    }
                }
            }
        }
    }

    /** What a claim says, each with the kind of drift that it is if an origin does not have it. */
    private static Map<String, String> facets(String kind, JsonNode claim) {
        Map<String, String> facets = new LinkedHashMap<>();
        String line = claim.get("line").asText();
        switch (kind) {
            case "items" -> {
                facets.put("item " + line, "item");
                facets.put(
                        "designation " + line + " " + claim.get("designation").asText(), "designation");
                if (claim.has("count") && !claim.at("/count/unknown").asBoolean()) {
                    facets.put("count " + line + " " + claim.at("/count/text").asText(), "count");
                }
            }
            case "deliveries" ->
                facets.put(
                        "delivered " + line + " " + claim.at("/quantity/text").asText(), "count");
            case "values" -> facets.put("value " + line + " " + claim.get("money"), "value");
            default -> facets.put("date " + line + " " + claim.at("/when/edtf").asText(), "date");
        }
        return facets;
    }
}
