package org.dealtracker.assessment;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.Map;
import org.dealtracker.agreement.Affiliates;
import org.dealtracker.log.Editing;
import org.dealtracker.log.Histories;
import org.dealtracker.log.ListType;
import org.dealtracker.log.Lists;
import org.dealtracker.log.RecordResource;
import org.dealtracker.log.Records;
import org.dealtracker.log.Records.Shape;
import org.dealtracker.log.ShapedRequest;
import org.dealtracker.log.Sort;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "assessments")
class AssessmentResource extends RecordResource<Assessment> {
    private static final ListType LIST = ListType.of(
            Assessment.TYPE,
            EnumSet.complementOf(EnumSet.of(Sort.STAGE, Sort.VALUE)),
            Map.of(
                    "stance",
                    "stance:",
                    "theme",
                    "theme:",
                    "nature",
                    "nature:",
                    "finding",
                    "finding:",
                    "by",
                    "by:",
                    "agreement",
                    "agreement:",
                    "restriction",
                    "restriction:"));

    private final Records records;
    private final Lists lists;
    private final Affiliates affiliates;

    AssessmentResource(Records records, Lists lists, Editing editing, Histories histories, Affiliates affiliates) {
        super(Assessment.TYPE, editing, histories);
        this.records = records;
        this.lists = lists;
        this.affiliates = affiliates;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listAssessments", summary = "List assessments")
    @APIResponse(
            responseCode = "200",
            description = "A page of assessments.",
            content = @Content(schema = @Schema(ref = "AssessmentPage")))
    public RestResponse<byte[]> list(@BeanParam AssessmentQuery query) {
        return lists.list(LIST, query, Shape.WHOLE, (filter, n) -> query.narrow(filter, n, affiliates));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @Operation(operationId = "getAssessment", summary = "Read an assessment, now or as it was")
    @APIResponse(
            responseCode = "200",
            description = "The assessment.",
            content = @Content(schema = @Schema(ref = "Assessment")))
    public RestResponse<byte[]> get(@PathParam("id") String id, @BeanParam ShapedRequest request) {
        return records.get(Assessment.TYPE, id, request, Shape.WHOLE);
    }
}
