package org.dealtracker.search;

import jakarta.ws.rs.QueryParam;
import org.dealtracker.http.Findings;
import org.dealtracker.log.Criteria;
import org.dealtracker.log.ReadRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How many of those that may be of the same thing are wanted, as of when. */
public class DuplicatesRequest extends ReadRequest {
    @QueryParam("limit")
    @Parameter(description = "How many records are shown: 1 to 100, 20 by default.")
    String limit;

    /** @throws org.dealtracker.http.Problem 400 */
    int rows() {
        Findings findings = new Findings();
        int rows = Criteria.rows(limit, 20, 100, findings);
        findings.throwIfAny();
        return rows;
    }
}
