package org.dealtracker.export;

import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a download may ask beside what it is of: which part, and only if it is of the file that the client has begun. */
public class Conditions {
    @HeaderParam("Range")
    @Parameter(description = "One range of bytes, such as bytes=1000-; several are answered with the whole.")
    String range;

    @HeaderParam("If-Range")
    @Parameter(description = "The ETag of the file that the client has begun: of another one it gets the whole.")
    String ifRange;

    /** The range that is asked for, or null where the whole is, since that of which the client has a part is gone. */
    String of(String tag) {
        return ifRange == null || ifRange.trim().equals(tag) ? range : null;
    }
}
