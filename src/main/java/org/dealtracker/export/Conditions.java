package org.dealtracker.export;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a download may ask beside what it is of: which part, and only if it is of the file that the client has begun. */
public class Conditions {
    @Context
    HttpServerRequest sent;

    @HeaderParam("Range")
    @Parameter(description = "One range of bytes, such as bytes=1000-; several are answered with the whole.")
    String range;

    @HeaderParam("If-Range")
    @Parameter(description = "The ETag of the file that the client has begun: of another one it gets the whole.")
    String ifRange;

    /**
     * The range that is asked for, or null where the whole is: that of which the client has a part is gone, or it wants no
     * body (RFC 9110, section 14.2).
     */
    String of(String tag) {
        boolean same = ifRange == null || ifRange.trim().equals(tag);
        return same && sent.method() == HttpMethod.GET ? range : null;
    }
}
