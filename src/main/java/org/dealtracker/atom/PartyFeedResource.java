package org.dealtracker.atom;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.dealtracker.log.RecordKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What became of one party and of the agreements that name it, for people to follow in a feed reader. */
@Path("/api/v1/parties/{id}/feed.atom")
@Produces(Atom.MEDIA_TYPE)
@Tag(name = "parties")
class PartyFeedResource {
    private final Feeds feeds;

    PartyFeedResource(Feeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "followParty",
            summary = "The newest changes of a party and of the agreements that name it, as an Atom feed",
            description = "Newest first, each entry told in sentences: the party's own, and those of"
                    + " agreements that name it, or named it until then. The feed of a party that"
                    + " was deleted or merged stays.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the feed (RFC 4287).",
            content = @Content(mediaType = Atom.MEDIA_TYPE, schema = @Schema(ref = "AtomFeed")))
    public RestResponse<byte[]> feed(@PathParam("id") String id, @BeanParam FeedRequest request) {
        return feeds.of(RecordKind.PARTY, id, request);
    }
}
