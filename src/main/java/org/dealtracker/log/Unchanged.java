package org.dealtracker.log;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dealtracker.http.CrossOrigin;

/**
 * Answers 304 on the thread that read the request, before the request is matched with a resource, where a tag that this
 * node gave before still holds. Dashboards ask every second, and nearly always nothing has changed.
 */
@ApplicationScoped
class Unchanged {
    /** After the framework's own handlers that see every request, before its routes. */
    private static final int PRIORITY = 10;

    private static final Set<String> PLAIN =
            Set.of("*/*", "application/json", "application/json, */*", "application/json, text/plain, */*");

    private final Given given;

    Unchanged(Given given) {
        this.given = given;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, PRIORITY);
    }

    private void answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        String held = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        Optional<Given.Current> current = held == null || !CrossOrigin.reads(request) || !takesJson(request)
                ? Optional.empty()
                : given.holds(request.uri(), held);
        if (current.isEmpty()) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response();
        response.setStatusCode(304);
        response.headers()
                .set(HttpHeaders.ETAG, current.get().tag())
                .set(Answers.FEED_HEAD, Long.toString(current.get().n()))
                .set(HttpHeaders.CACHE_CONTROL, "no-cache");
        CrossOrigin.allowReading(response.headers());
        if (current.get().negotiated()) {
            response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        response.end();
    }

    /**
     * Whoever takes nothing that we have, or would rather have another format, is not told that this one is unchanged.
     * What says more than these words is left to the framework, which weighs it.
     */
    private static boolean takesJson(HttpServerRequest request) {
        List<String> accept = request.headers().getAll(HttpHeaders.ACCEPT);
        return accept.isEmpty() || accept.size() == 1 && PLAIN.contains(accept.get(0));
    }
}
