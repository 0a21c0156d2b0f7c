package org.dealtracker.stats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dealtracker.agreement.Basis;
import org.dealtracker.evidence.Bounds;
import org.dealtracker.uncertain.Amount;

/**
 * What one agreement is worth on one basis in one currency, as its headline has it, but for sums that are named in two
 * currencies: those count once.
 *
 * @param bounds null when all that is named there is a part of other sums, which count instead
 */
record Worth(Unit unit, Bounds bounds, boolean contested) {

    /** What is never mixed; a sum of no currency is of its own. */
    record Unit(Basis basis, String currency) {}

    /** Sums that speak of one line on one basis in one currency: they compete, or one of them is preferred. */
    private record Line(Unit unit, List<Told.Value> claims) {
        /** @param wholes the names of the lines of the same unit: a part of one of them is in that one already */
        boolean counts(Set<String> wholes) {
            return claims.stream().anyMatch(claim -> !wholes.contains(claim.partOf()));
        }

        /** An order of magnitude never widens the hull of figures. */
        Bounds hull() {
            List<Amount> amounts =
                    claims.stream().map(claim -> claim.money().amount()).toList();
            List<Amount> figures = amounts.stream()
                    .filter(amount -> !amount.orderOfMagnitude() && !amount.unknown())
                    .toList();
            return Bounds.hull((figures.isEmpty() ? amounts : figures)
                    .stream().map(Amount::quantity).toList());
        }
    }

    static List<Worth> all(List<Told.Value> standing, Set<String> contested) {
        Map<Unit, Worth> worths = new LinkedHashMap<>();
        Map<Unit, Set<String>> wholes = new HashMap<>();
        for (Told.Value claim : standing) {
            wholes.computeIfAbsent(unit(claim), unit -> new HashSet<>()).add(claim.line());
        }
        for (Line line : once(standing)) {
            Worth worth = new Worth(
                    line.unit(),
                    line.counts(wholes.get(line.unit())) ? line.hull() : null,
                    Facts.on(contested, line.claims().stream()));
            worths.merge(line.unit(), worth, Worth::plus);
        }
        return List.copyOf(worths.values());
    }

    private Worth plus(Worth other) {
        Bounds both = bounds == null ? other.bounds : other.bounds == null ? bounds : bounds.plus(other.bounds);
        return new Worth(unit, both, contested || other.contested);
    }

    private static List<Line> lines(List<Told.Value> standing) {
        Map<Unit, List<Told.Value>> units = new LinkedHashMap<>();
        for (Told.Value claim : standing) {
            String currency = claim.money().currency();
            Unit unit = new Unit(claim.basis(), currency == null ? null : currency.intern());
            units.computeIfAbsent(unit, any -> new ArrayList<>()).add(claim);
        }
        List<Line> lines = new ArrayList<>();
        units.forEach((unit, claims) -> Told.lines(claims).forEach(line -> lines.add(new Line(unit, line))));
        return lines;
    }

    /**
     * The lines without those that only name the sum of another line again. The sum that a claim is said to be the
     * equivalent of is the one that counts, and of sums that are each other's equivalents the one that comes first; a
     * sum whose original no longer stands counts itself.
     */
    private static List<Line> once(List<Told.Value> standing) {
        List<Line> lines = lines(standing);
        if (standing.stream().allMatch(claim -> claim.equivalentOf() == null)) {
            return lines;
        }
        Map<UUID, Line> lineOf = new LinkedHashMap<>();
        // By the claims that stand, not only those that are preferred: it is the line that counts.
        for (Told.Value claim : standing) {
            lines.stream()
                    .filter(line -> line.unit().equals(unit(claim))
                            && line.claims().get(0).line().equals(claim.line()))
                    .forEach(line -> lineOf.put(claim.id(), line));
        }
        return lines.stream()
                .filter(line -> line == original(line, lines, lineOf))
                .toList();
    }

    private static Unit unit(Told.Value claim) {
        return new Unit(claim.basis(), claim.money().currency());
    }

    private static Line original(Line line, List<Line> lines, Map<UUID, Line> lineOf) {
        List<Line> path = new ArrayList<>();
        Line at = line;
        while (at != null && !path.contains(at)) {
            path.add(at);
            Line from = at;
            at = from.claims().stream()
                    .map(claim -> lineOf.get(claim.equivalentOf()))
                    .filter(other -> other != null && other != from)
                    .findFirst()
                    .orElse(null);
        }
        if (at == null) {
            return path.get(path.size() - 1);
        }
        // A circle.
        List<Line> circle = path.subList(path.indexOf(at), path.size());
        return lines.stream().filter(circle::contains).findFirst().orElseThrow();
    }
}
