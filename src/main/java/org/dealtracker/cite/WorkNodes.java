package org.dealtracker.cite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.dealtracker.http.Json;
import org.dealtracker.log.RecordKind;
import org.dealtracker.source.Source;
import org.dealtracker.source.SourceKind;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.wording.Dates;

/** Sources as works of schema.org. */
final class WorkNodes {
    private final String base;

    WorkNodes(String base) {
        this.base = base;
    }

    /** A source's node is named by its address in the register: not every source has one on the web. */
    String id(String slug) {
        return base + RecordKind.SOURCE.path() + "/" + slug;
    }

    /** The most particular type that surely fits; where none does, the general one, and {@code genre} says the rest. */
    private static String type(SourceKind kind) {
        return switch (kind) {
            case NEWS_ARTICLE, WIRE_REPORT -> "NewsArticle";
            case ANALYSIS -> "Article";
            case RESEARCH_REPORT -> "Report";
            case GOVERNMENT_REGISTER -> "Dataset";
            case LEGAL_INSTRUMENT -> "Legislation";
            case LEAKED_DOCUMENT -> "DigitalDocument";
            case SOCIAL_MEDIA -> "SocialMediaPosting";
            case BROADCAST -> "Clip";
            case IMAGERY -> "MediaObject";
            case OFFICIAL_STATEMENT, PARLIAMENTARY_RECORD, COURT_RECORD, INTERVIEW, UNRECORDED, OTHER -> "CreativeWork";
        };
    }

    ObjectNode node(Source source) {
        ObjectNode node = Nodes.node(type(source.kind()), id(source.identity().slug()));
        Nodes.put(node, "name", Plain.line(source.title()));
        Nodes.put(node, "genre", source.kind().code().replace('_', ' '));
        Nodes.put(node, "url", source.url());
        Nodes.put(node, "archivedAt", source.archiveUrl());
        ArrayNode authors = Json.object().putArray("author");
        source.authors().forEach(author -> authors.add(author(Author.of(author))));
        Nodes.put(node, "author", authors);
        if (source.publisher() != null) {
            ObjectNode publisher = Nodes.node("Organization", null);
            node.set("publisher", publisher.put("name", Plain.line(source.publisher())));
        }
        published(node, source.published());
        Nodes.put(node, "inLanguage", source.language());
        Nodes.put(node, "creativeWorkStatus", source.retraction() == null ? null : "Withdrawn");
        ArrayNode repeated = Json.object().putArray("isBasedOn");
        source.repeats().forEach(slug -> repeated.add(Nodes.reference(id(slug))));
        Nodes.put(node, "isBasedOn", repeated);
        return node;
    }

    /** Who is not surely a person stands as a name: neither type would be more than a guess. */
    private static JsonNode author(Author author) {
        return author.isPerson()
                ? Nodes.node("Person", null)
                        .put("name", author.given() + " " + author.family())
                        .put("familyName", author.family())
                        .put("givenName", author.given())
                : TextNode.valueOf(author.name());
    }

    /** A date as schema.org takes it has no doubts; one that has is told in words. */
    private static void published(ObjectNode node, FuzzyDate date) {
        if (date == null || date.kind() == FuzzyDate.Kind.UNKNOWN) {
            return;
        }
        if (date.edtf().matches("[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")) {
            node.put("datePublished", date.edtf());
        } else {
            node.put("description", "Published: " + Dates.words(date.edtf()) + ".");
        }
    }
}
