package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.export.CitationTable.Cited;
import org.dealtracker.export.Table.ForeignKey;
import org.dealtracker.log.RecordKind;

/** Which source says something of what, over all kinds of record: one row for each citation. */
final class CitationTable {
    /**
     * What is cited, by the member of a record that holds it; a target that has no id of its own goes by its record's and
     * by where it stands there.
     */
    private static final Map<String, String> MEMBERS = members();

    static final Extract<Cited> CITATIONS = new Extract<>(
            new Table<>(
                    "citations",
                    "Citations",
                    "Which source says something of what, where in it, in which words, and how far it is trusted.",
                    columns(),
                    List.of("record_kind", "record", "pointer", "position"),
                    List.of(new ForeignKey("source", "sources", "slug"))),
            List.of(
                    RecordKind.AGREEMENT,
                    RecordKind.PARTY,
                    RecordKind.ENGAGEMENT,
                    RecordKind.ASSESSMENT,
                    RecordKind.RESTRICTION),
            CitationTable::rows);

    private CitationTable() {}

    /**
     * @param target what kind of thing is cited
     * @param targetId its id, or its record's
     * @param pointer where in the record it stands; empty for the record itself
     * @param position the citation's place there, from 1
     */
    record Cited(
            RecordKind kind,
            JsonNode record,
            String target,
            JsonNode targetId,
            String pointer,
            JsonNode part,
            int position)
            implements Row {}

    private static Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(ClaimKind.PARTIES.collection(), "agreement_party");
        members.put(ClaimKind.ITEMS.collection(), "item");
        members.put(ClaimKind.DELIVERIES.collection(), "delivery");
        members.put(ClaimKind.VALUES.collection(), "value");
        members.put(ClaimKind.COMMITMENTS.collection(), "commitment");
        members.put(ClaimKind.DATES.collection(), "date");
        members.put(ClaimKind.TERMS.collection(), "term");
        members.put(ClaimKind.POSITIONS.collection(), "position");
        members.put("statusHistory", "status_event");
        members.put("affiliations", "affiliation");
        members.put("topics", "engagement_topic");
        members.put("variants", "engagement_variant");
        members.put("amendments", "restriction_amendment");
        return members;
    }

    private static List<Column<Cited>> columns() {
        return Columns.<Cited>of()
                .derived(
                        "record_kind",
                        ColumnType.STRING,
                        "What kind of record it stands in.",
                        row -> row.kind().code())
                .always()
                .codes("record-kinds")
                .derived(
                        "record",
                        ColumnType.STRING,
                        "That record's slug, in the table of its kind.",
                        row -> Cells.text(row.record().path("slug")))
                .always()
                .derived(
                        "target_kind",
                        ColumnType.STRING,
                        "What is cited: the record itself (agreement, assessment, engagement, restriction), one of its"
                                + " claims (agreement_party, item, delivery, value, commitment, date, term, position), or"
                                + " another part (status_event, affiliation, engagement_topic, engagement_variant,"
                                + " restriction_amendment).",
                        Cited::target)
                .always()
                .derived(
                        "target_id",
                        ColumnType.STRING,
                        "The claim_id or event_id of what is cited; the record's id where the record or a part without"
                                + " an id is.",
                        row -> Cells.text(row.targetId()))
                .always()
                .derived(
                        "pointer",
                        ColumnType.STRING,
                        "Where in the record that stands: a JSON Pointer, of claims and events with the id.",
                        Cited::pointer)
                .always()
                .derived("position", ColumnType.INTEGER, "The citation's place there, from 1.", row ->
                        (long) row.position())
                .always()
                .text("source", "source", "sources.slug.")
                .always()
                .text(
                        "stance",
                        "stance",
                        "Whether it supports, disputes, only mentions it, or was searched and is silent.")
                .always()
                .codes("citation-stances")
                .text("locator", "locator", "Page, paragraph, timecode, cell; of a silent one what was searched.")
                .text("reported_as", "reportedAs", "The phrase as printed.")
                .derived(
                        "hedged",
                        ColumnType.BOOLEAN,
                        "Whether it holds back from what it says.",
                        row -> !row.part().path("hedges").isEmpty())
                .always()
                .each("hedges", "hedges", "marker", "How it holds back.")
                .codes("hedge-markers")
                .json("hedge_phrases", "hedges", "The words in which it holds back, as printed, with their markers.")
                .text("origin", "origin", "Where it has this from, where that is said otherwise than of the source.")
                .codes("origins")
                .list("repeats", "repeats", "The sources that it relies on for this, sources.slug each.")
                .text("reliability", "reliability", "A to F: how reliable the source is known to be (AJP-2.1).")
                .codes("reliability")
                .text("credibility", "credibility", "1 to 6: how credible this piece of information is (AJP-2.1).")
                .codes("credibility")
                .text("graded_by", "gradedBy", "Who graded it.")
                .text("attribution_kind", "attribution/kind", "Whom the source names for it.")
                .codes("attribution-kinds")
                .integer("attribution_count", "attribution/count", "How many they are.")
                .text("attribution", "attribution/description", "In words.")
                .flag("document_seen", "attribution/documentSeen", "Whether the source says that it saw the document.")
                .list();
    }

    private static void rows(RecordKind kind, JsonNode document, Surroundings around, Consumer<Cited> to) {
        JsonNode id = document.path("id");
        cite(kind, document, kind.code(), id, "", document, to);
        MEMBERS.forEach((member, target) -> {
            JsonNode parts = document.path(member);
            for (int i = 0; i < parts.size(); i++) {
                JsonNode part = parts.get(i);
                JsonNode own = part.path("id");
                String last = own.isTextual() ? own.textValue() : Integer.toString(i);
                cite(kind, document, target, own.isTextual() ? own : id, "/" + member + "/" + last, part, to);
            }
        });
    }

    private static void cite(
            RecordKind kind,
            JsonNode record,
            String target,
            JsonNode id,
            String pointer,
            JsonNode holder,
            Consumer<Cited> to) {
        int position = 0;
        for (JsonNode citation : holder.path("citations")) {
            position++;
            to.accept(new Cited(kind, record, target, id, pointer, citation, position));
        }
    }
}
