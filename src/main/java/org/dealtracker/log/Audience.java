package org.dealtracker.log;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.jboss.logging.Logger;

/**
 * Those who wait for the log to grow: long polls and streams. None of them has a thread. One thread tells them all that
 * there is something, and looks four times a second whose time is up and who has gone; two read for them.
 */
@ApplicationScoped
class Audience {
    /** Each that is woken is answered by a worker thread, whose queue has room for twice as many. */
    private static final int MOST_POLLS = 1_000;

    private static final int MOST_STREAMS = 5_000;
    /** What all streams together may have read and not handed over yet; those who come later read later. */
    private static final long MOST_AHEAD = 32L << 20;

    private static final int READERS = 2;
    private static final long TICK_MILLIS = 250;
    private static final Logger LOG = Logger.getLogger(Audience.class);

    /** One who waits. What it is told must not block; what it has to read, it hands to {@link #read}. */
    interface Member {
        /** There may be something to read. */
        void grown();

        /** Some time has passed. */
        void passed(long nanoTime);

        /** The service ends, or the log is another one: there will be nothing more to wait for. */
        void end();
    }

    private final Set<Member> members = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean telling = new AtomicBoolean();
    private final ScheduledExecutorService herald = Executors.newSingleThreadScheduledExecutor(threads("feed-herald"));
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, threads("feed-reader"));
    private final AtomicLong ahead = new AtomicLong();
    private volatile boolean ending;

    /** Not in a constructor, which the framework calls for its proxy as well. */
    @PostConstruct
    void begin() {
        herald.scheduleWithFixedDelay(
                () -> each(member -> member.passed(System.nanoTime())),
                TICK_MILLIS,
                TICK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** @throws Problem 503 when too many wait for pages already */
    void requireRoomForPoll() {
        requireRoom(LongPoll.class, MOST_POLLS);
    }

    /** @throws Problem 503 when there are too many streams already */
    void requireRoomForStream() {
        requireRoom(FeedStream.class, MOST_STREAMS);
    }

    private void requireRoom(Class<? extends Member> kind, int most) {
        if (members.size() >= most && members.stream().filter(kind::isInstance).count() >= most) {
            throw new Problem(ProblemType.UNAVAILABLE, "Too many wait for changes; poll, or try again shortly.")
                    .header(HttpHeaders.RETRY_AFTER, "5");
        }
    }

    /** Whether the service ends, so that nobody waits any more. */
    boolean isEnding() {
        return ending;
    }

    boolean mayReadAhead() {
        return ahead.get() < MOST_AHEAD;
    }

    /** @param bytes that were read, or negative: that were handed over or given up */
    void readAhead(long bytes) {
        ahead.addAndGet(bytes);
    }

    void join(Member member) {
        members.add(member);
        if (ending) {
            member.end();
        }
    }

    void leave(Member member) {
        members.remove(member);
    }

    int size() {
        return members.size();
    }

    void read(Runnable reading) {
        try {
            readers.execute(reading);
        } catch (RejectedExecutionException e) {
            LOG.debug("The service ends");
        }
    }

    void hear(@Observes LogGrown event) {
        // However fast it grows, one telling is enough for all that came before it.
        if (telling.compareAndSet(false, true)) {
            tell(() -> {
                telling.set(false);
                each(Member::grown);
            });
        }
    }

    void hear(@Observes LogReplaced event) {
        tell(() -> each(Member::end));
    }

    private void tell(Runnable news) {
        try {
            herald.execute(news);
        } catch (RejectedExecutionException e) {
            LOG.debug("The service ends");
        }
    }

    private void each(Consumer<Member> what) {
        for (Member member : members) {
            try {
                what.accept(member);
            } catch (RuntimeException e) {
                LOG.warn("Somebody who waited for the feed could not be told", e);
                leave(member);
            }
        }
    }

    /** Before the server waits for requests that are under way: these would not end by themselves. */
    void sendAway(@Observes ShutdownDelayInitiatedEvent event) {
        end();
    }

    void stop(@Observes ShutdownEvent event) {
        end();
        herald.shutdownNow();
        readers.shutdownNow();
    }

    private void end() {
        ending = true;
        each(Member::end);
    }

    private static ThreadFactory threads(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
