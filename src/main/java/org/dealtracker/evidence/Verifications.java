package org.dealtracker.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.Delivery;
import org.dealtracker.agreement.Evidence.Vouched;
import org.dealtracker.agreement.Item;
import org.dealtracker.agreement.Position;
import org.dealtracker.agreement.PositionStance;
import org.dealtracker.agreement.Rank;
import org.dealtracker.agreement.Saying;
import org.dealtracker.agreement.Stage;
import org.dealtracker.agreement.Value;
import org.dealtracker.agreement.Verification;
import org.dealtracker.evidence.Conflicts.Conflict;
import org.dealtracker.source.AttributionKind;
import org.dealtracker.source.Citation;
import org.dealtracker.source.CitationStance;
import org.dealtracker.source.SourceKind;

/**
 * How far the existence of a deal, its figures, and each of its lines are vouched for. Existence rests on every claim but
 * positions, figures on counts, deliveries and money.
 */
final class Verifications {
    private static final Set<ClaimKind> FIGURES = EnumSet.of(ClaimKind.ITEMS, ClaimKind.DELIVERIES, ClaimKind.VALUES);

    private final Facts facts;
    private final Agreement agreement;
    private final Origins origins;
    private final Set<String> contested;

    Verifications(Facts facts, List<Conflict> conflicts) {
        this.facts = facts;
        this.agreement = facts.agreement();
        this.origins = new Origins(facts.sources());
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
        Roots roots = Roots.none();
        claims.forEach(claim -> roots.add(origins.of(claim.citations())));
        return roots;
    }

    /** The claims that count for existence: whoever speaks of an earlier version of a deal speaks of the deal. */
    List<Claim> live() {
        return agreement.claims().all().stream()
                .filter(claim -> claim.rank() != Rank.DEPRECATED && !(claim.says() instanceof Position))
                .toList();
    }

    Vouched existence() {
        boolean confirmed = said(Position.DEAL, this::confirms);
        boolean denied = said(Position.DEAL, this::denies);
        return vouched(live(), confirmed && denied, confirmed, denied);
    }

    Vouched figures() {
        List<Claim> figures = figureClaims();
        boolean confirmed = figures.stream().anyMatch(claim -> said(about(claim), this::confirms));
        boolean denied = figures.stream().anyMatch(claim -> said(about(claim), this::denies));
        boolean disputed = figures.stream().anyMatch(claim -> contested.contains(claim.line()));
        return vouched(figures, disputed, confirmed, denied);
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
        boolean confirmed = line.stream().anyMatch(claim -> said(about(claim), this::confirms));
        boolean denied = line.stream().anyMatch(claim -> said(about(claim), this::denies));
        return vouched(line, conflicting || confirmed && denied, confirmed, denied);
    }

    private static String about(Claim claim) {
        return claim.id().toString();
    }

    private Vouched vouched(List<Claim> claims, boolean disputed, boolean confirmed, boolean denied) {
        int independent = roots(claims).own().size();
        List<Verification> reasons = new ArrayList<>();
        add(reasons, agreement.history().current().stage() == Stage.REFUTED, Verification.REFUTED);
        add(reasons, withdrawn(claims), Verification.RETRACTED);
        add(reasons, disputed, Verification.DISPUTED);
        add(reasons, denied, Verification.DENIED);
        add(reasons, confirmed, Verification.PARTY_CONFIRMED);
        add(reasons, independent >= 2, Verification.CORROBORATED);
        add(reasons, independent == 1, Verification.SINGLE_ORIGIN);
        add(reasons, independent == 0, Verification.UNVERIFIED);
        return Vouched.of(List.copyOf(reasons));
    }

    private static void add(List<Verification> reasons, boolean holds, Verification reason) {
        if (holds) {
            reasons.add(reason);
        }
    }

    /** Whether something supported them once and nothing does any longer. */
    private boolean withdrawn(List<Claim> claims) {
        List<Citation> supports = claims.stream()
                .flatMap(claim -> claim.citations().stream())
                .filter(citation -> citation.stance() == CitationStance.SUPPORTS)
                .toList();
        return !supports.isEmpty() && origins.supports(supports).isEmpty();
    }

    private boolean said(String about, Predicate<Claim> how) {
        return Claimed.standing(agreement, ClaimKind.POSITIONS).stream()
                .filter(claim -> ((Position) claim.says()).about().equals(about))
                .anyMatch(how);
    }

    private boolean confirms(Claim claim) {
        PositionStance stance = ((Position) claim.says()).stance();
        return (stance == PositionStance.CONFIRMS || stance == PositionStance.PARTLY_CONFIRMS)
                && !origins.supports(claim.citations()).isEmpty();
    }

    /** Only by name or in a document: an official statement is one. */
    private boolean denies(Claim claim) {
        return ((Position) claim.says()).stance() == PositionStance.DENIES
                && origins.supports(claim.citations()).stream().anyMatch(this::isAttributed);
    }

    private boolean isAttributed(Citation citation) {
        AttributionKind kind =
                citation.attribution() == null ? null : citation.attribution().kind();
        return kind == AttributionKind.NAMED
                || kind == AttributionKind.DOCUMENT
                || kind == null && facts.sources().get(citation.source()).kind() == SourceKind.OFFICIAL_STATEMENT;
    }
}
