package org.dealtracker.search;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.dealtracker.log.Criteria;
import org.dealtracker.log.ReadRequest;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Suggestions.Asked;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** A name that is being typed. */
public class SuggestRequest extends ReadRequest {
    private static final int LONGEST = 100;

    @QueryParam("q")
    @Parameter(description = "What was typed so far.")
    String q;

    @QueryParam("kind")
    @Parameter(description = "Only records of these kinds; all unless given.")
    List<String> kind;

    @QueryParam("limit")
    @Parameter(description = "How many suggestions: 1 to 20, 10 by default.")
    String limit;

    /** @throws org.dealtracker.http.Problem 400 */
    Asked asked() {
        Findings findings = new Findings();
        int most = Criteria.rows(limit, 10, 20, findings);
        SearchRequest.question(q, LONGEST, findings);
        Code.check("kind", kind, RecordKind.class, findings);
        findings.throwIfAny();
        return new Asked(q, SearchRequest.kinds(kind), most);
    }
}
