package org.dealtracker.agreement;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.dealtracker.log.Lists;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Records;
import org.dealtracker.log.Records.Shape;
import org.dealtracker.log.Terms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a party is used. It does not know it itself: agreements know parties, never the other way. */
@Path("/api/v1/parties/{id}/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "parties")
class PartyAgreementsResource {
    private final Records records;
    private final Lists lists;
    private final Affiliates affiliates;

    PartyAgreementsResource(Records records, Lists lists, Affiliates affiliates) {
        this.records = records;
        this.lists = lists;
        this.affiliates = affiliates;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listPartyAgreements",
            summary = "The agreements that speak of a party, in any claim or event",
            description = "With all filters of /agreements besides; affiliates are not included.")
    @APIResponse(
            responseCode = "200",
            description = "A page of agreements.",
            content = @Content(schema = @Schema(ref = "AgreementPage")))
    public RestResponse<byte[]> agreements(
            @PathParam("id") String id, @BeanParam AgreementListRequest request, @BeanParam WorldClock world) {
        request.query.on(world.day());
        return records.moved(RecordKind.PARTY, id, request).orElseGet(() -> agreements(id, request, world.shape()));
    }

    private RestResponse<byte[]> agreements(String id, AgreementListRequest request, Shape shape) {
        String slug = records.slug(RecordKind.PARTY, id, request);
        return lists.list(AgreementResource.LIST, request, shape, (filter, n) -> {
            filter.anyOf(List.of(Terms.of("names", slug)));
            request.query.narrow(filter, n, affiliates);
        });
    }
}
