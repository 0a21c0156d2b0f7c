package org.dealtracker.log;

import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.dealtracker.log.ChangesRequest.Asked;
import org.dealtracker.log.Feed.Reading;

/** A question for a page of the feed that waits until there is something to tell, or its time is up. */
final class LongPoll implements Audience.Member {
    private final Asked asked;
    private final Feed feed;
    private final Audience audience;
    private final HttpServerResponse connection;
    private final long deadline;
    private final CompletableFuture<Reading> answer = new CompletableFuture<>();
    private FeedCursor place;
    private boolean reading;
    private boolean over;

    /** @param nothing an empty page, after which this waits */
    LongPoll(Asked asked, Reading nothing, Feed feed, Audience audience, HttpServerResponse connection) {
        this.asked = asked;
        this.place = nothing.until();
        this.feed = feed;
        this.audience = audience;
        this.connection = connection;
        this.deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(asked.seconds());
    }

    CompletableFuture<Reading> await() {
        audience.join(this);
        // What came between the first reading and now was told to others only.
        grown();
        return answer;
    }

    @Override
    public synchronized void grown() {
        if (reading || answer.isDone()) {
            return;
        }
        FeedCursor after = feed.skip(place, asked.filter());
        if (after == null || over) {
            reading = true;
            audience.read(this::read);
        } else {
            place = after;
        }
    }

    @Override
    public synchronized void passed(long nanoTime) {
        if (connection.closed()) {
            give(new Reading(List.of(), place, place.n()));
        } else if (nanoTime - deadline >= 0 && !reading) {
            timeUp();
        }
    }

    /** Nothing is waited for any more, not for a database that is away either. */
    private void timeUp() {
        if (!feed.isConfirmed()) {
            audience.leave(this);
            answer.completeExceptionally(Tail.away());
            return;
        }
        FeedCursor after = feed.skip(place, asked.filter());
        if (after != null) {
            give(new Reading(List.of(), after, after.n()));
        } else {
            end();
        }
    }

    @Override
    public synchronized void end() {
        over = true;
        grown();
    }

    private void read() {
        try {
            Reading read = feed.read(place(), asked.filter(), asked.limit(), asked.bytes());
            if (isEnough(read)) {
                give(read);
            } else {
                // What came meanwhile was told in vain.
                grown();
            }
        } catch (RuntimeException e) {
            audience.leave(this);
            answer.completeExceptionally(e);
        }
    }

    private synchronized FeedCursor place() {
        return place;
    }

    private synchronized boolean isEnough(Reading read) {
        place = read.until();
        // What is enough is the answer: read on now, and a later reading could be given in its place.
        reading = over || !read.entries().isEmpty();
        return reading;
    }

    private void give(Reading read) {
        audience.leave(this);
        answer.complete(read);
    }
}
