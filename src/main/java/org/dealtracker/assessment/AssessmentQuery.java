package org.dealtracker.assessment;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;
import org.dealtracker.agreement.Affiliates;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.dealtracker.log.Criteria;
import org.dealtracker.log.Filter;
import org.dealtracker.log.ListRequest;
import org.dealtracker.log.Terms;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What assessments can be found by. */
public class AssessmentQuery extends ListRequest {
    @QueryParam("q")
    @Parameter(description = "Words that must all be in the paraphrase.")
    String q;

    @QueryParam("stance")
    @Parameter(description = "May be repeated: any of them.")
    List<String> stance;

    @QueryParam("theme")
    @Parameter(description = "May be repeated: any of them.")
    List<String> theme;

    @QueryParam("nature")
    @Parameter(description = "May be repeated: any of them.")
    List<String> nature;

    @QueryParam("finding")
    @Parameter(description = "May be repeated: any of them.")
    List<String> finding;

    @QueryParam("by")
    @Parameter(description = "The kind of voice. May be repeated: any of them.")
    List<String> by;

    @QueryParam("agreement")
    @Parameter(description = "The slug of an agreement that is judged. May be repeated: any of them.")
    List<String> agreement;

    @QueryParam("engagement")
    @Parameter(description = "The slug of an engagement that is judged. May be repeated: any of them.")
    List<String> engagement;

    @QueryParam("restriction")
    @Parameter(description = "The slug of a restriction that is spoken of. May be repeated: any of them.")
    List<String> restriction;

    @QueryParam("party")
    @Parameter(
            description =
                    "Who is judged, or whom it concerns, affiliates included: an id, a slug, or an ISO country code. May be repeated: any of them.")
    List<String> party;

    @QueryParam("region")
    @Parameter(description = "Whom it concerns, by its UN M49 code. May be repeated: any of them.")
    List<String> region;

    @QueryParam("source")
    @Parameter(description = "A slug of a source that it cites. May be repeated: any of them.")
    List<String> source;

    @QueryParam("from")
    @Parameter(description = "A day: what may have been said on or after it.")
    String from;

    @QueryParam("to")
    @Parameter(description = "A day: what may have been said on or before it.")
    String to;

    @Override
    protected void findings(Findings findings) {
        Code.check("stance", stance, AssessmentStance.class, findings);
        Code.check("theme", theme, Theme.class, findings);
        Code.check("nature", nature, Nature.class, findings);
        Code.check("finding", finding, Finding.class, findings);
        Code.check("by", by, VoiceKind.class, findings);
        Code.check("region", region, Region.class, findings);
        Affiliates.check("party", party, findings);
        Criteria.days(from, to, findings);
    }

    void narrow(Filter filter, long n, Affiliates affiliates) {
        if (q != null) {
            filter.allOf(Terms.words(Stream.of(q)));
        }
        Criteria.any(filter, "stance", stance);
        Criteria.any(filter, "theme", theme);
        Criteria.any(filter, "nature", nature);
        Criteria.any(filter, "finding", finding);
        Criteria.any(filter, "by", by);
        Criteria.any(filter, "agreement", agreement);
        Criteria.any(filter, "engagement", engagement);
        Criteria.any(filter, "restriction", restriction);
        Criteria.any(filter, "region", region);
        Criteria.any(filter, "source", source);
        if (!party.isEmpty()) {
            filter.anyOf(Terms.each("party", List.copyOf(affiliates.of(party, n, true, null))));
        }
        Criteria.between(filter, "when", from, to);
    }
}
