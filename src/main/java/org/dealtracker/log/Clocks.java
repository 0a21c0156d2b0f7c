package org.dealtracker.log;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The register's clock in a query: what it had recorded by then. The world's clock ({@code onDate}) is agreements'. */
public class Clocks {
    @QueryParam("asOf")
    @Parameter(description = "An instant (RFC 3339): the register as it was then. Not together with asOfSeq.")
    String asOf;

    @QueryParam("asOfSeq")
    @Parameter(description = "A number of the log: the register as it was after that entry. Not together with asOf.")
    String asOfSeq;

    boolean present() {
        return asOf == null && asOfSeq == null;
    }
}
