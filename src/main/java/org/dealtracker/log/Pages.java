package org.dealtracker.log;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.dealtracker.http.ETags;
import org.dealtracker.http.Findings;
import org.dealtracker.log.ChangesRequest.Asked;
import org.dealtracker.log.Feed.Reading;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Pages of the feed, at once or when there is something on them. */
@ApplicationScoped
class Pages {
    private final Records records;
    private final Feed feed;
    private final Audience audience;
    private final Given given;

    Pages(Records records, Feed feed, Audience audience, Given given) {
        this.records = records;
        this.feed = feed;
        this.audience = audience;
        this.given = given;
    }

    /** @throws org.dealtracker.http.Problem 404 when there never was such a record */
    CompletionStage<RestResponse<byte[]>> ofRecord(
            RecordKind kind, String reference, ChangesRequest request, HttpServerRequest connection) {
        FeedFilter filter = FeedFilter.ofRecord(records.head(kind, reference).id);
        return page(request, findings -> filter, connection);
    }

    CompletionStage<RestResponse<byte[]>> page(
            ChangesRequest request, Function<Findings, FeedFilter> ofRecords, HttpServerRequest connection) {
        Asked asked = request.asked(feed, ofRecords);
        Reading read = feed.read(asked.place(), asked.filter(), asked.limit(), asked.bytes());
        if (asked.seconds() == 0) {
            return CompletableFuture.completedFuture(atOnce(read, request, connection));
        }
        if (!read.entries().isEmpty() || audience.isEnding()) {
            return CompletableFuture.completedFuture(answer(read).build());
        }
        audience.requireRoomForPoll();
        return new LongPoll(asked, read, feed, audience, connection.response())
                .await()
                .thenApply(later -> answer(later).build());
    }

    /** With a tag; whoever waits for an answer has no use for one. */
    private RestResponse<byte[]> atOnce(Reading read, ChangesRequest request, HttpServerRequest connection) {
        Tag tag = new Tag("\"n" + read.head() + "-" + read.until().text() + "\"", null);
        given.remember(connection.uri(), tag, read.head(), false);
        if (ETags.noneMatchHits(request.ifNoneMatch, tag.text())) {
            return answer(read, ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED))
                    .header(HttpHeaders.ETAG, tag.text())
                    .build();
        }
        return answer(read).header(HttpHeaders.ETAG, tag.text()).build();
    }

    private static ResponseBuilder<byte[]> answer(Reading read) {
        return answer(read, ResponseBuilder.ok(read.page(), MediaType.APPLICATION_JSON));
    }

    private static ResponseBuilder<byte[]> answer(Reading read, ResponseBuilder<byte[]> answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-cache").header(Answers.FEED_HEAD, read.head());
    }
}
