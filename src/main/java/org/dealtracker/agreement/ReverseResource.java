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
import org.dealtracker.log.Terms;
import org.dealtracker.log.Uses;
import org.dealtracker.log.UsesRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where parties and sources are used. They do not know it themselves: agreements know them, never the other way. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
class ReverseResource {
    private final Records records;
    private final Lists lists;
    private final Affiliates affiliates;
    private final Uses uses;

    ReverseResource(Records records, Lists lists, Affiliates affiliates, Uses uses) {
        this.records = records;
        this.lists = lists;
        this.affiliates = affiliates;
        this.uses = uses;
    }

    @GET
    @Path("parties/{id}/agreements")
    @PermitAll
    @Tag(name = "parties")
    @Operation(
            summary = "The agreements that speak of a party, in any claim or event",
            description = "With all filters of /agreements besides; affiliates are not included.")
    public RestResponse<byte[]> agreements(
            @PathParam("id") String id, @BeanParam AgreementQuery query, @BeanParam WorldClock world) {
        query.on(world.day());
        String slug = records.slug(RecordKind.PARTY, id, query);
        return lists.list(AgreementResource.LIST, query, world.shape(), (filter, n) -> {
            filter.anyOf(List.of(Terms.of("names", slug)));
            query.narrow(filter, n, affiliates);
        });
    }

    @GET
    @Path("sources/{id}/claims")
    @PermitAll
    @Tag(name = "sources")
    @Operation(
            summary = "What rests on a source",
            description = "Every claim, status event, affiliation or record that cites it or repeats it, with the"
                    + " record that it stands in.")
    public RestResponse<byte[]> claims(@PathParam("id") String id, @BeanParam UsesRequest request) {
        return uses.of(RecordKind.SOURCE, id, request);
    }
}
