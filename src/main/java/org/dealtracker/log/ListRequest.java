package org.dealtracker.log;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dealtracker.http.Findings;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every list may be asked: which page, how long, in which order, as of when. */
public class ListRequest extends ReadRequest {
    static final int DEFAULT_LIMIT = 50;
    static final int MAX_LIMIT = 500;

    @QueryParam("limit")
    @Parameter(description = "How many records a page holds: 1 to 500, 50 by default.")
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Opaque, from the next link of the page before; the rest of the query must be the same.")
    String cursor;

    @QueryParam("sort")
    @Parameter(
            description = "One or more of slug, title, createdAt, updatedAt, by comma; '-' before one for descending.")
    String sort;

    @QueryParam("total")
    @Parameter(description = "'exact' counts past 10,000.")
    String total;

    /** @throws org.dealtracker.http.Problem 400 naming every parameter that cannot be read */
    Page page() {
        Findings findings = new Findings();
        int rows = DEFAULT_LIMIT;
        if (limit != null) {
            boolean number = limit.matches("[0-9]{1,4}");
            rows = number ? Integer.parseInt(limit) : 0;
            if (rows < 1 || rows > MAX_LIMIT) {
                findings.malformed("limit", "'limit' must be a whole number from 1 to " + MAX_LIMIT + ".");
            }
        }
        List<Page.Order> orders = Page.orders(sort, findings);
        if (total != null && !total.equals("exact")) {
            findings.malformed("total", "'total' may only be exact.");
        }
        findings.throwIfAny();
        return new Page(rows, orders, total != null);
    }

    /** The query but for the page: what a cursor is bound to. */
    String filter() {
        TreeSet<String> pairs = new TreeSet<>(pairs());
        pairs.removeIf(pair -> pair.startsWith("cursor=") || pair.startsWith("limit="));
        return String.join("&", pairs);
    }

    String nextAddress(String next) {
        List<String> pairs = new ArrayList<>(pairs());
        pairs.removeIf(pair -> pair.startsWith("cursor="));
        pairs.add("cursor=" + next);
        return path() + "?" + String.join("&", pairs);
    }

    private List<String> pairs() {
        return query() == null ? List.of() : List.of(query().split("&"));
    }
}
