package org.dealtracker.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.Delivery;
import org.dealtracker.agreement.Item;
import org.dealtracker.agreement.Milestone;
import org.dealtracker.agreement.Value;
import org.dealtracker.evidence.Conflicts.Conflict;
import org.dealtracker.source.Citation;
import org.dealtracker.source.CitationStance;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.uncertain.Quantity;

/** The contested lines of an agreement. */
record ConflictView(List<OfLine> lines) {
    /**
     * A line on which not everything can be true.
     *
     * @param field what the claims differ in; none where a source disputes what no other claim contradicts
     * @param preferred the claim that the register goes by, if it does
     * @param hull the bounds over all claims of the line
     */
    record OfLine(String line, String collection, String field, List<Side> sides, UUID preferred, Hull hull) {}

    /**
     * Those who say one thing.
     *
     * @param disputed the citations that say that the claims are wrong
     */
    record Side(List<Claim> claims, Set<String> origins, int originsUnknown, List<Citation> disputed) {}

    /** From the lowest to the highest that is claimed: numbers, or days. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hull(
            BigDecimal lower, BigDecimal upper, String text, String currency, LocalDate earliest, LocalDate latest) {}

    static ConflictView of(Facts facts) {
        Origins origins = new Origins(facts.sources());
        return new ConflictView(Conflicts.of(facts).stream()
                .map(conflict -> line(conflict, origins))
                .toList());
    }

    private static OfLine line(Conflict conflict, Origins origins) {
        List<Side> sides =
                conflict.sides().stream().map(claims -> side(claims, origins)).toList();
        UUID preferred =
                conflict.preferred() == null ? null : conflict.preferred().id();
        return new OfLine(
                conflict.line(),
                conflict.kind().collection(),
                conflict.field(),
                sides,
                preferred,
                hull(conflict.field(), conflict.all()));
    }

    private static Side side(List<Claim> claims, Origins origins) {
        Roots roots = Roots.none();
        List<Citation> disputing = new ArrayList<>();
        for (Claim claim : claims) {
            roots.add(origins.of(claim.citations()));
            claim.citations().stream()
                    .filter(citation -> citation.stance() == CitationStance.DISPUTES && origins.stands(citation))
                    .forEach(disputing::add);
        }
        return new Side(claims, roots.own(), roots.unknown().size(), disputing);
    }

    private static Hull hull(String field, List<Claim> claims) {
        List<Quantity> quantities = quantities(field, claims);
        if (!quantities.isEmpty()) {
            Bounds bounds = Bounds.hull(quantities);
            String currency =
                    claims.get(0).says() instanceof Value value ? value.money().currency() : null;
            return new Hull(bounds.lower(), bounds.upper(), bounds.text(), currency, null, null);
        }
        if (!"when".equals(field)) {
            return null;
        }
        List<FuzzyDate> dates =
                claims.stream().map(claim -> ((Milestone) claim.says()).when()).toList();
        boolean open = dates.stream().anyMatch(date -> date.latest() == null);
        LocalDate earliest = dates.stream()
                .map(FuzzyDate::earliest)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        LocalDate latest = open
                ? null
                : dates.stream()
                        .map(FuzzyDate::latest)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        return new Hull(null, null, null, null, earliest, latest);
    }

    private static List<Quantity> quantities(String field, List<Claim> claims) {
        if (field == null) {
            return List.of();
        }
        return switch (field) {
            case "count" ->
                claims.stream().map(claim -> ((Item) claim.says()).count()).toList();
            case "quantity" ->
                claims.stream()
                        .map(claim -> ((Delivery) claim.says()).quantity())
                        .toList();
            case "money" ->
                Claimed.figures(claims).stream()
                        .map(claim -> ((Value) claim.says()).money().amount().quantity())
                        .toList();
            default -> List.of();
        };
    }
}
