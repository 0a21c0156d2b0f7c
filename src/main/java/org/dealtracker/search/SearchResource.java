package org.dealtracker.search;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.dealtracker.agreement.Affiliates;
import org.dealtracker.log.Rankings;
import org.dealtracker.log.Rankings.Hit;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Suggestions;
import org.dealtracker.log.Suggestions.Asked;
import org.dealtracker.text.Piece;
import org.dealtracker.text.Query;
import org.dealtracker.text.SearchText;
import org.dealtracker.text.Snippet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Finding records of every kind by their words and names. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "search")
class SearchResource {
    private final Rankings rankings;
    private final Suggestions suggestions;
    private final Affiliates affiliates;

    SearchResource(Rankings rankings, Suggestions suggestions, Affiliates affiliates) {
        this.rankings = rankings;
        this.suggestions = suggestions;
        this.affiliates = affiliates;
    }

    /**
     * A record that was found.
     *
     * @param score how well it answers, from 0 to 1
     * @param snippet HTML: escaped text with {@code <mark>} around what was found
     * @param matched in which members something was found
     */
    record Match(
            RecordKind kind, UUID id, String slug, String title, double score, String snippet, List<String> matched) {}

    /**
     * What a name that is being typed may become.
     *
     * @param text the name
     * @param matched what it is: title, name, alias or designation
     */
    record Suggestion(RecordKind kind, String slug, String title, String text, String matched) {}

    @GET
    @PermitAll
    @Operation(
            operationId = "search",
            summary = "Find records of every kind by what is written in them",
            description = "Names come before what is in them, that before prose, and prose before notes and citations."
                    + " Case, accents and plural endings do not matter, and a name is found with a wrong letter."
                    + " With a filter of agreements only those are found.")
    @APIResponse(
            responseCode = "200",
            description = "A page of records, best first.",
            content = @Content(schema = @Schema(ref = "SearchPage")))
    public RestResponse<byte[]> search(@BeanParam SearchRequest request) {
        return rankings.ranked(
                request,
                request.q,
                request.kinds(),
                (filter, n) -> request.agreements.narrow(filter, n, affiliates),
                hit -> shown(hit, Query.of(request.q)));
    }

    private static Match shown(Hit hit, Query query) {
        Snippet snippet = Snippet.of(SearchText.of(hit.document()), query, hit.title());
        return new Match(hit.kind(), hit.id(), hit.slug(), hit.title(), hit.score(), snippet.text(), snippet.matched());
    }

    @GET
    @Path("suggest")
    @PermitAll
    @Operation(
            operationId = "suggest",
            summary = "What a name that is being typed may become",
            description = "Titles, names, aliases and designations: those that begin with it, then those of which a"
                    + " word does, then those that look like it.")
    @APIResponse(
            responseCode = "200",
            description = "Suggestions, likeliest first.",
            content = @Content(schema = @Schema(ref = "Suggestions")))
    public RestResponse<byte[]> suggest(@BeanParam SuggestRequest request) {
        Asked asked = request.asked();
        Query query = Query.begun(asked.typed());
        return suggestions.suggested(request, asked, hit -> {
            Piece name = Snippet.name(SearchText.of(hit.document()), query, hit.title());
            return new Suggestion(hit.kind(), hit.slug(), hit.title(), name.text(), name.member());
        });
    }
}
