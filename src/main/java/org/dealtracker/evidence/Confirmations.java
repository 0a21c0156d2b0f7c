package org.dealtracker.evidence;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.http.Findings;
import org.dealtracker.source.Citation;
import org.dealtracker.source.Credibility;

/** Credibility 1, "confirmed by other sources", needs others: two independent origins of the claim at the least. */
final class Confirmations {
    private static final int NEEDED = 2;

    private Confirmations() {}

    /**
     * @param facts asked for only if some citation has that grade
     * @throws org.dealtracker.http.Problem 422 naming each that was graded so without enough origins
     */
    static void refuse(Agreement before, Agreement wanted, String where, Supplier<Facts> facts) {
        Set<Claim> known =
                before == null ? Set.of() : new HashSet<>(before.claims().all());
        boolean graded = wanted.claims().all().stream()
                .anyMatch(claim ->
                        !known.contains(claim) && claim.citations().stream().anyMatch(Confirmations::isTop));
        if (!graded) {
            return;
        }
        Origins origins = new Origins(facts.get().sources());
        Findings findings = new Findings();
        for (ClaimKind kind : ClaimKind.values()) {
            List<Claim> claims = wanted.claims().of(kind);
            for (int i = 0; i < claims.size(); i++) {
                if (!known.contains(claims.get(i))) {
                    judge(claims.get(i), where + "/" + kind.collection() + "/" + i, origins, findings);
                }
            }
        }
        findings.throwIfAny();
    }

    private static void judge(Claim claim, String at, Origins origins, Findings findings) {
        int own = origins.of(claim.citations()).own().size();
        for (int i = 0; i < claim.citations().size(); i++) {
            if (own < NEEDED && isTop(claim.citations().get(i))) {
                findings.unacceptable(
                        at + "/citations/" + i + "/credibility",
                        "Credibility 1 means confirmed by other sources; this claim has " + own
                                + " independent origins and needs two.");
            }
        }
    }

    static boolean isTop(Citation citation) {
        return citation.credibility() == Credibility.CONFIRMED;
    }
}
