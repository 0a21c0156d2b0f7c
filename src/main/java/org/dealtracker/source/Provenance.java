package org.dealtracker.source;

import java.util.List;

/**
 * Of a source what decides for how much it counts: the least that has to be remembered of very many sources at a time.
 *
 * @param repeats the sources that it relies on, by slug
 * @param retracted whether it was withdrawn, and so carries nothing
 */
public record Provenance(SourceKind kind, Origin origin, List<String> repeats, boolean retracted) {
    /** @param source or null, for which there is none */
    public static Provenance of(Source source) {
        return source == null
                ? null
                : new Provenance(source.kind(), source.origin(), source.repeats(), source.retraction() != null);
    }
}
