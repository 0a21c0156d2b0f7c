package org.dealtracker.log;

import jakarta.ws.rs.HeaderParam;
import org.dealtracker.http.Findings;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** A question for all of the feed from a place on, as a stream of events. */
class StreamRequest extends FeedRequest {
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    @HeaderParam(LAST_EVENT_ID)
    @Parameter(description = "The id of the last event that a client had; it goes before since.")
    String lastEventId;

    record Asked(FeedCursor place, FeedFilter filter, boolean records) {}

    /** @throws org.dealtracker.http.Problem 400 naming every parameter that cannot be read, 410 for a place of another log */
    Asked asked(Feed feed, WhichRecords which) {
        Findings findings = new Findings();
        FeedFilter filter = filter(which.filter(feed, findings), findings);
        findings.throwIfAny();
        FeedCursor place = lastEventId == null || lastEventId.isEmpty()
                ? feed.place(since, "since")
                : feed.place(lastEventId, LAST_EVENT_ID);
        feed.requireOurs(place);
        return new Asked(place, filter, include != null);
    }
}
