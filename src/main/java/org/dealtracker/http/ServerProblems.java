package org.dealtracker.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Gives the errors that arise before or beside the resources (a body too large, no such path) the same shape. */
class ServerProblems {
    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(ServerProblems::fail);
        router.route("/api/*")
                .last()
                .handler(context -> answer(context, Problem.notFound("No resource has this address.")));
    }

    private static void fail(RoutingContext context) {
        Throwable failure = context.failure();
        int status = context.statusCode();
        answer(
                context,
                failure != null && status < 400 || status >= 500
                        ? ProblemMapper.of(failure)
                        : ProblemMapper.ofStatus(status));
    }

    private static void answer(RoutingContext context, Problem problem) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        context.response().setStatusCode(problem.type().status());
        context.response().putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        problem.headers().forEach(context.response()::putHeader);
        context.response()
                .end(io.vertx.core.buffer.Buffer.buffer(
                        Json.bytes(problem.body(context.request().path()))));
    }
}
