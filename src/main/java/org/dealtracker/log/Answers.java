package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.dealtracker.http.ETags;
import org.dealtracker.http.Format;
import org.dealtracker.http.HttpDate;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The headers that say of an answer which moment it speaks of, and how long it may be kept. */
@ApplicationScoped
class Answers {
    static final String FEED_HEAD = "Feed-Head";

    private final Entries entries;
    private final Given given;

    Answers(Entries entries, Given given) {
        this.entries = entries;
        this.given = given;
    }

    RestResponse<byte[]> ok(byte[] body, Tag tag, Moment moment, ReadRequest request) {
        return ok(body, tag, moment, request, Format.JSON, false);
    }

    RestResponse<byte[]> notModified(Tag tag, Moment moment, ReadRequest request) {
        return notModified(tag, moment, request, Format.JSON, false);
    }

    /** @param negotiated whether {@code Accept} decides on the format here */
    RestResponse<byte[]> ok(
            byte[] body, Tag tag, Moment moment, ReadRequest request, Format format, boolean negotiated) {
        return current(ResponseBuilder.ok(body, format.contentType()), tag, moment, request, format, negotiated);
    }

    RestResponse<byte[]> notModified(Tag tag, Moment moment, ReadRequest request, Format format, boolean negotiated) {
        return current(
                ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED), tag, moment, request, format, negotiated);
    }

    private RestResponse<byte[]> current(
            ResponseBuilder<byte[]> answer,
            Tag tag,
            Moment moment,
            ReadRequest request,
            Format format,
            boolean negotiated) {
        given.remember(request, tag, moment, format, negotiated);
        return describe(answer, tag.text(), moment, request, format, negotiated).build();
    }

    <T> ResponseBuilder<T> describe(
            ResponseBuilder<T> answer,
            String tag,
            Moment moment,
            ReadRequest request,
            Format format,
            boolean negotiated) {
        if (negotiated) {
            answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        return describe(answer, tag, moment, request, negotiated ? format.address(request.path()) : request.path());
    }

    /** Where a merged record went, with the rest of the address and the query kept (RFC 9110, section 15.4.9). */
    RestResponse<byte[]> moved(Served served, String survivor, Moment moment, ReadRequest request) {
        String below = request.path().substring((served.kind().path() + "/").length());
        int slash = below.indexOf('/');
        String address = served.kind().path() + "/" + survivor + (slash < 0 ? "" : below.substring(slash))
                + (request.query() == null ? "" : "?" + request.query());
        ResponseBuilder<byte[]> answer =
                ResponseBuilder.create(RestResponse.Status.PERMANENT_REDIRECT, served.document());
        answer.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON).header(HttpHeaders.LOCATION, address);
        return describe(answer, Tag.of(served).text(), moment, request).build();
    }

    <T> ResponseBuilder<T> describe(ResponseBuilder<T> answer, String tag, Moment moment, ReadRequest request) {
        return describe(answer, tag, moment, request, request.path());
    }

    /** @param path where the same is answered in the same format whatever is accepted */
    private <T> ResponseBuilder<T> describe(
            ResponseBuilder<T> answer, String tag, Moment moment, ReadRequest request, String path) {
        answer.header(HttpHeaders.ETAG, tag)
                .header(FEED_HEAD, moment.n())
                .header(HttpHeaders.CACHE_CONTROL, moment.lasting() ? "max-age=3600" : "no-cache");
        if (moment.asked()) {
            answer.header(HttpHeaders.CONTENT_LOCATION, canonical(moment, path, request));
            Instant at = entries.instantOf(moment.n()).orElse(Instant.EPOCH);
            answer.header("Memento-Datetime", HttpDate.of(at));
        }
        return answer;
    }

    /** The address that will give the same bytes for ever: the moment by its number, all else as it was asked. */
    private static String canonical(Moment moment, String path, ReadRequest request) {
        StringBuilder address = new StringBuilder(path).append("?asOfSeq=").append(moment.n());
        String query = request.query();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (!pair.isEmpty() && !pair.startsWith("asOf=") && !pair.startsWith("asOfSeq=")) {
                address.append('&').append(pair);
            }
        }
        return address.toString();
    }

    /** The answer to a write. */
    static RestResponse<byte[]> written(Appended appended) {
        return written(ResponseBuilder.ok(appended.document(), MediaType.APPLICATION_JSON), appended);
    }

    static RestResponse<byte[]> created(Appended appended, byte[] body, String location) {
        ResponseBuilder<byte[]> answer = ResponseBuilder.create(RestResponse.Status.CREATED, body);
        return written(
                answer.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.LOCATION, location),
                appended);
    }

    static RestResponse<byte[]> written(ResponseBuilder<byte[]> answer, Appended appended) {
        Identity identity = appended.record().identity();
        return answer.header(HttpHeaders.ETAG, ETags.ofRevision(identity.revision()))
                .header(FEED_HEAD, identity.n())
                .build();
    }
}
