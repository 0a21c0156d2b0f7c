package org.dealtracker.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dealtracker.agreement.Category;
import org.dealtracker.agreement.CommitmentType;
import org.dealtracker.restriction.Amendment;
import org.dealtracker.restriction.Effect;
import org.dealtracker.restriction.Restriction;
import org.dealtracker.restriction.Scope;
import org.dealtracker.uncertain.Certainty;

/** What a restriction is about in the days of a deal, with what amendments added to it or took from it. */
record Scopes(Restriction restriction, Days deal) {
    /** Of a deal of which nothing but its sides is known. */
    static final Hit NOTHING_SAID = new Hit(null, Certainty.POSSIBLE, "No source says what the deal is about.");

    /**
     * That something is in scope.
     *
     * @param scope by which code; null where the restriction or the deal does not say
     */
    record Hit(Scope scope, Certainty certainty, String reason) {}

    /** From when to when a restriction is in force, prolongations included. */
    static Days force(Restriction restriction) {
        Days force = Days.between(restriction.from(), restriction.to());
        for (Amendment amendment : restriction.amendments()) {
            if (amendment.effect() == Effect.EXTENDS && amendment.scope().isEmpty() && restriction.to() != null) {
                Days longer = Days.between(restriction.from(), amendment.to());
                if (longer.last() == null
                        || force.last() != null && longer.last().isAfter(force.last())) {
                    force = longer;
                }
            }
        }
        return force;
    }

    Hit goods(Category category) {
        return best(
                scope -> {
                    if (scope == Scope.ALL_GOODS) {
                        return Certainty.CERTAIN;
                    }
                    if (scope.goods() == null || !scope.goods().mayBe(category)) {
                        return null;
                    }
                    return scope.goods() == category ? Certainty.CERTAIN : Certainty.POSSIBLE;
                },
                "goods of the category " + category.code());
    }

    Hit service(CommitmentType type) {
        return best(
                scope -> {
                    if (scope == Scope.ALL_SERVICES || scope.service() == type) {
                        return Certainty.CERTAIN;
                    }
                    return scope.service() != null && type == CommitmentType.OTHER ? Certainty.POSSIBLE : null;
                },
                "a commitment of the type " + type.code());
    }

    /** How surely something is of a scope; null if it is not. */
    private interface Judge {
        Certainty of(Scope scope);
    }

    /** A scope with how sure it is that it holds in the days of the deal. */
    private record Held(Scope scope, boolean sure) {}

    private Hit best(Judge judge, String what) {
        if (restriction.scope().isEmpty()) {
            return new Hit(
                    null, Certainty.POSSIBLE, "No source says what the restriction is about; this is " + what + ".");
        }
        return held().stream()
                .filter(held -> judge.of(held.scope()) != null)
                .map(held -> hit(held, judge, what))
                .filter(hit -> hit != null)
                .max(Comparator.comparing(Hit::certainty))
                .orElse(null);
    }

    private List<Held> held() {
        List<Held> held = new ArrayList<>();
        restriction.scope().forEach(scope -> held.add(new Held(scope, true)));
        for (Amendment amendment : restriction.amendments()) {
            Days days = days(amendment);
            if (amendment.effect() == Effect.EXTENDS && days.mayMeet(deal)) {
                amendment.scope().forEach(scope -> held.add(new Held(scope, days.surelyMeets(deal))));
            }
        }
        return held;
    }

    /** What narrowings leave of it: nothing, or a match that depends on when the deal was. */
    private Hit hit(Held held, Judge judge, String what) {
        boolean sure = held.sure() && judge.of(held.scope()) == Certainty.CERTAIN;
        String reason = "It is " + what + ", which " + (sure ? "is" : "may be") + " in the scope of "
                + held.scope().code() + ".";
        for (Amendment amendment : restriction.amendments()) {
            if (amendment.effect() == Effect.NARROWS && covers(amendment, judge)) {
                Days days = days(amendment);
                if (days.first() != null && days.last() == null && begins(days)) {
                    return null;
                }
                sure &= !days.mayMeet(deal);
            }
        }
        return new Hit(held.scope(), sure ? Certainty.CERTAIN : Certainty.POSSIBLE, reason);
    }

    private boolean begins(Days days) {
        return deal.first() != null
                && days.surelyFrom() != null
                && !days.surelyFrom().isAfter(deal.first());
    }

    private static boolean covers(Amendment amendment, Judge judge) {
        return amendment.scope().isEmpty()
                || amendment.scope().stream().anyMatch(scope -> judge.of(scope) == Certainty.CERTAIN);
    }

    private static Days days(Amendment amendment) {
        return Days.between(amendment.from(), amendment.to());
    }

    /** The amendments that bear on what was hit, in their order. */
    List<Amendment> bearingOn(Hit hit) {
        return restriction.amendments().stream()
                .filter(amendment -> days(amendment).mayMeet(deal))
                .filter(amendment -> amendment.scope().isEmpty()
                        || hit.scope() == null
                        || amendment.scope().stream().anyMatch(scope -> meets(scope, hit)))
                .toList();
    }

    private static boolean meets(Scope scope, Hit hit) {
        Scope matched = hit.scope();
        boolean all = scope == Scope.ALL_GOODS
                || scope == Scope.ALL_SERVICES
                || matched == Scope.ALL_GOODS
                || matched == Scope.ALL_SERVICES;
        return scope == matched || all && scope.isGoods() == matched.isGoods();
    }

    /** An amendment in one line. */
    static String text(Amendment amendment) {
        return Stream.of(amendment.reference(), amendment.effect().code(), amendment.text())
                .filter(part -> part != null)
                .reduce((one, other) -> one + ": " + other)
                .orElseThrow();
    }
}
