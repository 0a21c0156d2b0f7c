package org.dealtracker.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dealtracker.agreement.DriftKind;
import org.dealtracker.engagement.Engagement;
import org.dealtracker.engagement.Variant;
import org.dealtracker.engagement.VariantField;
import org.dealtracker.log.RecordKind;
import org.dealtracker.log.Terms;
import org.dealtracker.source.Citation;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * What grows while it is passed on: a source that says it has something from another one, but says what that one does
 * not. One warning for each origin, record and kind, naming who carries it.
 */
final class Drift {
    private final Facts facts;
    private final Origins origins;
    private final Map<Key, Warning> warnings = new TreeMap<>();

    private Drift(Facts facts) {
        this.facts = facts;
        this.origins = new Origins(facts.sources());
    }

    private record Key(int record, String slug, DriftKind kind, String origin) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = Integer.compare(record, other.record);
            order = order != 0 ? order : slug.compareTo(other.slug);
            order = order != 0 ? order : kind.compareTo(other.kind);
            return order != 0 ? order : origin.compareTo(other.origin);
        }
    }

    /**
     * @param carriers the sources that say it
     * @param said what each says, in the order of the record
     */
    record Warning(
            RecordKind record, String slug, DriftKind kind, String origin, Set<String> carriers, Set<String> said) {}

    static List<Warning> of(Facts facts) {
        Drift drift = new Drift(facts);
        Carried carried = new Carried(facts.agreement(), drift.origins);
        carried.each((kind, said, citations, inOrigin) -> drift.judge(
                RecordKind.AGREEMENT, facts.agreement().identity().slug(), kind, said, citations, inOrigin));
        facts.engagements().forEach(drift::engagement);
        return List.copyOf(drift.warnings.values());
    }

    /** Whether something that is carried is what an origin itself says; null where that cannot be told. */
    @FunctionalInterface
    interface InOrigin {
        Boolean says(String origin);
    }

    private void judge(
            RecordKind record,
            String slug,
            DriftKind kind,
            String said,
            Collection<Citation> citations,
            InOrigin inOrigin) {
        for (Citation citation : origins.supports(citations)) {
            Set<String> roots = origins.of(citation, citations).own();
            List<Boolean> says = roots.stream().map(inOrigin::says).toList();
            if (!roots.contains(citation.source()) && !says.contains(Boolean.TRUE)) {
                roots.stream()
                        .filter(root -> Boolean.FALSE.equals(inOrigin.says(root)))
                        .forEach(root -> warn(record, slug, kind, root, citation.source(), said));
            }
        }
    }

    private void warn(RecordKind record, String slug, DriftKind kind, String origin, String carrier, String said) {
        Warning warning = warnings.computeIfAbsent(
                new Key(record.ordinal(), slug, kind, origin),
                key -> new Warning(record, slug, kind, origin, new TreeSet<>(), new TreeSet<>()));
        warning.carriers().add(carrier);
        warning.said().add(said);
    }

    /** Where and when, as single sources have it, against what the engagement itself says on the origin's word. */
    private void engagement(Engagement engagement) {
        for (Variant variant : engagement.variants()) {
            DriftKind kind = variant.field() == VariantField.WHERE
                    ? DriftKind.PLACE
                    : variant.field() == VariantField.WHEN ? DriftKind.DATE : null;
            if (kind != null) {
                judge(
                        RecordKind.ENGAGEMENT,
                        engagement.identity().slug(),
                        kind,
                        variant.value(),
                        variant.citations(),
                        origin -> says(engagement, variant, origin));
            }
        }
    }

    private Boolean says(Engagement engagement, Variant carried, String origin) {
        List<String> values = new ArrayList<>();
        if (origins.of(engagement.citations()).own().contains(origin)) {
            values.add(
                    carried.field() == VariantField.WHERE
                            ? engagement.where() == null
                                    ? null
                                    : engagement.where().text()
                            : engagement.when() == null
                                    ? null
                                    : engagement.when().edtf());
        }
        engagement.variants().stream()
                .filter(variant -> variant.field() == carried.field())
                .filter(variant -> variant.citations().stream()
                        .anyMatch(citation -> citation.source().equals(origin)))
                .forEach(variant -> values.add(variant.value()));
        values.removeIf(Objects::isNull);
        return values.isEmpty() ? null : values.stream().anyMatch(value -> same(carried, value));
    }

    private static boolean same(Variant carried, String value) {
        if (carried.field() == VariantField.WHEN) {
            return FuzzyDate.parse(value).overlaps(FuzzyDate.parse(carried.value()));
        }
        return Terms.words(java.util.stream.Stream.of(value))
                .containsAll(Terms.words(java.util.stream.Stream.of(carried.value())));
    }
}
