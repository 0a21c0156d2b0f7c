package org.dealtracker.restriction;

import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dealtracker.agreement.Affiliates;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.dealtracker.log.Criteria;
import org.dealtracker.log.Filter;
import org.dealtracker.log.ListRequest;
import org.dealtracker.log.Terms;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What restrictions can be found by. */
public class RestrictionQuery extends ListRequest {
    @QueryParam("name")
    @Parameter(description = "A title, an issuer or a reference, or something that looks like one.")
    String name;

    @QueryParam("direction")
    @Parameter(description = "May be repeated: any of them.")
    List<String> direction;

    @QueryParam("scope")
    @Parameter(
            description =
                    "What it is about, named as such or by all_goods or all_services. May be repeated: any of them.")
    List<String> scope;

    @QueryParam("party")
    @Parameter(
            description =
                    "Whom it targets, by itself or as somebody who belongs to a target: an id, a slug, or an ISO country code. May be repeated: any of them.")
    List<String> party;

    @QueryParam("source")
    @Parameter(description = "A slug of a source that it cites. May be repeated: any of them.")
    List<String> source;

    @QueryParam("inForceOn")
    @Parameter(description = "A day: what may have been in force then.")
    String inForceOn;

    @Override
    protected void findings(Findings findings) {
        Code.check("direction", direction, Direction.class, findings);
        Code.check("scope", scope, Scope.class, findings);
        Affiliates.check("party", party, findings);
        Criteria.day("inForceOn", inForceOn, findings);
    }

    void narrow(Filter filter, long n, Affiliates affiliates) {
        if (name != null) {
            filter.named(Terms.plain(name));
        }
        Criteria.any(filter, "direction", direction);
        Criteria.any(filter, "source", source);
        if (!scope.isEmpty()) {
            Set<String> about = new LinkedHashSet<>(scope);
            about.add(Restriction.ANY_SCOPE);
            for (String code : scope) {
                Scope named = Code.of(Scope.class, code);
                about.add((named.isGoods() ? Scope.ALL_GOODS : Scope.ALL_SERVICES).code());
            }
            Criteria.any(filter, "scope", about);
        }
        if (!party.isEmpty()) {
            filter.anyOf(Terms.each("target", List.copyOf(affiliates.above(party, n))));
        }
        Criteria.between(filter, "force", inForceOn, inForceOn);
    }
}
