package org.dealtracker.wording;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.Position;
import org.dealtracker.log.References;

/** Claims as people speak of them: what one says, and what it speaks of. Never by an id. */
public final class ClaimWords {
    private static final Map<String, String> MILESTONES = Map.ofEntries(
            Map.entry("reported", "the first report"),
            Map.entry("announced", "the announcement"),
            Map.entry("selected", "the selection"),
            Map.entry("finalised", "the end of the talks"),
            Map.entry("signed", "the signature"),
            Map.entry("approved", "the approval"),
            Map.entry("ordered", "the order"),
            Map.entry("paid", "the payment"),
            Map.entry("in_force", "the entry into force"),
            Map.entry("first_delivery", "the first delivery"),
            Map.entry("last_delivery", "the last delivery"),
            Map.entry("expires", "the end"));

    private static final Map<String, String> BASES = Map.of(
            "package", "value of the package",
            "line", "value of a line",
            "ceiling", "ceiling",
            "licensed", "licensed value",
            "paid", "sum paid",
            "loan_conversion", "converted loan",
            "offset", "value of the offset",
            "barter", "value of the barter",
            "support", "cost of support");

    private final JsonNode agreement;
    private final Names names;

    /** @param agreement the document in which other claims are looked up that a claim speaks of */
    public ClaimWords(JsonNode agreement, Names names) {
        this.agreement = agreement;
        this.names = names;
    }

    /** What a claim says. */
    public String says(ClaimKind kind, JsonNode claim) {
        return switch (kind) {
            case PARTIES -> names.party(text(claim, "party")) + " as " + code(claim, "role");
            case ITEMS -> item(claim);
            case DELIVERIES ->
                Words.value(claim.get("quantity")) + " " + line(text(claim, "line")) + " delivered" + asAt(claim);
            case VALUES -> Words.value(claim.get("money")) + " (" + code(claim, "basis") + ")";
            case COMMITMENTS ->
                code(claim, "type") + (claim.has("description") ? " (" + shortened(claim, "description") + ")" : "");
            case DATES -> milestone(claim) + ", " + Words.value(claim.get("when"));
            case TERMS -> code(claim, "type") + ": " + Words.quoted(text(claim, "text"));
            case POSITIONS -> names.party(text(claim, "party")) + " " + stance(claim) + about(claim);
        };
    }

    private static String asAt(JsonNode claim) {
        String day = claim.path("asAt").path("edtf").asText("unknown");
        return day.equals("unknown")
                ? ""
                : " (as at " + Dates.words(day).replaceFirst("^between", "a day between") + ")";
    }

    private String item(JsonNode claim) {
        String name = shortened(claim, "designation");
        JsonNode count = claim.path("count");
        return !count.isObject()
                ? name
                : count.path("unknown").asBoolean() ? name + " (number unknown)" : Words.value(count) + " " + name;
    }

    /** What a claim speaks of, so that "count of …", "citation on …" can go before it. */
    public String subject(ClaimKind kind, JsonNode claim) {
        return switch (kind) {
            case PARTIES -> says(kind, claim);
            case ITEMS -> shortened(claim, "designation");
            case DELIVERIES -> "deliveries of " + line(text(claim, "line"));
            case VALUES -> "the " + basis(claim) + covered(claim);
            case COMMITMENTS -> "the commitment to " + code(claim, "type");
            case DATES -> "the date of " + milestone(claim);
            case TERMS -> "the term on " + code(claim, "type");
            case POSITIONS -> "the position of " + names.party(text(claim, "party"));
        };
    }

    private String covered(JsonNode claim) {
        JsonNode covers = claim.path("covers");
        return claim.path("basis").asText(Words.UNNAMED).equals("line") && !covers.isEmpty()
                ? ", " + line(covers.get(0).asText())
                : "";
    }

    /** The heading of a change of the member by which claims of a kind compete; null where another one changed. */
    public String figure(ClaimKind kind, JsonNode claim, String member) {
        return switch (kind.collection() + "/" + member) {
            case "parties/party" -> "Party as " + code(claim, "role");
            case "positions/party" -> "Party of a position";
            case "parties/role" -> "Role of " + names.party(text(claim, "party"));
            case "items/count" -> "Count of " + subject(kind, claim);
            case "deliveries/quantity" -> "Delivered of " + line(text(claim, "line"));
            case "values/money", "dates/when", "positions/stance" ->
                Words.capital(subject(kind, claim).replaceFirst("^the ", ""));
            default -> null;
        };
    }

    /** The member in which claims of a kind compete on a line. */
    public static String figureOf(ClaimKind kind) {
        return switch (kind) {
            case ITEMS -> "count";
            case DELIVERIES -> "quantity";
            case VALUES -> "money";
            case DATES -> "when";
            case POSITIONS -> "stance";
            default -> null;
        };
    }

    /** A line by what stands on it. */
    public String line(String line) {
        for (ClaimKind kind : ClaimKind.values()) {
            for (JsonNode claim : agreement.path(kind.collection())) {
                if (claim.path("line").asText(Words.UNNAMED).equals(line) && kind != ClaimKind.DELIVERIES) {
                    return subject(kind, claim).replaceFirst("^the ", "");
                }
            }
        }
        return References.isId(line) ? "a claim" : line;
    }

    /** A claim or event of the record by its id, in words; null for none. */
    public String part(String id) {
        for (ClaimKind kind : ClaimKind.values()) {
            for (JsonNode claim : agreement.path(kind.collection())) {
                if (claim.path("id").asText(Words.UNNAMED).equals(id)) {
                    // A position may be about a position: two of them would go on for ever.
                    return kind == ClaimKind.POSITIONS ? subject(kind, claim) : "“" + says(kind, claim) + "”";
                }
            }
        }
        for (JsonNode event : agreement.path("statusHistory")) {
            if (event.path("id").asText(Words.UNNAMED).equals(id)) {
                return "the stage “" + code(event, "to") + "”";
            }
        }
        return null;
    }

    private String about(JsonNode claim) {
        String about = claim.path("about").asText(Position.DEAL);
        if (about.equals(Position.DEAL)) {
            return " the deal";
        }
        if (!References.isId(about)) {
            return " what " + names.source(about) + " says";
        }
        String part = part(about);
        return part == null ? " a part of the record" : " " + part;
    }

    private static String stance(JsonNode claim) {
        return switch (claim.path("stance").asText(Words.UNNAMED)) {
            case "no_comment" -> "does not comment on";
            case "not_asked" -> "was not asked about";
            default -> code(claim, "stance");
        };
    }

    private static String milestone(JsonNode claim) {
        String event = claim.path("event").asText(Words.UNNAMED);
        return MILESTONES.getOrDefault(event, Words.plain(event));
    }

    private static String basis(JsonNode claim) {
        String basis = claim.path("basis").asText(Words.UNNAMED);
        return BASES.getOrDefault(basis, Words.plain(basis));
    }

    private static String code(JsonNode claim, String member) {
        return Words.plain(claim.path(member).asText(Words.UNNAMED));
    }

    private static String text(JsonNode claim, String member) {
        return claim.path(member).asText(Words.UNNAMED);
    }

    private static String shortened(JsonNode claim, String member) {
        return Words.shortened(text(claim, member), Words.LONG);
    }
}
