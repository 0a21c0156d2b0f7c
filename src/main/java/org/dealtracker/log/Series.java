package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.LongFunction;
import org.dealtracker.http.Cursor;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Lists that are worked out of records of several kinds rather than selected, and shown page by page. All pages are of the
 * moment that the first one fixed.
 */
@ApplicationScoped
public class Series {
    private final Moments moments;
    private final Answers answers;

    Series(Moments moments, Answers answers) {
        this.moments = moments;
        this.answers = answers;
    }

    /** What a cursor carries: the query and the moment that it belongs to, and how many items came before. */
    private record Continued(String query, long n, int before) {}

    /** @param all the whole series as of an entry of the log; the same every time for the same entry */
    public RestResponse<byte[]> page(SeriesRequest request, LongFunction<? extends List<?>> all) {
        int most = request.rows();
        String digest = request.digest(request.question());
        Continued before = request.cursor == null ? null : continued(request.cursor, digest);
        Moment asked = moments.of(request.clocks);
        Moment moment = before == null ? asked : new Moment(before.n(), asked.asked(), asked.lasting());
        Tag tag = Tag.of(moment, digest);
        if (tag.isHeld(request)) {
            return answers.notModified(tag, moment, request);
        }
        List<?> items = all.apply(moment.n());
        int from = before == null ? 0 : Math.min(before.before(), items.size());
        int to = Math.min(items.size(), from + most);
        ObjectNode body = Json.object();
        body.set("items", Json.tree(items.subList(from, to)));
        body.putNull("next");
        if (to < items.size()) {
            Continued next = new Continued(digest, moment.n(), to);
            body.put("next", request.nextAddress(Cursor.encode(Json.bytes(next))));
        }
        body.put("total", items.size());
        RestResponse<byte[]> answer = answers.ok(Json.bytes(body), tag, moment, request);
        if (to < items.size()) {
            answer.getHeaders().add("Link", "<" + body.get("next").textValue() + ">; rel=\"next\"");
        }
        return answer;
    }

    private Continued continued(String cursor, String digest) {
        try {
            ObjectNode content = Json.stored(Cursor.decode("cursor", cursor));
            String query = content.path("query").asText();
            long n = content.path("n").asLong(-1);
            int before = content.path("before").asInt(-1);
            if (query.equals(digest) && n >= 0 && before >= 0) {
                if (n > moments.head()) {
                    throw new Problem(ProblemType.CURSOR_GONE, "This cursor speaks of entries that are not here.");
                }
                return new Continued(query, n, before);
            }
        } catch (java.io.UncheckedIOException | ClassCastException e) {
            // Falls through: the same answer.
        }
        throw Problem.badParameter("cursor", "'cursor' is not one that this series gave for this query.");
    }
}
