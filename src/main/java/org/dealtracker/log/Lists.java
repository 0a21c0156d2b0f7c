package org.dealtracker.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.dealtracker.http.Cursor;
import org.dealtracker.http.ETags;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Lists of records, page by page. All pages of one list are of the moment that the first one fixed, so that no record
 * stands on two of them or on none, whatever is written meanwhile.
 */
@ApplicationScoped
public class Lists {
    /** To this a total is counted; past it, it is only said that there are as many. */
    private static final int COUNTED = 10_000;

    private final Moments moments;
    private final Answers answers;
    private final Entries entries;
    private final Sql sql;

    Lists(Moments moments, Answers answers, Entries entries, Sql sql) {
        this.moments = moments;
        this.answers = answers;
        this.entries = entries;
        this.sql = sql;
    }

    /** A row of a page: what is shown, and what the next page begins after. */
    private record Row(UUID id, byte[] item, List<String> keys) {}

    /** What a cursor carries. */
    private record Place(String query, long n, Total total, List<String> keys, UUID id) {}

    /** How many rows all pages have together; {@code exact} is false when there are at least as many. */
    private record Total(int rows, boolean exact) {
        String members() {
            return exact ? "\"total\":" + rows : "\"total\":null,\"totalAtLeast\":" + rows;
        }
    }

    public RestResponse<byte[]> list(RecordKind kind, ListRequest request, Records.Shape shape) {
        Page page = request.page();
        String digest = digest(kind, request);
        Place place = request.cursor == null ? null : place(request.cursor, digest, page);
        Moment moment = moment(request, place);
        String etag = "\"n" + moment.n() + "-" + digest + "\"";
        if (ETags.noneMatchHits(request.ifNoneMatch, etag)) {
            return answers.notModified(etag, moment, request);
        }
        Found found = find(kind, page, moment, place);
        String next = null;
        if (found.more()) {
            Row last = found.rows().get(found.rows().size() - 1);
            Place after = new Place(digest, moment.n(), found.total(), last.keys(), last.id());
            next = request.nextAddress(Cursor.encode(Json.bytes(after)));
        }
        RestResponse<byte[]> answer = answers.ok(body(found, next, shape), etag, moment, request);
        if (next != null) {
            answer.getHeaders().add("Link", "<" + next + ">; rel=\"next\"");
        }
        return answer;
    }

    private Moment moment(ListRequest request, Place place) {
        Moment asked = moments.of(request.clocks);
        if (place == null) {
            return asked;
        }
        if (place.n() > entries.head().n) {
            throw new Problem(ProblemType.CURSOR_GONE, "This cursor speaks of entries that are not here.");
        }
        return new Moment(place.n(), asked.asked(), asked.lasting());
    }

    private static String digest(RecordKind kind, ListRequest request) {
        byte[] hash = Cursor.sha256((kind.code() + "?" + request.filter()).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 12);
    }

    private static Place place(String cursor, String digest, Page page) {
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
        return new Place(
                digest,
                n,
                new Total(total.path("rows").intValue(), total.path("exact").booleanValue()),
                keys,
                UUID.fromString(id));
    }

    private record Found(List<Row> rows, boolean more, Total total) {}

    /**
     * The present is asked of the rows that still hold, which an index knows; if the log moved on meanwhile, what was
     * read may be newer than the moment, and the rows that held then are asked for instead.
     */
    private Found find(RecordKind kind, Page page, Moment moment, Place place) {
        if (moment.asked() || place != null) {
            return find(kind, page, moment, place, true);
        }
        Found found = find(kind, page, moment, null, false);
        return entries.head().n == moment.n() ? found : find(kind, page, moment, null, true);
    }

    private Found find(RecordKind kind, Page page, Moment moment, Place place, boolean past) {
        List<Row> rows = rows(kind, page, moment, place, past);
        boolean more = rows.size() > page.limit();
        Total total = place != null ? place.total() : total(kind, page, moment, past);
        return new Found(more ? rows.subList(0, page.limit()) : rows, more, total);
    }

    private List<Row> rows(RecordKind kind, Page page, Moment moment, Place place, boolean past) {
        Sql.Query query = sql.query(page.select(past, place != null))
                .set("kind", kind.code())
                .set("most", page.limit() + 1)
                .set("n", moment.n());
        if (place != null) {
            page.bind(query, place.keys());
            query.set("id", place.id());
        }
        int keys = page.orders().size();
        return query.list(row -> {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < keys; i++) {
                values.add(row.getString(3 + i));
            }
            return new Row(row.getObject(1, UUID.class), row.getBytes(2), values);
        });
    }

    private Total total(RecordKind kind, Page page, Moment moment, boolean past) {
        int counted = sql.query(page.count(past))
                .set("kind", kind.code())
                .set("most", page.exact() ? Integer.MAX_VALUE : COUNTED + 1)
                .set("n", moment.n())
                .first(row -> row.getInt(1))
                .orElseThrow();
        boolean all = page.exact() || counted <= COUNTED;
        return new Total(all ? counted : COUNTED, all);
    }

    private static byte[] body(Found found, String next, Records.Shape shape) {
        List<Row> rows = found.rows();
        ByteArrayOutputStream body = new ByteArrayOutputStream(rows.size() * 1_024 + 200);
        body.writeBytes("{\"items\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                body.write(',');
            }
            byte[] item = rows.get(i).item();
            body.writeBytes(shape == Records.Shape.WHOLE ? item : Json.bytes(shape.of(Json.stored(item))));
        }
        JsonNode quoted = Json.tree(next);
        body.writeBytes(
                ("],\"next\":" + quoted + "," + found.total().members() + "}").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
