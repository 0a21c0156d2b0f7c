package org.dealtracker.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.dealtracker.http.Json;
import org.dealtracker.http.MergePatch;
import org.dealtracker.log.PostRequest;
import org.dealtracker.log.ReadRequest;
import org.dealtracker.log.Records;
import org.dealtracker.log.WhyRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The claims of an agreement as resources of their own: one resource for all eight kinds. */
@Path("/api/v1/agreements/{id}/{claims: parties|items|deliveries|values|commitments|dates|terms|positions}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "claims")
class ClaimResource {
    private final Records records;
    private final ClaimEditing editing;

    ClaimResource(Records records, ClaimEditing editing) {
        this.records = records;
        this.editing = editing;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listClaimsOfAgreement", summary = "The live claims of one kind")
    @APIResponse(
            responseCode = "200",
            description = "The claims, in one page.",
            content = @Content(schema = @Schema(ref = "ClaimPage")))
    public RestResponse<byte[]> list(
            @PathParam("id") String id, @PathParam("claims") String claims, @BeanParam ReadRequest request) {
        return records.get(Agreement.TYPE.kind(), id, request, document -> page(document.get(claims)));
    }

    /** A part of a record in the form of a list with one page. */
    static ObjectNode page(JsonNode items) {
        ObjectNode page = Json.object();
        page.set("items", items);
        page.putNull("next");
        return page.put("total", items.size());
    }

    @POST
    @RolesAllowed("editor")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addClaim", summary = "Add a claim")
    @APIResponse(
            responseCode = "201",
            description = "The claim as it was recorded.",
            content = @Content(schema = @Schema(ref = "Claim")))
    public RestResponse<byte[]> add(
            @PathParam("id") String id,
            @PathParam("claims") String claims,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam PostRequest request,
            @RequestBody(content = @Content(schema = @Schema(ref = "ClaimRequest"))) byte[] body) {
        return editing.add(id, ClaimKind.of(claims), ifMatch, body, request);
    }

    @GET
    @Path("{claimId}")
    @PermitAll
    @Operation(operationId = "getClaim", summary = "One claim; a retracted one stays here, with its retraction")
    @APIResponse(responseCode = "200", description = "The claim.", content = @Content(schema = @Schema(ref = "Claim")))
    public RestResponse<byte[]> get(
            @PathParam("id") String id,
            @PathParam("claims") String claims,
            @PathParam("claimId") String claimId,
            @BeanParam ReadRequest request) {
        return records.part(Agreement.TYPE.kind(), id, claims, claimId, request);
    }

    @PUT
    @Path("{claimId}")
    @RolesAllowed("editor")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "replaceClaim", summary = "Replace what a claim says; needs a reason")
    @APIResponse(
            responseCode = "200",
            description = "The claim as it is now.",
            content = @Content(schema = @Schema(ref = "Claim")))
    public RestResponse<byte[]> put(
            @PathParam("id") String id,
            @PathParam("claims") String claims,
            @PathParam("claimId") String claimId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam WhyRequest why,
            @RequestBody(content = @Content(schema = @Schema(ref = "ClaimRequest"))) byte[] body) {
        return editing.put(id, ClaimKind.of(claims), claimId, ifMatch, body, why);
    }

    @PATCH
    @Path("{claimId}")
    @RolesAllowed("editor")
    @Transactional
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(operationId = "patchClaim", summary = "Change some of what a claim says (RFC 7396)")
    @APIResponse(
            responseCode = "200",
            description = "The claim as it is now.",
            content = @Content(schema = @Schema(ref = "Claim")))
    public RestResponse<byte[]> patch(
            @PathParam("id") String id,
            @PathParam("claims") String claims,
            @PathParam("claimId") String claimId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam WhyRequest why,
            @RequestBody(content = @Content(schema = @Schema(ref = "ClaimPatch"))) byte[] body) {
        return editing.patch(id, ClaimKind.of(claims), claimId, ifMatch, body, why);
    }

    @DELETE
    @Path("{claimId}")
    @RolesAllowed("editor")
    @Transactional
    @Operation(operationId = "retractClaim", summary = "Retract a claim; needs a reason")
    @APIResponse(responseCode = "204", description = "The claim is retracted.")
    public RestResponse<byte[]> retract(
            @PathParam("id") String id,
            @PathParam("claims") String claims,
            @PathParam("claimId") String claimId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @BeanParam WhyRequest why) {
        return editing.retract(id, ClaimKind.of(claims), claimId, ifMatch, why);
    }
}
