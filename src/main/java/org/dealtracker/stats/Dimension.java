package org.dealtracker.stats;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealtracker.http.Code;

/** By what agreements are put into groups. */
public enum Dimension implements Code, Grouping {
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

    /** A deal of which nothing is said stands in the group of null, so that no deal is missing from all groups. */
    @Override
    public Map<Object, Boolean> groups(Facts facts, LocalDate onDate) {
        return switch (this) {
            case SUPPLIER -> ofLines(facts.suppliers());
            case RECIPIENT -> ofLines(facts.recipients());
            case CATEGORY ->
                ofLines(facts.lots().stream().map(Facts.Lot::categories).toList());
            case YEAR -> oneOf(years(facts.dates().first()));
            case STAGE ->
                oneOf(onDate == null ? Set.of(facts.stage()) : facts.course().on(onDate));
            case VERIFICATION -> certain(facts.verification());
            case KIND -> certain(facts.kind());
        };
    }

    @Override
    public boolean contested(Facts facts) {
        return switch (this) {
            case SUPPLIER -> facts.contested().suppliers();
            case RECIPIENT -> facts.contested().recipients();
            case CATEGORY -> facts.lots().stream().anyMatch(Facts.Lot::contested);
            case YEAR -> facts.dates().contested(Set.of());
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

    /** Exactly one of the values holds, or nothing is said. */
    private static Map<Object, Boolean> oneOf(Set<?> values) {
        return values.isEmpty() ? certain(null) : Grouping.oneOf(values);
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

    private static Set<Integer> years(List<Dates.Days> days) {
        Set<Integer> years = new LinkedHashSet<>();
        for (Dates.Days each : days) {
            int last = LocalDate.ofEpochDay(each.last()).getYear();
            for (int year = LocalDate.ofEpochDay(each.first()).getYear(); year <= last; year++) {
                years.add(year);
            }
        }
        return years;
    }
}
