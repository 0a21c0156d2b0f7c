package org.dealtracker.party;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.dealtracker.log.Criteria;
import org.dealtracker.log.Filter;
import org.dealtracker.log.ListRequest;
import org.dealtracker.log.Terms;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What parties can be found by. */
public class PartyQuery extends ListRequest {
    @QueryParam("name")
    @Parameter(description = "A name or alias, or something that looks like one: Hafter finds Haftar.")
    String name;

    @QueryParam("kind")
    List<String> kind;

    @QueryParam("country")
    @Parameter(description = "ISO 3166-1, two capital letters.")
    List<String> country;

    @Override
    protected void findings(Findings findings) {
        Code.check("kind", kind, PartyKind.class, findings);
        if (!country.stream().allMatch(code -> code.matches("[A-Z]{2}"))) {
            findings.malformed("country", "'country' must be an ISO 3166-1 code of two capital letters, such as PK.");
        }
    }

    void narrow(Filter filter) {
        if (name != null) {
            filter.named(Terms.plain(name));
        }
        Criteria.any(filter, "kind", kind);
        Criteria.any(filter, "country", country);
    }
}
