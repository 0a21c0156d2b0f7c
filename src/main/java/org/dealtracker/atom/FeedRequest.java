package org.dealtracker.atom;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.dealtracker.http.Addresses;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Texts;
import org.dealtracker.log.Criteria;
import org.dealtracker.log.Recent.Part;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a feed may be asked: how much of it, from where back, and what the reader has already. */
public class FeedRequest {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;

    @QueryParam("limit")
    @Parameter(description = "How many entries: 1 to 100, 50 by default.")
    String limit;

    @QueryParam("before")
    @Parameter(description = "Only entries before this number of the log.")
    String before;

    @QueryParam("significance")
    @Parameter(description = "'semantic' leaves out what only words something otherwise.")
    String significance;

    @HeaderParam(HttpHeaders.IF_NONE_MATCH)
    @Parameter(description = "The ETag that the client holds; 304 when it is still current.")
    String ifNoneMatch;

    @HeaderParam(HttpHeaders.IF_MODIFIED_SINCE)
    @Parameter(description = "The Last-Modified that the client holds; read where it sends no If-None-Match.")
    String ifModifiedSince;

    @Context
    HttpServerRequest request;

    /** @throws org.dealtracker.http.Problem 400 naming every parameter that cannot be read */
    Part part() {
        Findings findings = new Findings();
        int most = Criteria.rows(limit, DEFAULT_LIMIT, MAX_LIMIT, findings);
        boolean number = before == null || before.matches("[1-9][0-9]{0,17}");
        if (!number) {
            findings.malformed("before", "'before' must be a number of the log, 1 or more.");
        }
        if (significance != null && !significance.equals("semantic")) {
            findings.malformed(
                    "significance",
                    "'significance' may only be semantic, not '" + Texts.shown(significance)
                            + "'; without it the feed has the editorial changes too.");
        }
        findings.throwIfAny();
        long from = before == null || !number ? Long.MAX_VALUE : Long.parseLong(before);
        return new Part(from, significance != null, most);
    }

    URI address() {
        return Addresses.of(request);
    }

    /** The same feed from the entry before a number back; from the newest one for null. */
    String address(Long earlierThan) {
        StringBuilder query = new StringBuilder();
        add(query, "limit", limit);
        add(query, "significance", significance);
        add(query, "before", earlierThan == null ? null : earlierThan.toString());
        return base() + address().getRawPath() + query;
    }

    private static void add(StringBuilder query, String name, String value) {
        if (value != null) {
            query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
        }
    }

    /** Scheme, host and port by which the service was asked. */
    String base() {
        return Addresses.base(request);
    }
}
