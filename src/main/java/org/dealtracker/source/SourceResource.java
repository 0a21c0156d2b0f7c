package org.dealtracker.source;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
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

@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sources")
class SourceResource extends MergeableResource<Source> {
    private static final ListType LIST = ListType.of(
            Source.TYPE,
            EnumSet.complementOf(EnumSet.of(Sort.STAGE, Sort.VALUE)),
            Map.of("kind", "kind:", "publisher", "publisher:", "origin", "origin:", "retracted", "retracted:"));

    private final Records records;
    private final Lists lists;

    SourceResource(Records records, Lists lists, Editing editing, Histories histories) {
        super(Source.TYPE, editing, histories);
        this.records = records;
        this.lists = lists;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listSources", summary = "List sources")
    @APIResponse(
            responseCode = "200",
            description = "A page of sources.",
            content = @Content(schema = @Schema(ref = "SourcePage")))
    public RestResponse<byte[]> list(@BeanParam SourceQuery query) {
        return lists.list(LIST, query, Shape.WHOLE, (filter, n) -> query.narrow(filter));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getSource", summary = "Read a source, now or as it was")
    @APIResponse(
            responseCode = "200",
            description = "The source.",
            content = @Content(schema = @Schema(ref = "Source")))
    public RestResponse<byte[]> get(@PathParam("id") String id, @BeanParam ShapedRequest request) {
        return records.get(Source.TYPE, id, request, Shape.WHOLE);
    }
}
