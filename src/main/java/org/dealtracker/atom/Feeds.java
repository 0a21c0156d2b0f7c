package org.dealtracker.atom;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.dealtracker.http.ETags;
import org.dealtracker.http.HttpDate;
import org.dealtracker.log.LogReplaced;
import org.dealtracker.log.Recent;
import org.dealtracker.log.Recent.Entry;
import org.dealtracker.log.Recent.Followed;
import org.dealtracker.log.Recent.Mention;
import org.dealtracker.log.Recent.Part;
import org.dealtracker.log.RecordKind;
import org.dealtracker.wording.Words;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Answers with feeds. Readers ask every few minutes and mostly learn that there is nothing new: that costs one query,
 * and depends on the newest entry of their own feed only, whatever else was written.
 */
@ApplicationScoped
class Feeds {
    private static final long ROOM = 8 * 1024 * 1024;

    /** By their tags: what has the same one is the same, byte for byte. */
    private final Cache<String, byte[]> written = Caffeine.newBuilder()
            .maximumWeight(ROOM)
            .<String, byte[]>weigher((etag, feed) -> etag.length() + feed.length)
            .build();

    private final Recent recent;
    private final Summaries summaries;

    Feeds(Recent recent, Summaries summaries) {
        this.recent = recent;
        this.summaries = summaries;
    }

    void forget(@Observes LogReplaced event) {
        written.invalidateAll();
    }

    RestResponse<byte[]> ofAll(FeedRequest request) {
        Part part = request.part();
        return answer(null, recent.ofAll(oneMore(part)), part, request);
    }

    /** @throws org.dealtracker.http.Problem 404 when there never was such a record */
    RestResponse<byte[]> of(RecordKind kind, String reference, FeedRequest request) {
        Part part = request.part();
        Followed followed = recent.follow(kind, reference);
        return answer(followed, recent.of(followed, oneMore(part)), part, request);
    }

    private static Part oneMore(Part part) {
        return new Part(part.before(), part.semantic(), part.most() + 1);
    }

    private RestResponse<byte[]> answer(Followed followed, List<Entry> found, Part part, FeedRequest request) {
        boolean more = found.size() > part.most();
        List<Entry> entries = more ? found.subList(0, part.most()) : found;
        long newest = entries.isEmpty() ? 0 : entries.get(0).n();
        UUID log = recent.log();
        String etag = "\"n" + newest + "-" + ETags.digest(log + " " + request.address()) + "\"";
        Instant modified = entries.isEmpty() ? null : modified(entries.get(0).at(), Instant.now(Clock.systemUTC()));
        if (isCurrent(request, etag, modified)) {
            return described(ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED), etag, modified);
        }
        byte[] bytes = written.getIfPresent(etag);
        if (bytes == null) {
            Long older = more ? entries.get(entries.size() - 1).n() : null;
            bytes = Atom.write(feed(followed, entries, older, part, request, log), log);
            written.put(etag, bytes);
        }
        ResponseBuilder<byte[]> answer = ResponseBuilder.ok(bytes);
        answer.header(HttpHeaders.CONTENT_TYPE, Atom.MEDIA_TYPE + ";charset=utf-8");
        return described(answer, etag, modified);
    }

    /** @param older the number before which the next page begins; null at the end */
    private Feed feed(Followed followed, List<Entry> entries, Long older, Part part, FeedRequest request, UUID log) {
        String of = followed == null ? "/api/v1/changes" : followed.kind().path() + "/" + followed.slug();
        return new Feed(
                Atom.id(log, followed, part.semantic()),
                title(followed, entries.isEmpty() ? 0 : entries.get(0).n()),
                request.base(),
                request.address().toString(),
                request.base() + of,
                request.address(null),
                older == null ? null : request.address(older),
                entries,
                summaries.of(entries));
    }

    /** As of the newest entry shown, so that a tag stands for the same bytes whatever the record is called later. */
    private String title(Followed followed, long newest) {
        if (followed == null) {
            return "What changed in the register of reported arms agreements";
        }
        List<Recent.Named> named = recent.names(List.of(new Mention(newest, followed.kind(), followed.slug())));
        String name = named.isEmpty() ? followed.slug() : named.get(0).title();
        return "What changed: " + Words.shortened(name, 200);
    }

    private static RestResponse<byte[]> described(ResponseBuilder<byte[]> answer, String etag, Instant modified) {
        answer.header(HttpHeaders.ETAG, etag).header(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (modified != null) {
            answer.header(HttpHeaders.LAST_MODIFIED, HttpDate.of(modified));
        }
        return answer.build();
    }

    /**
     * Last-Modified has no fractions. While its second lasts, an entry is dated to its beginning; from then on to its
     * end. Whoever read in between and missed a second entry of that second is so told at the next question, where the
     * beginning alone would say for ever that nothing is new (RFC 9110, section 8.8.2.2).
     */
    static Instant modified(Instant newest, Instant now) {
        Instant begun = newest.truncatedTo(ChronoUnit.SECONDS);
        Instant over = begun.plusSeconds(1);
        return begun.equals(newest) || now.isBefore(over) ? begun : over;
    }

    /** The tag decides where there is one (RFC 9110, section 13.1.3); a date that cannot be read is none. */
    static boolean isCurrent(FeedRequest request, String etag, Instant modified) {
        if (request.ifNoneMatch != null) {
            return ETags.noneMatchHits(request.ifNoneMatch, etag);
        }
        if (request.ifModifiedSince == null || modified == null) {
            return false;
        }
        try {
            Instant since = ZonedDateTime.parse(request.ifModifiedSince.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return !modified.isAfter(since);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
