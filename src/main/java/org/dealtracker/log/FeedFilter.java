package org.dealtracker.log;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Which entries of the feed somebody wants.
 *
 * @param ids of records, empty for all
 * @param significance null for both
 */
record FeedFilter(Set<RecordKind> kinds, Set<UUID> ids, Significance significance) {
    static FeedFilter ofRecord(UUID record) {
        return new FeedFilter(EnumSet.allOf(RecordKind.class), Set.of(record), null);
    }

    FeedFilter of(Significance wanted) {
        return new FeedFilter(kinds, ids, wanted);
    }

    boolean matches(HistoryRow row) {
        return kinds.contains(row.kind())
                && (ids.isEmpty() || ids.contains(row.recordId()))
                && (significance == null || significance == row.significance());
    }

    /** The same as conditions on the log; nothing of what a client sent stands in them. */
    String sql() {
        return (kinds.size() == RecordKind.values().length ? "" : " and e.kind = any(:kinds)")
                + (ids.isEmpty() ? "" : " and e.record_id = any(cast(:ids as uuid[]))")
                + (significance == null ? "" : " and e.significance = :significance");
    }

    Sql.Query bind(Sql.Query query) {
        List<String> wanted = kinds.stream().map(RecordKind::code).toList();
        return query.set("kinds", wanted)
                .set("ids", ids.stream().map(UUID::toString).toList())
                .set("significance", significance == null ? null : significance.code());
    }
}
