package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.function.Consumer;
import org.dealtracker.log.RecordKind;

/** Sources, what they repeat, and who publishes them. */
final class FtmSources {
    /** ISO 639-3, the only languages that the model has. */
    private static final Set<String> LANGUAGES = Set.of(
            "afr", "ara", "aze", "bel", "ben", "bos", "bul", "cat", "ces", "cnr", "dan", "deu", "ell", "eng", "est",
            "fas", "fil", "fin", "fra", "heb", "hin", "hrv", "hun", "hye", "ind", "isl", "ita", "jpn", "kan", "kat",
            "kaz", "khm", "kir", "kor", "lav", "lit", "ltz", "mkd", "mlt", "mon", "msa", "mya", "nep", "nld", "nor",
            "pol", "por", "ron", "rus", "slk", "slv", "spa", "sqi", "srp", "swa", "swe", "tgk", "tgl", "tuk", "tur",
            "ukr", "urd", "uzb", "zho");

    private FtmSources() {}

    private static String schema(String kind) {
        return switch (kind) {
            case "news_article", "wire_report", "analysis", "broadcast", "interview" -> "Article";
            default -> "Document";
        };
    }

    static void write(ObjectNode document, Consumer<ObjectNode> to) {
        String slug = document.path("slug").asText();
        String id = FtmEntity.id(RecordKind.SOURCE, slug);
        String title = document.path("title").asText(document.path("publisher").asText());
        // The model asks of every document how its file is called; here the register calls it by its slug.
        FtmEntity source = FtmEntity.thing(schema(document.path("kind").asText()), id)
                .string("title", title)
                .name("name", title)
                .add("fileName", slug)
                .add("publisher", document.path("publisher"))
                .add("author", document.path("authors"))
                .add("sourceUrl", document.path("url"))
                .add("sourceUrl", document.path("archiveUrl"))
                .add("keywords", FtmEntity.words(document.path("kind")))
                .add("language", language(document.path("language").textValue()))
                .add("notes", document.path("note"));
        FtmDates.put(source, "publishedAt", document.path("published"), "Published");
        FtmDates.put(source, "retrievedAt", document.path("accessed"), "Accessed");
        source.remark("Origin", FtmEntity.words(document.path("origin")));
        if (document.has("seen") && !document.get("seen").asBoolean()) {
            source.remark("Not seen by the register's editors, and known only through another source.");
        }
        source.remark("SHA-256", document.path("sha256").textValue());
        retraction(source, document.path("retraction"));
        to.accept(source.json());
        for (JsonNode other : document.path("repeats")) {
            to.accept(link(slug, id, "repeats", FtmEntity.id(RecordKind.SOURCE, other.asText())));
        }
        if (document.has("publisherParty")) {
            String publisher = document.get("publisherParty").asText();
            to.accept(link(slug, id, "published by", FtmEntity.id(RecordKind.PARTY, publisher)));
        }
    }

    private static ObjectNode link(String slug, String id, String role, String other) {
        return FtmEntity.interval("UnknownLink", FtmEntity.madeOf("link", id, role, other))
                .add("subject", id)
                .add("object", other)
                .add("role", role)
                .add("recordId", slug)
                .json();
    }

    private static void retraction(FtmEntity source, JsonNode retraction) {
        if (retraction.isObject()) {
            source.add("keywords", "retracted")
                    .remark("Retracted", retraction.path("date").path("edtf").asText("no date known"))
                    .remark(
                            "Reason of the retraction",
                            retraction.path("reason").textValue())
                    .remark("Retraction at", retraction.path("url").textValue());
        }
    }

    /** A language tag as ISO 639-3; null where the model does not have it. */
    private static String language(String tag) {
        try {
            String code = tag == null ? "" : Locale.forLanguageTag(tag).getISO3Language();
            return LANGUAGES.contains(code) ? code : null;
        } catch (MissingResourceException e) {
            return null;
        }
    }
}
