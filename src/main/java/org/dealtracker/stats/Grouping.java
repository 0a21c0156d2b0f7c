package org.dealtracker.stats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** By what agreements are put into groups: a dimension, or time. */
interface Grouping {
    /**
     * The groups to which an agreement may belong, and whether it does in every possible world; each is comparable with
     * the others, or null.
     *
     * @param onDate of the world's clock, or null
     */
    Map<Object, Boolean> groups(Facts facts, LocalDate onDate);

    /** Whether what decides the group is contested. */
    boolean contested(Facts facts);

    /** A group that an agreement belongs to, by one value of each grouping. */
    record Place(List<Object> values, boolean certain) {}

    /**
     * The groups by several at once. What decides one of them says nothing of the others.
     *
     * @param all the groups by each alone
     */
    static List<Place> places(List<Map<Object, Boolean>> all) {
        List<Place> places = List.of(new Place(List.of(), true));
        for (Map<Object, Boolean> groups : all) {
            List<Place> finer = new ArrayList<>();
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

    /** Exactly one of the values holds. */
    static Map<Object, Boolean> oneOf(Set<?> values) {
        Map<Object, Boolean> groups = new LinkedHashMap<>();
        values.forEach(value -> groups.put(value, values.size() == 1));
        return groups;
    }
}
