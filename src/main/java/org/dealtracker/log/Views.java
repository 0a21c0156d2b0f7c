package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.dealtracker.http.Format;
import org.dealtracker.http.Json;
import org.jboss.resteasy.reactive.RestResponse;

/** What is worked out of a record and of others around it when it is asked for, as of one moment of all of them. */
@ApplicationScoped
public class Views {
    private final Moments moments;
    private final Records records;
    private final Answers answers;

    Views(Moments moments, Records records, Answers answers) {
        this.moments = moments;
        this.records = records;
        this.answers = answers;
    }

    /** Works out an answer. */
    @FunctionalInterface
    public interface View {
        /**
         * @param document the record as it was
         * @param n the entry of the log as of which the answer is given
         */
        Object of(ObjectNode document, long n);
    }

    /**
     * In which format an answer is written.
     *
     * @param negotiated whether {@code Accept} decided on it
     * @param besides what the answer says that is not in the log, so that its tag is another one where that is
     */
    public record Manner(Format format, boolean negotiated, String besides) {
        private static final Manner JSON = new Manner(Format.JSON, false, null);

        private String asked(String query) {
            return besides == null ? query : query + " " + format + " " + besides;
        }
    }

    /** @param link a value of {@code Link} (RFC 8288), or null */
    public record Written(byte[] body, String link) {}

    /** Works out an answer, and writes it. */
    @FunctionalInterface
    public interface Writing {
        /** @see View#of */
        Written of(ObjectNode document, long n);
    }

    /** @throws org.dealtracker.http.Problem 404 when there is no such record by then, 410 when it was deleted */
    public RestResponse<byte[]> of(RecordKind kind, String reference, ReadRequest request, View view) {
        return of(
                kind,
                reference,
                request,
                Manner.JSON,
                (document, n) -> new Written(Json.bytes(view.of(document, n)), null));
    }

    /** The same in a format of its own. */
    public RestResponse<byte[]> of(
            RecordKind kind, String reference, ReadRequest request, Manner manner, Writing writing) {
        Moment moment = moments.of(request.clocks);
        Served served = records.liveAt(kind, reference, moment);
        if (served.merged()) {
            return records.moved(served, moment, request);
        }
        Tag tag = Tag.of(moment, request.digest(manner.asked(request.query())));
        if (tag.isHeld(request)) {
            return answers.notModified(tag, moment, request, manner.format(), manner.negotiated());
        }
        Written written = writing.of(Json.stored(served.document()), moment.n());
        RestResponse<byte[]> answer =
                answers.ok(written.body(), tag, moment, request, manner.format(), manner.negotiated());
        if (written.link() != null) {
            answer.getHeaders().add(HttpHeaders.LINK, written.link());
        }
        return answer;
    }
}
