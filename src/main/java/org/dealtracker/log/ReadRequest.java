package org.dealtracker.log;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every GET of a record or list may say: as of when, and what the client holds already. */
public class ReadRequest {
    @BeanParam
    Clocks clocks;

    @HeaderParam(HttpHeaders.IF_NONE_MATCH)
    @Parameter(description = "The ETag that the client holds; 304 when it is still current.")
    String ifNoneMatch;

    @Context
    UriInfo uri;

    String path() {
        return uri.getRequestUri().getRawPath();
    }

    String query() {
        return uri.getRequestUri().getRawQuery();
    }
}
