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

/** What became of one agreement, for people to follow in a feed reader. */
@Path("/api/v1/agreements/{id}/feed.atom")
@Produces(Atom.MEDIA_TYPE)
@Tag(name = "agreements")
class AgreementFeedResource {
    private final Feeds feeds;

    AgreementFeedResource(Feeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "followAgreement",
            summary = "The newest changes of an agreement as an Atom feed",
            description = "Newest first, each entry told in sentences. The feed of a record that was"
                    + " deleted or merged stays; its last entry says what happened.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the feed (RFC 4287).",
            content = @Content(mediaType = Atom.MEDIA_TYPE, schema = @Schema(ref = "AtomFeed")))
    public RestResponse<byte[]> feed(@PathParam("id") String id, @BeanParam FeedRequest request) {
        return feeds.of(RecordKind.AGREEMENT, id, request);
    }
}
