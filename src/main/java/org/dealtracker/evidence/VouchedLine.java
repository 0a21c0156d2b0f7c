package org.dealtracker.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.Evidence.Vouched;
import org.dealtracker.evidence.Conflicts.Conflict;

/**
 * What stands on one line of an agreement, and how far it is vouched for.
 *
 * @param claims those that are neither deprecated nor replaced; never empty
 * @param contested whether they cannot all be true, or a source disputes one
 * @param origins the independent ones
 */
public record VouchedLine(
        ClaimKind kind,
        String line,
        List<Claim> claims,
        boolean contested,
        Vouched verification,
        Set<String> origins,
        int originsUnknown) {

    static List<VouchedLine> of(Facts facts, List<Conflict> conflicts, Verifications verifications) {
        List<VouchedLine> lines = new ArrayList<>();
        for (ClaimKind kind : ClaimKind.values()) {
            Map<String, List<Claim>> byLine = new LinkedHashMap<>();
            Claimed.standing(facts.agreement(), kind)
                    .forEach(claim -> byLine.computeIfAbsent(claim.line(), line -> new ArrayList<>())
                            .add(claim));
            byLine.forEach((line, claims) -> {
                boolean contested = conflicts.stream()
                        .anyMatch(each -> each.kind() == kind && each.line().equals(line));
                Roots roots = verifications.roots(claims);
                lines.add(new VouchedLine(
                        kind,
                        line,
                        claims,
                        contested,
                        verifications.line(claims, contested),
                        roots.own(),
                        roots.unknown().size()));
            });
        }
        return lines;
    }
}
