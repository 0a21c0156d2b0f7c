package org.dealtracker.agreement;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Records;
import org.dealtracker.log.Uses;
import org.dealtracker.log.UsesRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What rests on a source. It does not know it itself: claims know sources, never the other way. */
@Path("/api/v1/sources/{id}/claims")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sources")
class SourceClaimsResource {
    private final Records records;
    private final Uses uses;

    SourceClaimsResource(Records records, Uses uses) {
        this.records = records;
        this.uses = uses;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listSourceUses",
            summary = "What rests on a source",
            description = "Every claim, status event, affiliation or record that cites it or repeats it, with the"
                    + " record that it stands in.")
    @APIResponse(
            responseCode = "200",
            description = "A page of uses.",
            content = @Content(schema = @Schema(ref = "UsePage")))
    public RestResponse<byte[]> claims(@PathParam("id") String id, @BeanParam UsesRequest request) {
        return records.moved(RecordKind.SOURCE, id, request).orElseGet(() -> uses.of(RecordKind.SOURCE, id, request));
    }
}
