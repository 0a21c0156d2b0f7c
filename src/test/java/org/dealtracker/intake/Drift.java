package org.dealtracker.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What repeaters of a record's sources add to them, found by comparing all that is said in it with all else. */
final class Drift {
    private final JsonNode record;
    private final Provenance provenance;
    private final Map<String, Set<String>> had = new HashMap<>();

    Drift(JsonNode record, Provenance provenance) {
        this.record = record;
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
        for (String kind : Set.of("items", "deliveries", "values", "dates", "variants")) {
            record.path(kind).forEach(said -> each(facets(kind, said), said, to));
        }
        if (record.has("participants")) {
            Map<String, String> facets = new LinkedHashMap<>();
            facets.put("place " + record.at("/where/text").asText(), "place");
            facets.put("date " + record.at("/when/edtf").asText(), "date");
            each(facets, record, to);
        }
    }

    private static void each(Map<String, String> facets, JsonNode said, Support to) {
        for (JsonNode citation : said.get("citations")) {
            if (citation.get("stance").asText().equals("supports")) {
                to.of(facets, citation);
            }
        }
    }

    /** What a claim says, each with the kind of drift that it is if an origin does not have it. */
    private static Map<String, String> facets(String kind, JsonNode claim) {
        Map<String, String> facets = new LinkedHashMap<>();
        String line = claim.path("line").asText();
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
            case "variants" -> {
                String kindOfDrift = claim.get("field").asText().equals("where") ? "place" : "date";
                facets.put(kindOfDrift + " " + claim.get("value").asText(), kindOfDrift);
            }
            case "values" -> facets.put("value " + line + " " + claim.get("money"), "value");
            default -> facets.put("date " + line + " " + claim.at("/when/edtf").asText(), "date");
        }
        return facets;
    }
}
