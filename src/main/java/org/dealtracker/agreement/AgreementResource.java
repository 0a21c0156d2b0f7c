package org.dealtracker.agreement;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.dealtracker.http.MergePatch;
import org.dealtracker.log.Editing;
import org.dealtracker.log.Histories;
import org.dealtracker.log.ListRequest;
import org.dealtracker.log.Lists;
import org.dealtracker.log.ReadRequest;
import org.dealtracker.log.Records;
import org.dealtracker.log.WhyRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "agreements")
class AgreementResource {
    private final Records records;
    private final Lists lists;
    private final Histories histories;
    private final Editing editing;

    AgreementResource(Records records, Lists lists, Histories histories, Editing editing) {
        this.records = records;
        this.lists = lists;
        this.histories = histories;
        this.editing = editing;
    }

    @GET
    @PermitAll
    @Operation(summary = "List agreements")
    public RestResponse<byte[]> list(@BeanParam ListRequest request, @BeanParam WorldClock world) {
        return lists.list(Agreement.TYPE.kind(), request, world.shape());
    }

    @POST
    @RolesAllowed("editor")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Record an agreement, with claims and status history if they are known")
    public RestResponse<byte[]> create(@BeanParam WhyRequest why, byte[] body) {
        return editing.post(Agreement.TYPE, body, why);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(summary = "Read an agreement, now or as it was")
    public RestResponse<byte[]> get(
            @PathParam("id") String id, @BeanParam ReadRequest request, @BeanParam WorldClock world) {
        return records.get(Agreement.TYPE.kind(), id, request, world.shape());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed("editor")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace what an agreement says")
    public RestResponse<byte[]> put(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam WhyRequest why,
            byte[] body) {
        return editing.put(Agreement.TYPE, id, ifMatch, body, why);
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed("editor")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Change some of what an agreement says (RFC 7396)")
    public RestResponse<byte[]> patch(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam WhyRequest why,
            byte[] body) {
        return editing.patch(Agreement.TYPE, id, ifMatch, body, why);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("editor")
    @Transactional
    @Operation(summary = "Delete an agreement with its claims; a tombstone stays")
    public RestResponse<byte[]> delete(
            @PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @BeanParam WhyRequest why) {
        return editing.delete(Agreement.TYPE, id, ifMatch, why);
    }

    @GET
    @Path("{id}/history")
    @PermitAll
    @Operation(summary = "Every revision: who, when, why, what changed")
    public RestResponse<byte[]> history(@PathParam("id") String id, @BeanParam ReadRequest request) {
        return histories.history(Agreement.TYPE.kind(), id, request);
    }

    @GET
    @Path("{id}/history/{revision}")
    @PermitAll
    @Operation(summary = "The whole record as one revision left it")
    public RestResponse<byte[]> revision(
            @PathParam("id") String id, @PathParam("revision") String revision, @BeanParam ReadRequest request) {
        return histories.revision(Agreement.TYPE.kind(), id, revision, request);
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
        return histories.diff(Agreement.TYPE.kind(), id, from, to, request);
    }
}
