package org.dealtracker.evidence;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.function.Function;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.agreement.WorldClock;
import org.dealtracker.log.ReadRequest;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Views;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Why the register shows of an agreement what it shows: who says so, who disagrees, what the law touches. */
@Path("/api/v1/agreements/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "evidence")
class EvidenceResource {
    private final Views views;
    private final Gathering gathering;

    EvidenceResource(Views views, Gathering gathering) {
        this.views = views;
        this.gathering = gathering;
    }

    private RestResponse<byte[]> answer(String id, ReadRequest request, Function<Facts, Object> view) {
        return views.of(
                RecordKind.AGREEMENT,
                id,
                request,
                (document, n) -> view.apply(gathering.asOf(Agreement.TYPE.stored(document), n)));
    }

    @GET
    @Path("evidence")
    @PermitAll
    @Operation(
            operationId = "getEvidence",
            summary = "How many independent voices stand behind each claim, and why they are counted so",
            description = "Claims, their citations, and the origins that these lead to. Sources that repeat one another"
                    + " count once, at their root; what grew while it was passed on is listed as drift.")
    @APIResponse(
            responseCode = "200",
            description = "The evidence, claim by claim.",
            content = @Content(schema = @Schema(ref = "Evidence")))
    public RestResponse<byte[]> evidence(@PathParam("id") String id, @BeanParam ReadRequest request) {
        return answer(id, request, EvidenceView::of);
    }

    @GET
    @Path("conflicts")
    @PermitAll
    @Operation(
            operationId = "getConflicts",
            summary = "Which claims cannot all be true, line by line, with who says what",
            description =
                    "The register keeps them side by side. Its headline shows the preferred one, else the hull of all.")
    @APIResponse(
            responseCode = "200",
            description = "The contested lines; none where nothing is contested.",
            content = @Content(schema = @Schema(ref = "Conflicts")))
    public RestResponse<byte[]> conflicts(@PathParam("id") String id, @BeanParam ReadRequest request) {
        return answer(id, request, ConflictView::of);
    }

    @GET
    @Path("screening")
    @PermitAll
    @Operation(
            operationId = "getScreening",
            summary = "Which restrictions the agreement touches, claim by claim, and who found what",
            description =
                    "A match says that a restriction touches a claim, not that the deal breaks it: findings are those"
                            + " of officials and analysts. With onDate, only what was in force on that day.")
    @APIResponse(
            responseCode = "200",
            description = "The matches and the findings; none where nothing is touched.",
            content = @Content(schema = @Schema(ref = "Screening")))
    public RestResponse<byte[]> screening(
            @PathParam("id") String id, @BeanParam ReadRequest request, @BeanParam WorldClock world) {
        LocalDate day = world.day();
        return answer(id, request, facts -> ScreeningView.of(facts, day));
    }
}
