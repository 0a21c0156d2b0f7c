package org.dealtracker.engagement;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.dealtracker.agreement.Affiliates;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.dealtracker.log.Criteria;
import org.dealtracker.log.Filter;
import org.dealtracker.log.ListRequest;
import org.dealtracker.log.Terms;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What engagements can be found by. */
public class EngagementQuery extends ListRequest {
    @QueryParam("name")
    @Parameter(description = "A title, or something that looks like one.")
    String name;

    @QueryParam("kind")
    @Parameter(description = "May be repeated: any of them.")
    List<String> kind;

    @QueryParam("topic")
    @Parameter(description = "May be repeated: any of them.")
    List<String> topic;

    @QueryParam("party")
    @Parameter(
            description =
                    "Who took part, affiliates included: an id, a slug, or an ISO country code. May be repeated: any of them.")
    List<String> party;

    @QueryParam("agreement")
    @Parameter(description = "A slug of an agreement that it bears on. May be repeated: any of them.")
    List<String> agreement;

    @QueryParam("source")
    @Parameter(description = "A slug of a source that it cites. May be repeated: any of them.")
    List<String> source;

    @QueryParam("from")
    @Parameter(description = "A day: what may have been on or after it.")
    String from;

    @QueryParam("to")
    @Parameter(description = "A day: what may have been on or before it.")
    String to;

    @Override
    protected void findings(Findings findings) {
        Code.check("kind", kind, EngagementKind.class, findings);
        Code.check("topic", topic, TopicCode.class, findings);
        Affiliates.check("party", party, findings);
        Criteria.days(from, to, findings);
    }

    void narrow(Filter filter, long n, Affiliates affiliates) {
        if (name != null) {
            filter.named(Terms.plain(name));
        }
        Criteria.any(filter, "kind", kind);
        Criteria.any(filter, "topic", topic);
        Criteria.any(filter, "agreement", agreement);
        Criteria.any(filter, "source", source);
        if (!party.isEmpty()) {
            filter.anyOf(Terms.each("party", List.copyOf(affiliates.of(party, n, true, null))));
        }
        Criteria.between(filter, "when", from, to);
    }
}
