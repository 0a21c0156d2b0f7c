package org.dealtracker.export;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The register as files. */
@Path("/api/v1/exports")
@Tag(name = "exports")
class ExportResource {
    private final Orders orders;
    private final Delivery delivery;

    ExportResource(Orders orders, Delivery delivery) {
        this.orders = orders;
        this.delivery = delivery;
    }

    @GET
    @Path("{table}.{format}")
    @Blocking
    @PermitAll
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "exportTable",
            summary = "One table as a file",
            description = "Of the whole register, or of the agreements that the list finds with the same filters and of"
                    + " all that belongs to them. The same query as of the same number gives the same bytes for ever. See"
                    + " the page \"Export it\".")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(ref = "File")))
    public CompletionStage<RestResponse<Object>> table(
            @PathParam("table") String table,
            @PathParam("format") String format,
            @BeanParam ExportRequest request,
            @BeanParam Conditions conditions) {
        return delivery.of(orders.take(table + "." + format, request), request, conditions);
    }
}
