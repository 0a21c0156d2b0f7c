package org.dealtracker.engagement;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.Map;
import org.dealtracker.agreement.Affiliates;
import org.dealtracker.log.Editing;
import org.dealtracker.log.Histories;
import org.dealtracker.log.ListType;
import org.dealtracker.log.Lists;
import org.dealtracker.log.RecordResource;
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

@Path("/api/v1/engagements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "engagements")
class EngagementResource extends RecordResource<Engagement> {
    private static final ListType LIST = ListType.of(
            Engagement.TYPE,
            EnumSet.complementOf(EnumSet.of(Sort.STAGE, Sort.VALUE)),
            Map.of("kind", "kind:", "topic", "topic:", "party", "party:", "agreement", "agreement:"));

    private final Records records;
    private final Lists lists;
    private final Affiliates affiliates;

    EngagementResource(Records records, Lists lists, Editing editing, Histories histories, Affiliates affiliates) {
        super(Engagement.TYPE, editing, histories);
        this.records = records;
        this.lists = lists;
        this.affiliates = affiliates;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listEngagements", summary = "List engagements")
    @APIResponse(
            responseCode = "200",
            description = "A page of engagements.",
            content = @Content(schema = @Schema(ref = "EngagementPage")))
    public RestResponse<byte[]> list(@BeanParam EngagementQuery query) {
        return lists.list(LIST, query, Shape.WHOLE, (filter, n) -> query.narrow(filter, n, affiliates));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getEngagement", summary = "Read an engagement, now or as it was")
    @APIResponse(
            responseCode = "200",
            description = "The engagement.",
            content = @Content(schema = @Schema(ref = "Engagement")))
    public RestResponse<byte[]> get(@PathParam("id") String id, @BeanParam ShapedRequest request) {
        return records.get(Engagement.TYPE, id, request, Shape.WHOLE);
    }
}
