package org.dealtracker.agreement;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealtracker.log.Editing;
import org.dealtracker.log.Histories;
import org.dealtracker.log.ListType;
import org.dealtracker.log.Lists;
import org.dealtracker.log.MergeableResource;
import org.dealtracker.log.Records;
import org.dealtracker.log.ShapedRequest;
import org.dealtracker.log.Sort;
import org.dealtracker.log.Terms;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "agreements")
class AgreementResource extends MergeableResource<Agreement> {
    /** Agreements can be counted by what they are found by. */
    static final ListType LIST = ListType.of(
            Agreement.TYPE,
            EnumSet.allOf(Sort.class),
            Stream.of("supplier", "recipient", "party", "role", "kind", "stage", "category", "currency", "basis")
                    .collect(Collectors.toMap(Function.identity(), name -> Terms.of(name, ""))));

    private final Records records;
    private final Lists lists;
    private final Affiliates affiliates;

    AgreementResource(Records records, Lists lists, Editing editing, Histories histories, Affiliates affiliates) {
        super(Agreement.TYPE, editing, histories);
        this.records = records;
        this.lists = lists;
        this.affiliates = affiliates;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listAgreements", summary = "List agreements")
    @APIResponse(
            responseCode = "200",
            description = "A page of agreements, without their claims unless expand brings them.",
            content = @Content(schema = @Schema(ref = "AgreementPage")))
    public RestResponse<byte[]> list(@BeanParam AgreementListRequest request, @BeanParam WorldClock world) {
        request.query.on(world.day());
        return lists.list(LIST, request, world.shape(), (filter, n) -> request.query.narrow(filter, n, affiliates));
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
            @PathParam("id") String id, @BeanParam ShapedRequest request, @BeanParam WorldClock world) {
        return records.get(Agreement.TYPE, id, request, world.shape());
    }
}
