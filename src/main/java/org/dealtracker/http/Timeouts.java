package org.dealtracker.http;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Closes connections whose client has stopped taking the answer: a stalled download must not hold one for ever. */
@ApplicationScoped
class Timeouts implements HttpServerOptionsCustomizer {
    private static final Duration STALLED = Duration.ofSeconds(60);

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        // One unit holds for all idle timeouts of these options, and the framework has chosen it already.
        options.setWriteIdleTimeout((int) options.getIdleTimeoutUnit().convert(STALLED));
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }
}
