package org.dealtracker.log;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.dealtracker.http.Problem;
import org.dealtracker.log.Feed.Reading;
import org.dealtracker.log.StreamRequest.Asked;
import org.jboss.logging.Logger;

/**
 * The feed as a stream of Server-Sent Events to one client. An event is handed over when the one before was taken by the
 * network; behind it wait at most those of one reading, and all others in the log. Whoever takes nothing for too long is
 * cut off, and goes on later from the last event that he had.
 */
final class FeedStream implements Flow.Publisher<OutboundSseEvent>, Flow.Subscription, Audience.Member {
    static final long HEARTBEAT = TimeUnit.SECONDS.toNanos(15);

    private static final long LONGEST_STALL = TimeUnit.SECONDS.toNanos(30);
    private static final long RECONNECT_MILLIS = 2_000;
    private static final int MOST_AHEAD = 20;
    private static final int BYTES_AHEAD = 64 * 1_024;

    private static final Logger LOG = Logger.getLogger(FeedStream.class);

    private final Asked asked;
    private final Feed feed;
    private final Audience audience;
    private final Sse sse;
    private final HttpServerResponse connection;

    private final Queue<Ahead> ahead = new ArrayDeque<>();
    private Flow.Subscriber<? super OutboundSseEvent> subscriber;
    private FeedCursor place;
    private boolean wanted;
    private boolean reading;
    private boolean ended;
    private long handedOver = System.nanoTime();

    /** An event that waits, and what it takes of the room that all streams have together. */
    private record Ahead(OutboundSseEvent event, int bytes) {}

    FeedStream(Asked asked, Feed feed, Audience audience, Sse sse, HttpServerResponse connection) {
        this.asked = asked;
        this.place = asked.place();
        this.feed = feed;
        this.audience = audience;
        this.sse = sse;
        this.connection = connection;
    }

    /** The stream of whoever only wants to know what one would be like. */
    static Flow.Publisher<OutboundSseEvent> ended() {
        return client -> {
            client.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long events) {
                    // There are none.
                }

                @Override
                public void cancel() {
                    // It has ended already.
                }
            });
            client.onComplete();
        };
    }

    @Override
    public void subscribe(Flow.Subscriber<? super OutboundSseEvent> client) {
        subscriber = client;
        // Names the place, so that a client which is cut off before the first change comes back to just here.
        ahead.add(new Ahead(
                sse.newEventBuilder()
                        .id(place.text())
                        .reconnectDelay(RECONNECT_MILLIS)
                        .comment("the register's changes")
                        .build(),
                0));
        client.onSubscribe(this);
        audience.join(this);
    }

    @Override
    public void request(long events) {
        synchronized (this) {
            wanted = true;
        }
        goOn();
    }

    @Override
    public synchronized void cancel() {
        ended = true;
        ahead.forEach(each -> audience.readAhead(-each.bytes()));
        ahead.clear();
        audience.leave(this);
    }

    @Override
    public void grown() {
        goOn();
    }

    @Override
    public void passed(long nanoTime) {
        if (connection.closed()) {
            cancel();
            return;
        }
        synchronized (this) {
            if (wanted && !reading && ahead.isEmpty() && nanoTime - handedOver > HEARTBEAT) {
                // With the place, which moves on without events where most of them are not wanted.
                OutboundSseEvent heartbeat = sse.newEventBuilder()
                        .id(place.text())
                        .comment("still here")
                        .build();
                ahead.add(new Ahead(heartbeat, 0));
            } else if (!wanted && nanoTime - handedOver > LONGEST_STALL) {
                LOG.debugf("A client of the stream took nothing for %d s", LONGEST_STALL / 1_000_000_000);
                cancel();
                connection.reset();
                return;
            }
        }
        // Also for a reading that failed because the database was away.
        goOn();
    }

    @Override
    public void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            cancel();
        }
        subscriber.onComplete();
    }

    private void goOn() {
        Ahead next;
        synchronized (this) {
            if (ended || !wanted) {
                return;
            }
            next = ahead.poll();
            if (next != null) {
                wanted = false;
                handedOver = System.nanoTime();
                audience.readAhead(-next.bytes());
            } else if (!reading && audience.mayReadAhead()) {
                FeedCursor after = feed.skip(place, asked.filter());
                if (after == null) {
                    reading = true;
                    audience.read(this::readAhead);
                } else {
                    place = after;
                }
            }
        }
        if (next != null) {
            subscriber.onNext(next.event());
        }
    }

    private void readAhead() {
        try {
            Reading read = feed.read(place(), asked.filter(), MOST_AHEAD, asked.records() ? BYTES_AHEAD : 0);
            take(read);
            goOn();
        } catch (Problem e) {
            end();
        } catch (RuntimeException e) {
            // Tried again when some time has passed.
            LOG.debug("A stream could not be read on", e);
            take(null);
        }
    }

    private synchronized FeedCursor place() {
        return place;
    }

    private synchronized void take(Reading read) {
        reading = false;
        if (read != null && !ended) {
            place = read.until();
            for (FeedEntry entry : read.entries()) {
                int bytes = 2 * entry.json().length();
                audience.readAhead(bytes);
                ahead.add(new Ahead(event(entry), bytes));
            }
        }
    }

    private OutboundSseEvent event(FeedEntry entry) {
        FeedCursor after = new FeedCursor(place.logId(), entry.n(), entry.hash());
        return sse.newEventBuilder()
                .id(after.text())
                .name("change")
                .data(String.class, entry.json())
                .build();
    }
}
