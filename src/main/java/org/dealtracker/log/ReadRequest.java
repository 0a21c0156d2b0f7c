package org.dealtracker.log;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dealtracker.http.ETags;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every GET of a record or list may say: as of when, and what the client holds already. */
public class ReadRequest {
    @BeanParam
    Clocks clocks;

    @HeaderParam(HttpHeaders.IF_NONE_MATCH)
    @Parameter(description = "The ETag that the client holds; 304 when it is still current.")
    String ifNoneMatch;

    /** As it was sent, where the framework's own idea of an address needs a host that HTTP/1.0 does not name. */
    @Context
    HttpServerRequest sent;

    String path() {
        return sent.path();
    }

    String query() {
        return sent.query();
    }

    /** A short digest of what is asked at this address, for tags and cursors. */
    String digest(String asked) {
        return ETags.digest(path() + "?" + asked);
    }

    /** The query but for the page, however its parameters are ordered: what a cursor is bound to. */
    String question() {
        TreeSet<String> question = new TreeSet<>(pairs());
        question.removeIf(pair -> pair.startsWith("cursor=") || pair.startsWith("limit="));
        return String.join("&", question);
    }

    List<String> pairs() {
        return query() == null ? List.of() : List.of(query().split("&"));
    }

    /** The same address with another cursor. */
    String nextAddress(String cursor) {
        List<String> pairs = new ArrayList<>(pairs());
        pairs.removeIf(pair -> pair.startsWith("cursor="));
        pairs.add("cursor=" + cursor);
        return path() + "?" + String.join("&", pairs);
    }
}
