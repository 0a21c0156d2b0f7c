package org.dealtracker.log;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Function;
import org.dealtracker.http.Findings;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** A question for one page of the feed. */
public class ChangesRequest extends FeedRequest {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;
    private static final int LONGEST_WAIT = 30;
    /** A page with records ends here even if the limit allows more entries. */
    private static final int LARGEST_PAGE = 4 * 1024 * 1024;

    @QueryParam("limit")
    @Parameter(description = "1 to 1,000 entries, 100 by default.")
    String limit;

    @QueryParam("wait")
    @Parameter(description = "For so many seconds, 30 at most, the answer may wait for something to tell.")
    String wait;

    @HeaderParam(HttpHeaders.IF_NONE_MATCH)
    @Parameter(description = "The ETag that the client holds; 304 when it is still current.")
    String ifNoneMatch;

    /**
     * A question that can be asked.
     *
     * @param bytes what the documents may have together; 0 without documents
     * @param seconds how long an answer may be waited for
     */
    record Asked(FeedCursor place, FeedFilter filter, int limit, int bytes, int seconds) {}

    /** @throws org.dealtracker.http.Problem 400 naming every parameter that cannot be read */
    Asked asked(Feed feed, Function<Findings, FeedFilter> ofRecords) {
        Findings findings = new Findings();
        int entries = Criteria.rows(limit, DEFAULT_LIMIT, MAX_LIMIT, findings);
        int seconds = wait == null ? 0 : wait.matches("[0-9]{1,2}") ? Integer.parseInt(wait) : -1;
        if (seconds < 0 || seconds > LONGEST_WAIT) {
            findings.malformed("wait", "'wait' must be a whole number of seconds from 0 to " + LONGEST_WAIT + ".");
        }
        FeedFilter filter = filter(ofRecords.apply(findings), findings);
        findings.throwIfAny();
        return new Asked(feed.place(since, "since"), filter, entries, include == null ? 0 : LARGEST_PAGE, seconds);
    }
}
