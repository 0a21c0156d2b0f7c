package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.evidence.ClaimEvidence;
import org.dealtracker.export.Table.ForeignKey;
import org.dealtracker.http.Json;
import org.dealtracker.log.RecordKind;

/** The eight tables of claims: what differs between them is what the claims say. */
final class ClaimTables {
    private static final String SUPPORTS = "supports";

    static final Extract<ClaimRow> PARTIES = table(
            "agreement-parties",
            ClaimKind.PARTIES,
            "Who is said to take part in a deal, as what.",
            own -> own.text("party", "party", "The party: parties.slug.")
                    .always()
                    .text("role", "role", "As what it takes part.")
                    .always()
                    .codes("roles"),
            new ForeignKey("party", "parties", "slug"));

    static final Extract<ClaimRow> ITEMS = table(
            "items",
            ClaimKind.ITEMS,
            "Hardware that a deal is said to cover.",
            own -> own.text("designation", "designation", "What it is called, as the source names it.")
                    .always()
                    .text("category", "category", "Which sort of weapon.")
                    .always()
                    .codes("categories")
                    .quantity("count", "count", "How many are to be handed over in all.")
                    .text("condition", "condition", "New, second hand, modernised.")
                    .codes("conditions")
                    .text("part_of", "partOf", "The line whose count includes this one: add up either, never both.")
                    .flag("local_production", "localProduction", "Whether the recipient makes some of it.")
                    .date("delivery_period", "deliveryPeriod", "When it is to be handed over.")
                    .text("description", "description", "What else is said of it."));

    static final Extract<ClaimRow> DELIVERIES = table(
            "deliveries",
            ClaimKind.DELIVERIES,
            "How many of a line had been handed over by as_at: running totals, not single handovers.",
            own -> own.quantity("quantity", "quantity", "How many in all, by then."));

    static final Extract<ClaimRow> VALUES = table(
            "values",
            ClaimKind.VALUES,
            "What a deal or a part of it is said to be worth. Never add up different bases or currencies, nor a part"
                    + " with its whole.",
            own -> own.text("basis", "basis", "What the sum is for.")
                    .always()
                    .codes("bases")
                    .text(
                            "currency",
                            "money/currency",
                            "ISO 4217; none where the source names none. Nothing is converted.")
                    .quantity("amount", "money/amount", "The sum.")
                    .flag(
                            "order_of_magnitude",
                            "money/amount/orderOfMagnitude",
                            "Whether the source only names a magnitude, such as multi-billion.")
                    .list("covers", "covers", "The lines of items that it pays for.")
                    .text("part_of", "partOf", "The line whose sum includes this one.")
                    .text(
                            "equivalent_of",
                            "equivalentOf",
                            "Another claim of the same sum in another currency: count one of them."));

    static final Extract<ClaimRow> COMMITMENTS = table(
            "commitments",
            ClaimKind.COMMITMENTS,
            "What is said to be promised beside hardware.",
            own -> own.text("type", "type", "What is promised.")
                    .always()
                    .codes("commitment-types")
                    .text("description", "description", "In the register's own words.")
                    .text("fulfilment", "fulfilment", "How far it was kept.")
                    .codes("fulfilment")
                    .date("due", "due", "When it is to be kept.")
                    .date("last_reviewed", "lastReviewed", "When somebody last looked at it.")
                    .date("review_by", "reviewBy", "When somebody is to look at it again."));

    static final Extract<ClaimRow> DATES = table(
            "dates",
            ClaimKind.DATES,
            "When something is said to have happened to a deal.",
            own -> own.text("event", "event", "What happened.")
                    .always()
                    .codes("date-events")
                    .date("happened", "when", "When it happened."));

    static final Extract<ClaimRow> TERMS = table(
            "terms",
            ClaimKind.TERMS,
            "Conditions and durations inside a deal.",
            own -> own.text("type", "type", "What sort of condition.")
                    .always()
                    .codes("term-types")
                    .text("text", "text", "What it says.")
                    .date("period", "period", "For how long, where that is dated."));

    static final Extract<ClaimRow> POSITIONS = table(
            "positions",
            ClaimKind.POSITIONS,
            "What a party says of a deal or of a part of it.",
            own -> own.text("party", "party", "Who says it: parties.slug.")
                    .always()
                    .text("stance", "stance", "Whether it confirms or denies.")
                    .always()
                    .codes("position-stances")
                    .text("about", "about", "deal, the id of a claim or status event, or the slug of a source.")
                    .date("said", "when", "When it said so."),
            new ForeignKey("party", "parties", "slug"));

    static final List<Extract<ClaimRow>> ALL =
            List.of(PARTIES, ITEMS, DELIVERIES, VALUES, COMMITMENTS, DATES, TERMS, POSITIONS);

    private ClaimTables() {}

    private static Extract<ClaimRow> table(
            String name,
            ClaimKind kind,
            String description,
            UnaryOperator<Columns<ClaimRow>> own,
            ForeignKey... references) {
        Columns<ClaimRow> columns = Columns.<ClaimRow>of()
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
                .text("claim_id", "id", "The claim's id, by which citations, conflicts and screening speak of it.")
                .always()
                .text("line", "line", "Claims of a deal on one line speak of the same, and may compete.")
                .always();
        List<ForeignKey> keys = new ArrayList<>(List.of(new ForeignKey("agreement", "agreements", "slug")));
        keys.addAll(List.of(references));
        return new Extract<>(
                new Table<>(
                        name,
                        title(name),
                        description,
                        common(own.apply(columns)).list(),
                        List.of("agreement", "claim_id"),
                        List.copyOf(keys)),
                List.of(RecordKind.AGREEMENT),
                others(kind),
                (record, document, around, to) -> rows(kind, document, around, to));
    }

    /** What of an agreement does not bear on claims of a kind: of the others only positions do, by vouching for them. */
    private static Set<String> others(ClaimKind kind) {
        Set<String> others = claimsAnd("statusHistory");
        others.remove(kind.collection());
        others.remove(ClaimKind.POSITIONS.collection());
        return others;
    }

    /** The members of an agreement that hold claims, and others. */
    static Set<String> claimsAnd(String... more) {
        Set<String> members = new HashSet<>(List.of(more));
        for (ClaimKind kind : ClaimKind.values()) {
            members.add(kind.collection());
        }
        return members;
    }

    static String title(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }

    /** What claims of all kinds have. */
    private static Columns<ClaimRow> common(Columns<ClaimRow> columns) {
        return columns.text(
                        "rank", "rank", "Of competing claims the preferred ones count, else all but the deprecated.")
                .always()
                .codes("ranks")
                .text("rank_reason", "rankReason", "Why it is preferred or deprecated.")
                .derived(
                        "contested",
                        ColumnType.BOOLEAN,
                        "Whether claims on this line contradict each other, or a source disputes one.",
                        row -> row.evidence().contested())
                .always()
                .derived(
                        "replaced",
                        ColumnType.BOOLEAN,
                        "Whether an amendment replaced it, so that it counts no longer.",
                        row -> row.evidence().replaced())
                .always()
                .list("replaces", "replaces", "The claims whose terms this one changed.")
                .date("as_at", "asAt", "The day that it speaks of; none for throughout.")
                .derived(
                        "verification",
                        ColumnType.STRING,
                        "How far the claim's line is vouched for.",
                        row -> row.evidence().verification().code())
                .always()
                .codes("verification")
                .derived(
                        "independent_origins",
                        ColumnType.INTEGER,
                        "From how many origins, none of which has it from another, the claim comes.",
                        row -> (long) row.evidence().independentOrigins())
                .always()
                .derived(
                        "origins_unknown",
                        ColumnType.INTEGER,
                        "Of how many of its sources nobody knows where they have it from.",
                        row -> (long) row.evidence().originsUnknown())
                .always()
                .derived(
                        "reported_as",
                        ColumnType.JSON,
                        "The phrases in which supporting sources say it, as printed: an array of texts.",
                        row -> reportedAs(row.part()))
                .derived(
                        "hedges",
                        ColumnType.LIST,
                        "How supporting sources hold back from it; none where all say it outright.",
                        row -> hedges(row.part()))
                .codes("hedge-markers")
                .derived(
                        "sources",
                        ColumnType.LIST,
                        "The sources that support it, sources.slug each; the table citations has all of them.",
                        row -> supporting(row.part()))
                .text("note", "note", "What the register's editors remark.")
                .instant("recorded_at", "recordedAt", "When the register first had it.")
                .always();
    }

    private static void rows(ClaimKind kind, JsonNode document, Surroundings around, Consumer<ClaimRow> to) {
        JsonNode claims = document.path(kind.collection());
        if (claims.isEmpty()) {
            return;
        }
        ClaimEvidence evidence = new ClaimEvidence(document, around, around.contest(document));
        for (int i = 0; i < claims.size(); i++) {
            to.accept(new ClaimRow(document, claims.get(i), evidence.of(kind, i)));
        }
    }

    private static boolean supports(JsonNode citation) {
        return SUPPORTS.equals(citation.path("stance").textValue());
    }

    private static ArrayNode reportedAs(JsonNode claim) {
        ArrayNode phrases = Json.object().arrayNode();
        List<String> seen = new ArrayList<>();
        for (JsonNode citation : claim.path("citations")) {
            String phrase = Cells.text(citation.path("reportedAs"));
            if (supports(citation) && phrase != null && !seen.contains(phrase)) {
                seen.add(phrase);
                phrases.add(phrase);
            }
        }
        return Cells.orNull(phrases);
    }

    private static List<String> hedges(JsonNode claim) {
        List<String> markers = new ArrayList<>();
        for (JsonNode citation : claim.path("citations")) {
            for (JsonNode hedge : supports(citation) ? citation.path("hedges") : Json.object()) {
                String marker = Cells.text(hedge.path("marker"));
                if (!markers.contains(marker)) {
                    markers.add(marker);
                }
            }
        }
        return Cells.orNull(markers);
    }

    private static List<String> supporting(JsonNode claim) {
        List<String> sources = new ArrayList<>();
        for (JsonNode citation : claim.path("citations")) {
            String source = Cells.text(citation.path("source"));
            if (supports(citation) && !sources.contains(source)) {
                sources.add(source);
            }
        }
        return Cells.orNull(sources);
    }
}
