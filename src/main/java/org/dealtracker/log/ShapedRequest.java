package org.dealtracker.log;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a GET of whole records may say: besides the moment, which of their members it wants. */
public class ShapedRequest extends ReadRequest {
    @QueryParam("fields")
    @Parameter(description = "Only these members, by comma, with dots to what is inside: slug,headline.stage.")
    String fields;
}
