package org.dealtracker.cite;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dealtracker.cite.CitationFormat.Chosen;
import org.dealtracker.http.Format;
import org.dealtracker.log.ReadRequest;
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
    @Produces({CitationFormat.CSL, CitationFormat.BIBTEX, CitationFormat.RIS, MediaType.WILDCARD})
    @PermitAll
    @Operation(operationId = "citeRecord", summary = "How to cite a record", description = CITED)
    @APIResponse(
            responseCode = "200",
            description = "The citation, as CSL JSON where nothing else is asked for.",
            content = {
                @Content(mediaType = CitationFormat.CSL, schema = @Schema(ref = "CslJson")),
                @Content(mediaType = CitationFormat.BIBTEX, schema = @Schema(ref = "Bibtex")),
                @Content(mediaType = CitationFormat.RIS, schema = @Schema(ref = "Ris"))
            })
    public RestResponse<String> citation(
            @PathParam("id") String id, @BeanParam ReadRequest request, @BeanParam CitationFormat format) {
        return answer(id, request, format.chosen());
    }

    @GET
    @Path("{id}/citation.csl.json")
    @Produces({CitationFormat.CSL, MediaType.WILDCARD})
    @PermitAll
    @Operation(operationId = "citeRecordAsCslJson", summary = "How to cite a record, as CSL JSON", description = CITED)
    @APIResponse(
            responseCode = "200",
            description = "A list with one item.",
            content = @Content(mediaType = CitationFormat.CSL, schema = @Schema(ref = "CslJson")))
    public RestResponse<String> cslJson(@PathParam("id") String id, @BeanParam ReadRequest request) {
        return answer(id, request, new Chosen(Format.CSL_JSON, false));
    }

    @GET
    @Path("{id}/citation.bib")
    @Produces({CitationFormat.BIBTEX, MediaType.WILDCARD})
    @PermitAll
    @Operation(operationId = "citeRecordAsBibtex", summary = "How to cite a record, as BibTeX", description = CITED)
    @APIResponse(
            responseCode = "200",
            description = "One entry.",
            content = @Content(mediaType = CitationFormat.BIBTEX, schema = @Schema(ref = "Bibtex")))
    public RestResponse<String> bibtex(@PathParam("id") String id, @BeanParam ReadRequest request) {
        return answer(id, request, new Chosen(Format.BIBTEX, false));
    }

    @GET
    @Path("{id}/citation.ris")
    @Produces({CitationFormat.RIS, MediaType.WILDCARD})
    @PermitAll
    @Operation(operationId = "citeRecordAsRis", summary = "How to cite a record, as RIS", description = CITED)
    @APIResponse(
            responseCode = "200",
            description = "One reference.",
            content = @Content(mediaType = CitationFormat.RIS, schema = @Schema(ref = "Ris")))
    public RestResponse<String> ris(@PathParam("id") String id, @BeanParam ReadRequest request) {
        return answer(id, request, new Chosen(Format.RIS, false));
    }

    private RestResponse<String> answer(String id, ReadRequest request, Chosen chosen) {
        String base = PublicAddress.base(settings, request);
        Manner manner = new Manner(chosen.format(), chosen.negotiated(), CitationFormat.besides(settings, base));
        return Format.asText(views.of(kind, id, request, manner, (document, n) -> {
            Cited cited = citing.cited(kind, document, n, base);
            return new Written(CitationFormat.write(cited, chosen.format()), link(cited));
        }));
    }

    private static String link(Cited cited) {
        return "<" + cited.citeAs() + ">; rel=\"cite-as\"";
    }
}
