package org.dealtracker.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.JsonDiff;
import io.vertx.core.http.HttpServerRequest;
import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.jboss.resteasy.reactive.RestResponse;

/** What became of one record: its revisions, each as it was, and what differs between any two. */
@ApplicationScoped
public class Histories {
    /** More revisions than any client reads at once; a record with more of them is paged through by asOfSeq. */
    private static final int MOST = 10_000;

    private final Entries entries;
    private final Moments moments;
    private final Records records;
    private final Answers answers;
    private final Pages pages;

    Histories(Entries entries, Moments moments, Records records, Answers answers, Pages pages) {
        this.entries = entries;
        this.moments = moments;
        this.records = records;
        this.answers = answers;
        this.pages = pages;
    }

    /** One revision as history tells it. */
    public record Item(
            int revision,
            long n,
            Instant recordedAt,
            String actor,
            Op op,
            ChangeType changeType,
            String reason,
            List<String> changed,
            Significance significance,
            HistoryRow.Cause cause) {
        static Item of(HistoryRow row) {
            return new Item(
                    row.revision(),
                    row.n(),
                    row.at(),
                    row.actor(),
                    row.op(),
                    row.changeType(),
                    row.reason(),
                    row.changed(),
                    row.significance(),
                    row.cause());
        }
    }

    /** The revisions of a record in their order, deletion included. */
    public RestResponse<byte[]> history(RecordKind kind, String reference, ReadRequest request) {
        Moment moment = moments.of(request.clocks);
        Served last = records.at(kind, reference, moment);
        Tag tag = Tag.of(last);
        if (tag.isHeld(request)) {
            return answers.notModified(tag, moment, request);
        }
        List<Item> items = entries.history(last.id(), moment.n(), 0, Limit.of(MOST)).stream()
                .map(Item::of)
                .toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("items", items);
        body.put("total", items.size());
        return answers.ok(Json.bytes(body), tag, moment, request);
    }

    /** The same as a part of the feed, to be followed. */
    public CompletionStage<RestResponse<byte[]>> changes(
            RecordKind kind, String reference, ChangesRequest request, HttpServerRequest connection) {
        return pages.ofRecord(kind, reference, request, connection);
    }

    /** The whole record as one revision left it; for a deletion its tombstone. */
    public RestResponse<byte[]> revision(RecordKind kind, String reference, String revision, ReadRequest request) {
        Moment moment = moments.of(request.clocks);
        Served served = revision(kind, reference, number(revision), moment);
        Tag tag = Tag.of(served);
        return tag.isHeld(request)
                ? answers.notModified(tag, moment, request)
                : answers.ok(served.document(), tag, moment, request);
    }

    /** What differs between two revisions. */
    public record Diff(int from, int to, JsonNode patch, List<Differ.Field> fields) {}

    /**
     * @param from a revision; left out, the one before {@code to}
     * @param to a revision; left out, the last
     */
    public RestResponse<byte[]> diff(RecordKind kind, String reference, String from, String to, ReadRequest request) {
        Moment moment = moments.of(request.clocks);
        Served last = records.at(kind, reference, moment);
        Findings findings = new Findings();
        int until = to == null ? last.revision() : parameter("to", to, last.revision(), findings);
        int since = from == null ? Math.max(1, until - 1) : parameter("from", from, last.revision(), findings);
        findings.throwIfAny();
        ObjectNode before = Json.stored(revision(kind, reference, since, moment).document());
        ObjectNode after = Json.stored(revision(kind, reference, until, moment).document());
        Diff diff = new Diff(since, until, JsonDiff.asJson(before, after), Differ.differences(before, after));
        return answers.ok(Json.bytes(diff), Tag.of(last), moment, request);
    }

    private Served revision(RecordKind kind, String reference, int revision, Moment moment) {
        UUID id = records.head(kind, reference).id;
        return entries.revision(id, revision)
                .filter(served -> served.n() <= moment.n())
                .orElseThrow(() -> Problem.notFound("This " + kind.code() + " has no revision " + revision + "."));
    }

    private static int number(String revision) {
        if (!revision.matches("[1-9][0-9]{0,8}")) {
            throw Problem.notFound("A revision is a number from 1 on.");
        }
        return Integer.parseInt(revision);
    }

    private static int parameter(String name, String text, int last, Findings findings) {
        if (!text.matches("[1-9][0-9]{0,8}") || Integer.parseInt(text) > last) {
            findings.malformed(name, "'" + name + "' must be a revision of this record, from 1 to " + last + ".");
            return 1;
        }
        return Integer.parseInt(text);
    }

    /** The entry that took a part of a record away: the last one that names it, if the record has it no longer. */
    Optional<HistoryRow> lost(UUID id, long n, String pointer) {
        return entries.history(id, n, 0, Limit.of(Integer.MAX_VALUE)).stream()
                .filter(row -> row.changed().contains(pointer))
                .reduce((earlier, later) -> later);
    }
}
