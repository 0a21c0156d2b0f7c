package org.dealtracker.stats;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dealtracker.http.Json;
import org.dealtracker.log.Filter;
import org.dealtracker.log.Listings;
import org.dealtracker.log.RecordKind;

/**
 * The facts of all agreements that a filter leaves. They are made from the documents that the log keeps, and kept by
 * the number of the entry, whose document never changes: the first question after a start reads every document that it
 * speaks of, each later one only those written since. We keep them in memory and not beside the list's rows, because
 * they are the register's reading of a document, not the document: a release that reads better would else have to write
 * every past row anew, and totals of past moments are read by the rules of today like those of the present.
 */
@ApplicationScoped
class Deals {
    /** So many documents at a time that reading them takes a few megabytes. */
    private static final int BATCH = 250;

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

    /**
     * Hands on the facts of each agreement, in no order.
     *
     * @param onDate of the world's clock, or null
     */
    void each(Filter filter, long n, LocalDate onDate, Consumer<Facts> to) {
        List<Long> missing = new ArrayList<>();
        List<Long> earlier = new ArrayList<>();
        for (long number : listings.numbers(RecordKind.AGREEMENT, filter, n)) {
            Facts facts = known.getIfPresent(number);
            if (facts == null) {
                missing.add(number);
            } else {
                sort(number, facts, onDate, earlier, to);
            }
        }
        if (!missing.isEmpty()) {
            // One at a time: two questions after a start would read the same documents beside each other.
            synchronized (reading) {
                read(missing, (number, facts) -> sort(number, facts, onDate, earlier, to));
            }
        }
        documents(earlier, (number, told) -> to.accept(Facts.of(told, onDate)));
    }

    /** Those of which a claim speaks of a later day than is asked for say something else on that day. */
    private static void sort(long number, Facts facts, LocalDate onDate, List<Long> earlier, Consumer<Facts> to) {
        if (onDate != null && facts.lastAsAt() != null && onDate.isBefore(facts.lastAsAt())) {
            earlier.add(number);
        } else {
            to.accept(facts);
        }
    }

    private interface Each<T> {
        void of(long number, T what);
    }

    private void read(List<Long> numbers, Each<Facts> to) {
        List<Long> missing = new ArrayList<>();
        for (long number : numbers) {
            Facts facts = known.getIfPresent(number);
            if (facts == null) {
                missing.add(number);
            } else {
                to.of(number, facts);
            }
        }
        documents(missing, (number, told) -> {
            Facts facts = Facts.of(told);
            known.put(number, facts);
            to.of(number, facts);
        });
    }

    private void documents(List<Long> numbers, Each<Told> to) {
        for (int from = 0; from < numbers.size(); from += BATCH) {
            List<Long> batch = numbers.subList(from, Math.min(from + BATCH, numbers.size()));
            listings.documents(batch, (number, document) -> to.of(number, Json.stored(document, Told.class)));
        }
    }
}
