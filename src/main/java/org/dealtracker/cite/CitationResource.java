package org.dealtracker.cite;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.dealtracker.http.Format;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Views;
import org.dealtracker.log.Views.Manner;
import org.dealtracker.log.Views.Written;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * How a record is cited, the same for every kind. The format is named by {@code format}, by the suffix of the address, or
 * by {@code Accept}.
 */
abstract class CitationResource {
    private static final String CSL = "application/vnd.citationstyles.csl+json";
    private static final String BIBTEX = "application/x-bibtex";
    private static final String RIS = "application/x-research-info-systems";

    private static final String CITED = "A source is cited as what it is, any other record as the register's own. The"
            + " citation names an address that gives the same for ever, which is also in Link with rel=\"cite-as\""
            + " (RFC 8574).";

    private final RecordKind kind;
    private final Views views;
    private final Citing citing;
    private final PublisherSettings settings;

    CitationResource(RecordKind kind, Views views, Citing citing, PublisherSettings settings) {
        this.kind = kind;
        this.views = views;
        this.citing = citing;
        this.settings = settings;
    }

    @GET
    @Path("{id}/citation")
    @Produces({CSL, BIBTEX, RIS, MediaType.WILDCARD})
    @PermitAll
    @Operation(operationId = "citeRecord", summary = "How to cite a record", description = CITED)
    @APIResponse(
            responseCode = "200",
            description = "The citation, as CSL JSON where nothing else is asked for.",
            content = {
                @Content(mediaType = CSL, schema = @Schema(ref = "CslJson")),
                @Content(mediaType = BIBTEX, schema = @Schema(ref = "Bibtex")),
                @Content(mediaType = RIS, schema = @Schema(ref = "Ris"))
            })
    public RestResponse<String> citation(
            @PathParam("id") String id, @BeanParam FormatRequest request, @Context HttpHeaders asked) {
        Format named = request.named();
        return named != null
                ? answer(id, request, named, false)
                : answer(id, request, Format.of(asked, Format.CSL_JSON, Format.BIBTEX, Format.RIS), true);
    }

    @GET
    @Path("{id}/citation.csl.json")
    @Produces({CSL, MediaType.WILDCARD})
    @PermitAll
    @Operation(operationId = "citeRecordAsCslJson", summary = "How to cite a record, as CSL JSON", description = CITED)
    @APIResponse(
            responseCode = "200",
            description = "A list with one item.",
            content = @Content(mediaType = CSL, schema = @Schema(ref = "CslJson")))
    public RestResponse<String> cslJson(@PathParam("id") String id, @BeanParam CitationRequest request) {
        return answer(id, request, Format.CSL_JSON, false);
    }

    @GET
    @Path("{id}/citation.bib")
    @Produces({BIBTEX, MediaType.WILDCARD})
    @PermitAll
    @Operation(operationId = "citeRecordAsBibtex", summary = "How to cite a record, as BibTeX", description = CITED)
    @APIResponse(
            responseCode = "200",
            description = "One entry.",
            content = @Content(mediaType = BIBTEX, schema = @Schema(ref = "Bibtex")))
    public RestResponse<String> bibtex(@PathParam("id") String id, @BeanParam CitationRequest request) {
        return answer(id, request, Format.BIBTEX, false);
    }

    @GET
    @Path("{id}/citation.ris")
    @Produces({RIS, MediaType.WILDCARD})
    @PermitAll
    @Operation(operationId = "citeRecordAsRis", summary = "How to cite a record, as RIS", description = CITED)
    @APIResponse(
            responseCode = "200",
            description = "One reference.",
            content = @Content(mediaType = RIS, schema = @Schema(ref = "Ris")))
    public RestResponse<String> ris(@PathParam("id") String id, @BeanParam CitationRequest request) {
        return answer(id, request, Format.RIS, false);
    }

    private RestResponse<String> answer(String id, CitationRequest request, Format format, boolean negotiated) {
        String base = request.base(settings);
        Manner manner = new Manner(format, negotiated, request.besides(settings));
        return Format.asText(views.of(kind, id, request, manner, (document, n) -> {
            Cited cited = citing.cited(kind, document, n, base);
            return new Written(write(cited, format), "<" + cited.citeAs() + ">; rel=\"cite-as\"");
        }));
    }

    private static byte[] write(Cited cited, Format format) {
        return switch (format) {
            case BIBTEX -> Bibtex.write(cited);
            case RIS -> Ris.write(cited);
            default -> CslItem.write(cited);
        };
    }
}
