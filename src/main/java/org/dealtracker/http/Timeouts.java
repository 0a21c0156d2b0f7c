package org.dealtracker.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/** Closes connections whose client has stopped taking the answer: a stalled download must not hold one for ever. */
@ApplicationScoped
class Timeouts implements HttpServerOptionsCustomizer {
    private static final int STALLED_SECONDS = 60;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setWriteIdleTimeout(STALLED_SECONDS);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setWriteIdleTimeout(STALLED_SECONDS);
    }
}
