package org.dealtracker.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.data.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.dealtracker.http.AddressedRequest;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.dealtracker.http.Texts;
import org.jboss.resteasy.reactive.RestResponse;

/** What was published. */
@ApplicationScoped
class Archive {
    private final Releases releases;

    Archive(Releases releases) {
        this.releases = releases;
    }

    /** @throws Problem 404 when nothing was published under this name */
    Release named(String name) {
        return Draft.asName(name)
                .flatMap(releases::named)
                .map(Release::of)
                .orElseThrow(() -> Problem.notFound("There is no release '" + Texts.shown(name) + "'."));
    }

    RestResponse<byte[]> read(String name, AddressedRequest request) {
        return Kept.LONG.answer(Json.bytes(named(name)), request);
    }

    private record Page(List<Release> items, @JsonInclude String next, long total) {}

    /** Newest first. Releases are published one after another, so that who pages misses none and sees none twice. */
    RestResponse<byte[]> list(ReleasesRequest request) {
        int rows = request.rows();
        ReleasesRequest.Place place = request.place();
        Instant newest = place == null ? releases.newest().orElse(Instant.EPOCH) : place.newest();
        if (place != null && releases.publishedAt(newest) == 0) {
            throw new Problem(ProblemType.CURSOR_GONE, "This cursor speaks of releases that are not here.");
        }
        String etag = "\"" + request.digest(request.query() + " " + newest) + "\"";
        if (request.holds(etag)) {
            return Kept.UNTIL_ASKED_AGAIN.unchanged(etag);
        }
        List<Release> found = releases.from(place == null ? newest : place.from(), Limit.of(rows + 1)).stream()
                .map(Release::of)
                .toList();
        boolean more = found.size() > rows;
        String next = more ? request.next(newest, found.get(rows).publishedAt()) : null;
        Page page = new Page(more ? found.subList(0, rows) : found, next, releases.count(newest));
        RestResponse<byte[]> answer = Kept.UNTIL_ASKED_AGAIN.answer(Json.bytes(page), etag);
        if (more) {
            answer.getHeaders().add("Link", "<" + next + ">; rel=\"next\"");
        }
        return answer;
    }
}
