package org.dealtracker.relation;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.dealtracker.agreement.Affiliates;
import org.dealtracker.http.Findings;
import org.dealtracker.log.SeriesRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Between whom. */
public class RelationsRequest extends SeriesRequest {
    @QueryParam("between")
    @Parameter(description = "Two parties by comma, each by id, slug, or ISO country code in capitals.")
    String between;

    @Override
    protected void findings(Findings findings) {
        List<String> sides = sides();
        if (sides.size() != 2 || sides.get(0).equals(sides.get(1))) {
            findings.malformed("between", "'between' takes two different parties by comma, such as pakistan,laaf.");
        } else {
            Affiliates.check("between", sides, findings);
        }
    }

    List<String> sides() {
        return between == null ? List.of() : Arrays.asList(between.split(",", -1));
    }
}
