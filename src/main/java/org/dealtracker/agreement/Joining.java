package org.dealtracker.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.dealtracker.http.Problem;
import org.dealtracker.log.Identity;
import org.dealtracker.log.References;

/**
 * Brings the claims of a duplicate into the agreement that survives it. A claim that the survivor has word for word
 * stays behind, and what spoke of it speaks of the survivor's; all others move and keep their ids.
 */
final class Joining {
    /** What a claim that stands alone is compared by: ids differ between two records that say the same. */
    private static final UUID ITSELF = new UUID(0, 0);

    /** The duplicate's claims, by the id that each has in the survivor. */
    private final Map<UUID, UUID> ids = new HashMap<>();

    private final Agreement survivor;
    private final Agreement duplicate;

    private Joining(Agreement survivor, Agreement duplicate) {
        this.survivor = survivor;
        this.duplicate = duplicate;
    }

    static <T> List<T> union(List<T> ours, List<T> theirs) {
        return Stream.concat(ours.stream(), theirs.stream()).distinct().toList();
    }

    /** @throws Problem 422 when a claim cannot move without saying something else */
    static Claims claims(Agreement survivor, Agreement duplicate) {
        Joining joining = new Joining(survivor, duplicate);
        Set<UUID> staying = joining.match();
        joining.name(staying);
        return joining.move(staying);
    }

    /** Finds what the survivor has already; one match may make another, where one claim speaks of the other. */
    private Set<UUID> match() {
        Set<UUID> staying = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (ClaimKind kind : ClaimKind.values()) {
                Map<Claim, UUID> held = new HashMap<>();
                survivor.claims().of(kind).forEach(claim -> held.putIfAbsent(nameless(claim), claim.id()));
                for (Claim claim : duplicate.claims().of(kind)) {
                    UUID same = staying.contains(claim.id()) ? null : held.get(nameless(renamed(claim)));
                    if (same != null) {
                        ids.put(claim.id(), same);
                        staying.add(claim.id());
                        more = true;
                    }
                }
            }
        }
        return staying;
    }

    /** A moving claim keeps its id, unless one that came earlier by the same way and was changed since has it. */
    private void name(Set<UUID> staying) {
        Set<UUID> taken = new HashSet<>();
        survivor.claims().all().forEach(claim -> taken.add(claim.id()));
        for (Claim claim : duplicate.claims().all()) {
            if (!staying.contains(claim.id())) {
                ids.put(claim.id(), taken.contains(claim.id()) ? Identity.newId() : claim.id());
            }
        }
    }

    private Claims move(Set<UUID> staying) {
        Claims joined = survivor.claims();
        for (ClaimKind kind : ClaimKind.values()) {
            List<Claim> claims = new ArrayList<>(joined.of(kind));
            for (Claim claim : duplicate.claims().of(kind)) {
                if (!staying.contains(claim.id())) {
                    requireWhole(claim);
                    claims.add(renamed(claim));
                }
            }
            String circular = Lines.circular(claims);
            if (circular != null) {
                throw Problem.unacceptable(
                        "/into", "The line '" + circular + "' would, over others, be a part of itself.");
            }
            joined = joined.with(kind, claims);
        }
        return joined;
    }

    private void requireWhole(Claim claim) {
        if (claim.says() instanceof Position position
                && References.isId(position.about())
                && !ids.containsKey(UUID.fromString(position.about()))) {
            throw Problem.unacceptable(
                    "/into",
                    "The position " + claim.id() + " of the duplicate speaks of a status event or a claim that does not"
                            + " come along; let it speak of something else, or retract it, first.");
        }
    }

    /** The claim under the names that all claims of the duplicate have in the survivor, as far as they are known. */
    private Claim renamed(Claim claim) {
        return new Claim(
                ids.getOrDefault(claim.id(), claim.id()),
                line(claim.line()),
                says(claim.says()),
                claim.rank(),
                claim.rankReason(),
                claim.asAt(),
                claim.replaces().stream()
                        .map(this::claim)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                claim.citations(),
                claim.note(),
                claim.recordedAt());
    }

    /** Another claim of the duplicate by its id in the survivor; null for one that was retracted. */
    private UUID claim(UUID id) {
        boolean live =
                duplicate.claims().all().stream().anyMatch(claim -> claim.id().equals(id));
        return live ? ids.getOrDefault(id, id) : null;
    }

    private String line(String line) {
        return line != null && References.isId(line) ? named(line) : line;
    }

    private String named(String id) {
        UUID known = ids.get(UUID.fromString(id));
        return known == null ? id : known.toString();
    }

    private Saying says(Saying says) {
        if (says instanceof Value value) {
            return new Value(
                    value.money(),
                    value.basis(),
                    value.covers().stream().map(this::line).toList(),
                    line(value.partOf()),
                    value.equivalentOf() == null ? null : claim(value.equivalentOf()));
        }
        if (says instanceof Item item) {
            return new Item(
                    item.designation(),
                    item.description(),
                    item.category(),
                    item.count(),
                    item.condition(),
                    item.localProduction(),
                    item.deliveryPeriod(),
                    line(item.partOf()));
        }
        if (says instanceof Position position) {
            return new Position(position.party(), position.stance(), line(position.about()), position.when());
        }
        return says;
    }

    private static Claim nameless(Claim claim) {
        boolean alone = claim.id().toString().equals(claim.line());
        return new Claim(
                ITSELF,
                alone ? ITSELF.toString() : claim.line(),
                claim.says(),
                claim.rank(),
                claim.rankReason(),
                claim.asAt(),
                claim.replaces(),
                claim.citations(),
                claim.note(),
                null);
    }
}
