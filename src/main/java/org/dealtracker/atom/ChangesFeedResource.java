package org.dealtracker.atom;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Everything that was written, for people to follow in a feed reader. */
@Path("/api/v1/feeds/changes.atom")
@Produces(Atom.MEDIA_TYPE)
@Tag(name = "changes")
class ChangesFeedResource {
    private final Feeds feeds;

    ChangesFeedResource(Feeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "followChanges",
            summary = "The newest changes as an Atom feed",
            description = "For people; programs follow /changes, which misses nothing. Newest first,"
                    + " each entry told in sentences. Older ones are at the feed's link rel=next.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the feed (RFC 4287).",
            content = @Content(mediaType = Atom.MEDIA_TYPE, schema = @Schema(ref = "AtomFeed")))
    public RestResponse<byte[]> feed(@BeanParam FeedRequest request) {
        return feeds.ofAll(request);
    }
}
