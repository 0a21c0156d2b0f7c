package org.dealtracker.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Json;
import org.dealtracker.http.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "changes")
class ChangesResource {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    private final Feed feed;

    ChangesResource(Feed feed) {
        this.feed = feed;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listChanges",
            summary = "The change feed",
            description = "Every write appends one entry for each record that it changed, numbered densely: a client"
                    + " that saw n+1 after n missed nothing. Pass the cursor of each answer as since of the next.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the feed.",
            content = @Content(schema = @Schema(ref = "FeedPage")))
    public RestResponse<byte[]> changes(
            @QueryParam("since") @Parameter(description = "A cursor of this feed; 'now' begins with the next change.")
                    String since,
            @QueryParam("limit") @Parameter(description = "1 to 1,000 entries, 100 by default.") String limit,
            @QueryParam("kind") @Parameter(description = "Only records of these kinds.") List<String> kind,
            @QueryParam("include") @Parameter(description = "'record' adds each record as of its entry.")
                    String include) {
        Findings findings = new Findings();
        int entries = limit(limit, findings);
        Set<RecordKind> kinds = kinds(kind, findings);
        if (include != null && !include.equals("record")) {
            findings.malformed("include", "'include' may only be record.");
        }
        findings.throwIfAny();
        Feed.FeedPage page = feed.page(since, entries, kinds, include != null);
        return ResponseBuilder.ok(Json.bytes(page), MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(Answers.FEED_HEAD, page.head())
                .build();
    }

    private static int limit(String limit, Findings findings) {
        int entries = limit == null ? DEFAULT_LIMIT : limit.matches("[0-9]{1,5}") ? Integer.parseInt(limit) : 0;
        if (entries < 1 || entries > MAX_LIMIT) {
            findings.malformed("limit", "'limit' must be a whole number from 1 to " + MAX_LIMIT + ".");
        }
        return entries;
    }

    private static Set<RecordKind> kinds(List<String> codes, Findings findings) {
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        for (String code : codes) {
            boolean known = false;
            for (RecordKind kind : RecordKind.values()) {
                if (kind.code().equals(code)) {
                    known = kinds.add(kind) || kinds.contains(kind);
                }
            }
            if (!known) {
                String allowed = Code.all(RecordKind.class);
                findings.malformed(
                        "kind", "'" + Texts.shown(code) + "' is not a kind of record; allowed are " + allowed + ".");
            }
        }
        return kinds.isEmpty() ? EnumSet.allOf(RecordKind.class) : kinds;
    }
}
