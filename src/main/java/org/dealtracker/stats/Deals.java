package org.dealtracker.stats;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dealtracker.http.Json;
import org.dealtracker.log.Filter;
import org.dealtracker.log.Listings;
import org.dealtracker.log.LogReplaced;
import org.dealtracker.log.RecordKind;
import org.jboss.logging.Logger;

/**
 * The facts of all agreements that a filter leaves. They are made from the documents that the log keeps, and kept by
 * the number of the entry, whose document never changes: what was read once is never read again, and a question at a
 * later moment reads only what was written since. We keep them in memory and not beside the list's rows, because they
 * are the register's reading of a document and not the document: a release that reads better would else have to write
 * every past row anew, and so totals of past moments are read by the same rules as those of the present. The price is
 * that every document has to be read once after a start, most of which is skipping citations, about 0.1 ms each; it is
 * paid beside the first requests, before anybody asks ({@code src/bench/stats} measures it).
 */
@ApplicationScoped
class Deals {
    private static final Logger LOG = Logger.getLogger(Deals.class);

    /** So few documents at a time that reading them takes a few megabytes, and that nobody waits long for his turn. */
    private static final int BATCH = 50;

    private final Listings listings;
    private final Object reading = new Object();
    /** What superseded revisions add is forgotten first when the room is full; it is a quarter of all memory. */
    private final Cache<Long, Facts> known = Caffeine.newBuilder()
            .maximumWeight(Runtime.getRuntime().maxMemory() / 4)
            .<Long, Facts>weigher((n, facts) -> facts.weight())
            .build();

    Deals(Listings listings) {
        this.listings = listings;
    }

    void forget(@Observes LogReplaced event) {
        known.invalidateAll();
    }

    private interface Each<T> {
        void of(long number, T what);
    }

    /** Reads what holds, at leisure. */
    void readAhead(@Observes StartupEvent start) {
        Thread thread = new Thread(
                () -> {
                    try {
                        read(
                                listings.numbers(RecordKind.AGREEMENT, new Filter(), Long.MAX_VALUE),
                                (number, facts) -> {});
                    } catch (RuntimeException e) {
                        // The service is ending, or its database is away: whoever asks reads for himself.
                        LOG.debug("Agreements could not be read ahead", e);
                    }
                },
                "stats-read-ahead");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /**
     * Hands on the facts of each agreement, in no order.
     *
     * @param onDate of the world's clock, or null
     */
    void each(Filter filter, long n, LocalDate onDate, Consumer<Facts> to) {
        List<Long> earlier = new ArrayList<>();
        read(listings.numbers(RecordKind.AGREEMENT, filter, n), (number, facts) -> {
            // Of which a claim speaks of a later day than is asked for says something else on that day.
            if (onDate != null && facts.lastAsAt() != null && onDate.isBefore(facts.lastAsAt())) {
                earlier.add(number);
            } else {
                to.accept(facts);
            }
        });
        batches(earlier, batch -> documents(batch, (number, told) -> to.accept(Facts.of(told, onDate))));
    }

    private void read(List<Long> numbers, Each<Facts> to) {
        batches(known(numbers, to), batch -> {
            // One at a time: two questions after a start would read the same documents beside each other.
            synchronized (reading) {
                documents(known(batch, to), (number, told) -> {
                    Facts facts = Facts.of(told);
                    known.put(number, facts);
                    to.of(number, facts);
                });
            }
        });
    }

    /** Hands on what is known already, and answers with the rest. */
    private List<Long> known(List<Long> numbers, Each<Facts> to) {
        List<Long> missing = new ArrayList<>();
        for (Long number : numbers) {
            Facts facts = known.getIfPresent(number);
            if (facts == null) {
                missing.add(number);
            } else {
                to.of(number, facts);
            }
        }
        return missing;
    }

    private void documents(List<Long> numbers, Each<Told> to) {
        listings.documents(numbers, (number, document) -> to.of(number, Json.stored(document, Told.class)));
    }

    private static void batches(List<Long> numbers, Consumer<List<Long>> to) {
        for (int from = 0; from < numbers.size(); from += BATCH) {
            to.accept(numbers.subList(from, Math.min(from + BATCH, numbers.size())));
        }
    }
}
