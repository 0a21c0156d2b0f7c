package org.dealtracker.snapshot;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dealtracker.http.AddressedRequest;
import org.dealtracker.log.OnceRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/snapshots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "snapshots")
class SnapshotResource {
    private final Archive archive;
    private final Publishing publishing;
    private final Differences differences;

    SnapshotResource(Archive archive, Publishing publishing, Differences differences) {
        this.archive = archive;
        this.publishing = publishing;
        this.differences = differences;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listSnapshots", summary = "The releases that were published, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of the archive.",
            content = @Content(schema = @Schema(ref = "SnapshotPage")))
    public RestResponse<byte[]> list(@BeanParam ReleasesRequest request) {
        return archive.list(request);
    }

    /** Not one transaction: what is prepared may take a minute, and what is then written is of a fixed entry. */
    @POST
    @RolesAllowed("editor")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "publishSnapshot",
            summary = "Publish a release of the register under a name",
            description = "Of the last entry of the log, or of the one that asOfSeq names. A release is never changed"
                    + " and never taken back; a name is used once, whatever its case.")
    @APIResponse(
            responseCode = "201",
            description = "The release.",
            content = @Content(schema = @Schema(ref = "Snapshot")))
    public RestResponse<byte[]> publish(
            @BeanParam OnceRequest request,
            @RequestBody(content = @Content(schema = @Schema(ref = "NewSnapshot"))) byte[] body) {
        return publishing.publish(request, body, publishing.prepare(body));
    }

    @GET
    @Path("{name}")
    @PermitAll
    @Operation(operationId = "getSnapshot", summary = "A release: what it is of, and the sums of its files")
    @APIResponse(
            responseCode = "200",
            description = "The release.",
            content = @Content(schema = @Schema(ref = "Snapshot")))
    public RestResponse<byte[]> get(@PathParam("name") String name, @BeanParam AddressedRequest request) {
        return archive.read(name, request);
    }

    @GET
    @Path("{from}/diff/{to}")
    @PermitAll
    @Operation(
            operationId = "diffSnapshots",
            summary = "What changed from one release to a later one, record by record",
            description = "What differs in the end, whatever happened on the way: a record that says again what it said"
                    + " is only counted. Changes of the world or of its judgement stand apart from corrections, and both"
                    + " from changes of wording. A page stops at 4 MiB.")
    @APIResponse(
            responseCode = "200",
            description = "The records that differ, by kind and slug.",
            content = @Content(schema = @Schema(ref = "SnapshotDiff")))
    public RestResponse<byte[]> diff(
            @PathParam("from") String from, @PathParam("to") String to, @BeanParam DiffRequest request) {
        return differences.between(from, to, request);
    }
}
