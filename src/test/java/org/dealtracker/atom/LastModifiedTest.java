package org.dealtracker.atom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A date of whole seconds must not hide a second entry of the same second. */
class LastModifiedTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T12:00:00.3Z, 2026-01-01T12:00:00.4Z, 2026-01-01T12:00:00Z",
        "2026-01-01T12:00:00.3Z, 2026-01-01T12:00:00.999999Z, 2026-01-01T12:00:00Z",
        "2026-01-01T12:00:00.3Z, 2026-01-01T12:00:01Z, 2026-01-01T12:00:01Z",
        "2026-01-01T12:00:00.3Z, 2027-01-01T12:00:01Z, 2026-01-01T12:00:01Z",
        "2026-01-01T12:00:00.999999Z, 2026-01-01T12:00:01Z, 2026-01-01T12:00:01Z",
        // The database's clock may be ahead of ours.
        "2026-01-01T12:00:00.3Z, 2026-01-01T11:59:59Z, 2026-01-01T12:00:00Z",
    })
    void anEntryIsDatedToTheEndOfItsSecondOnceThatIsOver(Instant newest, Instant now, Instant modified) {
        assertThat(Feeds.modified(newest, now)).isEqualTo(modified);
        assertThat(modified).isBeforeOrEqualTo(now.isBefore(newest) ? newest : now);
    }

    @Test
    void whoReadBetweenTwoEntriesOfOneSecondIsToldOfTheOther() {
        Instant first = Instant.parse("2026-01-01T12:00:00.2Z");
        Instant second = Instant.parse("2026-01-01T12:00:00.8Z");
        FeedRequest request = new FeedRequest();
        Instant seen = Feeds.modified(first, Instant.parse("2026-01-01T12:00:00.5Z"));
        assertThat(seen).isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
        request.ifModifiedSince = "Thu, 01 Jan 2026 12:00:00 GMT";
        Instant later = Instant.parse("2026-01-01T12:05:00Z");
        assertThat(Feeds.isCurrent(request, "\"x\"", Feeds.modified(second, later)))
                .isFalse();
        request.ifModifiedSince = "Thu, 01 Jan 2026 12:00:01 GMT";
        assertThat(Feeds.isCurrent(request, "\"x\"", Feeds.modified(second, later)))
                .isTrue();
    }
}
