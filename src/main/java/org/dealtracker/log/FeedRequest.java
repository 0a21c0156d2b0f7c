package org.dealtracker.log;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a reader of the feed may say, however he reads it: where he stands, and what he wants of it. */
public class FeedRequest {
    @QueryParam("since")
    @Parameter(description = "A cursor of this feed; 'now' begins with the next change.")
    String since;

    @QueryParam("significance")
    @Parameter(description = "Only entries that changed what the register says, or only editorial ones.")
    String significance;

    @QueryParam("include")
    @Parameter(description = "'record' adds each record as of its entry.")
    String include;

    /** Notes what cannot be read. */
    FeedFilter filter(FeedFilter ofRecords, Findings findings) {
        if (include != null && !include.equals("record")) {
            findings.malformed("include", "'include' may only be record.");
        }
        if (significance == null) {
            return ofRecords;
        }
        Code.check("significance", List.of(significance), Significance.class, findings);
        return ofRecords.of(Code.of(Significance.class, significance));
    }
}
