package org.dealtracker.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.Rank;
import org.dealtracker.agreement.Value;
import org.dealtracker.uncertain.Amount;

/** Which claims the register goes by where several speak of one thing. */
final class Claimed {
    private Claimed() {}

    /** The claims of a kind that are neither deprecated nor replaced by an amendment. */
    static List<Claim> standing(Agreement agreement, ClaimKind kind) {
        return standing(agreement.claims().of(kind));
    }

    /** The same of all claims of one kind. */
    static List<Claim> standing(List<Claim> claims) {
        Set<UUID> replaced = new HashSet<>();
        claims.forEach(claim -> replaced.addAll(claim.replaces()));
        return claims.stream()
                .filter(claim -> counts(claim) && !replaced.contains(claim.id()))
                .toList();
    }

    /** Whether a claim carries anything: the register still goes by it. */
    static boolean counts(Claim claim) {
        return claim.rank() != Rank.DEPRECATED;
    }

    /** The claims of each line; of a line with preferred ones only those. */
    static Collection<List<Claim>> lines(List<Claim> claims) {
        Map<String, List<Claim>> lines = new LinkedHashMap<>();
        claims.forEach(claim ->
                lines.computeIfAbsent(claim.line(), line -> new ArrayList<>()).add(claim));
        lines.replaceAll((line, all) -> {
            List<Claim> preferred =
                    all.stream().filter(claim -> claim.rank() == Rank.PREFERRED).toList();
            return preferred.isEmpty() ? all : preferred;
        });
        return lines.values();
    }

    /** The values that name a figure; an order of magnitude only where nobody does, since it would widen every hull. */
    static List<Claim> figures(List<Claim> values) {
        List<Claim> figures = values.stream()
                .filter(claim -> {
                    Amount amount = ((Value) claim.says()).money().amount();
                    return !amount.orderOfMagnitude() && !amount.unknown();
                })
                .toList();
        return figures.isEmpty() ? values : figures;
    }
}
