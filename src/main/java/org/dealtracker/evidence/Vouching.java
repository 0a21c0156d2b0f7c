package org.dealtracker.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.Evidence.Vouched;
import org.dealtracker.agreement.Position;
import org.dealtracker.agreement.PositionStance;
import org.dealtracker.agreement.Verification;
import org.dealtracker.source.AttributionKind;
import org.dealtracker.source.Citation;
import org.dealtracker.source.CitationStance;
import org.dealtracker.source.SourceKind;

/**
 * How far some claims of an agreement are vouched for: which reasons hold, the first of which is the code.
 *
 * @param refuted whether the whole deal was shown never to have existed
 * @param positions what parties say, as far as it stands
 */
record Vouching(Origins origins, boolean refuted, List<Claim> positions) {

    /** Claims of one line; @param conflicting whether it is contested */
    Vouched line(List<Claim> line, boolean conflicting) {
        boolean confirmed = line.stream().anyMatch(claim -> isConfirmed(about(claim)));
        boolean denied = line.stream().anyMatch(claim -> isDenied(about(claim)));
        return vouched(line, conflicting || confirmed && denied, confirmed, denied);
    }

    static String about(Claim claim) {
        return claim.id().toString();
    }

    /** @param about the deal or a claim's id */
    boolean isConfirmed(String about) {
        return said(about, this::confirms);
    }

    boolean isDenied(String about) {
        return said(about, this::denies);
    }

    Roots roots(Collection<Claim> claims) {
        Roots roots = Roots.none();
        claims.forEach(claim -> roots.add(origins.of(claim.citations())));
        return roots;
    }

    Vouched vouched(List<Claim> claims, boolean disputed, boolean confirmed, boolean denied) {
        int independent = roots(claims).own().size();
        List<Verification> reasons = new ArrayList<>();
        add(reasons, refuted, Verification.REFUTED);
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
        return positions.stream()
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
                || kind == null && origins.kind(citation) == SourceKind.OFFICIAL_STATEMENT;
    }
}
