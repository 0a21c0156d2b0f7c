package org.dealtracker.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every GET may say, whatever it asks for: what the client holds already. It also knows the address it was sent to. */
public class AddressedRequest {
    @HeaderParam(HttpHeaders.IF_NONE_MATCH)
    @Parameter(description = "The ETag that the client holds; 304 when it is still current.")
    String ifNoneMatch;

    /** As it was sent, where the framework's own idea of an address needs a host that HTTP/1.0 does not name. */
    @Context
    HttpServerRequest sent;

    public String path() {
        return sent.path();
    }

    /** As it was sent, or null. */
    public String query() {
        return sent.query();
    }

    /** Whether the client sent any tag at all. */
    public boolean holdsSomething() {
        return ifNoneMatch != null;
    }

    /** Whether a strong tag is among those that the client holds. */
    public boolean holds(String etag) {
        return ETags.noneMatchHits(ifNoneMatch, etag);
    }

    /** A short digest of what is asked at this address, for tags and cursors. */
    public String digest(String asked) {
        return ETags.digest(path() + "?" + asked);
    }

    /** The query but for the page, however its parameters are ordered: what a cursor is bound to. */
    public String question() {
        TreeSet<String> question = new TreeSet<>(pairs());
        question.removeIf(pair -> pair.startsWith("cursor=") || pair.startsWith("limit="));
        return String.join("&", question);
    }

    private List<String> pairs() {
        return query() == null ? List.of() : List.of(query().split("&"));
    }

    /** The same address with another cursor. */
    public String nextAddress(String cursor) {
        List<String> pairs = new ArrayList<>(pairs());
        pairs.removeIf(pair -> pair.startsWith("cursor="));
        pairs.add("cursor=" + cursor);
        return path() + "?" + String.join("&", pairs);
    }
}
