package org.dealtracker.log;

import java.util.Map;
import java.util.Set;

/**
 * What a list of records of one kind can do.
 *
 * @param sorts what it can be sorted by
 * @param facets what its records can be counted by, each with the prefix of the terms that are counted
 * @param members what {@code fields} can name
 */
public record ListType(RecordKind kind, Set<Sort> sorts, Map<String, String> facets, Set<String> members) {
    public static ListType of(RecordType<?> type, Set<Sort> sorts, Map<String, String> facets) {
        return new ListType(type.kind(), sorts, facets, type.members());
    }
}
