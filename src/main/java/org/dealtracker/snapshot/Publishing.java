package org.dealtracker.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Form;
import org.dealtracker.http.Json;
import org.dealtracker.http.Lookup;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.dealtracker.log.Mark;
import org.dealtracker.log.Marks;
import org.dealtracker.log.OnceRequest;
import org.dealtracker.log.Replays;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Publishes a release in two steps: what takes time is done first and holds nothing up, then the release is written in a
 * short transaction. What is prepared is of a fixed entry, so nothing that happens in between can make it wrong.
 */
@ApplicationScoped
class Publishing {
    /** Taken by whoever publishes, until he has; the log's own locks have other numbers. */
    private static final String ONE_AT_A_TIME = "select cast(pg_advisory_xact_lock(1919249774) as text)";

    private static final String NOW =
            "select greatest(clock_timestamp(), max(published_at) + interval '1 microsecond') from snapshot";

    private final Releases releases;
    private final Marks marks;
    private final Sums sums;
    private final Replays replays;

    Publishing(Releases releases, Marks marks, Sums sums, Replays replays) {
        this.releases = releases;
        this.marks = marks;
        this.sums = sums;
        this.replays = replays;
    }

    /** @param refused what is wrong with the request; it is told only if the request is no repetition of one that was not */
    record Prepared(Draft draft, Mark mark, List<PublishedFile> files, Problem refused) {}

    Prepared prepare(byte[] body) {
        try {
            Findings findings = new Findings();
            long head = marks.head();
            Draft draft = Draft.read(new Form(Json.body(body), findings, Lookup.AS_WRITTEN), head);
            findings.throwIfAny();
            Mark mark =
                    marks.at(draft.asOfSeq() == null ? head : draft.asOfSeq()).orElseThrow();
            // A name that is taken stays so, and no file needs to be built for it.
            boolean taken = releases.takenBy(draft.name()).isPresent();
            return new Prepared(draft, mark, taken ? List.of() : sums.asOf(mark.n()), null);
        } catch (Problem refused) {
            return new Prepared(null, null, null, refused);
        }
    }

    /** @throws Problem 400 or 422 as it was prepared, 409 when the name is taken */
    @Transactional
    RestResponse<byte[]> publish(OnceRequest request, byte[] body, Prepared prepared) {
        return replays.once(request, body, () -> {
            if (prepared.refused() != null) {
                throw prepared.refused();
            }
            Release release = Release.of(add(prepared, request.actor()));
            byte[] answer = Json.bytes(release);
            return ResponseBuilder.create(RestResponse.Status.CREATED, answer)
                    .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.LOCATION, release.href())
                    .header(HttpHeaders.ETAG, Kept.etag(answer))
                    .header("Feed-Head", release.n())
                    .build();
        });
    }

    private StoredRelease add(Prepared prepared, String actor) {
        releases.session().createNativeQuery(ONE_AT_A_TIME, String.class).getSingleResult();
        Draft draft = prepared.draft();
        releases.takenBy(draft.name()).ifPresent(taken -> {
            throw new Problem(
                            ProblemType.DUPLICATE,
                            "The release '" + taken.name + "' was published before; a release is never changed.")
                    .with("existing", Release.address(taken.name));
        });
        StoredRelease release = new StoredRelease();
        release.name = draft.name();
        release.title = draft.title();
        release.notes = draft.notes();
        release.n = prepared.mark().n();
        release.at = prepared.mark().at();
        release.logId = prepared.mark().logId();
        release.chain = HexFormat.of().parseHex(prepared.mark().chain());
        release.publishedAt =
                releases.session().createNativeQuery(NOW, Instant.class).getSingleResult();
        release.publishedBy = actor;
        release.files = new String(Json.bytes(prepared.files()), StandardCharsets.UTF_8);
        releases.add(release);
        return release;
    }
}
