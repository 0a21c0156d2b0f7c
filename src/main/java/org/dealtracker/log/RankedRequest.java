package org.dealtracker.log;

import jakarta.ws.rs.QueryParam;
import org.dealtracker.http.Findings;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list in the order of how well records answer a question may be asked besides: which page, as of when. */
public abstract class RankedRequest extends ReadRequest {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    @QueryParam("limit")
    @Parameter(description = "How many records a page holds: 1 to 100, 20 by default.")
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Opaque, from the next link of the page before; the rest of the query must be the same.")
    String cursor;

    int rows(Findings findings) {
        return Criteria.rows(limit, DEFAULT_LIMIT, MAX_LIMIT, findings);
    }

    /** Notes what is wrong with the parameters beside these. */
    protected abstract void findings(Findings findings);
}
