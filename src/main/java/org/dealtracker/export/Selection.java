package org.dealtracker.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dealtracker.log.Connected;
import org.dealtracker.log.Connected.Standing;
import org.dealtracker.log.Filter;
import org.dealtracker.log.Lists.Narrowing;
import org.dealtracker.log.RecordKind;

/**
 * Which records an export is of. Without a filter all that stand; with one the agreements that it leaves, and with them
 * what belongs to them, so that no key leads to a record that is not there: the engagements that bear on them, the
 * assessments of these, the restrictions that they touch, and all parties and sources to which any of these refers.
 */
final class Selection {
    private static final Set<RecordKind> CITED = Set.of(RecordKind.PARTY, RecordKind.SOURCE, RecordKind.RESTRICTION);

    private final Connected connected;
    private final Narrowing narrowing;
    private final long n;
    private final Map<RecordKind, long[]> numbers = new EnumMap<>(RecordKind.class);

    /** @param narrowing by what agreements are filtered; null for the whole register */
    Selection(Connected connected, Narrowing narrowing, long n) {
        this.connected = connected;
        this.narrowing = narrowing;
        this.n = n;
    }

    /** The numbers of the entries that brought the documents of all records of a kind, in the order of their slugs. */
    long[] of(RecordKind kind) {
        if (narrowing != null && kind != RecordKind.AGREEMENT && !numbers.containsKey(kind)) {
            numbers.putAll(around());
        }
        return numbers.computeIfAbsent(kind, whole -> connected.numbers(whole, filter(whole), n));
    }

    private Filter filter(RecordKind kind) {
        Filter filter = new Filter();
        if (narrowing != null && kind == RecordKind.AGREEMENT) {
            narrowing.on(filter, n);
        }
        return filter;
    }

    private Map<RecordKind, long[]> around() {
        Map<UUID, Standing> agreements = byId(connected.inOrder(RecordKind.AGREEMENT, filter(RecordKind.AGREEMENT), n));
        Map<UUID, Standing> engagements =
                byId(connected.referring(agreements.keySet(), Set.of(RecordKind.ENGAGEMENT), n));
        Map<UUID, Standing> restrictions =
                byId(connected.named(RecordKind.RESTRICTION, connected.restrictionsOf(agreements.keySet(), n), n));
        Map<UUID, Standing> judging = judging(agreements, engagements, restrictions);
        Map<UUID, Standing> all = new LinkedHashMap<>();
        all.putAll(engagements);
        all.putAll(restrictions);
        all.putAll(judging);
        Set<UUID> open = new HashSet<>(agreements.keySet());
        open.addAll(all.keySet());
        while (!open.isEmpty()) {
            Map<UUID, Standing> further = byId(connected.referredTo(open, CITED, n));
            further.keySet().removeAll(all.keySet());
            all.putAll(further);
            open = further.keySet();
        }
        return sorted(all.values());
    }

    /** The assessments whose subject is here; what is judged together with something that is not, is left out. */
    private Map<UUID, Standing> judging(
            Map<UUID, Standing> agreements, Map<UUID, Standing> engagements, Map<UUID, Standing> restrictions) {
        Set<UUID> here = new HashSet<>(agreements.keySet());
        here.addAll(engagements.keySet());
        here.addAll(restrictions.keySet());
        Map<UUID, Standing> judging = byId(connected.referring(here, Set.of(RecordKind.ASSESSMENT), n));
        Set<RecordKind> subjects = Set.of(RecordKind.AGREEMENT, RecordKind.ENGAGEMENT);
        judging.keySet()
                .removeIf(id -> connected.referredTo(List.of(id), subjects, n).stream()
                        .anyMatch(subject -> !here.contains(subject.id())));
        return judging;
    }

    private static Map<UUID, Standing> byId(Collection<Standing> records) {
        Map<UUID, Standing> byId = new HashMap<>();
        records.forEach(record -> byId.put(record.id(), record));
        return byId;
    }

    private static Map<RecordKind, long[]> sorted(Collection<Standing> records) {
        Map<RecordKind, List<Standing>> kinds = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            if (kind != RecordKind.AGREEMENT) {
                kinds.put(kind, new ArrayList<>());
            }
        }
        records.forEach(record -> kinds.get(record.kind()).add(record));
        Map<RecordKind, long[]> numbers = new EnumMap<>(RecordKind.class);
        kinds.forEach((kind, members) -> numbers.put(
                kind,
                members.stream()
                        .sorted((one, other) -> one.slug().compareTo(other.slug()))
                        .mapToLong(Standing::n)
                        .toArray()));
        return numbers;
    }
}
