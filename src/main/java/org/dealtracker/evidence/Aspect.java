package org.dealtracker.evidence;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.dealtracker.agreement.Category;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.Condition;
import org.dealtracker.agreement.Delivery;
import org.dealtracker.agreement.Item;
import org.dealtracker.agreement.Milestone;
import org.dealtracker.agreement.Participation;
import org.dealtracker.agreement.Position;
import org.dealtracker.agreement.Term;
import org.dealtracker.agreement.Value;
import org.dealtracker.log.Terms;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.uncertain.Quantity;

/**
 * One thing that claims of a line say and that can be compared. What is not said, not known or only text never conflicts.
 *
 * @param value what a claim says of it, or null
 * @param together whether two claims that both say something can both be true
 */
record Aspect(ClaimKind kind, String field, Function<Claim, Object> value, BiPredicate<Claim, Claim> together) {

    /** @param parties by which two holders of one role may be one and the same side */
    static List<Aspect> all(Affiliations parties) {
        return List.of(
                quantity(ClaimKind.ITEMS, "count", claim -> item(claim).count()),
                of(
                        ClaimKind.ITEMS,
                        "condition",
                        Aspect::condition,
                        (a, b) -> item(a).condition() == item(b).condition()),
                of(
                        ClaimKind.ITEMS,
                        "category",
                        Aspect::category,
                        (a, b) -> item(a).category().mayBe(item(b).category())),
                of(
                        ClaimKind.ITEMS,
                        "designation",
                        claim -> Terms.together(item(claim).designation()),
                        Aspect::refine),
                quantity(ClaimKind.DELIVERIES, "quantity", claim -> ((Delivery) claim.says()).quantity()),
                of(ClaimKind.VALUES, "money", Aspect::sum, Aspect::sumsOverlap),
                of(
                        ClaimKind.DATES,
                        "when",
                        Aspect::when,
                        (a, b) -> milestone(a).event() != milestone(b).event() || when(a).overlaps(when(b))),
                of(
                        ClaimKind.TERMS,
                        "period",
                        Aspect::period,
                        (a, b) -> ((Term) a.says()).type() != ((Term) b.says()).type()
                                || period(a).overlaps(period(b))),
                of(ClaimKind.POSITIONS, "stance", claim -> position(claim).stance(), Aspect::oneVoice),
                of(
                        ClaimKind.PARTIES,
                        "party",
                        claim -> holder(claim).party(),
                        (a, b) -> holder(a).role() != holder(b).role()
                                || parties.related(holder(a).party(), holder(b).party())));
    }

    private static Aspect of(
            ClaimKind kind, String field, Function<Claim, Object> value, BiPredicate<Claim, Claim> together) {
        return new Aspect(kind, field, value, together);
    }

    private static Aspect quantity(ClaimKind kind, String field, Function<Claim, Quantity> value) {
        return new Aspect(
                kind,
                field,
                claim -> {
                    Quantity quantity = value.apply(claim);
                    return quantity == null || quantity.unknown() ? null : quantity;
                },
                (a, b) -> value.apply(a).overlaps(value.apply(b)));
    }

    private static Item item(Claim claim) {
        return (Item) claim.says();
    }

    private static Milestone milestone(Claim claim) {
        return (Milestone) claim.says();
    }

    private static Position position(Claim claim) {
        return (Position) claim.says();
    }

    private static Participation holder(Claim claim) {
        return (Participation) claim.says();
    }

    private static Condition condition(Claim claim) {
        return item(claim).condition() == Condition.UNKNOWN ? null : item(claim).condition();
    }

    private static Category category(Claim claim) {
        return item(claim).category() == Category.UNSPECIFIED
                ? null
                : item(claim).category();
    }

    private static FuzzyDate when(Claim claim) {
        return known(milestone(claim).when());
    }

    private static FuzzyDate period(Claim claim) {
        return known(((Term) claim.says()).period());
    }

    private static FuzzyDate known(FuzzyDate date) {
        return date == null || date.kind() == FuzzyDate.Kind.UNKNOWN ? null : date;
    }

    private static Object sum(Claim claim) {
        Value value = (Value) claim.says();
        return value.money().amount().unknown() ? null : value.money();
    }

    private static boolean sumsOverlap(Claim a, Claim b) {
        Value one = (Value) a.says();
        Value other = (Value) b.says();
        boolean comparable = one.basis() == other.basis()
                && one.money().currency() != null
                && one.money().currency().equals(other.money().currency());
        return !comparable
                || one.money()
                        .amount()
                        .quantity()
                        .overlaps(other.money().amount().quantity());
    }

    /** One names the same thing as the other, or the same and more: JF-17, JF-17 Block III. */
    private static boolean refine(Claim a, Claim b) {
        String one = Terms.together(item(a).designation());
        String other = Terms.together(item(b).designation());
        return one.startsWith(other) || other.startsWith(one);
    }

    private static boolean oneVoice(Claim a, Claim b) {
        return !position(a).party().equals(position(b).party())
                || !position(a).about().equals(position(b).about())
                || position(a).stance() == position(b).stance();
    }
}
