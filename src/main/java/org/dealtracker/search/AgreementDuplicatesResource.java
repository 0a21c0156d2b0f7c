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

/** Which deals may have been recorded twice. */
@Path("/api/v1/agreements/{id}/duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "search")
class AgreementDuplicatesResource {
    private final Views views;
    private final Duplicates duplicates;

    AgreementDuplicatesResource(Views views, Duplicates duplicates) {
        this.views = views;
        this.duplicates = duplicates;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listAgreementDuplicates",
            summary = "Which other agreements may be the same deal, likeliest first",
            description = "A hint for editors: nothing is ever merged because of it.")
    @APIResponse(
            responseCode = "200",
            description = "What may be a duplicate, and why.",
            content = @Content(schema = @Schema(ref = "LikelyDuplicates")))
    public RestResponse<byte[]> duplicates(@PathParam("id") String id, @BeanParam DuplicatesRequest request) {
        int most = request.rows();
        return views.of(RecordKind.AGREEMENT, id, request, (document, n) -> duplicates.ofAgreement(document, n, most));
    }
}
