package org.dealtracker.evidence;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.Delivery;
import org.dealtracker.agreement.Evidence.Vouched;
import org.dealtracker.agreement.Item;
import org.dealtracker.agreement.Position;
import org.dealtracker.agreement.Rank;
import org.dealtracker.agreement.Saying;
import org.dealtracker.agreement.Stage;
import org.dealtracker.agreement.Value;
import org.dealtracker.evidence.Conflicts.Conflict;

/**
 * How far the existence of a deal, its figures, and each of its lines are vouched for. Existence rests on every claim but
 * positions, figures on counts, deliveries and money.
 */
final class Verifications {
    private static final Set<ClaimKind> FIGURES = EnumSet.of(ClaimKind.ITEMS, ClaimKind.DELIVERIES, ClaimKind.VALUES);

    private final Agreement agreement;
    private final Vouching vouching;
    private final Set<String> contested;

    Verifications(Facts facts, List<Conflict> conflicts) {
        this.agreement = facts.agreement();
        this.vouching = new Vouching(
                new Origins(facts.sources()),
                agreement.history().current().stage() == Stage.REFUTED,
                Claimed.standing(agreement, ClaimKind.POSITIONS));
        this.contested = Set.copyOf(conflicts.stream()
                .filter(conflict -> FIGURES.contains(conflict.kind()))
                .map(Conflict::line)
                .toList());
    }

    /** Where it comes from that there is such a deal. */
    Roots roots() {
        return roots(live());
    }

    Roots roots(Collection<Claim> claims) {
        return vouching.roots(claims);
    }

    /** The claims that count for existence: whoever speaks of an earlier version of a deal speaks of the deal. */
    List<Claim> live() {
        return agreement.claims().all().stream()
                .filter(claim -> claim.rank() != Rank.DEPRECATED && !(claim.says() instanceof Position))
                .toList();
    }

    Vouched existence() {
        boolean confirmed = vouching.isConfirmed(Position.DEAL);
        boolean denied = vouching.isDenied(Position.DEAL);
        return vouching.vouched(live(), confirmed && denied, confirmed, denied);
    }

    Vouched figures() {
        List<Claim> figures = figureClaims();
        boolean confirmed = figures.stream().anyMatch(claim -> vouching.isConfirmed(Vouching.about(claim)));
        boolean denied = figures.stream().anyMatch(claim -> vouching.isDenied(Vouching.about(claim)));
        boolean disputed = figures.stream().anyMatch(claim -> contested.contains(claim.line()));
        return vouching.vouched(figures, disputed, confirmed, denied);
    }

    /** The claims that name a number or a sum. */
    List<Claim> figureClaims() {
        return FIGURES.stream()
                .flatMap(kind -> Claimed.standing(agreement, kind).stream())
                .filter(claim -> namesAFigure(claim.says()))
                .toList();
    }

    /** That nobody knows how many is no figure, and whoever says so vouches for none. */
    private static boolean namesAFigure(Saying says) {
        if (says instanceof Item item) {
            return item.count() != null && !item.count().unknown();
        }
        return says instanceof Delivery delivery
                ? !delivery.quantity().unknown()
                : says instanceof Value value && !value.money().amount().unknown();
    }

    /** @param conflicting whether the line is contested */
    Vouched line(List<Claim> line, boolean conflicting) {
        return vouching.line(line, conflicting);
    }
}
