package org.dealtracker.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Form;
import org.dealtracker.http.Json;
import org.dealtracker.http.Lookup;
import org.dealtracker.http.Problem;
import org.dealtracker.log.Records.Shape;
import org.dealtracker.uncertain.Certainty;
import org.dealtracker.uncertain.FuzzyDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The world's clock in a query: where a deal stood on a day. The headline's stage is that day's, and claims that speak
 * of a later day are left out. Together with the register's clock: what did we believe then about that day?
 */
public class WorldClock {
    @QueryParam("onDate")
    @Parameter(description = "A day: the stage as of that day in the world, and no claims that speak of a later one.")
    String onDate;

    /** The day that was asked for, or null; @throws Problem 400 when it cannot be read */
    public LocalDate day() {
        try {
            return onDate == null ? null : LocalDate.parse(onDate);
        } catch (DateTimeException e) {
            throw Problem.badParameter("onDate", "'onDate' must be a day such as 2025-12-20.");
        }
    }

    /** @throws Problem 400 when the day cannot be read */
    Shape shape() {
        LocalDate day = day();
        return day == null ? Shape.WHOLE : document -> on(day, document);
    }

    /** An agreement's document as it shows on a day; it is changed in place. */
    public static ObjectNode on(LocalDate day, ObjectNode document) {
        ObjectNode headline = (ObjectNode) document.get("headline");
        Standing standing = history(document).onDate(day);
        ObjectNode rest = headline.deepCopy();
        headline.removeAll();
        headline.set("stage", Json.tree(standing.stage()));
        if (standing.stageSince() != null) {
            headline.set("stageSince", Json.tree(standing.stageSince()));
        }
        headline.set("possibleStages", Json.tree(standing.possibleStages()));
        headline.setAll((ObjectNode) rest.without(List.of("stage", "stageSince")));
        for (ClaimKind kind : ClaimKind.values()) {
            if (document.get(kind.collection()) instanceof ArrayNode claims) {
                removeLater(claims, day);
            }
        }
        return document;
    }

    private static void removeLater(ArrayNode claims, LocalDate day) {
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode claim : claims) {
            JsonNode asAt = claim.path("asAt").path("edtf");
            boolean speaksOfThen =
                    asAt.isMissingNode() || FuzzyDate.parse(asAt.textValue()).begunBy(day, Certainty.POSSIBLE);
            if (speaksOfThen) {
                kept.add(claim);
            }
        }
        claims.removeAll();
        claims.addAll(kept);
    }

    static StatusHistory history(ObjectNode document) {
        List<Step> steps = new Form(document, new Findings(), Lookup.AS_WRITTEN)
                .list(
                        Agreement.STATUS_HISTORY,
                        event -> StatusEvent.read(event, Ids.stored()).step());
        return StatusHistory.of(steps);
    }
}
