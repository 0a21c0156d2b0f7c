package org.dealtracker.log;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which entry changed a record last, of the records that changed lately. It forgets by generations: what is older than
 * both is not known, and so never taken for unchanged. One thread writes, all read.
 */
final class LatelyChanged {
    private static final int GENERATION = 50_000;

    private record Known(Map<UUID, Long> young, Map<UUID, Long> old, long floor) {}

    private volatile Known known;
    private long youngest;
    private long begins;

    /** @param n the entry after which all changes are told */
    LatelyChanged(long n) {
        known = new Known(new ConcurrentHashMap<>(), Map.of(), n);
        youngest = n;
        begins = n;
    }

    void changed(UUID record, long n) {
        Known now = known;
        if (now.young().size() >= GENERATION) {
            // Of what the old generation told nothing is known any more: the floor is where the young one began.
            now = new Known(new ConcurrentHashMap<>(), now.young(), begins);
            begins = youngest;
            known = now;
        }
        now.young().put(record, n);
        youngest = n;
    }

    boolean unchangedSince(UUID record, long n) {
        Known now = known;
        if (n < now.floor()) {
            return false;
        }
        Long last = now.young().getOrDefault(record, now.old().get(record));
        return last == null || last <= n;
    }
}
