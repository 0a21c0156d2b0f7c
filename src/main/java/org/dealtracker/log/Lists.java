package org.dealtracker.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dealtracker.http.Cursor;
import org.dealtracker.http.Fields;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.dealtracker.log.ListRequest.Asked;
import org.dealtracker.log.Listings.Place;
import org.dealtracker.log.Listings.Question;
import org.dealtracker.log.Listings.Row;
import org.dealtracker.log.Listings.Total;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Lists of records, page by page. All pages of one list are of the moment that the first one fixed, so that no record
 * stands on two of them or on none, whatever is written meanwhile.
 */
@ApplicationScoped
public class Lists {
    private final Moments moments;
    private final Answers answers;
    private final Entries entries;
    private final Listings listings;

    Lists(Moments moments, Answers answers, Entries entries, Listings listings) {
        this.moments = moments;
        this.answers = answers;
        this.entries = entries;
        this.listings = listings;
    }

    /** Narrows a list by the parameters that its kind of record has beside the common ones. */
    @FunctionalInterface
    public interface Narrowing {
        Narrowing NONE = (filter, n) -> {};

        /** @param n the entry of the log as of which the list is answered */
        void on(Filter filter, long n);
    }

    /** What a cursor carries: the query and the moment that it belongs to, the total, and where the next page begins. */
    private record Continued(String query, long n, Total total, List<String> keys, UUID id) {
        Place place() {
            return new Place(keys, id);
        }
    }

    /** A page and what is said of the whole list. */
    private record Found(List<Row> rows, boolean more, Total total, Map<String, Object> facets) {}

    public RestResponse<byte[]> list(ListType type, ListRequest request, Records.Shape shape, Narrowing narrowing) {
        Asked asked = request.asked(type);
        String digest = request.digest(request.question());
        Continued before = request.cursor == null ? null : continued(request.cursor, digest, asked.page());
        Moment moment = moment(request, before);
        Tag tag = Tag.of(moment, digest);
        if (tag.isHeld(request)) {
            return answers.notModified(tag, moment, request);
        }
        Filter filter = new Filter();
        if (asked.since() != null) {
            filter.updatedSince(asked.since());
        }
        narrowing.on(filter, moment.n());
        Found found = find(type, filter, asked, moment, before, digest);
        String next = null;
        if (found.more()) {
            Row last = found.rows().get(found.rows().size() - 1);
            Continued after = new Continued(digest, moment.n(), found.total(), last.keys(), last.id());
            next = request.nextAddress(Cursor.encode(Json.bytes(after)));
        }
        byte[] body = body(found, next, items(found.rows(), request.whole(), shape, asked.fields()));
        RestResponse<byte[]> answer = answers.ok(body, tag, moment, request);
        if (next != null) {
            answer.getHeaders().add("Link", "<" + next + ">; rel=\"next\"");
        }
        return answer;
    }

    private Moment moment(ListRequest request, Continued before) {
        Moment asked = moments.of(request.clocks);
        if (before == null) {
            return asked;
        }
        if (before.n() > entries.head().n) {
            throw new Problem(ProblemType.CURSOR_GONE, "This cursor speaks of entries that are not here.");
        }
        return new Moment(before.n(), asked.asked(), asked.lasting());
    }

    private static Continued continued(String cursor, String digest, Page page) {
        ObjectNode content;
        try {
            content = Json.stored(Cursor.decode("cursor", cursor));
        } catch (java.io.UncheckedIOException | ClassCastException e) {
            throw Problem.badParameter("cursor", "'cursor' is not one that a list gave.");
        }
        if (!content.path("query").asText().equals(digest)) {
            throw Problem.badParameter("cursor", "'cursor' belongs to another query; repeat that one, or begin again.");
        }
        List<String> keys = new ArrayList<>();
        content.path("keys").forEach(key -> keys.add(key.asText()));
        long n = content.path("n").longValue();
        String id = content.path("id").asText();
        JsonNode total = content.path("total");
        boolean counted = total.path("rows").intValue() >= 0;
        if (!page.accepts(keys) || !References.isId(id) || n < 0 || !counted) {
            throw Problem.badParameter("cursor", "'cursor' is not one that a list gave.");
        }
        return new Continued(
                digest,
                n,
                new Total(total.path("rows").intValue(), total.path("exact").booleanValue()),
                keys,
                UUID.fromString(id));
    }

    /**
     * The present is asked of the rows that still hold, which an index knows; if the log moved on meanwhile, what was
     * read may be newer than the moment, and the rows that held then are asked for instead.
     */
    private Found find(ListType type, Filter filter, Asked asked, Moment moment, Continued before, String digest) {
        Question then = new Question(type.kind(), filter, moment.n(), true);
        if (moment.asked() || before != null) {
            return find(type, then, asked, before, digest);
        }
        Found found = find(type, new Question(type.kind(), filter, moment.n(), false), asked, null, digest);
        return entries.head().n == moment.n() ? found : find(type, then, asked, null, digest);
    }

    private Found find(ListType type, Question question, Asked asked, Continued before, String digest) {
        Page page = asked.page();
        List<Row> rows = listings.rows(question, page, before == null ? null : before.place());
        boolean more = rows.size() > page.limit();
        Total total = before != null ? before.total() : listings.total(question, page.exact(), digest);
        Map<String, Object> facets = asked.facets().isEmpty() ? null : new LinkedHashMap<>();
        for (String facet : asked.facets()) {
            facets.put(facet, listings.facet(question, type.facets().get(facet), digest));
        }
        return new Found(more ? rows.subList(0, page.limit()) : rows, more, total, facets);
    }

    private List<byte[]> items(List<Row> rows, boolean whole, Records.Shape shape, Fields fields) {
        Map<Long, byte[]> documents = whole ? listings.documents(rows) : Map.of();
        return rows.stream()
                .map(row -> whole ? documents.get(row.from()) : row.item())
                .map(document -> Records.reshaped(document, shape, fields))
                .toList();
    }

    private static byte[] body(Found found, String next, List<byte[]> items) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(items.size() * 1_024 + 200);
        body.writeBytes("{\"items\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                body.write(',');
            }
            body.writeBytes(items.get(i));
        }
        JsonNode quoted = Json.tree(next);
        String facets = found.facets() == null
                ? ""
                : ",\"facets\":" + new String(Json.bytes(found.facets()), StandardCharsets.UTF_8);
        body.writeBytes(("],\"next\":" + quoted + "," + found.total().members() + facets + "}")
                .getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
