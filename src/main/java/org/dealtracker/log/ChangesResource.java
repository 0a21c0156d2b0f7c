package org.dealtracker.log;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.dealtracker.http.CrossOrigin;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/changes")
@Tag(name = "changes")
class ChangesResource {
    private final Feed feed;
    private final Pages pages;
    private final Audience audience;

    ChangesResource(Feed feed, Pages pages, Audience audience) {
        this.feed = feed;
        this.pages = pages;
        this.audience = audience;
    }

    /** Answered later, and by another thread, where it has to wait. */
    @GET
    @PermitAll
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listChanges",
            summary = "The change feed",
            description = "Every write appends one entry for each record that it changed, numbered densely: a client"
                    + " that saw n+1 after n missed nothing. Pass the cursor of each answer as since of the next; with"
                    + " wait the answer comes as soon as there is something to tell.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the feed.",
            content = @Content(schema = @Schema(ref = "FeedPage")))
    public CompletionStage<RestResponse<byte[]>> changes(
            @BeanParam ChangesRequest request, @BeanParam WhichRecords which, @Context HttpServerRequest connection) {
        return pages.page(request, findings -> which.filter(feed, findings), connection);
    }

    @GET
    @Path("stream")
    @PermitAll
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamChanges",
            summary = "The change feed as Server-Sent Events",
            description =
                    "Each event is a change: its id is a cursor of the feed, its data an entry. A client that was cut"
                            + " off sends the last id as Last-Event-ID, as browsers do by themselves, and misses nothing. A"
                            + " comment comes every 15 seconds in which nothing else does.")
    @APIResponse(
            responseCode = "200",
            description = "Events for as long as the client stays.",
            content = @Content(schema = @Schema(ref = "FeedStream")))
    public Flow.Publisher<OutboundSseEvent> stream(
            @BeanParam StreamRequest request,
            @BeanParam WhichRecords which,
            @Context Sse sse,
            @Context HttpServerRequest connection) {
        audience.requireRoomForStream();
        StreamRequest.Asked asked = request.asked(feed, which);
        HttpServerResponse response = connection.response();
        // The framework's filters do not see a stream, and a proxy that collects it would make it useless.
        CrossOrigin.allowReading(response.headers());
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").putHeader("X-Accel-Buffering", "no");
        return connection.method() == HttpMethod.HEAD
                ? FeedStream.ended()
                : new FeedStream(asked, feed, audience, sse, response);
    }
}
