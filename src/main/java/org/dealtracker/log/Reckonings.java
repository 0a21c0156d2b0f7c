package org.dealtracker.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.dealtracker.http.Format;
import org.dealtracker.log.Lists.Narrowing;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers that are worked out of all records that a filter leaves, as of the moment that a request fixes. */
@ApplicationScoped
public class Reckonings {
    private static final long BYTES_KEPT = 32L << 20;

    private final Moments moments;
    private final Answers answers;
    /** What was worked out as of an entry never changes; dashboards ask for the same every second, and many at once. */
    private final Cache<Question, byte[]> worked = Caffeine.newBuilder()
            .maximumWeight(BYTES_KEPT)
            .<Question, byte[]>weigher((question, body) -> body.length + 200)
            .build();

    Reckonings(Moments moments, Answers answers) {
        this.moments = moments;
        this.answers = answers;
    }

    void forget(@Observes LogReplaced event) {
        worked.invalidateAll();
    }

    /** Makes a body of the records that a filter leaves. */
    @FunctionalInterface
    public interface Reckoning {
        /** @param n the entry of the log as of which it is answered; the same always gives the same bytes */
        byte[] of(Filter filter, long n);
    }

    private record Question(String digest, long n) {}

    /** @param negotiated whether {@code Accept} decides on the format here; each has a tag of its own */
    public RestResponse<byte[]> answer(
            NarrowedRequest request, Format format, boolean negotiated, Narrowing narrowing, Reckoning reckoning) {
        Instant since = request.since();
        String digest = request.digest(request.question() + (format == Format.JSON ? "" : " " + format));
        Moment moment = moments.of(request.clocks);
        Tag tag = Tag.of(moment, digest);
        if (tag.isHeld(request)) {
            return answers.notModified(tag, moment, request, format, negotiated);
        }
        byte[] body = worked.get(new Question(digest, moment.n()), question -> {
            Filter filter = new Filter();
            if (since != null) {
                filter.updatedSince(since);
            }
            narrowing.on(filter, question.n());
            return reckoning.of(filter, question.n());
        });
        return answers.ok(body, tag, moment, request, format, negotiated);
    }
}
