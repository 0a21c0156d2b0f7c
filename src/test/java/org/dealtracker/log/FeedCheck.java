package org.dealtracker.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dealtracker.log.Follower.Entry;

/** What is wrong with a feed as somebody followed it, given what its writers were told. */
final class FeedCheck {
    /** Acknowledged writes that are not in it. */
    final List<String> missing = new ArrayList<>();
    /** Writes that are in it more than once. */
    final List<String> doubled = new ArrayList<>();
    /** Numbers that were left out, or come before smaller ones. */
    final List<String> disordered = new ArrayList<>();
    /** Writes that were refused, that nobody made, or that are recorded other than they were answered. */
    final List<String> untrue = new ArrayList<>();

    private final Map<String, List<Entry>> byReason = new HashMap<>();

    private FeedCheck() {}

    static FeedCheck of(List<Entry> feed, Collection<WriteLoad> loads) {
        FeedCheck check = new FeedCheck();
        check.order(feed);
        for (Entry entry : feed) {
            // One request with one reason may change many records, but only one of them by itself.
            if (!entry.op().equals("rederived")) {
                check.byReason
                        .computeIfAbsent(entry.reason(), reason -> new ArrayList<>())
                        .add(entry);
            }
        }
        check.byReason.forEach((reason, entries) -> {
            if (entries.size() > 1) {
                check.doubled.add(entries.toString());
            }
        });
        loads.forEach(check::compare);
        return check;
    }

    boolean isSound() {
        return missing.isEmpty() && doubled.isEmpty() && disordered.isEmpty() && untrue.isEmpty();
    }

    private void order(List<Entry> feed) {
        long expected = 1;
        Map<String, Integer> revisions = new HashMap<>();
        for (Entry entry : feed) {
            if (entry.n() != expected) {
                disordered.add(entry.n() + " stands where " + expected + " should");
            }
            expected = entry.n() + 1;
            int before = revisions.getOrDefault(entry.id(), 0);
            if (entry.revision() != before + 1) {
                disordered.add("revision " + entry.revision() + " of " + entry.slug() + " follows " + before);
            }
            revisions.put(entry.id(), entry.revision());
        }
    }

    private void compare(WriteLoad load) {
        for (WriteLoad.Acknowledged write : load.acknowledged) {
            List<Entry> entries = byReason.remove(write.token());
            if (entries == null) {
                missing.add(write.toString());
            } else if (write.n() != 0 && write.n() != entries.get(0).n()
                    || write.revision() != 0
                            && write.revision() != entries.get(0).revision()) {
                untrue.add(write + " is recorded as " + entries);
            }
        }
        for (String refused : load.refused) {
            if (byReason.containsKey(refused)) {
                untrue.add("refused, and yet recorded: " + byReason.get(refused));
            }
        }
        load.unknown.forEach(byReason::remove);
    }

    /** Entries that none of the writers asked for. */
    Collection<List<Entry>> strangers() {
        return byReason.values();
    }

    @Override
    public String toString() {
        return "missing %d %s%ndoubled %d %s%nout of order %d %s%nuntrue %d %s"
                .formatted(
                        missing.size(),
                        first(missing),
                        doubled.size(),
                        first(doubled),
                        disordered.size(),
                        first(disordered),
                        untrue.size(),
                        first(untrue));
    }

    private static List<String> first(List<String> all) {
        return all.subList(0, Math.min(5, all.size()));
    }
}
