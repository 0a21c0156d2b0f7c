package org.dealtracker.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dealtracker.http.Cursor;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.jboss.resteasy.reactive.RestResponse;

/** Where a record is used by others, now or as of any past moment: the claim, event or member that refers to it. */
@ApplicationScoped
public class Uses {
    private static final String USES = """
            from reference f join (
                select record_id, kind, slug, from_n from listing where to_n is null and from_n <= :n
                union all
                select record_id, kind, slug, from_n from listing where to_n is not null and held @> :n) as l on l.record_id = f.from_id
            join log e on e.n = l.from_n
            where f.to_id = :to and f.from_revision <= e.revision
                and (f.to_revision is null or f.to_revision > e.revision)""";

    private static final String PAGE = "select l.kind, l.slug, f.pointer, e.n " + USES
            + " and (l.kind, l.slug, f.pointer) > (:kind, :slug, :pointer)"
            + " order by l.kind, l.slug, f.pointer limit :most";

    private final Moments moments;
    private final Records records;
    private final Answers answers;
    private final Entries entries;
    private final Sql sql;

    Uses(Moments moments, Records records, Answers answers, Entries entries, Sql sql) {
        this.moments = moments;
        this.records = records;
        this.answers = answers;
        this.entries = entries;
        this.sql = sql;
    }

    private record Use(String kind, String slug, String pointer, long n) {}

    /** Where a page begins and as of which entry all of them are. */
    private record Place(String path, long n, String kind, String slug, String pointer) {}

    public RestResponse<byte[]> of(RecordKind kind, String reference, UsesRequest request) {
        int most = request.rows();
        Place place = request.cursor == null ? null : place(request.cursor, request.path());
        Moment asked = moments.of(request.clocks);
        Moment moment = place == null ? asked : new Moment(place.n(), asked.asked(), asked.lasting());
        Served used = records.liveAt(kind, reference, moment);
        Tag tag = Tag.of(moment, request.digest(request.query()));
        if (tag.isHeld(request)) {
            return answers.notModified(tag, moment, request);
        }
        List<Use> uses = page(used.id(), moment.n(), place, most + 1);
        boolean more = uses.size() > most;
        ObjectNode body = Json.object();
        body.set("items", items(more ? uses.subList(0, most) : uses));
        body.putNull("next");
        if (more) {
            Use last = uses.get(most - 1);
            Place next = new Place(request.path(), moment.n(), last.kind(), last.slug(), last.pointer());
            body.put("next", request.nextAddress(Cursor.encode(Json.bytes(next))));
        }
        body.put("total", total(used.id(), moment.n()));
        RestResponse<byte[]> answer = answers.ok(Json.bytes(body), tag, moment, request);
        if (more) {
            answer.getHeaders().add("Link", "<" + body.get("next").textValue() + ">; rel=\"next\"");
        }
        return answer;
    }

    private Place place(String cursor, String path) {
        try {
            ObjectNode content = Json.stored(Cursor.decode("cursor", cursor));
            Place place = new Place(
                    content.path("path").asText(),
                    content.path("n").asLong(-1),
                    content.path("kind").asText(),
                    content.path("slug").asText(),
                    content.path("pointer").asText());
            if (place.path().equals(path) && place.n() >= 0 && place.n() <= moments.head()) {
                return place;
            }
        } catch (java.io.UncheckedIOException | ClassCastException e) {
            // Falls through: the same answer.
        }
        throw Problem.badParameter("cursor", "'cursor' is not one that this list gave.");
    }

    private List<Use> page(UUID to, long n, Place place, int most) {
        return sql.query(PAGE)
                .set("to", to)
                .set("n", n)
                .set("kind", place == null ? "" : place.kind())
                .set("slug", place == null ? "" : place.slug())
                .set("pointer", place == null ? "" : place.pointer())
                .set("most", most)
                .list(row -> new Use(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)));
    }

    private int total(UUID to, long n) {
        return sql.query("select count(*)::int " + USES)
                .set("to", to)
                .set("n", n)
                .first(row -> row.getInt(1))
                .orElseThrow();
    }

    private ArrayNode items(List<Use> uses) {
        Map<Long, ObjectNode> documents = new HashMap<>();
        entries.documents(uses.stream().map(Use::n).distinct().toList())
                .forEach(entry -> documents.put(entry.n(), Json.stored(entry.document())));
        ArrayNode items = Json.object().arrayNode();
        for (Use use : uses) {
            String[] parts = use.pointer().split("/");
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("kind", use.kind());
            item.put("slug", use.slug());
            item.put("pointer", use.pointer());
            item.put("collection", parts[1]);
            JsonNode claim = find(documents.get(use.n()).path(parts[1]), parts.length > 2 ? parts[2] : null);
            item.put("claim", claim);
            items.add(Json.<ObjectNode>tree(item));
        }
        return items;
    }

    /** The member of an array with an id; the whole member where the pointer names none. */
    private static JsonNode find(JsonNode member, String id) {
        if (id == null) {
            return member;
        }
        for (JsonNode item : member) {
            if (item.path("id").asText().equals(id)) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }
}
