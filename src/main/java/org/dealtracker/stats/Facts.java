package org.dealtracker.stats;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dealtracker.agreement.AgreementKind;
import org.dealtracker.agreement.Category;
import org.dealtracker.agreement.Role;
import org.dealtracker.agreement.Stage;
import org.dealtracker.agreement.Verification;
import org.dealtracker.evidence.Bounds;
import org.dealtracker.http.Code;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.uncertain.Quantity;

/**
 * What one agreement adds to totals, by the rules of its headline: where claims compete, the preferred ones, else all.
 *
 * @param suppliers of each line, who is claimed to be the supplier; in any one world it is one of them
 * @param recipients the same of the recipient
 * @param lots its leaf lines of hardware
 * @param worths its sums
 * @param lastAsAt the latest day of which a claim speaks: asked about an earlier one, the facts are others; or null
 */
record Facts(
        AgreementKind kind,
        Stage stage,
        Course course,
        Verification verification,
        Contested contested,
        List<Set<String>> suppliers,
        List<Set<String>> recipients,
        Dates dates,
        List<Lot> lots,
        List<Worth> worths,
        LocalDate lastAsAt) {

    /** Where claims contradict each other: anywhere, and on lines that decide a group. */
    record Contested(boolean anywhere, boolean suppliers, boolean recipients) {}

    /**
     * A line of hardware that no other is a part of.
     *
     * @param count how many, whatever they are
     * @param counts how many of each category that may be the line's
     */
    record Lot(Bounds count, Map<Category, Bounds> counts, boolean contested) {
        Set<Category> categories() {
            return counts.keySet();
        }
    }

    /** About how many bytes it takes up. */
    int weight() {
        return 250
                + 100 * course.turns().size()
                + 150 * (suppliers.size() + recipients.size())
                + 150 * dates.lines().size()
                + 250 * lots.size()
                + 250 * worths.size();
    }

    static Facts of(Told told) {
        return of(told, null);
    }

    /** @param onDate see {@link Told#standing} */
    static Facts of(Told told, LocalDate onDate) {
        List<String> named = told.headline().contestedLines();
        Set<String> contested = named == null ? Set.of() : Set.copyOf(named);
        List<Told.Party> parties = Told.standing(told.parties(), onDate);
        return new Facts(
                told.kind(),
                told.headline().stage() == null
                        ? Stage.UNKNOWN
                        : told.headline().stage(),
                Course.of(told.statusHistory().stream().map(Told.Event::step).toList()),
                existence(told.headline().verification()),
                new Contested(
                        told.headline().contested(),
                        on(contested, parties.stream().filter(says -> says.role() == Role.SUPPLIER)),
                        on(contested, parties.stream().filter(says -> says.role() == Role.RECIPIENT))),
                holders(parties, Role.SUPPLIER),
                holders(parties, Role.RECIPIENT),
                Dates.of(
                        Told.standing(told.dates(), onDate),
                        contested,
                        told.headline().firstReported()),
                lots(Told.standing(told.items(), onDate), contested),
                Worth.all(Told.standing(told.values(), onDate), contested),
                lastAsAt(told));
    }

    static boolean on(Set<String> contested, Stream<? extends Told.Claim> claims) {
        return !contested.isEmpty() && claims.anyMatch(claim -> contested.contains(claim.line()));
    }

    /** Documents that were written before it was derived do not say. */
    private static Verification existence(JsonNode verification) {
        String code =
                verification == null ? null : verification.at("/existence/code").textValue();
        Verification existence = Code.of(Verification.class, code);
        return existence == null ? Verification.UNVERIFIED : existence;
    }

    private static LocalDate lastAsAt(Told told) {
        return Stream.of(told.parties(), told.items(), told.values(), told.dates())
                .flatMap(List::stream)
                .map(Told.Claim::asAt)
                .filter(Objects::nonNull)
                .map(FuzzyDate::earliest)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static List<Set<String>> holders(List<Told.Party> parties, Role role) {
        List<Told.Party> of =
                parties.stream().filter(says -> says.role() == role).toList();
        return Told.lines(of).stream()
                .map(line -> line.stream().map(says -> says.party().intern()).toList())
                .map(Set::copyOf)
                .toList();
    }

    private static List<Lot> lots(List<Told.Item> items, Set<String> contested) {
        Set<String> wholes = new HashSet<>();
        items.forEach(item -> wholes.add(item.partOf()));
        return Told.lines(items).stream()
                .filter(line -> !wholes.contains(line.get(0).line()))
                .map(line -> lot(line, on(contested, line.stream())))
                .toList();
    }

    private static Lot lot(List<Told.Item> line, boolean contested) {
        Bounds count = hull(line.stream());
        Set<Category> named = new TreeSet<>();
        line.forEach(item -> named.add(item.category() == null ? Category.UNSPECIFIED : item.category()));
        if (named.size() > 1) {
            named.remove(Category.UNSPECIFIED);
        }
        if (named.size() == 1) {
            return new Lot(count, Map.of(named.iterator().next(), count), contested);
        }
        // Claims disagree on what it is: each category has all of it or nothing.
        Map<Category, Bounds> counts = new TreeMap<>();
        for (Category category : named) {
            List<Told.Item> so = line.stream()
                    .filter(item -> item.category() == category || item.category() == Category.UNSPECIFIED)
                    .filter(item -> item.count() != null && !item.count().unknown())
                    .toList();
            BigDecimal most = so.isEmpty() ? count.upper() : hull(so.stream()).upper();
            counts.put(category, new Bounds(BigDecimal.ZERO, most, false));
        }
        return new Lot(count, counts, contested);
    }

    private static Bounds hull(Stream<Told.Item> line) {
        List<Quantity> counts =
                line.map(Told.Item::count).filter(Objects::nonNull).toList();
        return Bounds.hull(counts);
    }
}
