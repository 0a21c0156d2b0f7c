package org.dealtracker.party;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.dealtracker.log.Editing;
import org.dealtracker.log.Histories;
import org.dealtracker.log.ListType;
import org.dealtracker.log.Lists;
import org.dealtracker.log.MergeableResource;
import org.dealtracker.log.Records;
import org.dealtracker.log.Records.Shape;
import org.dealtracker.log.ShapedRequest;
import org.dealtracker.log.Sort;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/parties")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "parties")
class PartyResource extends MergeableResource<Party> {
    private static final ListType LIST =
            ListType.of(Party.TYPE, Sort.COMMON, Map.of("kind", "kind:", "country", "country:"));

    private final Records records;
    private final Lists lists;

    PartyResource(Records records, Lists lists, Editing editing, Histories histories) {
        super(Party.TYPE, editing, histories);
        this.records = records;
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listParties", summary = "List parties")
    @APIResponse(
            responseCode = "200",
            description = "A page of parties.",
            content = @Content(schema = @Schema(ref = "PartyPage")))
    public RestResponse<byte[]> list(@BeanParam PartyQuery query) {
        return lists.list(LIST, query, Shape.WHOLE, (filter, n) -> query.narrow(filter));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getParty", summary = "Read a party, now or as it was")
    @APIResponse(responseCode = "200", description = "The party.", content = @Content(schema = @Schema(ref = "Party")))
    public RestResponse<byte[]> get(@PathParam("id") String id, @BeanParam ShapedRequest request) {
        return records.get(Party.TYPE, id, request, Shape.WHOLE);
    }
}
