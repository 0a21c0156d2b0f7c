package org.dealtracker.agreement;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dealtracker.log.Editing;
import org.dealtracker.log.Histories;
import org.dealtracker.log.ListRequest;
import org.dealtracker.log.Lists;
import org.dealtracker.log.ReadRequest;
import org.dealtracker.log.RecordResource;
import org.dealtracker.log.Records;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "agreements")
class AgreementResource extends RecordResource<Agreement> {
    private final Records records;
    private final Lists lists;

    AgreementResource(Records records, Lists lists, Editing editing, Histories histories) {
        super(Agreement.TYPE, editing, histories);
        this.records = records;
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listAgreements", summary = "List agreements")
    @APIResponse(
            responseCode = "200",
            description = "A page of agreements without their claims.",
            content = @Content(schema = @Schema(ref = "AgreementPage")))
    public RestResponse<byte[]> list(@BeanParam ListRequest request, @BeanParam WorldClock world) {
        return lists.list(Agreement.TYPE.kind(), request, world.shape());
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(
            operationId = "getAgreement",
            summary = "Read an agreement, now or as it was; with onDate, where the deal stood on a day")
    @APIResponse(
            responseCode = "200",
            description = "The agreement.",
            content = @Content(schema = @Schema(ref = "Agreement")))
    public RestResponse<byte[]> get(
            @PathParam("id") String id, @BeanParam ReadRequest request, @BeanParam WorldClock world) {
        return records.get(Agreement.TYPE.kind(), id, request, world.shape());
    }
}
