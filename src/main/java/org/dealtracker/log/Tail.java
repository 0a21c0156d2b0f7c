package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.dealtracker.log.FeedRows.Head;
import org.dealtracker.log.FeedRows.News;
import org.jboss.logging.Logger;

/**
 * The end of the log as this node knows it: its head, its last entries, and which records they changed. Every write of
 * this node brings it up to date before it is answered, so that whoever was answered sees what he wrote; what other nodes
 * write arrives by {@link Watch}. What was not confirmed by the database for a second is not used: readers then ask the
 * database, and hear from it that it is away.
 */
@ApplicationScoped
class Tail {
    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);
    private static final int BATCH = 500;
    /** How long a request waits for others who read the end of the log. */
    private static final long PATIENCE_MILLIS = 500;
    /** So many entries are kept in memory, but none that is larger than most: some tens of megabytes at worst. */
    private static final int KEPT = 2_048;

    private static final int LARGEST = 8_192;

    private static final News NONE = new News(null, null, List.of());

    private static final Logger LOG = Logger.getLogger(Tail.class);

    private final FeedRows rows;
    private final ReentrantLock following = new ReentrantLock();
    private final AtomicReferenceArray<FeedEntry> last = new AtomicReferenceArray<>(KEPT);
    private final Event<LogGrown> grown;
    private final Event<LogReplaced> replaced;

    private volatile Head head;
    private volatile long confirmedAt;
    private volatile LatelyChanged changes;

    Tail(FeedRows rows, Event<LogGrown> grown, Event<LogReplaced> replaced) {
        this.rows = rows;
        this.grown = grown;
        this.replaced = replaced;
    }

    /** The head, unless the database has not confirmed it lately. */
    Optional<Head> known() {
        Head known = head;
        return known != null && System.nanoTime() - confirmedAt < FRESH ? Optional.of(known) : Optional.empty();
    }

    /**
     * The head as this node knows it; where that was not confirmed lately, once the database has said what is new.
     *
     * @throws Problem 503 when the database does not say so in time
     */
    Head head() {
        return known().orElseGet(() -> {
            if (!catchUp(Long.MAX_VALUE, PATIENCE_MILLIS)) {
                throw away();
            }
            return head;
        });
    }

    static Problem away() {
        return new Problem(ProblemType.UNAVAILABLE, "The end of the log cannot be read; try again shortly.")
                .header(HttpHeaders.RETRY_AFTER, "2");
    }

    /** The head that arrived here last, however long ago, or null; for those who then ask whether it holds. */
    Head latest() {
        return head;
    }

    /** Its number. */
    long n() {
        Head known = head;
        return known == null ? 0 : known.n();
    }

    /** Which log this follows and since when: another object once it was replaced. */
    Object following() {
        return changes;
    }

    /** Whether nothing up to the head changed a record after an entry; false also where that is no longer known. */
    boolean unchangedSince(UUID record, long n) {
        LatelyChanged known = changes;
        return known != null && known.unchangedSince(record, n);
    }

    /**
     * The entries after a number up to another, or nothing when not all of them are in memory.
     *
     * @param until not beyond the head
     */
    Optional<List<FeedEntry>> between(long since, long until) {
        if (until - since > KEPT) {
            return Optional.empty();
        }
        List<FeedEntry> entries = new ArrayList<>();
        for (long n = since + 1; n <= until; n++) {
            FeedEntry entry = last.get((int) (n % KEPT));
            if (entry == null || entry.n() != n) {
                return Optional.empty();
            }
            entries.add(entry);
        }
        return Optional.of(entries);
    }

    /**
     * Makes sure that an entry which was committed has arrived here, or else that nothing is answered from memory until
     * the database answers again. The write stands either way, so its answer is not held up for long.
     */
    void reach(long n) {
        if (n() < n) {
            boolean arrived = false;
            try {
                // Where somebody has been reading in vain for a while already, nobody else waits for him.
                arrived = catchUp(n, known().isPresent() ? PATIENCE_MILLIS : 0);
            } catch (RuntimeException e) {
                LOG.debug("The end of the log could not be read", e);
            }
            if (!arrived) {
                confirmedAt = System.nanoTime() - FRESH;
            }
        }
    }

    /** Reads what is new, whatever it is. */
    void catchUp() {
        catchUp(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** @return whether it was read; false when others are still at it after so long */
    private boolean catchUp(long n, long millis) {
        if (!lock(millis)) {
            return false;
        }
        try {
            // Whoever waited here may find that another one has read for both.
            if (n() < n) {
                read();
            }
            return true;
        } finally {
            following.unlock();
        }
    }

    private boolean lock(long millis) {
        try {
            return following.tryLock(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void read() {
        long asked = System.nanoTime();
        if (head == null) {
            begin(rows.head());
        } else {
            News news = rows.newsSince(head.n(), BATCH);
            if (!continues(head, news)) {
                LOG.warn("The log was replaced by another one, or rolled back: cursors of the old one are refused.");
                begin(news.head());
                replaced.fire(new LogReplaced());
            } else if (news.head().n() - head.n() > KEPT) {
                // After an absence. More than is kept is not read: what happened meanwhile is not known, but where it
                // ends.
                begin(news.head());
                grown.fire(new LogGrown());
            } else {
                take(news);
            }
        }
        confirmedAt = asked;
    }

    private void begin(Head from) {
        for (int i = 0; i < KEPT; i++) {
            last.set(i, null);
        }
        changes = new LatelyChanged(from.n());
        head = from;
    }

    private static boolean continues(Head known, News news) {
        return known.logId().equals(news.head().logId())
                && known.n() <= news.head().n()
                && (known.n() == 0 || Arrays.equals(known.hash(), news.before()));
    }

    private void take(News first) {
        News news = first;
        FeedEntry newest = null;
        while (!news.entries().isEmpty()) {
            for (FeedEntry entry : news.entries()) {
                last.set((int) (entry.n() % KEPT), entry.json().length() <= LARGEST ? entry : null);
                changes.changed(entry.row().recordId(), entry.n());
                newest = entry;
            }
            news = newest.n() < news.head().n() ? rows.newsSince(newest.n(), BATCH) : NONE;
        }
        if (newest != null) {
            // Only now, so that whoever sees this head finds the entries, and all those of one transaction.
            head = new Head(head.logId(), newest.n(), newest.row().at(), newest.hash());
            grown.fire(new LogGrown());
        }
    }
}
