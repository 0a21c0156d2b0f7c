package org.dealtracker.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.Rank;
import org.dealtracker.agreement.Value;
import org.dealtracker.source.Citation;
import org.dealtracker.source.CitationStance;

/**
 * Which claims contradict each other: of one line, standing, speaking of the same days, and so that they cannot both be
 * true. A source that disputes a claim contests its line too.
 */
final class Conflicts {
    private final Origins origins;
    private final List<Aspect> aspects;

    private Conflicts(Facts facts) {
        this.origins = new Origins(facts.sources());
        this.aspects = Aspect.all(new Affiliations(facts.parties()));
    }

    /**
     * A line on which claims conflict in one thing.
     *
     * @param field what they differ in; null where no claim differs and a source disputes one
     * @param sides the claims that conflict, those that say the same on one side
     * @param preferred the claim that the register goes by, or null
     * @param all the standing claims of the line that say something of the field
     */
    record Conflict(
            ClaimKind kind, String line, String field, List<List<Claim>> sides, Claim preferred, List<Claim> all) {}

    static List<Conflict> of(Facts facts) {
        Conflicts conflicts = new Conflicts(facts);
        List<Conflict> found = new ArrayList<>();
        for (ClaimKind kind : ClaimKind.values()) {
            // Sums on different bases and in different currencies may share a line, and are never compared.
            Map<List<Object>, List<Claim>> lines = new LinkedHashMap<>();
            for (Claim claim : Claimed.standing(facts.agreement(), kind)) {
                lines.computeIfAbsent(comparable(claim), line -> new ArrayList<>())
                        .add(claim);
            }
            lines.values()
                    .forEach(claims ->
                            found.addAll(conflicts.on(kind, claims.get(0).line(), claims)));
        }
        return found;
    }

    private static List<Object> comparable(Claim claim) {
        return claim.says() instanceof Value value
                ? Arrays.asList(claim.line(), value.basis(), value.money().currency())
                : List.of(claim.line());
    }

    /** The names of the lines on which claims conflict, in the order of the record. */
    static List<String> lines(List<Conflict> conflicts) {
        return conflicts.stream().map(Conflict::line).distinct().toList();
    }

    private List<Conflict> on(ClaimKind kind, String line, List<Claim> standing) {
        // A claim that nothing carries any longer, because its sources were withdrawn, contradicts nobody.
        List<Claim> claims = standing.stream().filter(this::isCarried).toList();
        List<Conflict> found = new ArrayList<>();
        Claim preferred = claims.stream()
                .filter(claim -> claim.rank() == Rank.PREFERRED)
                .findFirst()
                .orElse(null);
        for (Aspect aspect : aspects) {
            if (aspect.kind() == kind) {
                List<List<Claim>> sides = sides(aspect, claims);
                if (!sides.isEmpty()) {
                    List<Claim> all = claims.stream()
                            .filter(claim -> aspect.value().apply(claim) != null)
                            .toList();
                    found.add(new Conflict(kind, line, aspect.field(), sides, preferred, all));
                }
            }
        }
        List<List<Claim>> disputed = standing.stream()
                .filter(claim -> !disputing(claim).isEmpty())
                .map(List::of)
                .toList();
        if (found.isEmpty() && !disputed.isEmpty()) {
            found.add(new Conflict(kind, line, null, disputed, preferred, standing));
        }
        return found;
    }

    private boolean isCarried(Claim claim) {
        return claim.citations().stream().noneMatch(citation -> citation.stance() == CitationStance.SUPPORTS)
                || !origins.supports(claim.citations()).isEmpty();
    }

    /** The citations of a claim whose sources say that it is wrong. */
    List<Citation> disputing(Claim claim) {
        return claim.citations().stream()
                .filter(citation -> citation.stance() == CitationStance.DISPUTES && origins.stands(citation))
                .toList();
    }

    private static List<List<Claim>> sides(Aspect aspect, List<Claim> claims) {
        Set<Claim> conflicting = new LinkedHashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            for (int j = i + 1; j < claims.size(); j++) {
                if (conflict(aspect, claims.get(i), claims.get(j))) {
                    conflicting.add(claims.get(i));
                    conflicting.add(claims.get(j));
                }
            }
        }
        Map<Object, List<Claim>> sides = new LinkedHashMap<>();
        claims.stream()
                .filter(conflicting::contains)
                .forEach(claim -> sides.computeIfAbsent(aspect.value().apply(claim), value -> new ArrayList<>())
                        .add(claim));
        return List.copyOf(sides.values());
    }

    private static boolean conflict(Aspect aspect, Claim one, Claim other) {
        return aspect.value().apply(one) != null
                && aspect.value().apply(other) != null
                && (one.asAt() == null || other.asAt() == null || one.asAt().overlaps(other.asAt()))
                && !aspect.together().test(one, other);
    }
}
