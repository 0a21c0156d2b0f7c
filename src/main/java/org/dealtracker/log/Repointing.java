package org.dealtracker.log;

import org.dealtracker.http.Lookup;

/** That whoever refers to one record of a kind refers to another one from now on. */
public record Repointing(RecordKind kind, String from, String to) {
    /** Leaves every reference as it is. */
    public static final Repointing NONE = new Repointing(null, null, null);

    static Repointing of(Recorded from, Recorded to) {
        return new Repointing(
                from.recordKind(), from.identity().slug(), to.identity().slug());
    }

    Lookup lookup() {
        return kind == null
                ? Lookup.AS_WRITTEN
                : (referred, slug) -> referred.equals(kind.code()) && slug.equals(from) ? to : slug;
    }
}
