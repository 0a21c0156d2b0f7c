package org.dealtracker.log;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.dealtracker.http.CrossOrigin;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Brings the end of the log here before a write is answered: whoever was answered sees everywhere what he wrote. */
class Arrival {
    private final Tail tail;

    Arrival(Tail tail) {
        this.tail = tail;
    }

    @ServerResponseFilter
    public void await(ContainerResponseContext answer, HttpServerRequest request) {
        Object written = answer.getHeaders().getFirst(Answers.FEED_HEAD);
        if (written != null && !CrossOrigin.reads(request)) {
            // A repeated request's answer has it as text.
            tail.reach(Long.parseLong(written.toString()));
        }
    }
}
