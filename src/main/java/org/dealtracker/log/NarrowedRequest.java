package org.dealtracker.log;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.dealtracker.http.Findings;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What an answer that is worked out of many records may be asked: of which of them, as of when. */
public class NarrowedRequest extends ReadRequest {
    @QueryParam("updatedSince")
    @Parameter(description = "Only records written at or after this instant (RFC 3339).")
    String updatedSince;

    /**
     * Since when the records have to be written, or null.
     *
     * @throws org.dealtracker.http.Problem 400 naming every parameter that cannot be read
     */
    public Instant since() {
        Findings findings = new Findings();
        Instant since = ListRequest.since(updatedSince, findings);
        findings(findings);
        findings.throwIfAny();
        return since;
    }

    /** Notes what is wrong with the parameters that a request has beside these. */
    protected void findings(Findings findings) {}
}
