package org.dealtracker.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dealtracker.source.Citation;
import org.dealtracker.source.CitationStance;
import org.dealtracker.source.Origin;
import org.dealtracker.source.Provenance;
import org.dealtracker.source.Source;
import org.dealtracker.source.SourceKind;

/**
 * Counts independent voices. Twenty articles that repeat one wire story are one origin: from each citation the walk goes
 * along what repeats what to the roots. What a citation says of its source's origin holds instead of what the source
 * says of itself, for that claim and for whoever is cited there for repeating it. What was withdrawn is no origin.
 */
final class Origins {
    private final Function<String, Provenance> sources;

    Origins(Map<String, Source> sources) {
        this(slug -> Provenance.of(sources.get(slug)));
    }

    /** @param sources by slug; null for one that is not there */
    Origins(Function<String, Provenance> sources) {
        this.sources = sources;
    }

    /** Whether a citation can carry anything: its source stands. */
    boolean stands(Citation citation) {
        Provenance source = sources.apply(citation.source());
        return source != null && !source.retracted();
    }

    /** What sort of publication a citation names; null where it is not there. */
    SourceKind kind(Citation citation) {
        Provenance source = sources.apply(citation.source());
        return source == null ? null : source.kind();
    }

    /** The citations that carry a claim: they support it, and their sources stand. */
    List<Citation> supports(Collection<Citation> citations) {
        return citations.stream()
                .filter(citation -> citation.stance() == CitationStance.SUPPORTS && stands(citation))
                .toList();
    }

    /** Where a claim comes from, over all that carry it. */
    Roots of(Collection<Citation> citations) {
        Map<String, Citation> here = overriding(citations);
        Roots roots = Roots.none();
        supports(citations).forEach(citation -> walk(citation, here, roots));
        return roots;
    }

    /**
     * Where one citation of a claim has it from.
     *
     * @param all the claim's citations, which may know better what their sources repeat
     */
    Roots of(Citation citation, Collection<Citation> all) {
        Roots roots = Roots.none();
        walk(citation, overriding(all), roots);
        return roots;
    }

    /** The citations of a claim that say where their sources have it from, by these. */
    private static Map<String, Citation> overriding(Collection<Citation> citations) {
        Map<String, Citation> here = new HashMap<>();
        for (Citation each : citations) {
            if (each.origin() != null && each.stance() == CitationStance.SUPPORTS) {
                here.put(each.source(), each);
            }
        }
        return here;
    }

    /** Of its own source a citation itself knows best, whatever others say of the same one. */
    private void walk(Citation from, Map<String, Citation> here, Roots roots) {
        visit(from.source(), from.origin() == null ? null : from, here, new HashSet<>(), roots);
    }

    private void visit(String slug, Citation says, Map<String, Citation> here, Set<String> seen, Roots roots) {
        Provenance source = sources.apply(slug);
        if (source == null || source.retracted() || !seen.add(slug)) {
            return;
        }
        Origin origin = says == null ? source.origin() : says.origin();
        switch (origin) {
            case OWN -> roots.own().add(slug);
            case UNKNOWN -> roots.unknown().add(slug);
            case REPEATS ->
                (says == null ? source.repeats() : says.repeats())
                        .forEach(other -> visit(other, here.get(other), here, seen, roots));
            default -> throw new IllegalStateException("An origin without a rule: " + origin);
        }
    }
}
