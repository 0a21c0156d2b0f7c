package org.dealtracker.stats;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.dealtracker.agreement.Affiliates;
import org.dealtracker.http.Format;
import org.dealtracker.http.Json;
import org.dealtracker.log.Reckonings;
import org.dealtracker.log.Reckonings.Reckoning;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Totals, and totals over time. Each is JSON or, by its suffix whatever is accepted and else by {@code Accept}, CSV. */
@Path("/api/v1/stats")
@Tag(name = "stats")
class StatsResource {
    private static final String OF_WHICH =
            "Of the agreements that the list finds with the same filters. See the page \"Count and sum\".";
    private static final String OVER_TIME = "Of the agreements that the list finds with the same filters; from, to and"
            + " date are none here, but say which buckets there are and which dates place a deal. See the page \"Chart"
            + " it\".";

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
    @Produces({MediaType.APPLICATION_JSON, Format.TEXT_CSV})
    @PermitAll
    @Operation(
            operationId = "totalAgreements",
            summary = "Count agreements, or add up what they are worth or how many items they cover, as bounds",
            description = OF_WHICH)
    @APIResponse(
            responseCode = "200",
            description = "A row for each group, and for each basis and currency in it.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AgreementTotals")),
                @Content(mediaType = Format.TEXT_CSV, schema = @Schema(ref = "Csv"))
            })
    public RestResponse<String> agreements(@BeanParam StatsRequest request, @Context HttpHeaders asked) {
        return totals(request, Format.of(asked, Format.JSON, Format.CSV), true);
    }

    @GET
    @Path("agreements.csv")
    @Produces({Format.TEXT_CSV, MediaType.WILDCARD})
    @PermitAll
    @Operation(
            operationId = "totalAgreementsCsv",
            summary = "The rows of the same counts and sums as CSV",
            description = OF_WHICH)
    @APIResponse(
            responseCode = "200",
            description = "The rows alone.",
            content = @Content(mediaType = Format.TEXT_CSV, schema = @Schema(ref = "Csv")))
    public RestResponse<String> agreementsCsv(@BeanParam StatsRequest request) {
        return totals(request, Format.CSV, false);
    }

    @GET
    @Path("timeseries")
    @Produces({MediaType.APPLICATION_JSON, Format.TEXT_CSV})
    @PermitAll
    @Operation(
            operationId = "chartAgreements",
            summary = "Count agreements, or add them up, by year, quarter or month, as bounds",
            description = OVER_TIME)
    @APIResponse(
            responseCode = "200",
            description = "A flat row for each bucket and group, and for each basis and currency in it.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Timeseries")),
                @Content(mediaType = Format.TEXT_CSV, schema = @Schema(ref = "Csv"))
            })
    public RestResponse<String> timeseries(@BeanParam TimeseriesRequest request, @Context HttpHeaders asked) {
        return series(request, Format.of(asked, Format.JSON, Format.CSV), true);
    }

    @GET
    @Path("timeseries.csv")
    @Produces({Format.TEXT_CSV, MediaType.WILDCARD})
    @PermitAll
    @Operation(
            operationId = "chartAgreementsCsv",
            summary = "The rows of the same series as CSV",
            description = OVER_TIME)
    @APIResponse(
            responseCode = "200",
            description = "The rows alone.",
            content = @Content(mediaType = Format.TEXT_CSV, schema = @Schema(ref = "Csv")))
    public RestResponse<String> timeseriesCsv(@BeanParam TimeseriesRequest request) {
        return series(request, Format.CSV, false);
    }

    private RestResponse<String> totals(StatsRequest request, Format format, boolean negotiated) {
        LocalDate onDate = request.onDate();
        return answer(request, format, negotiated, (filter, n) -> {
            Totals totals = new Totals(request.dimensions(), request.measured(), onDate);
            deals.each(filter, n, onDate, totals::add);
            Answered answer = Answered.of(request.dimensions(), request.measured(), totals);
            return format == Format.CSV ? answer.table().csv() : Json.bytes(answer);
        });
    }

    private RestResponse<String> series(TimeseriesRequest request, Format format, boolean negotiated) {
        LocalDate onDate = request.onDate();
        return answer(request, format, negotiated, (filter, n) -> {
            Timeseries series = new Timeseries(request.dimensions(), request.measured(), onDate, request.window());
            deals.each(filter, n, onDate, series::add);
            return format == Format.CSV ? series.table().csv() : Json.bytes(series.answer());
        });
    }

    private RestResponse<String> answer(StatsRequest request, Format format, boolean negotiated, Reckoning reckoning) {
        return Format.asText(reckonings.answer(
                request, format, negotiated, (filter, n) -> request.query.narrow(filter, n, affiliates), reckoning));
    }
}
