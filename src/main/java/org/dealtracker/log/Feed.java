package org.dealtracker.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dealtracker.http.Problem;
import org.dealtracker.http.ProblemType;
import org.dealtracker.log.FeedRows.Head;

/**
 * The feed of changes: the log's entries in their order, from the memory of this node where it has them, else from the
 * database. A reader names the place where he stands; one that belongs to another log, or to a history that was rolled
 * back, is refused (410) instead of being given what does not continue his own.
 */
@ApplicationScoped
class Feed {
    private final Tail tail;
    private final FeedRows rows;

    Feed(Tail tail, FeedRows rows) {
        this.tail = tail;
        this.rows = rows;
    }

    /**
     * What one reading brings.
     *
     * @param until the last entry that was looked at, so that the next reading begins after it
     * @param head the log's last entry when this was read
     */
    record Reading(List<FeedEntry> entries, FeedCursor until, long head) {
        byte[] page() {
            String items = entries.stream().map(FeedEntry::json).collect(Collectors.joining(","));
            return ("{\"items\":[" + items + "],\"cursor\":\"" + until.text() + "\",\"head\":" + head + "}")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * Where a reader stands.
     *
     * @param since a cursor, {@code now}, or null for the beginning
     * @param name the parameter that carried it
     * @throws Problem 400 when this is no cursor of a feed, 410 when it is one of another history
     */
    FeedCursor place(String since, String name) {
        if (since == null) {
            return FeedCursor.beginning(tail.head().logId());
        }
        if (since.equals("now")) {
            return FeedCursor.at(tail.head());
        }
        return FeedCursor.read(name, since);
    }

    /**
     * @param most entries, of which there are fewer where the log ends or the documents grow large
     * @param bytes what the documents may have together, though one is always read; 0 leaves documents out
     * @throws Problem 410 when the place belongs to another history
     */
    Reading read(FeedCursor place, FeedFilter filter, int most, int bytes) {
        Head head = requireOurs(place);
        if (place.n() == head.n()) {
            return new Reading(List.of(), place, head.n());
        }
        List<FeedEntry> found = find(place.n(), head.n(), filter, most);
        boolean toTheEnd = found.size() < most;
        List<FeedEntry> entries = bytes == 0 || found.isEmpty() ? found : rows.withDocuments(found, bytes);
        FeedEntry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        FeedCursor until = toTheEnd && entries.size() == found.size()
                ? FeedCursor.at(head)
                : new FeedCursor(head.logId(), last.n(), last.hash());
        return new Reading(entries, until, head.n());
    }

    private List<FeedEntry> find(long since, long until, FeedFilter filter, int most) {
        Optional<List<FeedEntry>> kept = tail.between(since, until);
        return kept.isEmpty()
                ? rows.after(since, until, filter, most)
                : kept.get().stream()
                        .filter(entry -> filter.matches(entry.row()))
                        .limit(most)
                        .toList();
    }

    /**
     * Goes over entries that are not wanted, as far as memory has them, and never waits.
     *
     * @return the place after them; null when there may be something to read
     */
    FeedCursor skip(FeedCursor place, FeedFilter filter) {
        Head head = tail.latest();
        if (head == null || !place.logId().equals(head.logId()) || place.n() > head.n()) {
            return null;
        }
        if (place.n() == head.n()) {
            return place.isAt(head.hash()) ? place : null;
        }
        List<FeedEntry> came =
                tail.between(Math.max(0, place.n() - 1), head.n()).orElse(List.of());
        // The first one is where the place is: only memory of the same history may lead on from there.
        boolean ours =
                !came.isEmpty() && (place.n() == 0 || place.isAt(came.get(0).hash()));
        boolean nothing =
                ours && came.stream().noneMatch(entry -> entry.n() > place.n() && filter.matches(entry.row()));
        return nothing ? FeedCursor.at(head) : null;
    }

    /** Whether the database said lately where the log ends. */
    boolean isConfirmed() {
        return tail.known().isPresent();
    }

    /**
     * The log's head, if a place is one of this log.
     *
     * @throws Problem 410 when it belongs to another history
     */
    Head requireOurs(FeedCursor place) {
        Head head = tail.head();
        if (place.n() > head.n()
                && place.logId().equals(head.logId())
                && place.n() <= rows.head().n()) {
            // Another node gave it, of an entry that has not arrived here yet.
            tail.reach(place.n());
            head = tail.head();
        }
        if (!isOurs(place, head)) {
            throw new Problem(
                    ProblemType.CURSOR_GONE,
                    "This cursor belongs to another log, or to a history that was rolled back here."
                            + " Begin again without 'since'.");
        }
        return head;
    }

    private boolean isOurs(FeedCursor place, Head head) {
        if (!place.logId().equals(head.logId()) || place.n() < 0 || place.n() > head.n()) {
            return false;
        }
        if (place.n() == head.n()) {
            return place.isAt(head.hash());
        }
        if (place.n() == 0) {
            return place.isAt(FeedCursor.beginning(head.logId()).hash());
        }
        List<FeedEntry> kept = tail.between(place.n() - 1, place.n()).orElse(List.of());
        return kept.isEmpty()
                ? rows.hashOf(place.n()).map(place::isAt).orElse(false)
                : place.isAt(kept.get(0).hash());
    }

    /** The ids of the records of some kinds that have any of some ids or slugs, by what they were asked for by. */
    Map<String, List<UUID>> ids(List<String> references, Set<RecordKind> kinds) {
        return rows.ids(references, kinds);
    }
}
