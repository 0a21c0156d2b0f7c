package org.dealtracker.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.Commitment;
import org.dealtracker.agreement.Item;
import org.dealtracker.agreement.Participation;
import org.dealtracker.agreement.Role;
import org.dealtracker.party.Affiliation;
import org.dealtracker.party.Party;
import org.dealtracker.restriction.Amendment;
import org.dealtracker.restriction.Direction;
import org.dealtracker.restriction.Restriction;
import org.dealtracker.restriction.Scope;
import org.dealtracker.restriction.Target;
import org.dealtracker.uncertain.Certainty;

/**
 * Which restrictions an agreement touches: a party in a role that the restriction's direction reaches is targeted, itself
 * or through what it belongs to; the days meet; and goods or services are in scope. What is vague makes a match possible,
 * never silent. Whether anything breaks the law is not said here.
 */
final class Screening {
    private static final Set<Role> RECEIVING = EnumSet.of(Role.RECIPIENT, Role.END_USER);
    private static final Set<Role> SUPPLYING = EnumSet.of(Role.SUPPLIER, Role.MANUFACTURER, Role.LICENSOR);

    private final Facts facts;
    private final Affiliations affiliations;
    private final Days deal;

    private Screening(Facts facts, Days deal) {
        this.facts = facts;
        this.affiliations = new Affiliations(facts.parties());
        this.deal = deal;
    }

    /**
     * That a restriction touches a claim.
     *
     * @param scope by which of the restriction's codes; null where nothing says what the deal or the restriction is about
     * @param reasons in words, one for each condition
     * @param amendments those that bear on it
     */
    record Match(
            Restriction restriction,
            ClaimKind kind,
            Claim claim,
            Scope scope,
            Certainty certainty,
            List<String> reasons,
            List<Amendment> amendments) {}

    /** @param onDate only what is in force on that day; null for the days of the deal */
    static List<Match> of(Facts facts, LocalDate onDate) {
        Days deal = onDate == null ? DealDays.of(facts.agreement()) : Days.on(onDate);
        Screening screening = new Screening(facts, deal);
        return facts.restrictions().stream()
                .flatMap(restriction -> screening.matches(restriction).stream())
                .toList();
    }

    /** One of several conditions: how sure it is, and why. */
    private record Condition(Certainty certainty, String reason) {}

    private List<Match> matches(Restriction restriction) {
        Days force = Scopes.force(restriction);
        if (!deal.mayMeet(force)) {
            return List.of();
        }
        Condition dates = new Condition(
                sure(deal.surelyMeets(force)),
                "The deal's days, " + deal.text() + ", and those of the restriction, " + force.text() + ", "
                        + (deal.surelyMeets(force) ? "meet." : "may meet."));
        List<Match> matches = new ArrayList<>();
        Condition party = null;
        Claim holder = null;
        for (Claim claim : Claimed.standing(facts.agreement(), ClaimKind.PARTIES)) {
            Condition found = reached(restriction, (Participation) claim.says());
            if (found != null && (party == null || found.certainty().compareTo(party.certainty()) > 0)) {
                party = found;
                holder = claim;
            }
        }
        if (party == null) {
            return List.of();
        }
        Scopes scopes = new Scopes(restriction, deal);
        List<Claim> items = Claimed.standing(facts.agreement(), ClaimKind.ITEMS);
        List<Claim> commitments = Claimed.standing(facts.agreement(), ClaimKind.COMMITMENTS);
        for (Claim claim : items) {
            add(matches, scopes, ClaimKind.ITEMS, claim, scopes.goods(((Item) claim.says()).category()), party, dates);
        }
        for (Claim claim : commitments) {
            Scopes.Hit hit = scopes.service(((Commitment) claim.says()).type());
            add(matches, scopes, ClaimKind.COMMITMENTS, claim, hit, party, dates);
        }
        if (items.isEmpty() && commitments.isEmpty()) {
            add(matches, scopes, ClaimKind.PARTIES, holder, Scopes.NOTHING_SAID, party, dates);
        }
        return matches;
    }

    private static void add(
            List<Match> matches,
            Scopes scopes,
            ClaimKind kind,
            Claim claim,
            Scopes.Hit hit,
            Condition party,
            Condition dates) {
        if (hit == null) {
            return;
        }
        boolean certain = party.certainty() == Certainty.CERTAIN
                && dates.certainty() == Certainty.CERTAIN
                && hit.certainty() == Certainty.CERTAIN;
        List<Amendment> amendments = scopes.bearingOn(hit);
        List<String> reasons = new ArrayList<>(List.of(party.reason(), dates.reason(), hit.reason()));
        amendments.forEach(amendment -> reasons.add(Scopes.text(amendment)));
        matches.add(new Match(
                scopes.restriction(), kind, claim, hit.scope(), sure(certain), List.copyOf(reasons), amendments));
    }

    private static Certainty sure(boolean certain) {
        return certain ? Certainty.CERTAIN : Certainty.POSSIBLE;
    }

    private Condition reached(Restriction restriction, Participation says) {
        boolean reached = restriction.direction() == Direction.BOTH
                || (restriction.direction() == Direction.TO_TARGET ? RECEIVING : SUPPLYING).contains(says.role());
        if (!reached) {
            return null;
        }
        Condition best = null;
        for (Affiliations.Path path : affiliations.above(says.party())) {
            Party party = facts.parties().get(path.party());
            for (Target target : restriction.targets()) {
                if (party != null && isTarget(target, party)) {
                    Condition found = along(path, says, target);
                    if (found != null && (best == null || best.certainty() == Certainty.POSSIBLE)) {
                        best = found;
                    }
                }
            }
        }
        return best;
    }

    private static boolean isTarget(Target target, Party party) {
        return target.party() == null
                ? Objects.equals(target.country(), party.country())
                : target.party().equals(party.identity().slug());
    }

    private Condition along(Affiliations.Path path, Participation says, Target target) {
        boolean sure = true;
        StringBuilder reason =
                new StringBuilder(says.party() + ", " + says.role().code().replace('_', ' '));
        for (Affiliation step : path.steps()) {
            Days days = Days.between(step.from(), step.to());
            if (!days.mayMeet(deal)) {
                return null;
            }
            sure &= days.surelyMeets(deal);
            reason.append(", ")
                    .append(step.kind().code().replace('_', ' '))
                    .append(' ')
                    .append(step.party());
        }
        reason.append(target.party() == null ? ", is of the country " + target.country() : ", is " + target.party())
                .append(", which the restriction targets.");
        return new Condition(sure(sure), reason.toString());
    }
}
