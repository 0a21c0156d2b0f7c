package org.dealtracker.source;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.dealtracker.log.Criteria;
import org.dealtracker.log.Filter;
import org.dealtracker.log.Index.Span;
import org.dealtracker.log.ListRequest;
import org.dealtracker.log.Terms;
import org.dealtracker.uncertain.DoubtException;
import org.dealtracker.uncertain.FuzzyDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What sources can be found by. */
public class SourceQuery extends ListRequest {
    @QueryParam("publisher")
    @Parameter(description = "The publisher's name, whatever its case and accents.")
    List<String> publisher;

    @QueryParam("name")
    @Parameter(description = "A title or publisher, or something that looks like one.")
    String name;

    @QueryParam("kind")
    List<String> kind;

    @QueryParam("origin")
    List<String> origin;

    @QueryParam("published")
    @Parameter(description = "A day, month, year or span (EDTF): what may have been published then.")
    String published;

    @QueryParam("retracted")
    @Parameter(description = "'true': only those withdrawn; 'false': only the others.")
    String retracted;

    @Override
    protected void findings(Findings findings) {
        Code.check("kind", kind, SourceKind.class, findings);
        Code.check("origin", origin, Origin.class, findings);
        if (retracted != null && !retracted.equals("true") && !retracted.equals("false")) {
            findings.malformed("retracted", "'retracted' may be true or false.");
        }
        if (published != null) {
            try {
                FuzzyDate.parse(published);
            } catch (DoubtException e) {
                findings.malformed("published", "'published': " + e.getMessage());
            }
        }
    }

    void narrow(Filter filter) {
        Criteria.any(filter, "publisher", publisher.stream().map(Terms::plain).toList());
        Criteria.any(filter, "kind", kind);
        Criteria.any(filter, "origin", origin);
        if (name != null) {
            filter.named(Terms.plain(name));
        }
        if (retracted != null) {
            filter.anyOf(List.of(Terms.of("retracted", retracted)));
        }
        if (published != null) {
            FuzzyDate date = FuzzyDate.parse(published);
            filter.within("published", List.of(), List.of(), Span.days(date.earliest(), date.latest()), false);
        }
    }
}
