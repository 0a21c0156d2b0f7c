package org.dealtracker.evidence;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.DateEvent;
import org.dealtracker.agreement.Delivery;
import org.dealtracker.agreement.DriftKind;
import org.dealtracker.agreement.Item;
import org.dealtracker.agreement.Milestone;
import org.dealtracker.agreement.Value;
import org.dealtracker.evidence.Drift.InOrigin;
import org.dealtracker.log.Terms;
import org.dealtracker.source.Citation;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.uncertain.Money;
import org.dealtracker.uncertain.Quantity;

/**
 * What the claims of an agreement carry that can be held against their origins: goods, versions, numbers, sums and days.
 * An origin says something if a claim that it itself is cited for says so, or says it more exactly.
 */
final class Carried {
    private final Agreement agreement;
    private final Origins origins;

    Carried(Agreement agreement, Origins origins) {
        this.agreement = agreement;
        this.origins = origins;
    }

    /** Gets one thing that a claim carries. */
    @FunctionalInterface
    interface Each {
        void on(DriftKind kind, String said, Collection<Citation> citations, InOrigin inOrigin);
    }

    void each(Each to) {
        for (Claim claim : Claimed.standing(agreement, ClaimKind.ITEMS)) {
            item(claim, to);
        }
        for (Claim claim : Claimed.standing(agreement, ClaimKind.DELIVERIES)) {
            Quantity delivered = ((Delivery) claim.says()).quantity();
            tell(
                    to,
                    DriftKind.COUNT,
                    claim,
                    delivered.text(),
                    ClaimKind.DELIVERIES,
                    said -> said.line().equals(claim.line()) && within(((Delivery) said.says()).quantity(), delivered));
        }
        for (Claim claim : Claimed.standing(agreement, ClaimKind.VALUES)) {
            Money money = ((Value) claim.says()).money();
            tell(
                    to,
                    DriftKind.VALUE,
                    claim,
                    text(money),
                    ClaimKind.VALUES,
                    said -> within(((Value) said.says()).money(), money));
        }
        for (Claim claim : Claimed.standing(agreement, ClaimKind.DATES)) {
            Milestone carried = (Milestone) claim.says();
            // When a repetition was published is its own to say.
            if (carried.event() != DateEvent.REPORTED) {
                tell(
                        to,
                        DriftKind.DATE,
                        claim,
                        carried.when().edtf(),
                        ClaimKind.DATES,
                        said -> ((Milestone) said.says()).event() == carried.event()
                                && within(((Milestone) said.says()).when(), carried.when()));
            }
        }
    }

    private void item(Claim claim, Each to) {
        Item carried = (Item) claim.says();
        Predicate<Claim> sameGoods = said -> said.line().equals(claim.line())
                || refines((Item) said.says(), carried)
                || refines(carried, (Item) said.says());
        tell(to, DriftKind.ITEM, claim, carried.designation(), ClaimKind.ITEMS, sameGoods);
        // Of goods that an origin does not name at all it names no version or number either.
        Function<String, Boolean> named =
                origin -> saidBy(origin, ClaimKind.ITEMS).stream().anyMatch(sameGoods);
        to.on(
                DriftKind.DESIGNATION,
                carried.designation(),
                claim.citations(),
                origin -> named.apply(origin)
                        ? saidBy(origin, ClaimKind.ITEMS).stream()
                                .filter(sameGoods)
                                .anyMatch(said -> refines((Item) said.says(), carried))
                        : null);
        if (carried.count() != null && !carried.count().unknown()) {
            to.on(
                    DriftKind.COUNT,
                    carried.count().text(),
                    claim.citations(),
                    origin -> named.apply(origin)
                            ? saidBy(origin, ClaimKind.ITEMS).stream()
                                    .filter(sameGoods)
                                    .anyMatch(said -> within(((Item) said.says()).count(), carried.count()))
                            : null);
        }
    }

    private void tell(Each to, DriftKind kind, Claim claim, String text, ClaimKind among, Predicate<Claim> same) {
        to.on(
                kind,
                text,
                claim.citations(),
                origin -> speaks(origin) ? saidBy(origin, among).stream().anyMatch(same) : null);
    }

    /** Whether the register has anything from the origin itself to compare with. */
    private boolean speaks(String origin) {
        return agreement.claims().all().stream().anyMatch(claim -> isCitedFor(origin, claim));
    }

    private List<Claim> saidBy(String origin, ClaimKind kind) {
        return agreement.claims().of(kind).stream()
                .filter(claim -> isCitedFor(origin, claim))
                .toList();
    }

    private boolean isCitedFor(String origin, Claim claim) {
        return origins.supports(claim.citations()).stream()
                .anyMatch(citation -> citation.source().equals(origin));
    }

    /** Whether one names what the other names, or more exactly. */
    private static boolean refines(Item one, Item other) {
        return Terms.together(one.designation()).startsWith(Terms.together(other.designation()));
    }

    private static boolean within(Quantity said, Quantity carried) {
        if (carried.unknown()) {
            return true;
        }
        return said != null
                && !said.unknown()
                && said.within(
                        carried.possibleLower(), carried.possibleUpper(), org.dealtracker.uncertain.Certainty.CERTAIN);
    }

    private static boolean within(Money said, Money carried) {
        boolean currency = carried.currency() == null || carried.currency().equals(said.currency());
        return currency && within(said.amount().quantity(), carried.amount().quantity());
    }

    private static boolean within(FuzzyDate said, FuzzyDate carried) {
        return carried.kind() == FuzzyDate.Kind.UNKNOWN
                || said.within(carried.earliest(), carried.latest(), org.dealtracker.uncertain.Certainty.CERTAIN);
    }

    private static String text(Money money) {
        return money.amount().text() + (money.currency() == null ? "" : " " + money.currency());
    }
}
