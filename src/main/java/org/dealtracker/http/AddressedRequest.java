package org.dealtracker.http;

import io.vertx.core.http.HttpServerRequest;
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

    /**
     * Scheme, host and port by which the service was asked.
     *
     * @throws Problem 400 where the client does not say that, or says what is no name
     */
    public String base() {
        return Addresses.base(sent);
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
