package org.dealtracker.export;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.dealtracker.cite.CitationFormat;
import org.dealtracker.cite.CitationFormat.Chosen;
import org.dealtracker.cite.FileCitation;
import org.dealtracker.cite.PublicAddress;
import org.dealtracker.cite.PublisherSettings;
import org.dealtracker.export.Orders.Taken;
import org.dealtracker.http.Format;
import org.dealtracker.log.Checkpoints;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How an exported file is cited. No file is made for that: a citation follows from what was asked for, and as of when. */
@Path("/api/v1/exports")
@Tag(name = "citations")
class ExportCitationResource {
    private static final String CITED =
            "The file of the same query, as of the same moment, whether it was made or not. The"
                    + " citation names an address that gives the same bytes for ever, which is also in Link with"
                    + " rel=\"cite-as\" (RFC 8574).";

    private final Orders orders;
    private final Checkpoints checkpoints;
    private final PublisherSettings settings;

    ExportCitationResource(Orders orders, Checkpoints checkpoints, PublisherSettings settings) {
        this.orders = orders;
        this.checkpoints = checkpoints;
        this.settings = settings;
    }

    @GET
    @Path("{file}/citation")
    @Produces({CitationFormat.CSL, CitationFormat.BIBTEX, CitationFormat.RIS, MediaType.WILDCARD})
    @PermitAll
    @Operation(operationId = "citeExport", summary = "How to cite an exported file", description = CITED)
    @APIResponse(
            responseCode = "200",
            description = "The citation, as CSL JSON where nothing else is asked for.",
            content = {
                @Content(mediaType = CitationFormat.CSL, schema = @Schema(ref = "CslJson")),
                @Content(mediaType = CitationFormat.BIBTEX, schema = @Schema(ref = "Bibtex")),
                @Content(mediaType = CitationFormat.RIS, schema = @Schema(ref = "Ris"))
            })
    public RestResponse<String> citation(
            @PathParam("file") String file, @BeanParam ExportRequest request, @BeanParam CitationFormat format) {
        return answer(file, request, format.chosen());
    }

    @GET
    @Path("{file}/citation.csl.json")
    @Produces({CitationFormat.CSL, MediaType.WILDCARD})
    @PermitAll
    @Operation(
            operationId = "citeExportAsCslJson",
            summary = "How to cite an exported file, as CSL JSON",
            description = CITED)
    @APIResponse(
            responseCode = "200",
            description = "A list with one item.",
            content = @Content(mediaType = CitationFormat.CSL, schema = @Schema(ref = "CslJson")))
    public RestResponse<String> cslJson(@PathParam("file") String file, @BeanParam ExportRequest request) {
        return answer(file, request, new Chosen(Format.CSL_JSON, false));
    }

    @GET
    @Path("{file}/citation.bib")
    @Produces({CitationFormat.BIBTEX, MediaType.WILDCARD})
    @PermitAll
    @Operation(
            operationId = "citeExportAsBibtex",
            summary = "How to cite an exported file, as BibTeX",
            description = CITED)
    @APIResponse(
            responseCode = "200",
            description = "One entry.",
            content = @Content(mediaType = CitationFormat.BIBTEX, schema = @Schema(ref = "Bibtex")))
    public RestResponse<String> bibtex(@PathParam("file") String file, @BeanParam ExportRequest request) {
        return answer(file, request, new Chosen(Format.BIBTEX, false));
    }

    @GET
    @Path("{file}/citation.ris")
    @Produces({CitationFormat.RIS, MediaType.WILDCARD})
    @PermitAll
    @Operation(operationId = "citeExportAsRis", summary = "How to cite an exported file, as RIS", description = CITED)
    @APIResponse(
            responseCode = "200",
            description = "One reference.",
            content = @Content(mediaType = CitationFormat.RIS, schema = @Schema(ref = "Ris")))
    public RestResponse<String> ris(@PathParam("file") String file, @BeanParam ExportRequest request) {
        return answer(file, request, new Chosen(Format.RIS, false));
    }

    private RestResponse<String> answer(String file, ExportRequest request, Chosen chosen) {
        Taken taken = orders.take(file, request);
        FileCitation citation = taken.order().about().citation(PublicAddress.base(settings, request));
        String asked = taken.order().key() + " " + chosen.format() + " " + citation.address();
        String tag = "\"n" + taken.checkpoint().n() + "-" + request.digest(asked) + "\"";
        ResponseBuilder<String> answer = ResponseBuilder.ok();
        checkpoints.describe(answer, tag, taken.checkpoint(), request, chosen.format(), chosen.negotiated());
        if (request.holds(tag)) {
            return answer.status(RestResponse.Status.NOT_MODIFIED).build();
        }
        return answer.header(HttpHeaders.LINK, "<" + citation.address() + ">; rel=\"cite-as\"")
                .header(HttpHeaders.CONTENT_TYPE, chosen.format().contentType())
                .entity(new String(citation.bytes(chosen.format()), StandardCharsets.UTF_8))
                .build();
    }
}
