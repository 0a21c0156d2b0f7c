package org.dealtracker.cite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.assessment.Assessment;
import org.dealtracker.engagement.Engagement;
import org.dealtracker.log.Identity;
import org.dealtracker.log.Recent;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Recorded;
import org.dealtracker.log.Records;
import org.dealtracker.party.Party;
import org.dealtracker.restriction.Restriction;
import org.dealtracker.source.Source;
import org.dealtracker.source.SourceKind;
import org.dealtracker.uncertain.FuzzyDate;

/** Says of a record how it is cited: a source as what it is, every other record as the register's own. */
@ApplicationScoped
class Citing {
    private static final Map<RecordKind, String> GENRES = Map.of(
            RecordKind.AGREEMENT, "Register record of a reported arms agreement",
            RecordKind.PARTY, "Register record of a party",
            RecordKind.SOURCE, "Register record of a source",
            RecordKind.ENGAGEMENT, "Register record of an engagement",
            RecordKind.ASSESSMENT, "Register record of an assessment",
            RecordKind.RESTRICTION, "Register record of a restriction");

    private final PublisherSettings settings;
    private final Recent recent;
    private final Records records;

    Citing(PublisherSettings settings, Recent recent, Records records) {
        this.settings = settings;
        this.recent = recent;
        this.records = records;
    }

    /**
     * @param n the entry of the log as of which others are called what they are called
     * @param base scheme and host of the register
     */
    Cited cited(RecordKind kind, ObjectNode document, long n, String base) {
        Identity identity = Identity.of(document);
        String address = base + kind.path() + "/" + identity.slug();
        String citeAs = permanent(address, identity);
        return kind == RecordKind.SOURCE
                ? source(Source.TYPE.stored(document), n, citeAs)
                : record(kind, recorded(kind, document), citeAs);
    }

    /** The entry that made the revision, not the last of the log: so it is one address as long as the record is the same. */
    static String permanent(String address, Identity identity) {
        return address + "?asOfSeq=" + identity.n();
    }

    private static Recorded recorded(RecordKind kind, ObjectNode document) {
        return switch (kind) {
            case AGREEMENT -> Agreement.TYPE.stored(document);
            case PARTY -> Party.TYPE.stored(document);
            case SOURCE -> Source.TYPE.stored(document);
            case ENGAGEMENT -> Engagement.TYPE.stored(document);
            case ASSESSMENT -> Assessment.TYPE.stored(document);
            case RESTRICTION -> Restriction.TYPE.stored(document);
        };
    }

    private Cited record(RecordKind kind, Recorded record, String citeAs) {
        Identity identity = record.identity();
        String publisher = Plain.line(settings.publisher());
        return new Cited(
                // Two moments of one record may stand in one bibliography: to compare them is what they are kept for.
                kind.code() + "-" + identity.slug() + "-r" + identity.revision(),
                Work.RECORD,
                Plain.line(record.listTitle()),
                GENRES.get(kind),
                List.of(new Author(publisher, null, null)),
                publisher,
                FuzzyDate.parse(day(identity)),
                Integer.toString(identity.revision()),
                citeAs,
                null,
                null,
                "en",
                "Recorded as " + entry(identity) + ". Licence: " + settings.dataLicence() + ".",
                citeAs);
    }

    private Cited source(Source source, long n, String citeAs) {
        Identity identity = source.identity();
        String genre = genre(source.kind());
        boolean archivedOnly = source.url() == null;
        return new Cited(
                RecordKind.SOURCE.code() + "-" + identity.slug(),
                Work.of(source.kind()),
                // As bibliographies name what has no title.
                source.title() == null ? "[" + genre + "]" : Plain.line(source.title()),
                genre,
                source.authors().stream().map(Author::of).toList(),
                Plain.line(publisher(source, n)),
                source.published(),
                null,
                archivedOnly ? source.archiveUrl() : source.url(),
                archivedOnly ? null : source.archiveUrl(),
                source.accessed(),
                source.language(),
                note(source, citeAs),
                citeAs);
    }

    private static String genre(SourceKind kind) {
        if (kind == SourceKind.UNRECORDED) {
            return "Report that was not itself found";
        }
        String words = kind.code().replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** As printed; where nothing was, as the party is called that brought it out. */
    private String publisher(Source source, long n) {
        String party = source.publisherParty();
        if (source.publisher() != null || party == null) {
            return source.publisher();
        }
        ObjectNode document = records.asOf(RecordKind.PARTY, List.of(party), n).get(party);
        return document == null ? null : document.path("name").asText();
    }

    private String note(Source source, String citeAs) {
        StringBuilder note = new StringBuilder();
        if (source.retraction() != null) {
            note.append("Withdrawn: ")
                    .append(Plain.sentence(Plain.line(source.retraction().reason())))
                    .append(' ');
        }
        if (Boolean.FALSE.equals(source.seen())) {
            note.append("Known to the register only through others. ");
        }
        if (source.archiveUrl() != null && source.url() != null) {
            note.append("Archived at ").append(source.archiveUrl()).append(" . ");
        }
        return note.append("In the register of ")
                .append(Plain.line(settings.publisher()))
                .append(" at ")
                .append(citeAs)
                .append(" (")
                .append(entry(source.identity()))
                .append(").")
                .toString();
    }

    private String entry(Identity identity) {
        return "entry " + identity.n() + " of log " + recent.log() + " on " + day(identity) + ", revision "
                + identity.revision();
    }

    private static String day(Identity identity) {
        return identity.updatedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
