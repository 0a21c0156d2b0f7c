package org.dealtracker.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dealtracker.export.Orders.Taken;
import org.dealtracker.http.ETags;
import org.dealtracker.log.Checkpoints;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Answers with a made file, whole or a range of it. It is sent as it lies on the disk, with its length and its sums, so
 * that a download that was cut off can be told from a whole one, and be resumed.
 */
@ApplicationScoped
class Delivery {
    private final Builds builds;
    private final Checkpoints checkpoints;

    Delivery(Builds builds, Checkpoints checkpoints) {
        this.builds = builds;
        this.checkpoints = checkpoints;
    }

    /** @throws org.dealtracker.http.Problem 412 when the file that the client means is another one */
    CompletionStage<RestResponse<Object>> of(Taken taken, ExportRequest request, Conditions conditions) {
        String key = taken.order().key();
        String tag = "\"n" + taken.checkpoint().n() + "-" + key.substring(0, 16) + "\"";
        if (conditions.ifMatch != null) {
            ETags.requireMatch(conditions.ifMatch, tag);
        }
        if (request.holds(tag)) {
            ResponseBuilder<Object> answer = ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED);
            return CompletableFuture.completedFuture(checkpoints
                    .describe(answer, tag, taken.checkpoint(), request)
                    .build());
        }
        return builds.get(taken.order()).thenApply(file -> answer(file, tag, taken, request, conditions));
    }

    private RestResponse<Object> answer(
            BuiltFile file, String tag, Taken taken, ExportRequest request, Conditions conditions) {
        boolean same = conditions.ifRange == null || conditions.ifRange.trim().equals(tag);
        Range range = same ? Range.of(conditions.range, file.length()) : null;
        ResponseBuilder<Object> answer = range == null
                ? ResponseBuilder.ok((Object) new PathPart(file.path(), 0, file.length()))
                : partial(file, range);
        checkpoints.describe(answer, tag, taken.checkpoint(), request);
        String digest = digest(file);
        answer.header("Accept-Ranges", "bytes").header("Repr-Digest", digest);
        if (range == Range.NONE) {
            return answer.build();
        }
        if (range == null) {
            answer.header("Content-Digest", digest).header(HttpHeaders.CONTENT_LENGTH, file.length());
        }
        About about = taken.order().about();
        answer.header(HttpHeaders.CONTENT_TYPE, taken.order().product().contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(taken.order()) + "\"")
                .header(HttpHeaders.LINK, "<" + about.address() + ">; rel=\"cite-as\"");
        if (file.rows() != null) {
            answer.header("Row-Count", file.rows());
        }
        return answer.build();
    }

    private static ResponseBuilder<Object> partial(BuiltFile file, Range range) {
        if (range == Range.NONE) {
            return ResponseBuilder.create(RestResponse.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header("Content-Range", "bytes */" + file.length());
        }
        return ResponseBuilder.create(RestResponse.Status.PARTIAL_CONTENT, (Object)
                        new PathPart(file.path(), range.first(), range.length()))
                .header("Content-Range", range.contentRange(file.length()))
                .header(HttpHeaders.CONTENT_LENGTH, range.length());
    }

    /** As RFC 9530 has it. */
    static String digest(BuiltFile file) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256())) + ":";
    }

    /** Says what it is when it lies among other downloads. */
    static String fileName(Order order) {
        About about = order.about();
        int dot = about.export().lastIndexOf('.');
        return "defense-deal-tracker-" + about.export().substring(0, dot)
                + (about.filter().isEmpty() ? "" : "-part-" + order.key().substring(0, 8))
                + (order.profile() == Profile.RAW ? "" : "-" + order.profile().code())
                + "-" + about.at().atOffset(ZoneOffset.UTC).toLocalDate() + "-n" + about.n()
                + about.export().substring(dot);
    }
}
