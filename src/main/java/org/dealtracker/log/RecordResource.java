package org.dealtracker.log;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.dealtracker.http.MergePatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What every kind of record can be asked in the same words: to be created, replaced, patched and deleted, and to tell
 * its history. A kind's own resource adds its list and its reading, which differ in what they can be filtered by.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class RecordResource<T extends Recorded> {
    private final RecordType<T> type;
    private final Editing editing;
    private final Histories histories;

    protected RecordResource(RecordType<T> type, Editing editing, Histories histories) {
        this.type = type;
        this.editing = editing;
        this.histories = histories;
    }

    @POST
    @RolesAllowed("editor")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createRecord", summary = "Record a record")
    @APIResponse(
            responseCode = "201",
            description = "The record as it was recorded.",
            content = @Content(schema = @Schema(ref = "Record")))
    public RestResponse<byte[]> create(
            @BeanParam PostRequest request,
            @RequestBody(content = @Content(schema = @Schema(ref = "RecordRequest"))) byte[] body) {
        return editing.once(request, body, () -> editing.post(type, body, request));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed("editor")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replaceRecord", summary = "Replace what a record says")
    @APIResponse(
            responseCode = "200",
            description = "The record as it is now; the same ETag as before when nothing changed.",
            content = @Content(schema = @Schema(ref = "Record")))
    public RestResponse<byte[]> put(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam WhyRequest why,
            @RequestBody(content = @Content(schema = @Schema(ref = "RecordRequest"))) byte[] body) {
        return editing.put(type, id, ifMatch, body, why);
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed("editor")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchRecord", summary = "Change some of what a record says (RFC 7396)")
    @APIResponse(
            responseCode = "200",
            description = "The record as it is now; the same ETag as before when nothing changed.",
            content = @Content(schema = @Schema(ref = "Record")))
    public RestResponse<byte[]> patch(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam WhyRequest why,
            @RequestBody(content = @Content(schema = @Schema(ref = "RecordPatch"))) byte[] body) {
        return editing.patch(type, id, ifMatch, body, why);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("editor")
    @Transactional
    @Operation(operationId = "deleteRecord", summary = "Delete a record that nothing refers to; a tombstone stays")
    @APIResponse(responseCode = "204", description = "The record is deleted.")
    public RestResponse<byte[]> delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @BeanParam WhyRequest why) {
        return editing.delete(type, id, ifMatch, why);
    }

    @POST
    @Path("{id}/revert")
    @RolesAllowed("editor")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "revertRecord",
            summary = "Make an earlier revision the current one again; needs a reason",
            description = "The body is {\"to\": <revision>}. This is also how a deletion, a retraction or a merge is"
                    + " taken back; the 410 or 308 of such a record carries the ETag to send.")
    @APIResponse(
            responseCode = "200",
            description = "The record as it is now; the same ETag as before when nothing changed.",
            content = @Content(schema = @Schema(ref = "Record")))
    public RestResponse<byte[]> revert(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam PostRequest request,
            @RequestBody(content = @Content(schema = @Schema(ref = "Revert"))) byte[] body) {
        return editing.once(request, body, () -> editing.revert(type, id, ifMatch, body, request));
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(operationId = "getHistoryOfRecord", summary = "Every revision: who, when, why, what changed")
    @APIResponse(
            responseCode = "200",
            description = "The revisions in their order.",
            content = @Content(schema = @Schema(ref = "History")))
    public RestResponse<byte[]> history(@PathParam("id") String id, @BeanParam ReadRequest request) {
        return histories.history(type.kind(), id, request);
    }

    @GET
    @Path("{id}/history/{revision}")
    @PermitAll
    @Operation(operationId = "getRevisionOfRecord", summary = "The whole record as one revision left it")
    @APIResponse(
            responseCode = "200",
            description = "The record as it was; its tombstone where the revision deleted it.",
            content = @Content(schema = @Schema(ref = "RecordRevision")))
    public RestResponse<byte[]> revision(
            @PathParam("id") String id, @PathParam("revision") String revision, @BeanParam ReadRequest request) {
        return histories.revision(type.kind(), id, revision, request);
    }

    @GET
    @Path("{id}/changes")
    @PermitAll
    @Blocking
    @Operation(
            operationId = "listChangesOfRecord",
            summary = "The change feed of one record",
            description = "Also of one that was deleted or merged. Cursors are those of the whole feed.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the feed.",
            content = @Content(schema = @Schema(ref = "FeedPage")))
    public CompletionStage<RestResponse<byte[]>> changes(
            @PathParam("id") String id, @BeanParam ChangesRequest request, @Context HttpServerRequest connection) {
        return histories.changes(type.kind(), id, request, connection);
    }

    @GET
    @Path("{id}/diff")
    @PermitAll
    @Operation(operationId = "diffRecord", summary = "What differs between two revisions")
    @APIResponse(
            responseCode = "200",
            description = "What differs, field by field and as a JSON Patch.",
            content = @Content(schema = @Schema(ref = "Diff")))
    public RestResponse<byte[]> diff(
            @PathParam("id") String id,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @BeanParam ReadRequest request) {
        return histories.diff(type.kind(), id, from, to, request);
    }
}
