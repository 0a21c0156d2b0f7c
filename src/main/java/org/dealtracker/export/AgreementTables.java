package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.dealtracker.export.Table.ForeignKey;
import org.dealtracker.log.RecordKind;

/** The deals themselves, and the stages that they went through. */
final class AgreementTables {
    static final Extract<RecordRow> AGREEMENTS = new Extract<>(
            new Table<>(
                    "agreements",
                    "Agreements",
                    "One row for each reported deal, with what is derived of it.",
                    agreements(),
                    List.of("slug"),
                    List.of()),
            List.of(RecordKind.AGREEMENT),
            ClaimTables.claimsAnd("statusHistory"),
            (kind, document, around, to) -> to.accept(new RecordRow(document, document, 1)));

    static final Extract<EventRow> STATUS_EVENTS = new Extract<>(
            new Table<>(
                    "status-events",
                    "Status events",
                    "The stages that a deal is said to have gone through, in their order; nothing is removed.",
                    events(),
                    List.of("agreement", "event_id"),
                    List.of(
                            new ForeignKey("agreement", "agreements", "slug"),
                            new ForeignKey("by_party", "parties", "slug"),
                            new ForeignKey("restriction", "restrictions", "slug"))),
            List.of(RecordKind.AGREEMENT),
            ClaimTables.claimsAnd(),
            (kind, document, around, to) -> events(document, to));

    private AgreementTables() {}

    /** @param superseded whether a later event stands instead of this one */
    record EventRow(JsonNode agreement, JsonNode part, int position, boolean superseded) implements Row {}

    private static List<Column<RecordRow>> agreements() {
        return Columns.<RecordRow>of()
                .identity()
                .text("title", "title", "What the register calls it.")
                .always()
                .text("kind", "kind", "What sort of deal.")
                .always()
                .codes("agreement-kinds")
                .text("stage", "headline/stage", "How far it is said to have come.")
                .codes("stages")
                .date("stage_since", "headline/stageSince", "Since when.")
                .text(
                        "existence",
                        "headline/verification/existence/code",
                        "How well it is shown that there is such a deal.")
                .codes("verification")
                .text("figures", "headline/verification/figures/code", "How well its figures are shown to be right.")
                .codes("verification")
                .integer(
                        "independent_origins",
                        "headline/independentOrigins",
                        "How many origins, none of which has it from another, say that the deal is there.")
                .integer(
                        "origins_unknown",
                        "headline/originsUnknown",
                        "Of how many sources nobody knows where they have it from.")
                .flag("contested", "headline/contested", "Whether claims contradict each other.")
                .list("contested_lines", "headline/contestedLines", "On which lines they do.")
                .flag("hedged", "headline/hedged", "Whether any live support holds back from what it says.")
                .each("suppliers", "headline/suppliers", "slug", "Who is said to supply: parties.slug each.")
                .each("recipients", "headline/recipients", "slug", "Who is said to receive: parties.slug each.")
                .json("values", "headline/values", "What it is worth, as bounds for each basis and currency.")
                .json("categories", "headline/categories", "How many items of each category, as bounds.")
                .json(
                        "commitments",
                        "headline/commitments",
                        "What is promised beside hardware, and how far it was kept.")
                .date("first_reported", "headline/firstReported", "When it was first reported.")
                .date("last_reported", "headline/lastReported", "When it was last reported.")
                .each(
                        "restrictions",
                        "headline/restrictions",
                        "slug",
                        "Which restrictions it touches, restrictions.slug each; the table screening says how.")
                .integer("assessments_supportive", "headline/assessments/supportive", "How many judge it favourably.")
                .integer("assessments_critical", "headline/assessments/critical", "How many judge it critically.")
                .integer("assessments_mixed", "headline/assessments/mixed", "How many see both sides.")
                .integer("assessments_neutral", "headline/assessments/neutral", "How many take no side.")
                .text("summary", "summary", "What the register's editors say of it in short.")
                .json("external_ids", "externalIds", "By which names other registers know it.")
                .json("related", "related", "Which other agreements it is a part of, amends or follows.")
                .text("note", "note", "What the register's editors remark.")
                .stamps()
                .list();
    }

    private static List<Column<EventRow>> events() {
        return Columns.<EventRow>of()
                .derived(
                        "agreement",
                        ColumnType.STRING,
                        "The deal: agreements.slug.",
                        row -> Cells.text(row.agreement().path("slug")))
                .always()
                .derived(
                        "agreement_id",
                        ColumnType.STRING,
                        "The deal's id.",
                        row -> Cells.text(row.agreement().path("id")))
                .always()
                .text("event_id", "id", "The event's id.")
                .always()
                .derived("position", ColumnType.INTEGER, "Its place in the history, from 1.", row ->
                        (long) row.position())
                .always()
                .integer("n", "n", "The number of the log's entry that brought it.")
                .text("from_stage", "from", "The stage before it, as it was when this was recorded.")
                .codes("stages")
                .text("to_stage", "to", "The stage that it came to.")
                .always()
                .codes("stages")
                .list("skipped", "skipped", "The stages that it jumped over.")
                .codes("stages")
                .text("change_type", "changeType", "Whether the world changed, or the register's record of it.")
                .always()
                .codes("change-types")
                .date("effective", "effective", "Since when the stage held in the world.")
                .text("reason", "reason", "Why it was recorded.")
                .text("by_party", "by", "Who is said to have brought it about: parties.slug.")
                .text("restriction", "cause", "Which restriction is said to have brought it about: restrictions.slug.")
                .text("supersedes", "supersedes", "The event that it stands instead of.")
                .derived(
                        "superseded",
                        ColumnType.BOOLEAN,
                        "Whether a later event stands instead of this one.",
                        EventRow::superseded)
                .always()
                .derived(
                        "unsupported",
                        ColumnType.BOOLEAN,
                        "Whether all that its citations rest on was withdrawn.",
                        row -> row.part().path("unsupported").asBoolean(false))
                .always()
                .instant("recorded_at", "recordedAt", "When the register recorded it.")
                .text("recorded_by", "recordedBy", "Whose key did.")
                .list();
    }

    private static void events(JsonNode document, Consumer<EventRow> to) {
        List<JsonNode> events = new ArrayList<>();
        Set<String> superseded = new HashSet<>();
        document.path("statusHistory").forEach(event -> {
            events.add(event);
            superseded.add(event.path("supersedes").textValue());
        });
        for (int i = 0; i < events.size(); i++) {
            JsonNode event = events.get(i);
            to.accept(new EventRow(
                    document, event, i + 1, superseded.contains(event.path("id").textValue())));
        }
    }
}
