package org.dealtracker.agreement;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.dealtracker.http.Findings;
import org.dealtracker.log.ListRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of agreements may be asked: of which, and which page of it. */
public class AgreementListRequest extends ListRequest {
    @BeanParam
    AgreementQuery query;

    @QueryParam("expand")
    @Parameter(description = "'claims' brings the claims along.")
    String expand;

    @Override
    protected boolean whole() {
        return expand != null;
    }

    @Override
    protected void findings(Findings findings) {
        query.findings(findings);
        AgreementQuery.oneOf("expand", expand, List.of("claims"), findings);
    }
}
