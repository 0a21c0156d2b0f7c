package org.dealtracker.log;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.dealtracker.http.Cursor;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.dealtracker.log.Searches.Place;
import org.dealtracker.log.Searches.Question;
import org.dealtracker.log.Searches.Row;
import org.dealtracker.log.Searches.Wanted;
import org.jboss.resteasy.reactive.RestResponse;

/** The answers to searches, page by page. As with lists, all pages are of the moment that the first one fixed. */
@ApplicationScoped
public class Rankings {
    /** Of as many records that have the words themselves nobody looks for those with a wrong letter. */
    private static final int ENOUGH = 50;

    private final Moments moments;
    private final Answers answers;
    private final Entries entries;
    private final Searches searches;

    Rankings(Moments moments, Answers answers, Entries entries, Searches searches) {
        this.moments = moments;
        this.answers = answers;
        this.entries = entries;
        this.searches = searches;
    }

    /**
     * A record that answers a question.
     *
     * @param score how well, from 0 to 1
     * @param document the whole of it, as it was at the moment asked for
     */
    public record Hit(RecordKind kind, UUID id, String slug, String title, double score, ObjectNode document) {}

    /** What a cursor carries: the query and the moment that it belongs to, what was counted, where the next page begins. */
    private record Continued(String query, long n, boolean alike, int total, long score, UUID id) {}

    /** A page, one row longer if there are more; {@code alike} whether names that are only alike were looked for. */
    private record Found(List<Row> rows, boolean alike) {}

    /**
     * @param typed what is looked for
     * @param shown what is said of each record that is found
     */
    public RestResponse<byte[]> ranked(
            RankedRequest request,
            String typed,
            Collection<RecordKind> kinds,
            Lists.Narrowing narrowing,
            Function<Hit, Object> shown) {
        Findings findings = new Findings();
        int most = request.rows(findings);
        request.findings(findings);
        findings.throwIfAny();
        String digest = request.digest(request.question());
        Continued before = request.cursor == null ? null : continued(request.cursor, digest);
        Moment asked = moments.of(request.clocks);
        Moment moment = before == null ? asked : new Moment(before.n(), asked.asked(), asked.lasting());
        Tag tag = Tag.of(moment, digest);
        if (tag.isHeld(request)) {
            return answers.notModified(tag, moment, request);
        }
        Filter filter = new Filter();
        narrowing.on(filter, moment.n());
        Found found = find(new Question(kinds, typed, filter), moment, before, most + 1);
        List<Row> rows = found.rows();
        boolean more = rows.size() > most;
        int total = before != null
                ? before.total()
                : rows.isEmpty() ? 0 : rows.get(0).total();
        List<Row> page = more ? rows.subList(0, most) : rows;
        ObjectNode body = Json.object();
        body.set("items", items(page, shown));
        body.putNull("next");
        if (more) {
            Row last = page.get(most - 1);
            Continued next = new Continued(digest, moment.n(), found.alike(), total, last.score(), last.id());
            body.put("next", request.nextAddress(Cursor.encode(Json.bytes(next))));
        }
        body.put("total", total);
        RestResponse<byte[]> answer = answers.ok(Json.bytes(body), tag, moment, request);
        if (more) {
            answer.getHeaders().add("Link", "<" + body.get("next").textValue() + ">; rel=\"next\"");
        }
        return answer;
    }

    /** As in lists: rows that still hold answer for the present, unless the log moved on while they were read. */
    private Found find(Question question, Moment moment, Continued before, int most) {
        if (before != null) {
            Wanted wanted = new Wanted(before.alike(), new Place(before.score(), before.id()), most);
            return new Found(searches.rows(question, moment.n(), true, wanted), before.alike());
        }
        if (!moment.asked()) {
            Found found = find(question, moment.n(), false, most);
            if (entries.head().n == moment.n()) {
                return found;
            }
        }
        return find(question, moment.n(), true, most);
    }

    /** To compare names costs far more than to look words up, and is for what words alone do not find. */
    private Found find(Question question, long n, boolean past, int most) {
        List<Row> rows = searches.rows(question, n, past, new Wanted(false, null, most));
        boolean enough = !rows.isEmpty() && rows.get(0).total() >= ENOUGH;
        return enough || !question.byLikeness()
                ? new Found(rows, false)
                : new Found(searches.rows(question, n, past, new Wanted(true, null, most)), true);
    }

    private ArrayNode items(List<Row> rows, Function<Hit, Object> shown) {
        Map<Long, byte[]> documents = new HashMap<>();
        entries.documents(rows.stream().map(Row::from).toList())
                .forEach(entry -> documents.put(entry.n(), entry.document()));
        ArrayNode items = Json.object().arrayNode();
        for (Row row : rows) {
            ObjectNode document = Json.stored(documents.get(row.from()));
            double score = row.score() / 1_000_000.0;
            items.addPOJO(shown.apply(new Hit(row.kind(), row.id(), row.slug(), row.title(), score, document)));
        }
        return items;
    }

    private Continued continued(String cursor, String digest) {
        try {
            ObjectNode content = Json.stored(Cursor.decode("cursor", cursor));
            String query = content.path("query").asText();
            long n = content.path("n").asLong(-1);
            boolean alike = content.path("alike").asBoolean();
            int total = content.path("total").asInt(-1);
            long score = content.path("score").asLong(-1);
            String id = content.path("id").asText();
            if (!query.isEmpty() && !query.equals(digest)) {
                throw Problem.badParameter(
                        "cursor", "'cursor' belongs to another query; repeat that one, or begin again.");
            }
            if (query.equals(digest) && n >= 0 && total >= 0 && score >= 0 && References.isId(id)) {
                if (n > moments.head()) {
                    throw new Problem(ProblemType.CURSOR_GONE, "This cursor speaks of entries that are not here.");
                }
                return new Continued(query, n, alike, total, score, UUID.fromString(id));
            }
        } catch (java.io.UncheckedIOException | ClassCastException e) {
            // Falls through: the same answer.
        }
        throw Problem.badParameter("cursor", "'cursor' is not one that a search gave.");
    }
}
