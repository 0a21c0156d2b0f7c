package org.dealtracker.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Json;
import org.dealtracker.log.Appended;
import org.dealtracker.log.Editing;
import org.dealtracker.log.Held;
import org.dealtracker.log.Op;
import org.dealtracker.log.PostRequest;
import org.dealtracker.log.ReadRequest;
import org.dealtracker.log.Records;
import org.dealtracker.log.Why;
import org.dealtracker.log.WhyRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The stages of an agreement: events are appended here, and never edited or removed. */
@Path("/api/v1/agreements/{id}/status-history")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status history")
class StatusResource {
    private final Records records;
    private final Editing editing;

    StatusResource(Records records, Editing editing) {
        this.records = records;
        this.editing = editing;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "listStatusEvents",
            summary = "The status events in their order in the world",
            description = "By the days since when they held, wherever they were recorded late; one that another"
                    + " supersedes stands before it.")
    @APIResponse(
            responseCode = "200",
            description = "The events, in one page.",
            content = @Content(schema = @Schema(ref = "StatusEventPage")))
    public RestResponse<byte[]> list(@PathParam("id") String id, @BeanParam ReadRequest request) {
        return records.get(Agreement.TYPE.kind(), id, request, document -> ClaimResource.page(inOrder(document)));
    }

    private static ArrayNode inOrder(ObjectNode document) {
        Map<UUID, JsonNode> events = new LinkedHashMap<>();
        document.get(Agreement.STATUS_HISTORY)
                .forEach(event -> events.put(UUID.fromString(event.get("id").textValue()), event));
        StatusHistory history = WorldClock.history(document);
        Map<UUID, UUID> superseded = new HashMap<>();
        history.steps().stream()
                .filter(step -> step.supersedes() != null)
                .forEach(step -> superseded.put(step.id(), step.supersedes()));
        List<JsonNode> ordered = new ArrayList<>();
        for (Step step : history.sequence()) {
            Deque<JsonNode> chain = new ArrayDeque<>();
            for (UUID id = step.id(); id != null; id = superseded.get(id)) {
                chain.addFirst(events.get(id));
            }
            ordered.addAll(chain);
        }
        return Json.object().arrayNode().addAll(ordered);
    }

    @GET
    @Path("{eventId}")
    @PermitAll
    @Operation(operationId = "getStatusEvent", summary = "One status event")
    @APIResponse(
            responseCode = "200",
            description = "The event.",
            content = @Content(schema = @Schema(ref = "StatusEvent")))
    public RestResponse<byte[]> get(
            @PathParam("id") String id, @PathParam("eventId") String eventId, @BeanParam ReadRequest request) {
        return records.part(Agreement.TYPE.kind(), id, Agreement.STATUS_HISTORY, eventId, request);
    }

    @POST
    @RolesAllowed("editor")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "appendStatusEvent",
            summary = "Append a status event",
            description = "A transition must follow the table of stages (409 names what is allowed); a correction or a"
                    + " reassessment need not. The answer is the event, with the new headline beside it.")
    @APIResponse(
            responseCode = "201",
            description = "The event with the new headline.",
            content = @Content(schema = @Schema(ref = "AppendedStatusEvent")))
    public RestResponse<byte[]> append(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam PostRequest request,
            @RequestBody(content = @Content(schema = @Schema(ref = "StatusEventDraft"))) byte[] body) {
        return editing.once(request, body, () -> appended(id, ifMatch, request, body));
    }

    private RestResponse<byte[]> appended(String id, String ifMatch, WhyRequest request, byte[] body) {
        Held<Agreement> held = editing.hold(Agreement.TYPE, id, ifMatch);
        ObjectNode tree = Json.body(body);
        tree.remove("id");
        Findings findings = new Findings();
        Agreement moved = editing.bind(tree, findings, form -> {
            StatusEvent event = StatusEvent.read(form, Ids.editing(held.record()));
            return Appending.append(form, "", held.record(), event);
        });
        StatusEvent event = last(moved);
        Why why = new Why(request.actor(), event.changeType(), event.reason());
        Appended appended = editing.change(held, moved, Op.STATUS, why);
        Agreement agreement = (Agreement) appended.record();
        ObjectNode answer = Json.tree(last(agreement));
        answer.set("headline", Json.tree(agreement.headline()));
        String address =
                Agreement.TYPE.kind().path() + "/" + agreement.identity().slug() + "/status-history/" + event.id();
        return Editing.created(appended, answer, address);
    }

    private static StatusEvent last(Agreement agreement) {
        List<StatusEvent> events = agreement.statusHistory();
        return events.get(events.size() - 1);
    }
}
