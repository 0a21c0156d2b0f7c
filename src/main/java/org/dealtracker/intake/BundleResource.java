package org.dealtracker.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dealtracker.http.BodyLimit;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Json;
import org.dealtracker.log.Appended;
import org.dealtracker.log.Identity;
import org.dealtracker.log.PostRequest;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Replays;
import org.dealtracker.log.Why;
import org.dealtracker.log.Writes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/bundles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "bundles")
class BundleResource {
    private static final long LARGEST = 16 << 20;

    private final Bundles bundles;
    private final Writes writes;
    private final Replays replays;

    BundleResource(Bundles bundles, Writes writes, Replays replays) {
        this.bundles = bundles;
        this.writes = writes;
        this.replays = replays;
    }

    /** A record that came into being. */
    record Made(UUID id, String slug) {}

    /** @param n the log's number after the bundle */
    record Taken(Map<String, List<Made>> created, long n) {
        static Taken of(List<Appended> appended) {
            Map<String, List<Made>> created = new LinkedHashMap<>();
            for (RecordKind kind : RecordKind.values()) {
                created.put(Bundle.collection(kind), new ArrayList<>());
            }
            long n = 0;
            for (Appended one : appended) {
                Identity identity = one.record().identity();
                created.get(Bundle.collection(one.record().recordKind())).add(new Made(identity.id(), identity.slug()));
                n = Math.max(n, identity.n());
            }
            return new Taken(created, n);
        }
    }

    @POST
    @RolesAllowed("editor")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @BodyLimit(LARGEST)
    @Operation(
            operationId = "createBundle",
            summary = "Record records of all kinds together, all or none",
            description = "In any order, referring to each other by slug; at most 1,000 records and 16 MiB. What"
                    + " citationDefaults says, every citation says that does not say otherwise.")
    @APIResponse(
            responseCode = "201",
            description = "What came into being.",
            content = @Content(schema = @Schema(ref = "BundleTaken")))
    public RestResponse<byte[]> create(
            @BeanParam PostRequest request,
            @RequestBody(content = @Content(schema = @Schema(ref = "Bundle"))) byte[] body) {
        return replays.once(request, body, () -> {
            ObjectNode tree = Json.body(body);
            Bundle.requireFew(tree);
            Findings findings = new Findings();
            Why why = request.of(tree, findings);
            if (Bundle.reachesOthers(tree)) {
                writes.beginAlone();
            } else {
                writes.beginInBulk();
            }
            Taken taken = Taken.of(bundles.take(tree, findings, why));
            return ResponseBuilder.create(RestResponse.Status.CREATED, Json.bytes(taken))
                    .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                    .header("Feed-Head", taken.n())
                    .build();
        });
    }
}
