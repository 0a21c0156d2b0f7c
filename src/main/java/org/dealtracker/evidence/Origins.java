package org.dealtracker.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealtracker.source.Citation;
import org.dealtracker.source.CitationStance;
import org.dealtracker.source.Origin;
import org.dealtracker.source.Source;

/**
 * Counts independent voices. Twenty articles that repeat one wire story are one origin: from each citation the walk goes
 * along what repeats what to the roots. What a citation says of its source's origin holds instead of what the source
 * says of itself, for that claim and for whoever is cited there for repeating it. What was withdrawn is no origin.
 */
final class Origins {
    private final Map<String, Source> sources;

    Origins(Map<String, Source> sources) {
        this.sources = sources;
    }

    /** Whether a citation can carry anything: its source stands. */
    boolean stands(Citation citation) {
        Source source = sources.get(citation.source());
        return source != null && source.retraction() == null;
    }

    /** The citations that carry a claim: they support it, and their sources stand. */
    List<Citation> supports(Collection<Citation> citations) {
        return citations.stream()
                .filter(citation -> citation.stance() == CitationStance.SUPPORTS && stands(citation))
                .toList();
    }

    /** Where a claim comes from, over all that carry it. */
    Roots of(Collection<Citation> citations) {
        Roots roots = Roots.none();
        supports(citations).forEach(citation -> roots.add(of(citation, citations)));
        return roots;
    }

    /**
     * Where one citation of a claim has it from.
     *
     * @param all the claim's citations, which may know better what their sources repeat
     */
    Roots of(Citation citation, Collection<Citation> all) {
        Map<String, Citation> here = new HashMap<>();
        for (Citation each : all) {
            if (each.origin() != null && each.stance() == CitationStance.SUPPORTS) {
                here.put(each.source(), each);
            }
        }
        if (citation.origin() == null) {
            here.remove(citation.source());
        } else {
            here.put(citation.source(), citation);
        }
        Roots roots = Roots.none();
        walk(citation.source(), here, new HashSet<>(), roots);
        return roots;
    }

    private void walk(String slug, Map<String, Citation> here, Set<String> seen, Roots roots) {
        Source source = sources.get(slug);
        if (source == null || source.retraction() != null || !seen.add(slug)) {
            return;
        }
        Citation citation = here.get(slug);
        Origin origin = citation == null ? source.origin() : citation.origin();
        switch (origin) {
            case OWN -> roots.own().add(slug);
            case UNKNOWN -> roots.unknown().add(slug);
            case REPEATS ->
                (citation == null ? source.repeats() : citation.repeats())
                        .forEach(other -> walk(other, here, seen, roots));
            default -> throw new IllegalStateException("An origin without a rule: " + origin);
        }
    }
}
