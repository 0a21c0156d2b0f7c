package org.dealtracker.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.agreement.Basis;
import org.dealtracker.agreement.Category;
import org.dealtracker.agreement.Claim;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.Commitment;
import org.dealtracker.agreement.Evidence;
import org.dealtracker.agreement.Headline;
import org.dealtracker.agreement.Headline.Counted;
import org.dealtracker.agreement.Headline.Named;
import org.dealtracker.agreement.Headline.Promised;
import org.dealtracker.agreement.Headline.Said;
import org.dealtracker.agreement.Headline.Worth;
import org.dealtracker.agreement.Item;
import org.dealtracker.agreement.Participation;
import org.dealtracker.agreement.Position;
import org.dealtracker.agreement.Rank;
import org.dealtracker.agreement.Role;
import org.dealtracker.agreement.Standing;
import org.dealtracker.agreement.Value;
import org.dealtracker.source.Citation;
import org.dealtracker.uncertain.Amount;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.uncertain.Quantity;

/**
 * The headline of an agreement. Where claims compete it shows the preferred one, else the hull of all, and never an
 * average; what is deprecated or was replaced by an amendment no longer counts.
 */
final class Headlines {
    private Headlines() {}

    static Headline of(Facts facts, Evidence evidence) {
        Agreement agreement = facts.agreement();
        Standing standing = agreement.history().current();
        List<Citation> supports =
                new Origins(facts.sources()).supports(claimed(agreement).toList());
        List<FuzzyDate> reports = supports.stream()
                .map(citation -> facts.sources().get(citation.source()).published())
                .filter(date -> date != null && date.earliest() != null)
                .toList();
        return new Headline(
                standing.stage(),
                standing.stageSince(),
                evidence,
                parties(facts, Role.SUPPLIER),
                parties(facts, Role.RECIPIENT),
                values(agreement),
                categories(agreement),
                commitments(agreement),
                positions(agreement),
                reports.stream().min(FuzzyDate.ORDER).orElse(null),
                reports.stream()
                        .filter(date -> date.latest() != null)
                        .max(Comparator.comparing(FuzzyDate::latest).thenComparing(FuzzyDate.ORDER))
                        .orElse(null),
                supports.stream().anyMatch(citation -> !citation.hedges().isEmpty()),
                agreement.headline() == null ? null : agreement.headline().lastChange());
    }

    /** The citations that carry what the agreement says, positions among them. */
    private static Stream<Citation> claimed(Agreement agreement) {
        return agreement.claims().all().stream()
                .filter(claim -> claim.rank() != Rank.DEPRECATED)
                .flatMap(claim -> claim.citations().stream());
    }

    private static List<Named> parties(Facts facts, Role role) {
        return Claimed.standing(facts.agreement(), ClaimKind.PARTIES).stream()
                .map(claim -> (Participation) claim.says())
                .filter(says -> says.role() == role)
                .map(says -> facts.parties().get(says.party()))
                .filter(Objects::nonNull)
                .map(party -> new Named(party.identity().id(), party.identity().slug(), party.name()))
                .distinct()
                .toList();
    }

    private record Sum(Basis basis, String currency) {}

    private static List<Worth> values(Agreement agreement) {
        Map<Sum, List<Claim>> sums = new LinkedHashMap<>();
        for (Claim claim : Claimed.standing(agreement, ClaimKind.VALUES)) {
            Value value = (Value) claim.says();
            sums.computeIfAbsent(new Sum(value.basis(), value.money().currency()), sum -> new ArrayList<>())
                    .add(claim);
        }
        return sums.entrySet().stream()
                .map(entry -> worth(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Worth worth(Sum sum, List<Claim> claims) {
        Bounds bounds = null;
        Set<String> lines = claims.stream().map(Claim::line).collect(Collectors.toSet());
        for (List<Claim> line : Claimed.lines(claims)) {
            // A sum that is a part of another is in that one already, if that one is here.
            if (line.stream().anyMatch(claim -> !lines.contains(claim.says().partOf()))) {
                Bounds hull = Bounds.hull(figures(line));
                bounds = bounds == null ? hull : bounds.plus(hull);
            }
        }
        Bounds all = bounds == null ? Bounds.NOTHING_KNOWN : bounds;
        List<BigDecimal> named = figures(claims).stream()
                .flatMap(q -> Stream.of(q.lower(), q.upper()))
                .filter(Objects::nonNull)
                .toList();
        long without = amounts(claims).stream().filter(Amount::unknown).count();
        return new Worth(
                sum.basis(),
                sum.currency(),
                all.lower(),
                all.upper(),
                named.stream().min(BigDecimal::compareTo).orElse(null),
                named.stream().max(BigDecimal::compareTo).orElse(null),
                text(claims, all),
                (int) without);
    }

    /** Where one figure is all that is said, in its own words: about 2 billion is no 2 billion. */
    private static String text(List<Claim> claims, Bounds bounds) {
        Set<Quantity> said = new HashSet<>(figures(claims));
        return said.size() == 1 && Claimed.lines(claims).size() == 1
                ? said.iterator().next().text()
                : bounds.text();
    }

    private static List<Amount> amounts(List<Claim> claims) {
        return claims.stream()
                .map(claim -> ((Value) claim.says()).money().amount())
                .toList();
    }

    private static List<Quantity> figures(List<Claim> claims) {
        return Claimed.figures(claims).stream()
                .map(claim -> ((Value) claim.says()).money().amount().quantity())
                .toList();
    }

    private static List<Counted> categories(Agreement agreement) {
        List<Claim> items = Claimed.standing(agreement, ClaimKind.ITEMS);
        Set<String> wholes = new HashSet<>();
        items.forEach(claim -> wholes.add(claim.says().partOf()));
        Map<Category, Bounds> counts = new TreeMap<>();
        for (List<Claim> line : Claimed.lines(items)) {
            // Only leaf lines are counted: a line that others are parts of is their sum.
            if (!wholes.contains(line.get(0).line())) {
                counts.merge(category(line), count(line), Bounds::plus);
            }
        }
        return counts.entrySet().stream()
                .map(entry -> new Counted(
                        entry.getKey(),
                        entry.getValue().lower(),
                        entry.getValue().upper()))
                .toList();
    }

    /** What a line's claims are counted under: the first category that one of them names. */
    static Category category(List<Claim> line) {
        return line.stream()
                .map(claim -> ((Item) claim.says()).category())
                .filter(code -> code != Category.UNSPECIFIED)
                .findFirst()
                .orElse(Category.UNSPECIFIED);
    }

    private static Bounds count(List<Claim> line) {
        return Bounds.hull(line.stream()
                .map(claim -> ((Item) claim.says()).count())
                .filter(Objects::nonNull)
                .toList());
    }

    private static List<Promised> commitments(Agreement agreement) {
        return Claimed.standing(agreement, ClaimKind.COMMITMENTS).stream()
                .map(claim -> (Commitment) claim.says())
                .map(says -> new Promised(says.type(), says.fulfilment()))
                .distinct()
                .toList();
    }

    private static List<Said> positions(Agreement agreement) {
        return Claimed.standing(agreement, ClaimKind.POSITIONS).stream()
                .map(claim -> (Position) claim.says())
                .map(says -> new Said(says.party(), says.stance(), says.about()))
                .distinct()
                .toList();
    }
}
