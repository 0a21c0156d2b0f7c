package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
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

    /** @throws org.dealtracker.http.Problem 404 when there is no such record by then, 410 when it was deleted */
    public RestResponse<byte[]> of(RecordKind kind, String reference, ReadRequest request, View view) {
        Moment moment = moments.of(request.clocks);
        Served served = records.liveAt(kind, reference, moment);
        if (served.merged()) {
            return records.moved(served, moment, request);
        }
        Tag tag = Tag.of(moment, request.digest(request.query()));
        if (tag.isHeld(request)) {
            return answers.notModified(tag, moment, request);
        }
        Object body = view.of(Json.stored(served.document()), moment.n());
        return answers.ok(Json.bytes(body), tag, moment, request);
    }
}
