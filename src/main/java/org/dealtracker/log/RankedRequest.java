package org.dealtracker.log;

import jakarta.ws.rs.QueryParam;
import java.util.TreeSet;
import org.dealtracker.http.Findings;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list in the order of how well records answer a question may be asked besides: which page, as of when. */
public abstract class RankedRequest extends ReadRequest {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    @QueryParam("limit")
    @Parameter(description = "How many records a page holds: 1 to 100, 20 by default.")
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Opaque, from the next link of the page before; the rest of the query must be the same.")
    String cursor;

    int rows(Findings findings) {
        return rows(limit, DEFAULT_LIMIT, MAX_LIMIT, findings);
    }

    /** How many rows are asked for; what cannot be read is noted. */
    public static int rows(String limit, int otherwise, int most, Findings findings) {
        int rows = limit == null ? otherwise : limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : 0;
        if (rows < 1 || rows > most) {
            findings.malformed("limit", "'limit' must be a whole number from 1 to " + most + ".");
        }
        return rows;
    }

    /** Notes what is wrong with the parameters beside these. */
    protected abstract void findings(Findings findings);

    /** The query but for the page: what a cursor is bound to. */
    String question() {
        TreeSet<String> pairs = new TreeSet<>(pairs());
        pairs.removeIf(pair -> pair.startsWith("cursor=") || pair.startsWith("limit="));
        return String.join("&", pairs);
    }
}
