package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.dealtracker.export.Table.ForeignKey;
import org.dealtracker.log.RecordKind;

/** The records beside the deals, and those of their parts that have tables of their own. */
final class RecordTables {
    private static final ForeignKey[] NONE = {};

    static final Extract<RecordRow> SOURCES = whole(
            "sources",
            RecordKind.SOURCE,
            "Publications.",
            Columns.<RecordRow>of()
                    .identity()
                    .text("kind", "kind", "What sort of publication.")
                    .always()
                    .codes("source-kinds")
                    .text("title", "title", "Its title.")
                    .text("publisher", "publisher", "Who published it.")
                    .text("publisher_party", "publisherParty", "The publisher as a party: parties.slug.")
                    .json("authors", "authors", "Who wrote it: an array of names.")
                    .text("url", "url", "Where it was found.")
                    .text("archive_url", "archiveUrl", "Where a copy is kept.")
                    .date("published", "published", "When it was published.")
                    .date("accessed", "accessed", "When the register's editors read it.")
                    .text("language", "language", "BCP 47.")
                    .text("origin", "origin", "Where what it says comes from.")
                    .codes("origins")
                    .list(
                            "repeats",
                            "repeats",
                            "The sources that it relies on; the table source-repeats has a row for each.")
                    .flag("seen", "seen", "Whether the editors saw it, or know it only through another.")
                    .text("sha256", "sha256", "SHA-256 of its content as the editors had it.")
                    .date("retracted_on", "retraction/date", "When it was withdrawn.")
                    .text("retraction_reason", "retraction/reason", "Why it was withdrawn.")
                    .text("retraction_url", "retraction/url", "Where that is said.")
                    .derived(
                            "retracted",
                            ColumnType.BOOLEAN,
                            "Whether it was withdrawn, and so carries nothing.",
                            row -> row.part().path("retraction").isObject())
                    .always()
                    .text("note", "note", "What the register's editors remark.")
                    .stamps(),
            new ForeignKey("publisher_party", "parties", "slug"));

    static final Extract<RecordRow> SOURCE_REPEATS = parts(
            "source-repeats",
            RecordKind.SOURCE,
            "repeats",
            "Which source relies on which, by what the sources say of themselves.",
            Columns.<RecordRow>of()
                    .derived("source", ColumnType.STRING, "The one that repeats: sources.slug.", RecordTables::slug)
                    .always()
                    .derived(
                            "repeats",
                            ColumnType.STRING,
                            "The one that it has it from: sources.slug.",
                            row -> row.part().textValue())
                    .always(),
            List.of("source", "repeats"),
            new ForeignKey("source", "sources", "slug"),
            new ForeignKey("repeats", "sources", "slug"));

    static final Extract<RecordRow> PARTIES = whole(
            "parties",
            RecordKind.PARTY,
            "Who can be on either side of a deal.",
            Columns.<RecordRow>of()
                    .identity()
                    .text("name", "name", "What the register calls it.")
                    .always()
                    .text("kind", "kind", "What sort of party.")
                    .always()
                    .codes("party-kinds")
                    .text("country", "country", "ISO 3166-1 alpha-2, where it is of one country.")
                    .json("aliases", "aliases", "Its other names, with language and validity.")
                    .json("external_ids", "externalIds", "By which names other registers know it.")
                    .text("note", "note", "What the register's editors remark.")
                    .stamps(),
            NONE);

    static final Extract<RecordRow> AFFILIATIONS = parts(
            "affiliations",
            RecordKind.PARTY,
            "affiliations",
            "Which party is said to belong to which.",
            Columns.<RecordRow>of()
                    .derived(
                            "party",
                            ColumnType.STRING,
                            "The one that belongs to another: parties.slug.",
                            RecordTables::slug)
                    .always()
                    .derived("position", ColumnType.INTEGER, "Its place in the record, from 1.", row ->
                            (long) row.position())
                    .always()
                    .text("affiliated_to", "party", "The one that it belongs to: parties.slug.")
                    .always()
                    .text("kind", "kind", "How it belongs to it.")
                    .always()
                    .codes("affiliation-kinds")
                    .date("begins", "from", "Since when.")
                    .date("ends", "to", "Until when."),
            List.of("party", "position"),
            new ForeignKey("party", "parties", "slug"),
            new ForeignKey("affiliated_to", "parties", "slug"));

    static final Extract<RecordRow> ENGAGEMENTS = whole(
            "engagements",
            RecordKind.ENGAGEMENT,
            "What sides did with each other apart from a deal.",
            Columns.<RecordRow>of()
                    .identity()
                    .text("kind", "kind", "What sort of encounter.")
                    .always()
                    .codes("engagement-kinds")
                    .text("title", "title", "What the register calls it.")
                    .date("held", "when", "When it was.")
                    .text("place", "where/text", "Where it was, in words.")
                    .text("country", "where/country", "ISO 3166-1 alpha-2.")
                    .number("latitude", "where/lat", "Degrees north (WGS 84).")
                    .number("longitude", "where/lon", "Degrees east (WGS 84).")
                    .text("outcome", "outcome", "What came of it.")
                    .list("agreements", "agreements", "The deals that it bears on, agreements.slug each.")
                    .json("variants", "variants", "Another place or day that a source gives.")
                    .text("note", "note", "What the register's editors remark.")
                    .stamps(),
            NONE);

    static final Extract<RecordRow> PARTICIPANTS = parts(
            "engagement-participants",
            RecordKind.ENGAGEMENT,
            "participants",
            "Who took part in an engagement.",
            Columns.<RecordRow>of()
                    .derived("engagement", ColumnType.STRING, "engagements.slug.", RecordTables::slug)
                    .always()
                    .derived("position", ColumnType.INTEGER, "The place in the record, from 1.", row ->
                            (long) row.position())
                    .always()
                    .text("person", "person", "By name.")
                    .text("office", "office", "What he or she is said to be.")
                    .text("party", "party", "The side that he or she stands for: parties.slug.")
                    .integer("count", "count", "How many, where it is more than one.")
                    .text("description", "description", "Of those who are not named."),
            List.of("engagement", "position"),
            new ForeignKey("engagement", "engagements", "slug"),
            new ForeignKey("party", "parties", "slug"));

    static final Extract<RecordRow> TOPICS = parts(
            "engagement-topics",
            RecordKind.ENGAGEMENT,
            "topics",
            "What an engagement was about.",
            Columns.<RecordRow>of()
                    .derived("engagement", ColumnType.STRING, "engagements.slug.", RecordTables::slug)
                    .always()
                    .derived("position", ColumnType.INTEGER, "The place in the record, from 1.", row ->
                            (long) row.position())
                    .always()
                    .text("topic", "code", "What it was about.")
                    .always()
                    .codes("topics")
                    .text("level", "level", "How far the sides came on it.")
                    .codes("topic-levels"),
            List.of("engagement", "position"),
            new ForeignKey("engagement", "engagements", "slug"));

    static final Extract<RecordRow> ASSESSMENTS = whole(
            "assessments",
            RecordKind.ASSESSMENT,
            "What somebody thinks of a deal, an engagement, a restriction or parties.",
            Columns.<RecordRow>of()
                    .identity()
                    .text("stance", "stance", "Whether it speaks for or against.")
                    .always()
                    .codes("assessment-stances")
                    .list("themes", "themes", "By what it judges.")
                    .codes("themes")
                    .text("nature", "nature", "What sort of statement it is.")
                    .codes("natures")
                    .text("paraphrase", "paraphrase", "What is said, in the register's own words.")
                    .text("voice_kind", "by/kind", "What sort of voice.")
                    .codes("voice-kinds")
                    .text("voice", "by/name", "Who says it.")
                    .text("voice_description", "by/description", "Of those who are not named.")
                    .integer("voice_count", "by/count", "How many they are said to be.")
                    .text("voice_party", "by/party", "The side that they stand for: parties.slug.")
                    .text("agreement", "subject/agreement", "The deal that is judged: agreements.slug.")
                    .text("engagement", "subject/engagement", "The engagement that is judged: engagements.slug.")
                    .text("restriction", "subject/restriction", "The restriction that is judged: restrictions.slug.")
                    .list("parties", "subject/parties", "The parties that are judged, parties.slug each.")
                    .list("concerns", "concerns", "For whom it matters: parties.slug or UN M49 code each.")
                    .text("finding", "finding", "What is found in law.")
                    .codes("findings")
                    .json("hedges", "hedges", "How it holds back: phrases and markers.")
                    .date("said", "when", "When it was said.")
                    .text("note", "note", "What the register's editors remark.")
                    .stamps(),
            new ForeignKey("voice_party", "parties", "slug"),
            new ForeignKey("agreement", "agreements", "slug"),
            new ForeignKey("engagement", "engagements", "slug"),
            new ForeignKey("restriction", "restrictions", "slug"));

    static final Extract<RecordRow> RESTRICTIONS = whole(
            "restrictions",
            RecordKind.RESTRICTION,
            "Embargoes, sanctions and duties by treaty.",
            Columns.<RecordRow>of()
                    .identity()
                    .text("title", "title", "What it is called.")
                    .always()
                    .text("issuer", "issuer", "Who laid it down.")
                    .always()
                    .text("reference", "reference", "The legal act, to the paragraph.")
                    .text("url", "url", "Where its text is.")
                    .text("direction", "direction", "Which way of a transfer it reaches.")
                    .codes("directions")
                    .each("target_parties", "targets", "party", "Whom it is laid on, parties.slug each.")
                    .each("target_countries", "targets", "country", "All of which countries, ISO 3166-1 alpha-2 each.")
                    .list("scope", "scope", "Goods and services that it is about.")
                    .codes("scopes")
                    .date("begins", "from", "Since when it holds.")
                    .date("ends", "to", "Until when.")
                    .json("amendments", "amendments", "The later acts that changed it.")
                    .text("note", "note", "What the register's editors remark.")
                    .stamps(),
            NONE);

    private RecordTables() {}

    private static String slug(RecordRow row) {
        return Cells.text(row.record().path("slug"));
    }

    private static Extract<RecordRow> whole(
            String name, RecordKind kind, String description, Columns<RecordRow> columns, ForeignKey... references) {
        return new Extract<>(
                new Table<>(
                        name,
                        ClaimTables.title(name),
                        description,
                        columns.list(),
                        List.of("slug"),
                        List.of(references)),
                List.of(kind),
                (of, document, around, to) -> to.accept(new RecordRow(document, document, 1)));
    }

    private static Extract<RecordRow> parts(
            String name,
            RecordKind kind,
            String member,
            String description,
            Columns<RecordRow> columns,
            List<String> key,
            ForeignKey... references) {
        return new Extract<>(
                new Table<>(name, ClaimTables.title(name), description, columns.list(), key, List.of(references)),
                List.of(kind),
                (of, document, around, to) -> {
                    int position = 0;
                    for (JsonNode part : document.path(member)) {
                        position++;
                        to.accept(new RecordRow(document, part, position));
                    }
                });
    }
}
