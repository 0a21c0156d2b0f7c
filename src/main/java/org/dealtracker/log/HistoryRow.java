package org.dealtracker.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An entry of the log as history and feed tell it, without its document and the machinery of the chain. */
record HistoryRow(
        long n,
        Instant at,
        RecordKind kind,
        UUID recordId,
        String slug,
        int revision,
        Op op,
        ChangeType changeType,
        String actor,
        String reason,
        List<String> changed,
        Significance significance,
        Long causeN,
        RecordKind causeKind,
        String causeSlug) {

    /** The entry that made another one necessary. */
    record Cause(long n, RecordKind kind, String slug) {}

    Cause cause() {
        return causeN == null ? null : new Cause(causeN, causeKind, causeSlug);
    }
}
