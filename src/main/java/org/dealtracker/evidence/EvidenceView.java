package org.dealtracker.evidence;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.DriftKind;
import org.dealtracker.agreement.Evidence.Vouched;
import org.dealtracker.agreement.Rank;
import org.dealtracker.evidence.Conflicts.Conflict;
import org.dealtracker.log.RecordKind;
import org.dealtracker.source.Citation;
import org.dealtracker.source.CitationStance;

/**
 * Claims, their citations, and where these lead to.
 *
 * @param warnings what does not go together with the count: a credibility that needs more origins than there are
 * @param silent where a source was searched and nothing found
 */
record EvidenceView(
        Weighed existence,
        Weighed figures,
        List<OfLine> lines,
        List<OfClaim> claims,
        List<OfDrift> drift,
        List<Warning> warnings,
        List<Silent> silent) {

    /**
     * How something is vouched for, and the sources behind it.
     *
     * @param origins the independent ones
     * @param because which sources lead to which origin, and so are counted once
     */
    record Weighed(
            Vouched verification,
            Set<String> origins,
            int originsUnknown,
            Set<String> unknown,
            List<Collapsed> because) {}

    /** The sources that lead to one origin. */
    record Collapsed(String origin, Set<String> sources) {}

    record OfLine(
            String line,
            String collection,
            boolean contested,
            Vouched verification,
            Set<String> origins,
            int originsUnknown) {}

    /** @param counts false where the claim is deprecated, and so carries nothing */
    record OfClaim(
            UUID claim,
            String collection,
            String line,
            boolean counts,
            Set<String> origins,
            int originsUnknown,
            Vouched verification,
            List<Rooted> citations) {}

    /**
     * A citation with the origins that it leads to.
     *
     * @param stands false where its source was withdrawn
     */
    record Rooted(@JsonUnwrapped Citation citation, boolean stands, Set<String> roots, Set<String> rootsUnknown) {}

    record OfDrift(
            DriftKind kind, RecordKind record, String slug, Set<String> carriers, String origin, String detail) {}

    record Warning(UUID claim, String collection, String source, String detail) {}

    record Silent(UUID claim, String source, String locator) {}

    static EvidenceView of(Facts facts) {
        List<Conflict> conflicts = Conflicts.of(facts);
        Verifications verifications = new Verifications(facts, conflicts);
        Origins origins = new Origins(facts.sources());
        List<OfClaim> claims = new ArrayList<>();
        for (ClaimKind kind : ClaimKind.values()) {
            for (Claim claim : facts.agreement().claims().of(kind)) {
                claims.add(claim(kind, claim, verifications, origins));
            }
        }
        List<OfLine> lines = VouchedLine.of(facts, conflicts, verifications).stream()
                .map(EvidenceView::line)
                .toList();
        return new EvidenceView(
                weighed(verifications.existence(), verifications.live(), origins),
                weighed(verifications.figures(), verifications.figureClaims(), origins),
                lines,
                claims,
                Drift.of(facts).stream().map(EvidenceView::drift).toList(),
                warnings(facts, origins),
                silent(facts));
    }

    private static Weighed weighed(Vouched vouched, Collection<Claim> claims, Origins origins) {
        Map<String, Set<String>> because = new TreeMap<>();
        Roots all = Roots.none();
        for (Claim claim : claims) {
            for (Citation citation : origins.supports(claim.citations())) {
                Roots roots = origins.of(citation, claim.citations());
                all.add(roots);
                Stream.concat(roots.own().stream(), roots.unknown().stream())
                        .forEach(root -> because.computeIfAbsent(root, key -> new TreeSet<>())
                                .add(citation.source()));
            }
        }
        List<Collapsed> collapsed = because.entrySet().stream()
                .map(entry -> new Collapsed(entry.getKey(), entry.getValue()))
                .toList();
        return new Weighed(vouched, all.own(), all.unknown().size(), all.unknown(), collapsed);
    }

    private static OfLine line(VouchedLine line) {
        return new OfLine(
                line.line(),
                line.kind().collection(),
                line.contested(),
                line.verification(),
                line.origins(),
                line.originsUnknown());
    }

    private static OfClaim claim(ClaimKind kind, Claim claim, Verifications verifications, Origins origins) {
        boolean counts = claim.rank() != Rank.DEPRECATED;
        Roots roots = counts ? origins.of(claim.citations()) : Roots.none();
        return new OfClaim(
                claim.id(),
                kind.collection(),
                claim.line(),
                counts,
                roots.own(),
                roots.unknown().size(),
                verifications.line(counts ? List.of(claim) : List.of(), false),
                claim.citations().stream()
                        .map(citation -> rooted(citation, claim, origins))
                        .toList());
    }

    private static Rooted rooted(Citation citation, Claim claim, Origins origins) {
        Roots roots =
                citation.stance() == CitationStance.SUPPORTS ? origins.of(citation, claim.citations()) : Roots.none();
        return new Rooted(citation, origins.stands(citation), roots.own(), roots.unknown());
    }

    private static OfDrift drift(Drift.Warning warning) {
        String detail = String.join("; ", warning.said()) + ": carried by " + String.join(", ", warning.carriers())
                + " as from " + warning.origin() + ", which does not say so.";
        return new OfDrift(
                warning.kind(), warning.record(), warning.slug(), warning.carriers(), warning.origin(), detail);
    }

    private static List<Warning> warnings(Facts facts, Origins origins) {
        List<Warning> warnings = new ArrayList<>();
        for (ClaimKind kind : ClaimKind.values()) {
            for (Claim claim : facts.agreement().claims().of(kind)) {
                Set<String> own = origins.of(claim.citations()).own();
                claim.citations().stream()
                        .filter(citation -> Confirmations.isTop(citation) && own.size() < 2)
                        .forEach(citation -> warnings.add(new Warning(
                                claim.id(),
                                kind.collection(),
                                citation.source(),
                                "Credibility 1 means confirmed by other sources, and there are " + own.size()
                                        + " independent origins.")));
            }
        }
        return warnings;
    }

    private static List<Silent> silent(Facts facts) {
        List<Silent> silent = new ArrayList<>();
        silent(null, facts.agreement().citations(), silent);
        facts.agreement().claims().all().forEach(claim -> silent(claim.id(), claim.citations(), silent));
        return silent;
    }

    private static void silent(UUID claim, List<Citation> citations, List<Silent> to) {
        citations.stream()
                .filter(citation -> citation.stance() == CitationStance.SILENT)
                .forEach(citation -> to.add(new Silent(claim, citation.source(), citation.locator())));
    }
}
