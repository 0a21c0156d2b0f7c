package org.dealtracker.log;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.dealtracker.http.MergePatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What every kind of record can be asked in the same words: to be created, replaced, patched and deleted, and to tell
 * its history. A kind's own resource adds its list and its reading, which differ in what they can be filtered by.
 */
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
    @Operation(summary = "Record a record")
    public RestResponse<byte[]> create(@BeanParam PostRequest request, byte[] body) {
        return editing.once(request, body, () -> editing.post(type, body, request));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed("editor")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace what a record says")
    public RestResponse<byte[]> put(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam WhyRequest why,
            byte[] body) {
        return editing.put(type, id, ifMatch, body, why);
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed("editor")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Change some of what a record says (RFC 7396)")
    public RestResponse<byte[]> patch(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam WhyRequest why,
            byte[] body) {
        return editing.patch(type, id, ifMatch, body, why);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("editor")
    @Transactional
    @Operation(summary = "Delete a record that nothing refers to; a tombstone stays")
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
            summary = "Make an earlier revision the current one again; needs a reason",
            description = "The body is {\"to\": <revision>}. This is also how a deletion, a retraction or a merge is"
                    + " taken back; the 410 or 308 of such a record carries the ETag to send.")
    public RestResponse<byte[]> revert(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam PostRequest request,
            byte[] body) {
        return editing.once(request, body, () -> editing.revert(type, id, ifMatch, body, request));
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(summary = "Every revision: who, when, why, what changed")
    public RestResponse<byte[]> history(@PathParam("id") String id, @BeanParam ReadRequest request) {
        return histories.history(type.kind(), id, request);
    }

    @GET
    @Path("{id}/history/{revision}")
    @PermitAll
    @Operation(summary = "The whole record as one revision left it")
    public RestResponse<byte[]> revision(
            @PathParam("id") String id, @PathParam("revision") String revision, @BeanParam ReadRequest request) {
        return histories.revision(type.kind(), id, revision, request);
    }

    @GET
    @Path("{id}/diff")
    @PermitAll
    @Operation(summary = "What differs between two revisions")
    public RestResponse<byte[]> diff(
            @PathParam("id") String id,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @BeanParam ReadRequest request) {
        return histories.diff(type.kind(), id, from, to, request);
    }
}
