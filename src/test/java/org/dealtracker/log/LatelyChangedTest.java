package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is called unchanged is; what is no longer known is not. */
class LatelyChangedTest {
    private static final UUID ONE = new UUID(0, 1);

    @Test
    void aRecordIsUnchangedFromItsLastChangeOn() {
        LatelyChanged changes = new LatelyChanged(10);
        assertThat(changes.unchangedSince(ONE, 10)).isTrue();
        assertThat(changes.unchangedSince(ONE, 9))
                .as("before anything was told")
                .isFalse();
        changes.changed(ONE, 11);
        assertThat(changes.unchangedSince(ONE, 10)).isFalse();
        assertThat(changes.unchangedSince(ONE, 11)).isTrue();
        assertThat(changes.unchangedSince(new UUID(0, 2), 10)).isTrue();
    }

    @Test
    void whatWasForgottenIsNeverTakenForUnchanged() {
        LatelyChanged changes = new LatelyChanged(0);
        Map<UUID, Long> last = new HashMap<>();
        Random random = new Random(1);
        int called = 0;
        for (long n = 1; n <= 400_000; n++) {
            UUID record = new UUID(1, random.nextInt(200_000));
            changes.changed(record, n);
            last.put(record, n);
            UUID asked = new UUID(1, random.nextInt(200_000));
            long since = Math.max(0, n - random.nextInt(150_000));
            boolean unchanged = changes.unchangedSince(asked, since);
            if (unchanged) {
                called++;
                assertThat(last.getOrDefault(asked, 0L)).isLessThanOrEqualTo(since);
            }
        }
        // It remembers enough to be of use.
        assertThat(called).isGreaterThan(50_000);
        assertThat(changes.unchangedSince(ONE, 400_000)).isTrue();
        assertThat(changes.unchangedSince(ONE, 1)).isFalse();
    }
}
