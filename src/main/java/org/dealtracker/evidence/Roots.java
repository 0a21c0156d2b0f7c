package org.dealtracker.evidence;

import java.util.Set;
import java.util.TreeSet;

/**
 * Where something that sources say comes from in the end.
 *
 * @param own the independent origins: sources that found it out or issued it
 * @param unknown sources of which nobody knows where they have it from
 */
record Roots(Set<String> own, Set<String> unknown) {
    static Roots none() {
        return new Roots(new TreeSet<>(), new TreeSet<>());
    }

    void add(Roots other) {
        own.addAll(other.own);
        unknown.addAll(other.unknown);
    }
}
