package org.dealtracker.log;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.dealtracker.http.Fields;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Problem;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every list may be asked: which page, how long, in which order, as of when. */
public class ListRequest extends ShapedRequest {
    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 500;

    @QueryParam("limit")
    @Parameter(description = "How many records a page holds: 1 to 500, 50 by default.")
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Opaque, from the next link of the page before; the rest of the query must be the same.")
    String cursor;

    @QueryParam("sort")
    @Parameter(
            description = "One or more of slug, title, createdAt, updatedAt, by comma; '-' before one for descending."
                    + " Agreements also by stage, date and value, sources by date; what has none comes last.")
    String sort;

    @QueryParam("total")
    @Parameter(description = "'exact' counts past 10,000.")
    String total;

    @QueryParam("updatedSince")
    @Parameter(description = "Only records written at or after this instant (RFC 3339).")
    String updatedSince;

    @QueryParam("facets")
    @Parameter(description = "Adds how many of all records found have each value of these, by comma.")
    String facets;

    /** A query that can be carried out. */
    record Asked(Page page, Fields fields, List<String> facets, Instant since) {}

    /** @throws org.dealtracker.http.Problem 400 naming every parameter that cannot be read */
    Asked asked(ListType type) {
        Findings findings = new Findings();
        int rows = rows(limit, findings);
        List<Page.Order> orders = Page.orders(sort, type.sorts(), findings);
        if (total != null && !total.equals("exact")) {
            findings.malformed("total", "'total' may only be exact.");
        }
        Fields thin = Fields.read(fields, type.members(), findings);
        List<String> counted = facets == null ? List.of() : List.of(facets.split(",", -1));
        if (!type.facets().keySet().containsAll(counted)) {
            String known = String.join(", ", new TreeSet<>(type.facets().keySet()));
            findings.malformed("facets", "'facets' takes any of " + known + ", by comma.");
        }
        Instant since = since(updatedSince, findings);
        findings(findings);
        findings.throwIfAny();
        return new Asked(new Page(rows, orders, total != null), thin, counted, since);
    }

    static Instant since(String updatedSince, Findings findings) {
        try {
            Instant since = updatedSince == null ? null : Moments.instant("updatedSince", updatedSince);
            // Before any entry, and perhaps before anything that the database can tell.
            return since != null && since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since;
        } catch (Problem e) {
            findings.malformed("updatedSince", e.getMessage());
            return null;
        }
    }

    static int rows(String limit, Findings findings) {
        return Criteria.rows(limit, DEFAULT_LIMIT, MAX_LIMIT, findings);
    }

    /** Notes what is wrong with the parameters that lists of one kind have beside these. */
    protected void findings(Findings findings) {}

    /** Whether each record comes with the members that lists leave out. */
    protected boolean whole() {
        return false;
    }
}
