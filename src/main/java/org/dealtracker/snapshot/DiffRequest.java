package org.dealtracker.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.QueryParam;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dealtracker.http.AddressedRequest;
import org.dealtracker.http.Code;
import org.dealtracker.http.Cursor;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.dealtracker.log.Between.Place;
import org.dealtracker.log.Between.Which;
import org.dealtracker.log.Criteria;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Significance;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Of which records somebody wants to know what became, and which page of them. */
public class DiffRequest extends AddressedRequest {
    @QueryParam("kind")
    @Parameter(description = "Only records of these kinds.")
    List<String> kind;

    @QueryParam("significance")
    @Parameter(description = "Only entries that changed what the register says, or only editorial ones.")
    String significance;

    @QueryParam("limit")
    @Parameter(description = "How many records a page holds: 1 to 500, 50 by default.")
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Opaque, from the next link of the page before; the rest of the query must be the same.")
    String cursor;

    /** A question that can be answered. */
    record Asked(Which which, Place after, int rows) {}

    private record Continued(String query, String kind, String slug) {}

    /** @throws Problem 400 naming every parameter that cannot be read */
    Asked asked() {
        Findings findings = new Findings();
        int rows = Criteria.rows(limit, 50, 500, findings);
        Code.check("kind", kind, RecordKind.class, findings);
        Code.check(
                "significance", significance == null ? List.of() : List.of(significance), Significance.class, findings);
        Place after = cursor == null ? Place.BEGINNING : place(findings);
        findings.throwIfAny();
        Set<RecordKind> kinds = EnumSet.allOf(RecordKind.class);
        kinds.removeIf(each -> !kind.isEmpty() && !kind.contains(each.code()));
        return new Asked(new Which(kinds, Code.of(Significance.class, significance)), after, rows);
    }

    private Place place(Findings findings) {
        try {
            ObjectNode content = Json.stored(Cursor.decode("cursor", cursor));
            if (content.path("query").asText().equals(digest(question()))) {
                return new Place(
                        content.path("kind").asText(), content.path("slug").asText());
            }
        } catch (Problem | UncheckedIOException | ClassCastException e) {
            // Falls through: the same answer.
        }
        findings.malformed("cursor", "'cursor' is not one that was given for this query; begin again without it.");
        return null;
    }

    String next(Place last) {
        Continued next = new Continued(digest(question()), last.kind(), last.slug());
        return nextAddress(Cursor.encode(Json.bytes(next)));
    }
}
