package org.dealtracker.stats;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dealtracker.agreement.Basis;
import org.dealtracker.agreement.Category;
import org.dealtracker.evidence.Bounds;
import org.dealtracker.http.Problem;
import org.dealtracker.stats.Grouping.Place;
import org.dealtracker.stats.Worth.Unit;

/**
 * What many agreements come to, group by group. A possible world picks one claim of each contested line, one value of
 * each interval and one day of each vague date; the total of every world lies within the bounds, and where claims are
 * independent of each other some world reaches them. Deals are added one after the other, so that a part of the
 * register is in memory at a time.
 */
final class Totals {
    private static final Unit NO_UNIT = new Unit(null, null);
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final int MOST_PLACES = 50_000;

    private final List<? extends Grouping> groupings;
    private final Measure measure;
    private final LocalDate onDate;
    private final Map<List<Object>, Group> groups = new HashMap<>();
    private int agreements;

    /** @param onDate of the world's clock, or null */
    Totals(List<? extends Grouping> groupings, Measure measure, LocalDate onDate) {
        this.groupings = groupings;
        this.measure = measure;
        this.onDate = onDate;
        if (groupings.isEmpty()) {
            groups.put(List.of(), new Group());
        }
    }

    /**
     * A group's figures.
     *
     * @param lower null when open, as long as nothing is known
     * @param agreements how many may belong to the group
     * @param withoutValue how many of them add nothing that is known to this figure
     * @param contested of how many what is added, or what puts them here, is contested
     */
    record Row(List<Object> key, Unit unit, Bounds bounds, int agreements, int withoutValue, int contested) {}

    private static final class Sum {
        private Bounds bounds;
        private int known;
        private int contested;

        void add(Bounds other) {
            bounds = bounds == null ? other : bounds.plus(other);
        }
    }

    private static final class Group {
        private final Map<Unit, Sum> sums = new LinkedHashMap<>();
        private int agreements;
        private int contested;

        Sum of(Unit unit) {
            return sums.computeIfAbsent(unit, any -> new Sum());
        }
    }

    Totals add(Facts facts) {
        agreements++;
        boolean placeContested = groupings.stream().anyMatch(grouping -> grouping.contested(facts));
        List<Map<Object, Boolean>> all = groupings.stream()
                .map(grouping -> grouping.groups(facts, onDate))
                .toList();
        requireFew(all);
        for (Place place : Grouping.places(all)) {
            Group group = groups.computeIfAbsent(place.values(), any -> new Group());
            group.agreements++;
            if (measure != Measure.COUNT && placeContested) {
                group.contested++;
            }
            switch (measure) {
                case COUNT ->
                    add(
                            group.of(NO_UNIT),
                            new Bounds(ONE, ONE, false),
                            place,
                            facts.contested().anywhere());
                case VALUE ->
                    facts.worths()
                            .forEach(worth -> add(
                                    group.of(worth.unit()),
                                    worth.bounds(),
                                    place,
                                    worth.contested() && !placeContested));
                case QUANTITY -> quantity(group, facts, place, all, placeContested);
            }
        }
        return this;
    }

    /** A deal of many parties whose date is anybody's guess could be in millions of groups. */
    private static void requireFew(List<Map<Object, Boolean>> all) {
        long places = all.stream().mapToLong(Map::size).reduce(1, (one, other) -> one * other);
        if (places > MOST_PLACES) {
            throw Problem.badParameter(
                    "groupBy",
                    "A single agreement could be in more than " + MOST_PLACES
                            + " of these groups; ask for fewer dimensions, longer buckets, or filter.");
        }
    }

    private void quantity(
            Group group, Facts facts, Place place, List<Map<Object, Boolean>> groupsOf, boolean placeContested) {
        int at = groupings.indexOf(Dimension.CATEGORY);
        Bounds all = null;
        boolean contested = false;
        for (Facts.Lot lot : facts.lots()) {
            Bounds count = at < 0
                    ? lot.count()
                    : lot.counts().get((Category) place.values().get(at));
            if (count != null) {
                all = all == null ? count : all.plus(count);
                contested |= lot.contested();
            }
        }
        // Whether the deal has the category at all is in the counts already; what else places it is not.
        Place rest = at < 0 || all == null ? place : new Place(place.values(), certainBut(place, groupsOf));
        add(group.of(NO_UNIT), all, rest, contested && !placeContested);
    }

    /** Whether a deal is in a group in every world that gives it the group's category. */
    private boolean certainBut(Place place, List<Map<Object, Boolean>> groupsOf) {
        for (int i = 0; i < groupings.size(); i++) {
            if (groupings.get(i) != Dimension.CATEGORY
                    && !groupsOf.get(i).get(place.values().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static void add(Sum sum, Bounds bounds, Place place, boolean contested) {
        if (contested) {
            sum.contested++;
        }
        if (bounds == null) {
            return;
        }
        sum.add(place.certain() ? bounds : new Bounds(BigDecimal.ZERO, bounds.upper(), false));
        if (bounds.lower() != null || bounds.upper() != null) {
            sum.known++;
        }
    }

    /** How many agreements were added; the rows of groups that overlap count some of them twice. */
    int agreements() {
        return agreements;
    }

    /** How many groups there are so far. */
    int groups() {
        return groups.size();
    }

    /** In the order of the vocabularies, else of the alphabet or of time; what nobody names comes last. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        groups.forEach((key, group) -> units(group).forEach(unit -> rows.add(row(key, unit))));
        rows.sort(ORDER);
        return rows;
    }

    /** The figures of a group, whether or not there is such a group and anything was added to it in this unit. */
    Row row(List<Object> key, Unit unit) {
        Group group = groups.getOrDefault(key, new Group());
        Sum sum = group.sums.getOrDefault(unit, new Sum());
        return new Row(
                key,
                unit,
                sum.bounds != null ? sum.bounds : empty(),
                group.agreements,
                group.agreements - sum.known,
                group.contested + sum.contested);
    }

    /** The units in which anything was added to any group. */
    Set<Unit> units() {
        Set<Unit> units = new TreeSet<>(UNITS);
        groups.values().forEach(group -> units.addAll(group.sums.keySet()));
        return units.isEmpty() ? Set.of(NO_UNIT) : units;
    }

    private static Set<Unit> units(Group group) {
        return group.sums.isEmpty() ? Set.of(NO_UNIT) : group.sums.keySet();
    }

    private Bounds empty() {
        return measure == Measure.COUNT ? new Bounds(BigDecimal.ZERO, BigDecimal.ZERO, false) : Bounds.NOTHING_KNOWN;
    }

    private static final Comparator<Unit> UNITS = Comparator.comparing(
                    Unit::basis, Comparator.nullsLast(Comparator.<Basis>naturalOrder()))
            .thenComparing(Unit::currency, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::key, Totals::compare).thenComparing(Row::unit, UNITS);

    private static int compare(List<Object> one, List<Object> other) {
        for (int i = 0; i < one.size(); i++) {
            int order = VALUES.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Values of one dimension are of one class. */
    @SuppressWarnings("unchecked")
    private static final Comparator<Object> VALUES =
            Comparator.nullsLast((one, other) -> ((Comparable<Object>) one).compareTo(other));
}
