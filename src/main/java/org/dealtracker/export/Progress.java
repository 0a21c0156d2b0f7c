package org.dealtracker.export;

import java.util.concurrent.atomic.AtomicLong;

/** How far the making of a file has come, for whoever waits for it: of how many records how many are done. */
final class Progress {
    private final AtomicLong expected = new AtomicLong();
    private final AtomicLong done = new AtomicLong();

    void expect(long records) {
        expected.addAndGet(records);
    }

    void passed(long records) {
        done.addAndGet(records);
    }

    long expected() {
        return expected.get();
    }

    long done() {
        return done.get();
    }
}
