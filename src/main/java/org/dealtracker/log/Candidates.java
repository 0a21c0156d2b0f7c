package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.dealtracker.http.ETags;
import org.dealtracker.http.Json;
import org.jboss.resteasy.reactive.RestResponse;

/** Records that are looked at beside another one, as of the moment of a request. */
@ApplicationScoped
public class Candidates {
    /** What looks most like the name first, so that a limit leaves the likeliest ones. */
    private static final String ROWS = """
            select l.from_n, word_similarity(:name, l.names) as likeness, l.record_id from listing l
            where l.kind = :kind and %s order by likeness desc, l.record_id limit :most""";

    private final Moments moments;
    private final Answers answers;
    private final Records records;
    private final Entries entries;
    private final Sql sql;

    Candidates(Moments moments, Answers answers, Records records, Entries entries, Sql sql) {
        this.moments = moments;
        this.answers = answers;
        this.records = records;
        this.entries = entries;
        this.sql = sql;
    }

    /** Makes an answer of a record's document and of what the register held beside it after the same entry. */
    @FunctionalInterface
    public interface Comparison {
        Object of(ObjectNode document, long n);
    }

    /** @throws org.dealtracker.http.Problem 404 or 410 when there was no such record by then */
    public RestResponse<byte[]> answer(RecordKind kind, String reference, ReadRequest request, Comparison comparison) {
        Moment moment = moments.of(request.clocks);
        Served served = records.liveAt(kind, reference, moment);
        String asked = request.query() == null ? "" : request.query();
        String etag = "\"n" + moment.n() + "-" + request.digest(asked) + "\"";
        if (ETags.noneMatchHits(request.ifNoneMatch, etag)) {
            return answers.notModified(etag, moment, request);
        }
        Object body = comparison.of(Json.stored(served.document()), moment.n());
        return answers.ok(Json.bytes(body), etag, moment, request);
    }

    /**
     * The whole documents of the records that a filter leaves as of an entry.
     *
     * @param name what they are sorted by their likeness to
     */
    public List<ObjectNode> found(RecordKind kind, Filter filter, String name, long n, int most) {
        String now = ROWS.formatted("l.to_n is null and l.from_n <= :n" + filter.sql());
        String then = ROWS.formatted("l.to_n is not null and l.held @> :n" + filter.sql());
        List<Long> numbers = filter.bind(sql.query("select from_n from ((" + now + ") union all (" + then
                                + ")) as r order by likeness desc, record_id limit :most")
                        .plannedForItsValues())
                .set("kind", kind.code())
                .set("name", Terms.plain(name))
                .set("n", n)
                .set("most", most)
                .list(row -> row.getLong(1));
        return entries.documents(numbers).stream()
                .map(entry -> Json.stored(entry.document()))
                .toList();
    }
}
