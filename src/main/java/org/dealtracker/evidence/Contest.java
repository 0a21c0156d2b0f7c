package org.dealtracker.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.source.CitationStance;

/**
 * Which lines of an agreement are contested, kind by kind. The headline has their names only, and a line of items may have
 * the name of one of deliveries. Where claims of one kind alone can be at odds on a line, it is they; else all is worked
 * out as the conflicts of the agreement are.
 */
public final class Contest {
    private final Set<String> named = new HashSet<>();
    private final Supplier<ObjectNode> whole;
    private final Function<ObjectNode, JsonNode> conflicts;
    private final Map<String, Set<ClaimKind>> kinds = new HashMap<>();
    private final Map<ClaimKind, List<Claim>> standing = new EnumMap<>(ClaimKind.class);
    private ObjectNode document;
    private JsonNode found;

    /**
     * @param read the agreement, or as much of it as has the headline
     * @param whole all of it
     * @param conflicts its conflicts, as {@link Examination.Examined#conflicts} has them
     */
    public Contest(JsonNode read, Supplier<ObjectNode> whole, Function<ObjectNode, JsonNode> conflicts) {
        this.whole = whole;
        this.conflicts = conflicts;
        read.path("headline").path("contestedLines").forEach(line -> named.add(line.textValue()));
    }

    boolean on(ClaimKind kind, String line) {
        return named.contains(line) && kinds.computeIfAbsent(line, this::of).contains(kind);
    }

    private Set<ClaimKind> of(String line) {
        Set<ClaimKind> possible = EnumSet.noneOf(ClaimKind.class);
        for (ClaimKind kind : ClaimKind.values()) {
            if (canBeAtOdds(standing(kind), line)) {
                possible.add(kind);
            }
        }
        return possible.size() < 2 ? possible : workedOut(line);
    }

    private List<Claim> standing(ClaimKind of) {
        return standing.computeIfAbsent(of, kind -> Claimed.standing(Slim.claims(document(), kind)));
    }

    private static boolean canBeAtOdds(List<Claim> standing, String line) {
        List<Claim> members =
                standing.stream().filter(claim -> claim.line().equals(line)).toList();
        return members.size() > 1
                || members.stream()
                        .flatMap(claim -> claim.citations().stream())
                        .anyMatch(citation -> citation.stance() == CitationStance.DISPUTES);
    }

    private Set<ClaimKind> workedOut(String line) {
        if (found == null) {
            found = conflicts.apply(document());
        }
        List<ClaimKind> kinds = new ArrayList<>();
        for (JsonNode each : found.path("lines")) {
            if (line.equals(each.path("line").textValue())) {
                kinds.add(ClaimKind.of(each.path("collection").textValue()));
            }
        }
        return Set.copyOf(kinds);
    }

    private ObjectNode document() {
        if (document == null) {
            document = whole.get();
        }
        return document;
    }
}
