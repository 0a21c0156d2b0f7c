package org.dealtracker.relation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.dealtracker.agreement.WorldClock;
import org.dealtracker.log.Series;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/relations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence")
class RelationsResource {
    private final Series series;
    private final Timeline timeline;

    RelationsResource(Series series, Timeline timeline) {
        this.series = series;
        this.timeline = timeline;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listRelations",
            summary = "What two parties have had to do with each other, in the order of the world",
            description =
                    "Engagements, deals with their status events, and assessments; whoever belongs to one of the two"
                            + " counts for it. With onDate, only what may have begun by that day.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the timeline; what has no day comes last.",
            content = @Content(schema = @Schema(ref = "Relations")))
    public RestResponse<byte[]> relations(@BeanParam RelationsRequest request, @BeanParam WorldClock world) {
        LocalDate day = world.day();
        return series.page(request, n -> timeline.between(request.sides(), n, day));
    }
}
