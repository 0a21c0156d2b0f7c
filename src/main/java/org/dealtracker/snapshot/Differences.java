package org.dealtracker.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.dealtracker.log.Between;
import org.dealtracker.log.Between.Counts;
import org.dealtracker.log.Between.Span;
import org.dealtracker.log.Between.Touched;
import org.dealtracker.log.RecordKind;
import org.dealtracker.snapshot.DiffRequest.Asked;
import org.jboss.resteasy.reactive.RestResponse;

/** What changed from one release to another. Both are fixed, so that the same question always has the same answer. */
@ApplicationScoped
class Differences {
    /** A page ends here even if the limit allows more records: one alone may differ in hundreds of kilobytes. */
    private static final int LARGEST_PAGE = 4 * 1024 * 1024;

    private final Archive archive;
    private final Between between;
    private final Telling telling;

    Differences(Archive archive, Between between, Telling telling) {
        this.archive = archive;
        this.between = between;
        this.telling = telling;
    }

    /** One end of what is compared. */
    private record End(String name, long n, Instant at) {
        static End of(Release release) {
            return new End(release.name(), release.n(), release.at());
        }
    }

    /**
     * @throws Problem 404 when one of the two was not published, 400 when the first is of a later moment than the second:
     *     what was written in between was written forward, for reasons that make no sense backward
     */
    RestResponse<byte[]> between(String from, String to, DiffRequest request) {
        Release earlier = archive.named(from);
        Release later = archive.named(to);
        request.asked();
        if (earlier.n() > later.n()) {
            throw Problem.badParameter(
                    "from",
                    "'" + from + "' is of entry " + earlier.n() + " and '" + to + "' of entry " + later.n()
                            + ", which is before it; ask for " + Release.address(to) + "/diff/" + from + ".");
        }
        String etag = "\"n" + later.n() + "-"
                + request.digest(request.query() + " " + earlier.chain() + " " + later.chain()) + "\"";
        if (request.holds(etag)) {
            return Kept.LONG.unchanged(etag);
        }
        return answer(earlier, later, request, etag);
    }

    private RestResponse<byte[]> answer(Release earlier, Release later, DiffRequest request, String etag) {
        Asked asked = request.asked();
        Span span = new Span(earlier.n(), later.n());
        Map<RecordKind, Counts> counts = between.counts(span, asked.which());
        List<Touched> found = between.page(span, asked.which(), asked.after(), asked.rows() + 1);
        // The items are bytes already: as a tree they would take ten times as much.
        ByteArrayOutputStream items = new ByteArrayOutputStream();
        int told = 0;
        while (told < Math.min(found.size(), asked.rows()) && items.size() < LARGEST_PAGE) {
            items.writeBytes(told == 0 ? new byte[0] : new byte[] {','});
            items.writeBytes(Json.bytes(telling.of(found.get(told), span, asked.which())));
            told++;
        }
        String next = told < found.size() ? request.next(found.get(told - 1).place()) : null;
        RestResponse<byte[]> answer =
                Kept.LONG.answer(page(head(earlier, later, counts), items, tail(next, counts)), etag);
        if (next != null) {
            answer.getHeaders().add("Link", "<" + next + ">; rel=\"next\"");
        }
        return answer;
    }

    private static ObjectNode head(Release earlier, Release later, Map<RecordKind, Counts> counts) {
        ObjectNode head = Json.object();
        head.set("from", Json.tree(End.of(earlier)));
        head.set("to", Json.tree(End.of(later)));
        ObjectNode summary = head.putObject("summary");
        counts.forEach((kind, each) -> summary.set(kind.code(), Json.tree(each)));
        return head;
    }

    private static ObjectNode tail(String next, Map<RecordKind, Counts> counts) {
        ObjectNode tail = Json.object().put("next", next);
        return tail.put(
                "total", counts.values().stream().mapToInt(Counts::different).sum());
    }

    private static byte[] page(ObjectNode head, ByteArrayOutputStream items, ObjectNode tail) {
        byte[] before = Json.bytes(head);
        byte[] after = Json.bytes(tail);
        ByteArrayOutputStream page = new ByteArrayOutputStream(before.length + items.size() + after.length + 20);
        page.write(before, 0, before.length - 1);
        page.writeBytes(",\"items\":[".getBytes(StandardCharsets.UTF_8));
        page.writeBytes(items.toByteArray());
        page.writeBytes("],".getBytes(StandardCharsets.UTF_8));
        page.write(after, 1, after.length - 1);
        return page.toByteArray();
    }
}
