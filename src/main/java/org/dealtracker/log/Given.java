package org.dealtracker.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.dealtracker.http.ETags;
import org.dealtracker.http.Format;
import org.dealtracker.log.FeedRows.Head;

/**
 * The tags that were given lately with answers about the present, by address. One holds as long as nothing was written
 * that could change it, and then a client that has it is answered without asking anybody: what was asked is not even
 * parsed again.
 */
@ApplicationScoped
class Given {
    private static final long CHARACTERS_KEPT = 8L << 20;
    /** What an entry takes beside its address and its tag. */
    private static final int OVERHEAD = 150;

    private final Tail tail;
    private final Cache<String, Answer> answers = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_KEPT)
            .<String, Answer>weigher((address, answer) -> address.length() + OVERHEAD)
            .build();

    Given(Tail tail) {
        this.tail = tail;
    }

    /**
     * A tag that was right as of an entry.
     *
     * @param negotiated whether {@code Accept} chose the format
     * @param log which log that was
     */
    private record Answer(Tag tag, long n, boolean negotiated, Object log) {}

    /** A tag that still holds, and the log's head as of which it does. */
    record Current(String tag, long n, boolean negotiated) {}

    void remember(ReadRequest request, Tag tag, Moment moment, Format format, boolean negotiated) {
        // Of the formats of one address the one is remembered that is meant where nothing is said.
        if (!moment.asked() && (!negotiated || format == Format.JSON)) {
            remember(address(request.path(), request.query()), tag, moment.n(), negotiated);
        }
    }

    void remember(String address, Tag tag, long n, boolean negotiated) {
        Answer before = answers.getIfPresent(address);
        if (before == null || before.n() < n || before.log() != tail.following()) {
            answers.put(address, new Answer(tag, n, negotiated, tail.following()));
        }
    }

    /** @param address path and query as they were sent */
    Optional<Current> holds(String address, String ifNoneMatch) {
        Optional<Head> head = tail.known();
        Answer answer = head.isEmpty() ? null : answers.getIfPresent(address);
        if (answer == null || answer.log() != tail.following()) {
            return Optional.empty();
        }
        long n = head.get().n();
        boolean holds = answer.tag().record() == null
                ? answer.n() == n
                : tail.unchangedSince(answer.tag().record(), answer.n());
        return holds && ETags.noneMatchHits(ifNoneMatch, answer.tag().text())
                ? Optional.of(new Current(answer.tag().text(), Math.max(n, answer.n()), answer.negotiated()))
                : Optional.empty();
    }

    static String address(String path, String query) {
        return query == null ? path : path + "?" + query;
    }
}
