package org.dealtracker.http;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Gives the errors that arise before or beside the resources (a body too large, no such path) the same shape. */
class ServerProblems {
    private final BodyLimits limits;

    ServerProblems(BodyLimits limits) {
        this.limits = limits;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::measure).failureHandler(ServerProblems::fail);
        // Just after the server's own limit was noted.
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::limit);
        // Raised before any route is matched, by an address that cannot be decoded.
        router.errorHandler(400, context -> answer(context, ProblemMapper.ofStatus(400)));
        router.route("/api/*").last().handler(context -> answer(context, ProblemMapper.ofStatus(404)));
    }

    /** The server itself would refuse a large body too, but without a word. */
    private void measure(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null
                && (length.length() > 18
                        || Long.parseLong(length) > limits.of(context.request().path()))) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            answer(context, ProblemMapper.ofStatus(413));
        } else {
            context.next();
        }
    }

    /** A body whose length is not announced is counted while it is read. */
    private void limit(RoutingContext context) {
        if (context.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null) {
            context.put(
                    VertxHttpRecorder.MAX_REQUEST_SIZE_KEY,
                    limits.of(context.request().path()));
        }
        context.next();
    }

    private static void fail(RoutingContext context) {
        boolean ours = context.failure() != null && (context.statusCode() < 400 || context.statusCode() >= 500);
        answer(context, ours ? ProblemMapper.of(context.failure()) : ProblemMapper.ofStatus(context.statusCode()));
    }

    private static void answer(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        response.setStatusCode(problem.type().status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        problem.headers().forEach(response::putHeader);
        response.end(Buffer.buffer(Json.bytes(problem.body(context.request().path()))));
    }
}
