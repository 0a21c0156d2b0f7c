package org.dealtracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.Stage;
import org.dealtracker.agreement.Verification;
import org.dealtracker.source.Provenance;

/**
 * What stands behind each claim of an agreement, for very many agreements at a time: the same rules as the evidence of one,
 * over no more of the document than they need. What contradicts what is taken from the headline, where the write that
 * brought the document left it.
 */
public final class ClaimEvidence {
    private final JsonNode document;
    private final Origins origins;
    private final Vouching vouching;
    private final Contest contest;
    private final Map<ClaimKind, OfKind> kinds = new EnumMap<>(ClaimKind.class);

    /**
     * @param document an agreement; of claims only those that are asked for and the positions need be there
     * @param sources those that the agreement cites, with all that these repeat, by slug
     */
    public ClaimEvidence(JsonNode document, Function<String, Provenance> sources, Contest contest) {
        this.document = document;
        this.contest = contest;
        this.origins = new Origins(sources);
        JsonNode headline = document.path("headline");
        this.vouching = new Vouching(
                origins,
                Stage.REFUTED.code().equals(headline.path("stage").textValue()),
                new OfKind(ClaimKind.POSITIONS).standing);
    }

    /**
     * What is derived of a claim.
     *
     * @param independentOrigins from how many origins, none of which has it from another, the claim itself comes
     * @param originsUnknown of how many of its sources nobody knows where they have it from
     * @param verification how far its line is vouched for
     * @param contested whether the claims of its line cannot all be true, or a source disputes one
     * @param replaced whether an amendment replaced it, so that it counts no longer
     */
    public record OfClaim(
            int independentOrigins,
            int originsUnknown,
            Verification verification,
            boolean contested,
            boolean replaced) {}

    /** @param index the claim's place in its array */
    public OfClaim of(ClaimKind kind, int index) {
        return kinds.computeIfAbsent(kind, OfKind::new).of(index);
    }

    /** The claims of one kind, and those of each line that count. */
    private final class OfKind {
        private final ClaimKind kind;
        private final List<Claim> all;
        private final List<Claim> standing;
        private final Set<Object> replaced = new HashSet<>();
        private final Map<String, Verification> lines = new HashMap<>();

        OfKind(ClaimKind kind) {
            this.kind = kind;
            this.all = Slim.claims(document, kind);
            this.standing = Claimed.standing(all);
            all.forEach(claim -> replaced.addAll(claim.replaces()));
        }

        OfClaim of(int index) {
            Claim claim = all.get(index);
            Roots roots = Claimed.counts(claim) ? origins.of(claim.citations()) : Roots.none();
            return new OfClaim(
                    roots.own().size(),
                    roots.unknown().size(),
                    lines.computeIfAbsent(claim.line(), this::verification),
                    contest.on(kind, claim.line()),
                    replaced.contains(claim.id()));
        }

        private Verification verification(String line) {
            List<Claim> members =
                    standing.stream().filter(claim -> claim.line().equals(line)).toList();
            return vouching.line(members, contest.on(kind, line)).code();
        }
    }
}
