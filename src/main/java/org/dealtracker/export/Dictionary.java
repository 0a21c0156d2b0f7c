package org.dealtracker.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All tables with all their columns: the one place from which the headers of files, their descriptors, the API's list of
 * exports and the documentation are made.
 */
final class Dictionary {
    private static final List<Extract<?>> ALL = all();

    private Dictionary() {}

    private static List<Extract<?>> all() {
        List<Extract<?>> all = new ArrayList<>();
        all.add(AgreementTables.AGREEMENTS);
        all.addAll(ClaimTables.ALL);
        all.addAll(List.of(
                AgreementTables.STATUS_EVENTS,
                CitationTable.CITATIONS,
                RecordTables.SOURCES,
                RecordTables.SOURCE_REPEATS,
                RecordTables.PARTIES,
                RecordTables.AFFILIATIONS,
                RecordTables.ENGAGEMENTS,
                RecordTables.PARTICIPANTS,
                RecordTables.TOPICS,
                RecordTables.ASSESSMENTS,
                RecordTables.RESTRICTIONS,
                EvidenceTables.CONFLICTS,
                EvidenceTables.SCREENING));
        return Collections.unmodifiableList(all);
    }

    /** In the order of the documentation. */
    static List<Extract<?>> extracts() {
        return ALL;
    }

    /** The table of a name, or null. */
    static Extract<?> of(String name) {
        return ALL.stream()
                .filter(extract -> extract.table().name().equals(name))
                .findFirst()
                .orElse(null);
    }

    static String names() {
        return ALL.stream().map(extract -> extract.table().name()).collect(Collectors.joining(", "));
    }
}
