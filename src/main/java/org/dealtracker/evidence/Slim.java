package org.dealtracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.Position;
import org.dealtracker.agreement.PositionStance;
import org.dealtracker.agreement.Rank;
import org.dealtracker.http.Code;
import org.dealtracker.source.Attribution;
import org.dealtracker.source.AttributionKind;
import org.dealtracker.source.Citation;
import org.dealtracker.source.CitationStance;
import org.dealtracker.source.Origin;

/**
 * Claims as far as origins and verification are decided by them, taken from a stored document without the checks that a
 * request needs. All else of them is null.
 */
final class Slim {
    private static final Map<String, CitationStance> STANCES = Code.byCode(CitationStance.class);
    private static final Map<String, Origin> ORIGINS = Code.byCode(Origin.class);
    private static final Map<String, Rank> RANKS = Code.byCode(Rank.class);
    private static final Map<String, PositionStance> POSITIONS = Code.byCode(PositionStance.class);
    private static final Map<String, AttributionKind> ATTRIBUTIONS = Code.byCode(AttributionKind.class);

    private Slim() {}

    static List<Claim> claims(JsonNode document, ClaimKind kind) {
        List<Claim> claims = new ArrayList<>();
        document.path(kind.collection()).forEach(claim -> claims.add(claim(claim, kind)));
        return claims;
    }

    private static Claim claim(JsonNode claim, ClaimKind kind) {
        List<UUID> replaces = new ArrayList<>();
        claim.path("replaces").forEach(id -> replaces.add(UUID.fromString(id.textValue())));
        return new Claim(
                UUID.fromString(claim.get("id").textValue()),
                claim.get("line").textValue(),
                kind == ClaimKind.POSITIONS ? position(claim) : null,
                RANKS.get(claim.get("rank").textValue()),
                null,
                null,
                replaces,
                citations(claim),
                null,
                null);
    }

    private static Position position(JsonNode claim) {
        return new Position(
                claim.get("party").textValue(),
                POSITIONS.get(claim.get("stance").textValue()),
                claim.get("about").textValue(),
                null);
    }

    private static List<Citation> citations(JsonNode claim) {
        List<Citation> citations = new ArrayList<>();
        for (JsonNode each : claim.path("citations")) {
            JsonNode origin = each.get("origin");
            List<String> repeats = new ArrayList<>();
            each.path("repeats").forEach(slug -> repeats.add(slug.textValue()));
            JsonNode attribution = each.path("attribution").get("kind");
            citations.add(new Citation(
                    each.get("source").textValue(),
                    null,
                    null,
                    STANCES.get(each.get("stance").textValue()),
                    List.of(),
                    origin == null ? null : ORIGINS.get(origin.textValue()),
                    repeats,
                    null,
                    null,
                    null,
                    attribution == null
                            ? null
                            : new Attribution(ATTRIBUTIONS.get(attribution.textValue()), null, null, null)));
        }
        return citations;
    }
}
