package org.dealtracker.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.QueryParam;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.dealtracker.http.AddressedRequest;
import org.dealtracker.http.Cursor;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.dealtracker.log.Criteria;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of the archive is asked for. */
public class ReleasesRequest extends AddressedRequest {
    @QueryParam("limit")
    @Parameter(description = "How many releases a page holds: 1 to 500, 50 by default.")
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Opaque, from the next link of the page before; the rest of the query must be the same.")
    String cursor;

    /**
     * Where a page begins.
     *
     * @param newest when the newest release was published that the first page knew of: all pages show the same archive
     * @param from when the first of the page was
     */
    record Place(String query, Instant newest, Instant from) {}

    int rows() {
        Findings findings = new Findings();
        int rows = Criteria.rows(limit, 50, 500, findings);
        findings.throwIfAny();
        return rows;
    }

    /** Null for the first page. */
    Place place() {
        if (cursor == null) {
            return null;
        }
        try {
            ObjectNode content = Json.stored(Cursor.decode("cursor", cursor));
            String query = content.path("query").asText();
            if (query.equals(digest(question()))) {
                return new Place(
                        query,
                        Instant.parse(content.path("newest").asText()),
                        Instant.parse(content.path("from").asText()));
            }
        } catch (UncheckedIOException | ClassCastException | DateTimeException e) {
            // Falls through: the same answer.
        }
        throw Problem.badParameter("cursor", "'cursor' is not one that the list of releases gave.");
    }

    String next(Instant newest, Instant from) {
        return nextAddress(Cursor.encode(Json.bytes(new Place(digest(question()), newest, from))));
    }
}
