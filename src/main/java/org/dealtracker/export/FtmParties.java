package org.dealtracker.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.dealtracker.log.RecordKind;

/** Parties, and what they belong to. */
final class FtmParties {
    private FtmParties() {}

    /** Every party is an Organization or a narrower thing, because a Membership may only be in one of those. */
    private static String schema(String kind) {
        return switch (kind) {
            case "state", "government_body", "armed_force" -> "PublicBody";
            case "company" -> "Company";
            default -> "Organization";
        };
    }

    private static String topic(String kind) {
        return switch (kind) {
            case "state", "government_body" -> "gov";
            case "armed_force" -> "mil";
            case "international_organisation" -> "gov.igo";
            default -> null;
        };
    }

    static void write(ObjectNode document, Consumer<ObjectNode> to) {
        String kind = document.path("kind").asText();
        FtmEntity party = FtmEntity.thing(
                        schema(kind),
                        FtmEntity.id(RecordKind.PARTY, document.path("slug").asText()))
                .name("name", document.path("name").asText())
                .country(document.path("country"))
                .add("topics", topic(kind))
                .add("classification", FtmEntity.words(document.path("kind")));
        document.path("aliases").forEach(alias -> alias(party, alias));
        document.path("externalIds").forEach(id -> identify(party, id));
        to.accept(party.add("notes", document.path("note")).json());
        affiliations(document, kind, to);
    }

    private static void alias(FtmEntity party, JsonNode alias) {
        boolean ended = alias.has("to");
        party.name(ended ? "previousName" : "alias", alias.path("name").asText());
        if (ended || alias.has("from")) {
            party.remark("The name " + alias.path("name").asText() + " from "
                    + alias.path("from").path("edtf").asText("unknown") + " to "
                    + alias.path("to").path("edtf").asText("now or unknown"));
        }
    }

    private static void identify(FtmEntity party, JsonNode id) {
        String scheme = id.path("scheme").asText().toLowerCase(Locale.ROOT);
        String value = id.path("value").asText();
        if (scheme.equals("wikidata") && value.matches("Q[1-9][0-9]{0,11}")) {
            party.add("wikidataId", value);
        } else if (scheme.equals("lei") && value.matches("[A-Z0-9]{18}[0-9]{2}")) {
            party.add("leiCode", value);
        } else {
            party.remark(id.path("scheme").asText(), value);
        }
    }

    private static void affiliations(ObjectNode document, String kind, Consumer<ObjectNode> to) {
        String slug = document.path("slug").asText();
        Map<String, Integer> alike = new HashMap<>();
        for (JsonNode affiliation : document.path("affiliations")) {
            String other = affiliation.path("party").asText();
            String how = affiliation.path("kind").asText();
            // One party may belong to another twice, at different times.
            int nth = alike.merge(how + " " + other, 1, Integer::sum);
            String id = FtmEntity.madeOf("affiliation", slug, how, other, String.valueOf(nth));
            FtmEntity link =
                    link(how, kind, id, FtmEntity.id(RecordKind.PARTY, slug), FtmEntity.id(RecordKind.PARTY, other));
            FtmDates.span(link, affiliation.path("from"), affiliation.path("to"));
            to.accept(link.add("role", FtmEntity.words(affiliation.path("kind")))
                    .cite(affiliation.path("citations"))
                    .json());
        }
    }

    /** A narrower link only where the model's meaning is the register's: who does what another says may not be its. */
    private static FtmEntity link(String how, String kind, String id, String self, String other) {
        return switch (how) {
            case "branch_of", "agency_of", "member_of" ->
                FtmEntity.interval("Membership", id).add("member", self).add("organization", other);
            case "successor_of" ->
                FtmEntity.interval("Succession", id).add("predecessor", other).add("successor", self);
            case "subsidiary_of" ->
                kind.equals("company")
                        ? FtmEntity.interval("Ownership", id)
                                .add("owner", other)
                                .add("asset", self)
                        : unknown(id, self, other);
            default -> unknown(id, self, other);
        };
    }

    private static FtmEntity unknown(String id, String self, String other) {
        return FtmEntity.interval("UnknownLink", id).add("subject", self).add("object", other);
    }
}
