package org.dealtracker.agreement;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which claims took the place of which when terms were amended: a line of descent, never a circle. */
final class Replacements {
    private Replacements() {}

    /** Whether some claim replaces, over others, itself. All of them would then count for nothing. */
    static boolean areCircular(Collection<Claim> claims) {
        Map<UUID, List<UUID>> replaced = new HashMap<>();
        claims.forEach(claim -> replaced.put(claim.id(), claim.replaces()));
        return replaced.keySet().stream().anyMatch(id -> reaches(replaced, id, id, new HashSet<>()));
    }

    private static boolean reaches(Map<UUID, List<UUID>> replaced, UUID from, UUID to, Set<UUID> seen) {
        return replaced.getOrDefault(from, List.of()).stream()
                .anyMatch(next -> next.equals(to) || (seen.add(next) && reaches(replaced, next, to, seen)));
    }
}
