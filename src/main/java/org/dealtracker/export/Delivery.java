package org.dealtracker.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.dealtracker.export.Orders.Taken;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
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
    private static final int LONGEST_LINK = 2_000;

    private final Builds builds;
    private final Checkpoints checkpoints;
    private final ExportSettings settings;

    Delivery(Builds builds, Checkpoints checkpoints, ExportSettings settings) {
        this.settings = settings;
        this.builds = builds;
        this.checkpoints = checkpoints;
    }

    CompletionStage<RestResponse<PathPart>> of(Taken taken, ExportRequest request, Conditions conditions) {
        Order order = taken.order();
        String tag = tag(taken, "");
        // Said now: when the file is there, there is no request any more that could be asked for its address.
        ResponseBuilder<PathPart> answer = ResponseBuilder.ok();
        checkpoints.describe(answer, tag, taken.checkpoint(), request);
        if (request.holds(tag)) {
            return CompletableFuture.completedFuture(
                    answer.status(RestResponse.Status.NOT_MODIFIED).build());
        }
        String wanted = conditions.of(tag);
        return soon(order).thenApply(file -> complete(answer, order, file, Range.of(wanted, file.length())));
    }

    /** A strong entity tag, quoted. */
    static String tag(Taken taken, String suffix) {
        return "\"n" + taken.checkpoint().n() + "-" + taken.order().key().substring(0, 16) + suffix + "\"";
    }

    /** A connection on which nothing moves is cut by whatever stands between us and the client. */
    CompletionStage<BuiltFile> soon(Order order) {
        CompletableFuture<BuiltFile> soon = builds.get(order)
                .copy()
                .orTimeout(settings.exports().longestWait().toMillis(), TimeUnit.MILLISECONDS);
        return soon.exceptionallyCompose(fault -> CompletableFuture.failedFuture(
                fault instanceof TimeoutException
                        ? new Problem(
                                        ProblemType.UNAVAILABLE,
                                        "The file is still being made; ask again in a while, or look at "
                                                + Jobs.address(order.key()) + ".")
                                .header(HttpHeaders.RETRY_AFTER, "15")
                        : fault));
    }

    private static RestResponse<PathPart> complete(
            ResponseBuilder<PathPart> answer, Order order, BuiltFile file, Range range) {
        if (range == Range.NONE) {
            throw new Problem(
                            ProblemType.RANGE_NOT_SATISFIABLE,
                            "The file has " + file.length() + " bytes; the first asked for lies behind them.")
                    .header("Accept-Ranges", "bytes")
                    .header("Content-Range", "bytes */" + file.length());
        }
        String digest = digest(file);
        answer.header("Accept-Ranges", "bytes")
                .header("Repr-Digest", digest)
                .header(HttpHeaders.CONTENT_TYPE, order.product().contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(order) + "\"")
                .header(HttpHeaders.LINK, links(order.about()));
        if (range == null) {
            return answer.header("Content-Digest", digest)
                    .header(HttpHeaders.CONTENT_LENGTH, file.length())
                    .entity(new PathPart(file.path(), 0, file.length()))
                    .build();
        }
        return answer.status(RestResponse.Status.PARTIAL_CONTENT)
                .header("Content-Range", range.contentRange(file.length()))
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
                .entity(new PathPart(file.path(), range.first(), range.length()))
                .build();
    }

    private static String links(About about) {
        String file = Orders.PATH + about.export();
        String described = about.address().replace(file, file + Sidecars.SUFFIX);
        String cited = "<" + about.address() + ">; rel=\"cite-as\"";
        // Servers on the way refuse answers whose headers are too long.
        return cited.length() > LONGEST_LINK ? cited : cited + ", <" + described + ">; rel=\"describedby\"";
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
