package org.dealtracker.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Lets pages of any site read (the CORS protocol of the Fetch standard); to write they would need a key, which they have
 * no business to hold. The framework's own filter would answer a write that names another origin with an empty 403,
 * although it comes with a key and from no page at all.
 */
public class CrossOrigin {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String EXPOSED =
            "ETag, Link, Location, Feed-Head, Content-Location, Memento-Datetime, Retry-After, Content-Disposition,"
                    + " Content-Digest, Repr-Digest, Content-Range, Accept-Ranges";

    /** Whether a request only reads. */
    public static boolean reads(HttpServerRequest request) {
        return READING.contains(request.method().name());
    }

    @ServerResponseFilter
    public void allow(ContainerResponseContext answer, HttpServerRequest request) {
        // An answer may be compressed for some and plain for others (RFC 9110, section 12.5.5).
        answer.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (reads(request)) {
            answer.getHeaders().putSingle("Access-Control-Allow-Origin", "*");
            answer.getHeaders().putSingle("Access-Control-Expose-Headers", EXPOSED);
        }
    }

    /** The same for an answer that no filter sees. */
    public static void allowReading(MultiMap headers) {
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .set("Access-Control-Allow-Origin", "*")
                .set("Access-Control-Expose-Headers", EXPOSED);
    }

    /** Answers the question that a browser asks before a page reads with headers of its own. */
    static void preflight(HttpServerRequest request, ResponseBuilder answer) {
        String method = request.getHeader("Access-Control-Request-Method");
        if (method != null && READING.contains(method)) {
            answer.header("Access-Control-Allow-Origin", "*")
                    .header("Access-Control-Allow-Methods", "GET, HEAD")
                    .header("Access-Control-Allow-Headers", "Accept, If-None-Match, Last-Event-ID")
                    .header("Access-Control-Max-Age", "86400");
        }
    }
}
