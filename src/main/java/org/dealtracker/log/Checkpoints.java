package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import org.dealtracker.http.Format;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** For answers that are files: which moment they are of, and the headers that say so. */
@ApplicationScoped
public class Checkpoints {
    private static final String ENTRY = """
            select h.log_id, l.at, coalesce(l.hash, sha256(uuid_send(h.log_id)))
            from log_head h left join log l on l.n = :n""";

    private final Moments moments;
    private final Answers answers;
    private final Sql sql;

    Checkpoints(Moments moments, Answers answers, Sql sql) {
        this.moments = moments;
        this.answers = answers;
        this.sql = sql;
    }

    /** @throws org.dealtracker.http.Problem 400 when the clocks cannot be read, or lie ahead */
    public Checkpoint of(ReadRequest request) {
        return of(moments.of(request.clocks));
    }

    /** The moment after an entry that there is; 0 for before the first one. */
    public Checkpoint at(long n) {
        return of(new Moment(n, true, true));
    }

    private Checkpoint of(Moment moment) {
        return sql.query(ENTRY)
                .set("n", moment.n())
                .first(row -> new Checkpoint(
                        row.getObject(1, UUID.class),
                        moment.n(),
                        instant(row.getObject(2, OffsetDateTime.class)),
                        HexFormat.of().formatHex(row.getBytes(3)),
                        moment.asked(),
                        moment.lasting()))
                .orElseThrow();
    }

    private static Instant instant(OffsetDateTime at) {
        return at == null ? Instant.EPOCH : at.toInstant();
    }

    /**
     * Says of an answer which moment it speaks of and how long it may be kept, as all readings do.
     *
     * @param tag a strong entity tag, quoted
     */
    public <T> ResponseBuilder<T> describe(
            ResponseBuilder<T> answer, String tag, Checkpoint checkpoint, ReadRequest request) {
        return answers.describe(answer, tag, checkpoint.moment(), request);
    }

    /**
     * The same of an answer that there is in several formats.
     *
     * @param negotiated whether {@code Accept} decided on it
     */
    public <T> ResponseBuilder<T> describe(
            ResponseBuilder<T> answer,
            String tag,
            Checkpoint checkpoint,
            ReadRequest request,
            Format format,
            boolean negotiated) {
        return answers.describe(answer, tag, checkpoint.moment(), request, format, negotiated);
    }
}
