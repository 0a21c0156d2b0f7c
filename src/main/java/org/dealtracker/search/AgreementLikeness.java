package org.dealtracker.search;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.agreement.Category;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.agreement.Item;
import org.dealtracker.agreement.Milestone;
import org.dealtracker.agreement.Participation;
import org.dealtracker.agreement.Role;
import org.dealtracker.log.Terms;
import org.dealtracker.search.Likeness.Pair;
import org.dealtracker.source.Citation;
import org.dealtracker.uncertain.FuzzyDate;

/** How likely two agreements are one deal. */
final class AgreementLikeness {
    /** How far apart reports of one deal may date it. */
    private static final int CLOSE = 45;

    private static final int APART = 2 * 365;
    private static final double ALIKE = 0.4;

    /** How much less it counts that parties belong to each other than that they are the same. */
    private static final double AFFILIATED = 0.8;

    private AgreementLikeness() {}

    /**
     * The parties of one side of a deal.
     *
     * @param family they, those who belong to them, and those whom they belong to
     */
    record Side(Set<String> parties, Set<String> family) {
        private double shared(Set<String> others) {
            return !Likeness.shared(parties, others).isEmpty()
                    ? 1
                    : Likeness.shared(family, others).isEmpty() ? 0 : AFFILIATED;
        }

        private boolean apart(Set<String> others) {
            return !parties.isEmpty() && !others.isEmpty() && shared(others) == 0;
        }
    }

    /** The sides of the agreement that others are compared with. */
    record Sides(Side suppliers, Side recipients) {}

    static Likeness of(Agreement one, Sides sides, Agreement other) {
        Likeness likeness = new Likeness();
        parties(sides, parties(other, Role.SUPPLIER), parties(other, Role.RECIPIENT), likeness);
        items(one, other, likeness);
        dates(Days.of(one), Days.of(other), likeness);
        Set<String> sources = Likeness.shared(sources(one), sources(other));
        if (!sources.isEmpty()) {
            double all = sources(one).size() + sources(other).size() - sources.size();
            likeness.because(DuplicateReason.SHARED_SOURCE, 0.1 + 0.15 * sources.size() / all, Likeness.list(sources));
        }
        Pair titles = Pair.of(List.of(one.title()), List.of(other.title()));
        if (titles.similarity() == 1) {
            likeness.because(DuplicateReason.SAME_NAME, 0.5, titles.detail());
        } else if (titles.similarity() >= ALIKE) {
            likeness.because(DuplicateReason.SIMILAR_NAME, 0.3 * titles.similarity(), titles.detail());
        }
        return likeness;
    }

    private static void parties(Sides sides, Set<String> suppliers, Set<String> recipients, Likeness likeness) {
        double supplied = sides.suppliers().shared(suppliers);
        double received = sides.recipients().shared(recipients);
        if (sides.suppliers().apart(suppliers) || sides.recipients().apart(recipients)) {
            likeness.against(0.5);
        } else if (supplied + received > 0) {
            // Where one of the two does not say who is on a side, the other side speaks for less.
            double weight = supplied > 0 && received > 0 ? 0.45 * supplied * received : 0.2 * (supplied + received);
            boolean same = Stream.of(supplied, received).noneMatch(each -> each == AFFILIATED);
            likeness.because(
                    same ? DuplicateReason.SAME_PARTIES : DuplicateReason.AFFILIATED_PARTIES,
                    weight,
                    Likeness.list(suppliers) + " to " + Likeness.list(recipients));
        }
    }

    private static void items(Agreement one, Agreement other, Likeness likeness) {
        Set<String> ours = designations(one);
        Set<String> theirs = designations(other);
        Set<String> shared = theirs.stream()
                .filter(theirOwn -> ours.stream().anyMatch(our -> refines(our, theirOwn)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Category> categories = Likeness.shared(categories(one), categories(other));
        if (!shared.isEmpty()) {
            double weight = 0.25 * Math.min(1, (double) shared.size() / Math.min(ours.size(), theirs.size()));
            likeness.because(DuplicateReason.SAME_DESIGNATION, weight, Likeness.list(shared));
        } else if (!categories.isEmpty()) {
            List<String> codes = categories.stream().map(Category::code).toList();
            likeness.because(DuplicateReason.SAME_CATEGORY, 0.08, Likeness.list(codes));
        }
        if (shared.isEmpty() && !ours.isEmpty() && !theirs.isEmpty()) {
            likeness.against(0.7);
        }
    }

    /** JF-17 and JF-17 Block III: one is the other or says it more closely. */
    private static boolean refines(String one, String other) {
        return Terms.beginnings(one).contains(Terms.together(other))
                || Terms.beginnings(other).contains(Terms.together(one));
    }

    private static void dates(Days one, Days other, Likeness likeness) {
        if (one == null || other == null) {
            return;
        }
        if (one.within(other, CLOSE)) {
            likeness.because(DuplicateReason.OVERLAPPING_DATES, 0.15, one + ", " + other);
        } else if (!one.within(other, APART)) {
            likeness.against(0.6);
        }
    }

    /** From the first to the last day of what is dated; of a deal without dates, when it was reported. */
    private record Days(LocalDate first, LocalDate last) {
        static Days of(Agreement agreement) {
            Days dated = of(agreement.claims().of(ClaimKind.DATES).stream()
                    .map(claim -> ((Milestone) claim.says()).when())
                    .toList());
            Days staged = dated != null
                    ? dated
                    : of(agreement.history().sequence().stream()
                            .map(step -> step.effective())
                            .toList());
            return staged != null || agreement.headline() == null
                    ? staged
                    : of(Stream.of(
                                    agreement.headline().firstReported(),
                                    agreement.headline().lastReported())
                            .filter(Objects::nonNull)
                            .toList());
        }

        private static Days of(Collection<FuzzyDate> dates) {
            return dates.stream()
                    .map(FuzzyDate::earliest)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .map(first -> new Days(first, last(dates)))
                    .orElse(null);
        }

        private static LocalDate last(Collection<FuzzyDate> dates) {
            return dates.stream()
                    .map(date -> date.latest() == null ? date.earliest() : date.latest())
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        boolean within(Days other, int days) {
            return !first.isAfter(other.last.plusDays(days)) && !other.first.isAfter(last.plusDays(days));
        }

        @Override
        public String toString() {
            return first.equals(last) ? first.toString() : first + "/" + last;
        }
    }

    static Set<String> parties(Agreement agreement, Role role) {
        return each(agreement, ClaimKind.PARTIES, claim -> (Participation) claim)
                .filter(says -> says.role() == role)
                .map(Participation::party)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> designations(Agreement agreement) {
        return each(agreement, ClaimKind.ITEMS, claim -> (Item) claim)
                .map(Item::designation)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Category> categories(Agreement agreement) {
        return each(agreement, ClaimKind.ITEMS, claim -> (Item) claim)
                .map(Item::category)
                .filter(category -> category != Category.UNSPECIFIED)
                .collect(Collectors.toSet());
    }

    static Set<String> sources(Agreement agreement) {
        Set<String> sources = new HashSet<>();
        agreement
                .claims()
                .all()
                .forEach(claim ->
                        claim.citations().stream().map(Citation::source).forEach(sources::add));
        return sources;
    }

    private static <T> Stream<T> each(Agreement agreement, ClaimKind kind, Function<Object, T> as) {
        return agreement.claims().of(kind).stream().map(claim -> as.apply(claim.says()));
    }
}
