package org.dealtracker.stats;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.dealtracker.agreement.Affiliates;
import org.dealtracker.log.Filter;
import org.dealtracker.log.Reckonings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/stats")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "stats")
class StatsResource {
    private final Reckonings reckonings;
    private final Deals deals;
    private final Affiliates affiliates;

    StatsResource(Reckonings reckonings, Deals deals, Affiliates affiliates) {
        this.reckonings = reckonings;
        this.deals = deals;
        this.affiliates = affiliates;
    }

    @GET
    @Path("agreements")
    @PermitAll
    @Operation(
            operationId = "totalAgreements",
            summary = "Count agreements, or add up what they are worth or how many items they cover, as bounds",
            description =
                    "Of the agreements that the list finds with the same filters. See the page \"Count and sum\".")
    @APIResponse(
            responseCode = "200",
            description = "A row for each group, and for each basis and currency in it.",
            content = @Content(schema = @Schema(ref = "AgreementTotals")))
    public RestResponse<byte[]> agreements(@BeanParam StatsRequest request) {
        LocalDate onDate = request.world.day();
        request.query.on(onDate);
        return reckonings.answer(
                request,
                (filter, n) -> request.query.narrow(filter, n, affiliates),
                (filter, n) -> totals(request, onDate, filter, n));
    }

    private byte[] totals(StatsRequest request, LocalDate onDate, Filter filter, long n) {
        Totals totals = new Totals(request.dimensions(), request.measured(), onDate);
        deals.each(filter, n, onDate, totals::add);
        return Answered.of(request.dimensions(), request.measured(), totals);
    }
}
