package org.dealtracker.agreement;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.stream.Stream;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.dealtracker.log.Criteria;
import org.dealtracker.log.Filter;
import org.dealtracker.log.Terms;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What agreements can be found by, in lists and wherever else only they are asked for. */
public class AgreementQuery extends AgreementFilters {
    @QueryParam("q")
    @Parameter(description = "Words that must all be in title, summary, parties' names or items.")
    String q;

    @QueryParam("kind")
    List<String> kind;

    @Override
    public boolean isEmpty() {
        return q == null && kind.isEmpty() && super.isEmpty();
    }

    @Override
    public void findings(Findings findings) {
        Code.check("kind", kind, AgreementKind.class, findings);
        super.findings(findings);
    }

    @Override
    public void narrow(Filter filter, long n, Affiliates parties) {
        Criteria.any(filter, "kind", kind);
        if (q != null) {
            filter.allOf(Terms.words(Stream.of(q)));
        }
        super.narrow(filter, n, parties);
    }
}
