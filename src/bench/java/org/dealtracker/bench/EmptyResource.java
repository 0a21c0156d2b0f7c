package org.dealtracker.bench;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Does nothing, through all that every request of the service goes through: the most that this process can answer. */
@Path("/bench/empty")
@Produces(MediaType.TEXT_PLAIN)
class EmptyResource {
    private static final byte[] BODY = {'o', 'k'};

    /** On the event loop that read the request. */
    @GET
    @Path("event-loop")
    @PermitAll
    @NonBlocking
    public byte[] onTheEventLoop() {
        return BODY;
    }

    /** On a worker thread, as all that the service does itself. */
    @GET
    @Path("worker")
    @PermitAll
    @Blocking
    public byte[] onAWorker() {
        return BODY;
    }
}
