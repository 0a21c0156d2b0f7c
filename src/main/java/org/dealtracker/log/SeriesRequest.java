package org.dealtracker.log;

import jakarta.ws.rs.QueryParam;
import org.dealtracker.http.Findings;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a series that is worked out as a whole may be asked: which page of it, as of when. */
public abstract class SeriesRequest extends ReadRequest {
    @QueryParam("limit")
    @Parameter(description = "How many items a page holds: 1 to 500, 50 by default.")
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Opaque, from the next link of the page before; the rest of the query must be the same.")
    String cursor;

    /** Notes what is wrong with the parameters beside these. */
    protected abstract void findings(Findings findings);

    int rows() {
        Findings findings = new Findings();
        int rows = ListRequest.rows(limit, findings);
        findings(findings);
        findings.throwIfAny();
        return rows;
    }
}
