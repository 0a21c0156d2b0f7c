package org.dealtracker.log;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** What can also be asked of kinds of which two records may turn out to be of one thing. */
public abstract class MergeableResource<T extends Mergeable<T>> extends RecordResource<T> {
    private final RecordType<T> type;
    private final Editing editing;

    protected MergeableResource(RecordType<T> type, Editing editing, Histories histories) {
        super(type, editing, histories);
        this.type = type;
        this.editing = editing;
    }

    @POST
    @Path("{id}/merge")
    @RolesAllowed("editor")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeRecord",
            summary = "Let a duplicate go into the record that survives it; needs a reason",
            description = "The body is {\"into\": \"<id or slug>\"}, If-Match is of the duplicate, the answer is the"
                    + " survivor. From then on the duplicate's address redirects there (308).")
    @APIResponse(
            responseCode = "200",
            description = "The survivor as it is now.",
            content = @Content(schema = @Schema(ref = "Record")))
    public RestResponse<byte[]> merge(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam PostRequest request,
            @RequestBody(content = @Content(schema = @Schema(ref = "Merge"))) byte[] body) {
        return editing.once(request, body, () -> editing.merge(type, id, ifMatch, body, request));
    }
}
