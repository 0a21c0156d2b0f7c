package org.dealtracker.vocabulary;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.dealtracker.http.Cursor;
import org.dealtracker.http.ETags;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.dealtracker.http.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The vocabularies. They change with the service's own version only, so an answer may be kept for an hour. */
@Path("/api/v1/vocabularies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "vocabularies")
class VocabularyResource {
    private static final String KEPT = "max-age=3600";

    /** A list has one page, in the form that all lists have. */
    record Page<T>(List<T> items, @JsonInclude String next, int total) {
        static <T> Page<T> of(List<T> items) {
            return new Page<>(items, null, items.size());
        }
    }

    /** A vocabulary in the list of all. */
    record Listed(String name, String label, String definition, int codes, String href) {}

    /** A vocabulary with its codes. */
    record Whole(
            String name,
            String label,
            String definition,
            List<Vocabulary.Entry> items,
            @JsonInclude String next,
            int total) {}

    @GET
    @PermitAll
    @Operation(operationId = "listVocabularies", summary = "Every list of codes that the interface speaks in")
    @APIResponse(
            responseCode = "200",
            description = "The vocabularies by name.",
            content = @Content(schema = @Schema(ref = "VocabularyPage")))
    public RestResponse<byte[]> list(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        List<Listed> items = Vocabularies.ALL.stream()
                .map(each -> new Listed(
                        each.name(),
                        Vocabulary.inWords(each.name()),
                        each.definition(),
                        each.codes().size(),
                        "/api/v1/vocabularies/" + each.name()))
                .sorted(Comparator.comparing(Listed::name))
                .toList();
        return answer(Page.of(items), ifNoneMatch);
    }

    @GET
    @Path("{name}")
    @PermitAll
    @Operation(operationId = "getVocabulary", summary = "One list of codes with what each of them means")
    @APIResponse(
            responseCode = "200",
            description = "The vocabulary with all its codes.",
            content = @Content(schema = @Schema(ref = "Vocabulary")))
    public RestResponse<byte[]> get(
            @PathParam("name") String name, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Vocabulary found = Vocabularies.named(name)
                .orElseThrow(() -> Problem.notFound("There is no vocabulary '" + Texts.shown(name) + "'."));
        Whole whole = new Whole(
                found.name(),
                Vocabulary.inWords(found.name()),
                found.definition(),
                found.codes(),
                null,
                found.codes().size());
        return answer(whole, ifNoneMatch);
    }

    private static RestResponse<byte[]> answer(Object value, String ifNoneMatch) {
        byte[] body = Json.bytes(value);
        String etag = "\"" + HexFormat.of().formatHex(Cursor.sha256(body), 0, 16) + "\"";
        ResponseBuilder<byte[]> answer = ETags.noneMatchHits(ifNoneMatch, etag)
                ? ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : ResponseBuilder.ok(body, MediaType.APPLICATION_JSON);
        return answer.header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, KEPT)
                .build();
    }
}
