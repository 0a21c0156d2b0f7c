package org.dealtracker.search;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Views;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Which parties may stand in the register under two names. */
@Path("/api/v1/parties/{id}/duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "search")
class PartyDuplicatesResource {
    private final Views views;
    private final Duplicates duplicates;

    PartyDuplicatesResource(Views views, Duplicates duplicates) {
        this.views = views;
        this.duplicates = duplicates;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listPartyDuplicates",
            summary = "Which other parties may be the same party, likeliest first",
            description = "A hint for editors: nothing is ever merged because of it.")
    @APIResponse(
            responseCode = "200",
            description = "What may be a duplicate, and why.",
            content = @Content(schema = @Schema(ref = "LikelyDuplicates")))
    public RestResponse<byte[]> duplicates(@PathParam("id") String id, @BeanParam DuplicatesRequest request) {
        int most = request.rows();
        return views.of(RecordKind.PARTY, id, request, (document, n) -> duplicates.ofParty(document, n, most));
    }
}
