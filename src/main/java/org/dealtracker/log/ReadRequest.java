package org.dealtracker.log;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    public String path() {
        return sent.path();
    }

    String query() {
        return sent.query();
    }

    /** Whether the client holds what an entity tag names. */
    public boolean holds(String tag) {
        return ETags.noneMatchHits(ifNoneMatch, tag);
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

    /**
     * The query but for some parameters, in one order and one spelling, however it was sent: what names the same always
     * reads the same.
     */
    public String canonicalQuery(Set<String> without) {
        TreeSet<String> canonical = new TreeSet<>();
        for (String pair : pairs()) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!pair.isEmpty() && !without.contains(name)) {
                canonical.add(encoded(name) + "=" + encoded(decoded(equals < 0 ? "" : pair.substring(equals + 1))));
            }
        }
        return String.join("&", canonical);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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
