package org.dealtracker.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dealtracker.http.ETags;
import org.dealtracker.http.Fields;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.dealtracker.http.Texts;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The reading of records, now and as of any past moment: fix the moment, find the entry, serve the bytes that were
 * rendered when it was written.
 */
@ApplicationScoped
public class Records {
    /** Makes another body of a document: a part of it, or the whole seen from another day. */
    @FunctionalInterface
    public interface Shape {
        /** What is served is what was stored. */
        Shape WHOLE = null;

        Object of(ObjectNode document);
    }

    /** The moment of this transaction, whatever it has written itself included. */
    public static final long NOW = Long.MAX_VALUE;

    private static final String CURRENT = """
            select r.slug, l.document from record r join log l on l.n = r.n
            where r.kind = :kind and r.slug = any(:slugs) and r.state = 'live' order by r.slug""";

    private static final String PAST = """
            select r.slug, l.document from record r cross join lateral (
                select e.document, e.op from log e where e.record_id = r.id and e.n <= :n order by e.n desc limit 1) as l
            where r.kind = :kind and r.slug = any(:slugs) and l.op not in ('deleted', 'merged') order by r.slug""";

    private final Stored stored;
    private final Entries entries;
    private final Moments moments;
    private final Answers answers;
    private final Sql sql;
    private final Survivors survivors;

    Records(Stored stored, Entries entries, Moments moments, Answers answers, Sql sql, Survivors survivors) {
        this.stored = stored;
        this.entries = entries;
        this.moments = moments;
        this.answers = answers;
        this.sql = sql;
        this.survivors = survivors;
    }

    /** The whole record, or of it what the request wants. */
    public RestResponse<byte[]> get(RecordType<?> type, String reference, ShapedRequest request, Shape shape) {
        Findings findings = new Findings();
        Fields fields = Fields.read(request.fields, request.fields == null ? Set.of() : type.members(), findings);
        findings.throwIfAny();
        if (fields == null) {
            return get(type.kind(), reference, request, shape);
        }
        return get(type.kind(), reference, request, document -> {
            JsonNode shaped = Json.tree(shape == Shape.WHOLE ? document : shape.of(document));
            return fields.of(shaped);
        });
    }

    /** @throws Problem 404 when there is no such record at that moment, 410 when it was deleted by then */
    public RestResponse<byte[]> get(RecordKind kind, String reference, ReadRequest request, Shape shape) {
        if (!References.isReference(reference)) {
            throw noSuch(kind, reference);
        }
        if (request.clocks.present()) {
            return now(kind, reference, request, shape);
        }
        Moment moment = moments.of(request.clocks);
        return answer(at(kind, reference, moment), moment, request, shape);
    }

    private RestResponse<byte[]> now(RecordKind kind, String reference, ReadRequest request, Shape shape) {
        if (request.holdsSomething()) {
            Served known = stored.tag(kind, reference).orElseThrow(() -> noSuch(kind, reference));
            Tag tag = Tag.of(known);
            if (known.live() && tag.isHeld(request)) {
                return answers.notModified(tag, new Moment(known.head(), false, false), request);
            }
        }
        Served served = stored.now(kind, reference).orElseThrow(() -> noSuch(kind, reference));
        return answer(served, new Moment(served.head(), false, false), request, shape);
    }

    private RestResponse<byte[]> answer(Served served, Moment moment, ReadRequest request, Shape shape) {
        if (served.deleted()) {
            throw gone(served);
        }
        if (served.merged()) {
            return answers.moved(served, survivors.slugOf(served.id()), moment, request);
        }
        Tag tag = Tag.of(served);
        if (tag.isHeld(request)) {
            return answers.notModified(tag, moment, request);
        }
        return answers.ok(reshaped(served.document(), shape, null), tag, moment, request);
    }

    /** A document as it was stored, unless it is asked for in another shape or only some of its members are. */
    static byte[] reshaped(byte[] document, Shape shape, Fields fields) {
        if (shape == Shape.WHOLE && fields == null) {
            return document;
        }
        ObjectNode tree = Json.stored(document);
        Object shaped = shape == Shape.WHOLE ? tree : shape.of(tree);
        return Json.bytes(fields == null ? shaped : fields.of(Json.tree(shaped)));
    }

    /**
     * A member of one of a record's lists by its id. One that was taken back stays at its address, with when and why.
     *
     * @throws Problem 404 when the record never had it by then
     */
    public RestResponse<byte[]> part(
            RecordKind kind, String reference, String collection, String partId, ReadRequest request) {
        return get(kind, reference, request, document -> {
            String id = partId.toLowerCase(Locale.ROOT);
            JsonNode live = find(document, collection, id);
            if (live != null) {
                return live;
            }
            UUID record = UUID.fromString(document.get("id").textValue());
            return retracted(record, document.get("n").longValue(), collection, id)
                    .orElseThrow(() -> Problem.notFound("There is no such member of " + collection + " by then."));
        });
    }

    /** The part as it was before the last entry that took it away. */
    private Optional<JsonNode> retracted(UUID record, long n, String collection, String id) {
        List<HistoryRow> rows = entries.history(record, n, 0, Limit.of(Integer.MAX_VALUE)).stream()
                .filter(row -> row.revision() > 1 && row.changed().contains("/" + collection + "/" + id))
                .toList();
        for (int i = rows.size() - 1; i >= 0; i--) {
            JsonNode part =
                    find(Json.stored(before(record, rows.get(i).revision()).document()), collection, id);
            if (part instanceof ObjectNode object) {
                ObjectNode retraction = object.putObject("retraction");
                retraction.set("at", Json.tree(rows.get(i).at()));
                retraction.put("reason", rows.get(i).reason());
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** The revision before another, deletions and merges left out. */
    private Served before(UUID record, int revision) {
        Served before = entries.revision(record, revision - 1).orElseThrow();
        return before.live() ? before : before(record, revision - 1);
    }

    private static JsonNode find(ObjectNode document, String collection, String id) {
        for (JsonNode part : document.path(collection)) {
            if (part.path("id").asText().equals(id)) {
                return part;
            }
        }
        return null;
    }

    /** A record as it was; @throws Problem 404 when it did not exist by then. */
    Served at(RecordKind kind, String reference, Moment moment) {
        List<Served> served = entries.asOf(head(kind, reference).id, moment.n(), Limit.of(1));
        if (served.isEmpty()) {
            throw Problem.notFound("There was no " + kind.code() + " '" + Texts.shown(reference) + "' by then.");
        }
        return served.get(0);
    }

    /** The same, of a record that stood then; @throws Problem 410 when it was deleted by then */
    Served liveAt(RecordKind kind, String reference, Moment moment) {
        Served served = at(kind, reference, moment);
        if (served.deleted()) {
            throw gone(served);
        }
        return served;
    }

    /** Where what is asked of a record has to be asked instead, if it went into another one by then. */
    public Optional<RestResponse<byte[]>> moved(RecordKind kind, String reference, ReadRequest request) {
        Moment moment = moments.of(request.clocks);
        Served served = at(kind, reference, moment);
        return served.merged() ? Optional.of(moved(served, moment, request)) : Optional.empty();
    }

    RestResponse<byte[]> moved(Served served, Moment moment, ReadRequest request) {
        return answers.moved(served, survivors.slugOf(served.id()), moment, request);
    }

    /** The slug by which a record that stands at the moment of a request is known. */
    public String slug(RecordKind kind, String reference, ReadRequest request) {
        return liveAt(kind, reference, moments.of(request.clocks)).slug();
    }

    RecordHead head(RecordKind kind, String reference) {
        if (!References.isReference(reference)) {
            throw noSuch(kind, reference);
        }
        Optional<RecordHead> head = References.isId(reference)
                ? entries.byId(kind, UUID.fromString(reference))
                : entries.bySlug(kind, reference);
        return head.orElseThrow(() -> noSuch(kind, reference));
    }

    /**
     * The documents of records by slug, without those that were deleted or merged by then.
     *
     * @param n an entry of the log, or {@link #NOW}
     */
    public Map<String, ObjectNode> asOf(RecordKind kind, Collection<String> slugs, long n) {
        Map<String, ObjectNode> documents = new LinkedHashMap<>();
        if (!slugs.isEmpty()) {
            Sql.Query query = n == NOW ? sql.query(CURRENT) : sql.query(PAST).set("n", n);
            query.set("kind", kind.code())
                    .set("slugs", slugs)
                    .list(row -> documents.put(row.getString(1), Json.stored(row.getBytes(2))));
        }
        return documents;
    }

    /**
     * The live records of a kind that refer to any of some records, or to what over others of another kind refers to
     * them, in the order of their ids.
     */
    public List<UUID> referring(RecordKind kind, RecordKind through, Collection<UUID> to) {
        return sql.query("""
                        with recursive reached (id) as (
                            select cast(t as uuid) from unnest(:to) as t
                            union
                            select f.from_id from reached join reference f on f.to_id = reached.id
                            join record r on r.id = f.from_id
                            where f.to_revision is null and r.kind = :through and r.state = 'live')
                        select distinct f.from_id from reached join reference f on f.to_id = reached.id
                        join record r on r.id = f.from_id
                        where f.to_revision is null and r.kind = :kind and r.state = 'live'
                        order by f.from_id""")
                .set("to", to.stream().map(UUID::toString).toList())
                .set("through", through.code())
                .set("kind", kind.code())
                .list(row -> row.getObject(1, UUID.class));
    }

    /** The ids of the live records of a kind that lists find by any of some terms, or that have one of some slugs. */
    public List<UUID> ids(RecordKind kind, Collection<String> terms, Collection<String> slugs) {
        return sql.query("""
                        select record_id from listing where kind = :kind and to_n is null and terms && :terms
                        union
                        select id from record where kind = :kind and slug = any(:slugs) and state = 'live'
                        order by 1""")
                .set("kind", kind.code())
                .set("terms", terms)
                .set("slugs", slugs)
                .list(row -> row.getObject(1, UUID.class));
    }

    static Problem noSuch(RecordKind kind, String reference) {
        return Problem.notFound("There is no " + kind.code() + " '" + Texts.shown(reference) + "'.");
    }

    static Problem gone(Served served) {
        return new Problem(ProblemType.GONE, "This " + served.kind().code() + " was deleted; its history stays.")
                .with("tombstone", Json.stored(served.document()))
                .header("ETag", ETags.ofRevision(served.revision()));
    }
}
