package org.dealtracker.cite;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.dealtracker.support.Bodies;

/**
 * What schema.org says of the terms that we use, written down from its pages: which types have which properties, and
 * what these may hold. Markup is expanded by a library before it is looked at, so that what is meant counts and not how
 * it is written.
 */
final class SchemaOrg {
    private static final String VOCABULARY = "http://schema.org/";

    /** Of the context that is published there, what bears on our terms. */
    private static final String CONTEXT = """
            {"@context": {"@vocab": "http://schema.org/", "url": {"@type": "@id"}, "license": {"@type": "@id"},
              "archivedAt": {"@type": "@id"}, "contentUrl": {"@type": "@id"},
              "datePublished": {"@type": "Date"}, "dateCreated": {"@type": "DateTime"},
              "dateModified": {"@type": "DateTime"}}}""";

    private static final String TEXT = "a text";
    private static final Set<String> THING = Set.of("name", "description", "url", "identifier", "alternateName");
    private static final Set<String> WORK = Set.of(
            "genre",
            "text",
            "author",
            "creator",
            "publisher",
            "datePublished",
            "dateCreated",
            "dateModified",
            "inLanguage",
            "creativeWorkStatus",
            "isBasedOn",
            "isPartOf",
            "hasPart",
            "citation",
            "archivedAt",
            "version",
            "license",
            "isAccessibleForFree",
            "about");

    /** The types below CreativeWork that we use. */
    private static final Set<String> WORKS = Set.of(
            "CreativeWork",
            "Article",
            "NewsArticle",
            "Report",
            "Legislation",
            "Dataset",
            "DigitalDocument",
            "SocialMediaPosting",
            "Clip",
            "MediaObject",
            "Claim",
            "ClaimReview",
            "Quotation",
            "DataDownload");

    /** The properties that a type has beside those of the types above it. */
    private static final Map<String, Set<String>> OWN = Map.of(
            "Claim", Set.of("appearance", "firstAppearance"),
            "ClaimReview", Set.of("claimReviewed", "itemReviewed", "reviewRating"),
            "Dataset", Set.of("distribution"),
            "DataDownload", Set.of("contentUrl", "encodingFormat"),
            "Rating", Set.of("ratingExplanation"),
            "Role", Set.of("roleName", "citation"),
            "Person", Set.of("familyName", "givenName"));

    /** What properties hold that do not hold texts; a Role may stand for the value of any. */
    private static final Map<String, Set<String>> RANGES = Map.ofEntries(
            Map.entry("appearance", WORKS),
            Map.entry("firstAppearance", WORKS),
            Map.entry("isBasedOn", WORKS),
            Map.entry("isPartOf", WORKS),
            Map.entry("hasPart", WORKS),
            Map.entry("citation", with(WORKS, "Role")),
            Map.entry("itemReviewed", Set.of("Claim")),
            Map.entry("reviewRating", Set.of("Rating")),
            Map.entry("author", Set.of("Person", "Organization", TEXT)),
            Map.entry("creator", Set.of("Organization")),
            Map.entry("publisher", Set.of("Organization")),
            Map.entry("distribution", Set.of("DataDownload")),
            Map.entry("about", Set.of("Thing")));

    private static final Set<String> ADDRESSES = Set.of("url", "license", "archivedAt", "contentUrl");

    private SchemaOrg() {}

    private static Set<String> with(Set<String> types, String more) {
        Set<String> all = new HashSet<>(types);
        all.add(more);
        return all;
    }

    /** The nodes of a document by their ids, with terms in short, after everything in it was held against the list. */
    static Map<String, JsonNode> nodes(String document) {
        Map<String, JsonNode> nodes = new LinkedHashMap<>();
        flattened(document).forEach(node -> nodes.put(node.get("@id").asText(), node));
        nodes.values().forEach(node -> check(node, nodes));
        return nodes;
    }

    private static JsonNode flattened(String document) {
        try {
            return Bodies.value(JsonLd.flatten(JsonDocument.of(new StringReader(document)))
                    .loader((address, options) -> {
                        assertThat(address).hasToString("https://schema.org");
                        return JsonDocument.of(new StringReader(CONTEXT));
                    })
                    .get()
                    .toString());
        } catch (JsonLdError e) {
            throw new AssertionError(document, e);
        }
    }

    private static void check(JsonNode node, Map<String, JsonNode> nodes) {
        String type = type(node);
        Set<String> known = new HashSet<>(THING);
        known.addAll(WORKS.contains(type) ? WORK : Set.of());
        known.addAll(OWN.getOrDefault(type, Set.of()));
        assertThat(WORKS.contains(type)
                        || OWN.containsKey(type)
                        || Set.of("Thing", "Organization").contains(type))
                .as("%s is a type", type)
                .isTrue();
        node.properties().stream()
                .filter(each -> !each.getKey().startsWith("@"))
                .forEach(each -> {
                    assertThat(each.getKey()).startsWith(VOCABULARY);
                    String property = each.getKey().substring(VOCABULARY.length());
                    assertThat(known).as("properties of %s", type).contains(property);
                    each.getValue().forEach(value -> value(property, value, nodes));
                });
    }

    private static void value(String property, JsonNode value, Map<String, JsonNode> nodes) {
        if (ADDRESSES.contains(property)) {
            assertThat(value.path("@id").asText()).as(property).matches("https?://.*");
            return;
        }
        Set<String> range = RANGES.getOrDefault(property, Set.of(TEXT));
        String id = value.path("@id").asText(null);
        if (id != null) {
            assertThat(nodes).as("what %s refers to", property).containsKey(id);
        }
        assertThat(range).as(property).contains(id == null ? TEXT : type(nodes.get(id)));
    }

    static String type(JsonNode node) {
        assertThat(node.path("@type")).as(node.toString()).hasSize(1);
        return node.get("@type").get(0).asText().substring(VOCABULARY.length());
    }

    /** The nodes of a type. */
    static List<JsonNode> of(Map<String, JsonNode> nodes, String type) {
        return nodes.values().stream().filter(node -> type(node).equals(type)).toList();
    }

    /** The values or ids of a property. */
    static List<String> all(JsonNode node, String property) {
        List<String> all = new ArrayList<>();
        StreamSupport.stream(node.path(VOCABULARY + property).spliterator(), false)
                .map(value -> value.path("@value").asText(value.path("@id").asText(null)))
                .forEach(all::add);
        return all;
    }

    /** The only value or id of a property; null for none. */
    static String one(JsonNode node, String property) {
        List<String> all = all(node, property);
        assertThat(all).as(property).hasSizeLessThan(2);
        return all.isEmpty() ? null : all.get(0);
    }
}
