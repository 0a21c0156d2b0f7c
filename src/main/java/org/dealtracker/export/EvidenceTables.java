package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dealtracker.export.Table.ForeignKey;
import org.dealtracker.log.RecordKind;

/** What is worked out of agreements and of all around them: what contradicts what, and which restrictions are touched. */
final class EvidenceTables {
    static final Extract<ConflictRow> CONFLICTS = new Extract<>(
            new Table<>(
                    "conflicts",
                    "Conflicts",
                    "Claims of a deal that cannot all be true, or that a source disputes: one row for each claim.",
                    conflicts(),
                    List.of("agreement", "collection", "line", "field", "claim_id"),
                    List.of(new ForeignKey("agreement", "agreements", "slug"))),
            List.of(RecordKind.AGREEMENT),
            (kind, document, around, to) -> conflicts(document, around, to));

    static final Extract<ScreeningRow> SCREENING = new Extract<>(
            new Table<>(
                    "screening",
                    "Screening",
                    "Which restrictions a deal touches, claim by claim. It never says that a deal is illegal.",
                    screening(),
                    List.of("agreement", "position"),
                    List.of(
                            new ForeignKey("agreement", "agreements", "slug"),
                            new ForeignKey("restriction", "restrictions", "slug"))),
            List.of(RecordKind.AGREEMENT),
            (kind, document, around, to) -> screening(document, around, to));

    private EvidenceTables() {}

    /**
     * @param part the contested line
     * @param side those who say one thing
     * @param number which side, from 1
     */
    record ConflictRow(JsonNode agreement, JsonNode part, JsonNode side, int number, JsonNode claim) implements Row {}

    /** @param position among the matches of the agreement, from 1 */
    record ScreeningRow(JsonNode agreement, JsonNode part, int position) implements Row {}

    private static List<Column<ConflictRow>> conflicts() {
        return Columns.<ConflictRow>of()
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
                .text("collection", "collection", "Which kind of claim.")
                .always()
                .codes("claim-kinds")
                .text("line", "line", "The line of which the claims speak.")
                .always()
                .derived(
                        "field",
                        ColumnType.STRING,
                        "In what they differ; disputed where no claim differs and a source says that one is wrong.",
                        row -> row.part().path("field").asText("disputed"))
                .always()
                .derived("side", ColumnType.INTEGER, "Claims with one number say the same, from 1.", row ->
                        (long) row.number())
                .always()
                .derived(
                        "claim_id",
                        ColumnType.STRING,
                        "The claim, in the table of its kind.",
                        row -> Cells.text(row.claim().path("id")))
                .always()
                .derived(
                        "preferred",
                        ColumnType.BOOLEAN,
                        "Whether it is the one that the register goes by.",
                        row -> row.part().path("preferred").equals(row.claim().path("id")))
                .always()
                .derived(
                        "origins",
                        ColumnType.LIST,
                        "The independent origins of its side, sources.slug each.",
                        row -> Cells.texts(row.side().path("origins")))
                .derived(
                        "origins_unknown",
                        ColumnType.INTEGER,
                        "Of how many of the side's sources nobody knows where they have it from.",
                        row -> Cells.integer(row.side().path("originsUnknown")))
                .derived(
                        "disputed_by",
                        ColumnType.LIST,
                        "The sources that say that the side is wrong, sources.slug each.",
                        row -> Cells.each(row.side().path("disputed"), "source"))
                .number("hull_lower", "hull/lower", "The least that any claim of the line has.")
                .number("hull_upper", "hull/upper", "The most that any claim of the line has.")
                .text("hull_currency", "hull/currency", "In which currency, of sums.")
                .day("hull_earliest", "hull/earliest", "The first day that any claim of the line has.")
                .day("hull_latest", "hull/latest", "The last day that any claim of the line has.")
                .list();
    }

    private static List<Column<ScreeningRow>> screening() {
        return Columns.<ScreeningRow>of()
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
                .derived("position", ColumnType.INTEGER, "Among the matches of the deal, from 1.", row ->
                        (long) row.position())
                .always()
                .text("restriction", "restriction", "restrictions.slug.")
                .always()
                .text("claim_id", "claim/id", "The claim that it touches, in the table of its kind.")
                .always()
                .text("collection", "claim/collection", "Which kind of claim.")
                .always()
                .codes("claim-kinds")
                .text("line", "claim/line", "The claim's line.")
                .text("scope", "scope", "By which goods or service of the restriction; none where nothing says so.")
                .codes("scopes")
                .text("paragraph", "paragraph", "The legal act, to the paragraph.")
                .text(
                        "certainty",
                        "certainty",
                        "certain, or possible where a date, an affiliation or a category is open.")
                .always()
                .codes("certainty")
                .json("reasons", "reasons", "Why it touches it: a sentence for each condition.")
                .json("amendments", "amendments", "The later acts that bear on it.")
                .list();
    }

    private static void conflicts(JsonNode document, Surroundings around, Consumer<ConflictRow> to) {
        if (!Surroundings.contested(document)) {
            return;
        }
        for (JsonNode line : around.conflicts(document).path("lines")) {
            int number = 0;
            for (JsonNode side : line.path("sides")) {
                number++;
                for (JsonNode claim : side.path("claims")) {
                    to.accept(new ConflictRow(document, line, side, number, claim));
                }
            }
        }
    }

    private static void screening(JsonNode document, Surroundings around, Consumer<ScreeningRow> to) {
        if (!Surroundings.restricted(document)) {
            return;
        }
        List<JsonNode> matches = new ArrayList<>();
        around.screening(document).path("matches").forEach(matches::add);
        for (int i = 0; i < matches.size(); i++) {
            to.accept(new ScreeningRow(document, matches.get(i), i + 1));
        }
    }
}
