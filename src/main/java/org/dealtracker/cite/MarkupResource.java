package org.dealtracker.cite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.dealtracker.evidence.Vetting;
import org.dealtracker.evidence.Vetting.Vetted;
import org.dealtracker.http.Format;
import org.dealtracker.log.ReadRequest;
import org.dealtracker.log.Recent;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Views;
import org.dealtracker.log.Views.Manner;
import org.dealtracker.log.Views.Written;
import org.dealtracker.wording.Names;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What is claimed of an agreement, for machines that look for claims and for who checked them. */
@Path("/api/v1/agreements/{id}/claims.jsonld")
@Tag(name = "citations")
class MarkupResource {
    private static final String LD = "application/ld+json";

    private final Views views;
    private final Vetting vetting;
    private final Recent recent;
    private final PublisherSettings settings;

    MarkupResource(Views views, Vetting vetting, Recent recent, PublisherSettings settings) {
        this.views = views;
        this.vetting = vetting;
        this.recent = recent;
        this.settings = settings;
    }

    @GET
    @Produces({LD, MediaType.WILDCARD})
    @PermitAll
    @Operation(
            operationId = "markUpAgreement",
            summary = "The claims of an agreement in the words of schema.org, as JSON-LD",
            description = "Each claim with the works that say so, what each citation does for it, and a ClaimReview for"
                    + " every line of which some origin is known. Ratings are codes of the register, never numbers.")
    @APIResponse(
            responseCode = "200",
            description = "A graph of nodes.",
            content = @Content(mediaType = LD, schema = @Schema(ref = "ClaimMarkup")))
    public RestResponse<String> markup(@PathParam("id") String id, @BeanParam ReadRequest request) {
        String base = PublicAddress.base(settings, request);
        Manner manner = new Manner(Format.JSON_LD, false, CitationFormat.besides(settings, base));
        return Format.asText(views.of(
                RecordKind.AGREEMENT,
                id,
                request,
                manner,
                (document, n) -> new Written(write(document, n, base), null)));
    }

    private byte[] write(ObjectNode document, long n, String base) {
        Vetted vetted = vetting.asOf(document, n);
        Names asked = new Names(n, Map.of());
        AgreementMarkup.of(document, n, vetted, asked, settings, base);
        Names names = new Names(n, Names.of(recent.names(asked.wanted())));
        return Nodes.document(AgreementMarkup.of(document, n, vetted, names, settings, base));
    }
}
