package org.dealtracker.log;

import jakarta.ws.rs.QueryParam;
import org.dealtracker.http.Findings;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of a record's uses may be asked: which page of it, as of when. */
public class UsesRequest extends ReadRequest {
    @QueryParam("limit")
    @Parameter(description = "How many uses a page holds: 1 to 500, 50 by default.")
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Opaque, from the next link of the page before; the rest of the query must be the same.")
    String cursor;

    /** @throws org.dealtracker.http.Problem 400 */
    int rows() {
        Findings findings = new Findings();
        int rows = ListRequest.rows(limit, findings);
        findings.throwIfAny();
        return rows;
    }
}
