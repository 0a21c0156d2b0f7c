package org.dealtracker.stats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealtracker.http.Code;

/** By what agreements are put into groups. */
public enum Dimension implements Code {
    SUPPLIER("Who supplies, as the claims name the party."),
    RECIPIENT("Who receives, as the claims name the party."),
    YEAR("The year of the first dated day."),
    STAGE("How far the deal has come; with onDate, by that day."),
    VERIFICATION("How well it is shown that the deal exists."),
    CATEGORY("The weapon category of an item."),
    KIND("What sort of deal it is.");

    private final String definition;

    Dimension(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }

    /**
     * The groups to which an agreement may belong, and whether it does in every possible world. A deal of which nothing
     * is said stands in the group of null, so that no deal is missing from all groups.
     */
    Map<Object, Boolean> groups(Facts facts, LocalDate onDate) {
        return switch (this) {
            case SUPPLIER -> ofLines(facts.suppliers());
            case RECIPIENT -> ofLines(facts.recipients());
            case CATEGORY ->
                ofLines(facts.lots().stream().map(Facts.Lot::categories).toList());
            case YEAR -> oneOf(years(facts.firstDay()));
            case STAGE ->
                oneOf(onDate == null ? Set.of(facts.stage()) : facts.course().on(onDate));
            case VERIFICATION -> certain(facts.verification());
            case KIND -> certain(facts.kind());
        };
    }

    /** Whether what decides the group is contested. */
    boolean contested(Facts facts) {
        return switch (this) {
            case SUPPLIER -> facts.contested().suppliers();
            case RECIPIENT -> facts.contested().recipients();
            case CATEGORY -> facts.lots().stream().anyMatch(Facts.Lot::contested);
            case YEAR -> facts.contested().dates();
            case STAGE, VERIFICATION, KIND -> false;
        };
    }

    /** Whether one agreement may be in several of its groups, so that the rows do not add up to all agreements. */
    boolean overlaps() {
        return this == SUPPLIER || this == RECIPIENT || this == CATEGORY;
    }

    private static Map<Object, Boolean> certain(Object value) {
        Map<Object, Boolean> groups = new LinkedHashMap<>();
        groups.put(value, true);
        return groups;
    }

    /** Exactly one of the values holds. */
    private static Map<Object, Boolean> oneOf(Set<?> values) {
        if (values.size() < 2) {
            return certain(values.isEmpty() ? null : values.iterator().next());
        }
        Map<Object, Boolean> groups = new LinkedHashMap<>();
        values.forEach(value -> groups.put(value, false));
        return groups;
    }

    /** Of each line exactly one value holds; of several lines all that they come to. */
    private static Map<Object, Boolean> ofLines(List<? extends Set<?>> lines) {
        if (lines.isEmpty()) {
            return certain(null);
        }
        Map<Object, Boolean> groups = new LinkedHashMap<>();
        for (Set<?> line : lines) {
            line.forEach(value -> groups.merge(value, line.size() == 1, Boolean::logicalOr));
        }
        return groups;
    }

    private static Set<Integer> years(List<Facts.Days> days) {
        Set<Integer> years = new LinkedHashSet<>();
        for (Facts.Days each : days) {
            int last = LocalDate.ofEpochDay(each.last()).getYear();
            for (int year = LocalDate.ofEpochDay(each.first()).getYear(); year <= last; year++) {
                years.add(year);
            }
        }
        return years;
    }

    /** A group that an agreement belongs to, by one value of each dimension. */
    record Place(List<Object> values, boolean certain) {}

    /** The groups by several dimensions at once. What decides one of them says nothing of the others. */
    static List<Place> places(List<Dimension> dimensions, Facts facts, LocalDate onDate) {
        List<Place> places = List.of(new Place(List.of(), true));
        for (Dimension dimension : dimensions) {
            List<Place> finer = new ArrayList<>();
            Map<Object, Boolean> groups = dimension.groups(facts, onDate);
            for (Place place : places) {
                groups.forEach((value, certain) -> {
                    List<Object> values = new ArrayList<>(place.values());
                    values.add(value);
                    finer.add(new Place(values, place.certain() && certain));
                });
            }
            places = finer;
        }
        return places;
    }
}
