package org.dealtracker.agreement;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dealtracker.log.ChangeType;
import org.dealtracker.uncertain.Certainty;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * The order in which the steps of a history stand, and which of its transitions break the table in it.
 *
 * <p><b>The rule.</b> Steps stand by the earliest day of their place, then by the order in which they were recorded. Only
 * if a transition breaks the table there do steps whose days overlap change places ("may stand in either order"): of
 * all orders in which no step precedes one that had certainly begun before it could begin, the one is taken in which
 * the newest transition that breaks the table is as old as can be, then the second newest, and so on; of several such
 * orders the one nearest to the beginning rule. The order is thus a function of the steps alone: nothing is stored, and
 * the same steps stand in the same order for ever.
 *
 * <p>The newest comes first because it had to fit when it was recorded, while older ones may have been broken since by
 * corrections, which may go anywhere: so a new transition fits in <em>some</em> order without worsening another exactly
 * when the breaches of the best order have not grown.
 *
 * @param breaches bit i is set if the step that was recorded as the i-th breaks the table
 */
record Sequence(List<Place> places, BigInteger breaches) {
    /**
     * How many unfinished orders are kept beside each other. The search is exact as long as it needs no more, which is
     * to say up to about eight steps that all overlap; beyond that it keeps those with the fewest new breaches.
     */
    private static final int WIDTH = 500;

    /**
     * Where a step stands: on its own days, but for a correction on those of the step that it superseded.
     *
     * @param recorded the how-manieth step of the history it is
     * @param since the days by which it is ordered
     * @param rank what decides between steps of the same earliest day
     */
    record Place(Step step, int recorded, FuzzyDate since, int rank) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing((Place p) -> p.since.earliest()).thenComparing(Place::rank);

        /** Whether this one had certainly begun before the other could begin: no other order is possible. */
        boolean precludes(Place other) {
            LocalDate eve = other.since.earliest().minusDays(1);
            return since.begunBy(eve, Certainty.CERTAIN);
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** The stage reached, null before the first step, and the last one that was no suspension. */
    private record Reached(Stage stage, Stage held) {
        static final Reached NOTHING = new Reached(null, Stage.UNKNOWN);

        boolean admits(Step next) {
            return !next.isTransition()
                    || stage == null
                    || stage.allowedNext(held).contains(next.to());
        }

        Reached then(Stage next) {
            return new Reached(next, next == Stage.SUSPENDED ? held : next);
        }
    }

    /** What decides how an unfinished order may go on: which of the places it has used up, and where it arrived. */
    private record Knot(BigInteger used, Reached reached) {}

    /** An unfinished order: its last place and the path before that. */
    private record Path(Knot knot, BigInteger breaches, Path before, Place last) {
        static final Path START = new Path(new Knot(BigInteger.ZERO, Reached.NOTHING), BigInteger.ZERO, null, null);

        Path then(Place next, int index) {
            Reached reached = knot.reached();
            return new Path(
                    new Knot(knot.used().setBit(index), reached.then(next.step().to())),
                    reached.admits(next.step()) ? breaches : breaches.setBit(next.recorded()),
                    this,
                    next);
        }

        boolean isBetterThan(Path other) {
            return other == null || breaches.compareTo(other.breaches) < 0;
        }

        List<Place> places() {
            LinkedList<Place> places = new LinkedList<>();
            for (Path path = this; path.last != null; path = path.before) {
                places.addFirst(path.last);
            }
            return List.copyOf(places);
        }
    }

    static Sequence of(List<Step> steps) {
        return ofPlaces(standing(steps));
    }

    /** The same, without one of its steps. */
    Sequence without(UUID id) {
        return ofPlaces(
                places.stream().filter(place -> !place.step().id().equals(id)).toList());
    }

    /** The steps that nothing supersedes; a superseding correction takes its target's place, all others their own. */
    private static Collection<Place> standing(List<Step> steps) {
        Map<UUID, Place> standing = new LinkedHashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Place target = step.supersedes() == null ? null : standing.remove(step.supersedes());
            if (target == null && step.supersedes() != null) {
                throw new IllegalArgumentException(step.id() + " supersedes what does not stand: " + step.supersedes());
            }
            boolean takesOver = target != null && step.changeType() == ChangeType.CORRECTION;
            Place place = takesOver
                    ? new Place(step, i, target.since(), target.rank())
                    : new Place(step, i, step.effective(), i);
            if (standing.put(step.id(), place) != null) {
                throw new IllegalArgumentException("two events have the id " + step.id());
            }
        }
        return standing.values();
    }

    private static Sequence ofPlaces(Collection<Place> standing) {
        Place[] sorted = standing.toArray(Place[]::new);
        Arrays.sort(sorted);
        Path plain = Path.START;
        for (int i = 0; i < sorted.length; i++) {
            plain = plain.then(sorted[i], i);
        }
        Path best = plain.breaches().signum() == 0 ? plain : bestOrder(sorted, plain.breaches());
        return new Sequence(best.places(), best.breaches());
    }

    /**
     * Goes through all orders side by side, one place further at a time. The paths are kept in the order of their
     * places, so that of equally good ones the first is the nearest to the plain order.
     */
    private static Path bestOrder(Place[] sorted, BigInteger bound) {
        int[] reach = reach(sorted);
        Map<Knot, Path> paths = new LinkedHashMap<>(Map.of(Path.START.knot(), Path.START));
        for (int length = 0; length < sorted.length; length++) {
            Map<Knot, Path> longer = new LinkedHashMap<>();
            for (Path path : narrowed(paths.values())) {
                for (int index : candidates(reach, path.knot().used())) {
                    Path next = path.then(sorted[index], index);
                    if (next.breaches().compareTo(bound) <= 0 && next.isBetterThan(longer.get(next.knot()))) {
                        longer.remove(next.knot());
                        longer.put(next.knot(), next);
                    }
                }
            }
            paths = longer;
        }
        Path best = null;
        for (Path path : paths.values()) {
            best = path.isBetterThan(best) ? path : best;
        }
        return best;
    }

    /** For each place the first of the sorted ones that it precludes; all after that begin no earlier, so those too. */
    private static int[] reach(Place[] sorted) {
        int[] reach = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            int barred = i + 1;
            while (barred < sorted.length && !sorted[i].precludes(sorted[barred])) {
                barred++;
            }
            reach[i] = barred;
        }
        return reach;
    }

    /** The places that may come next: none that another one, still unused, precludes. */
    private static List<Integer> candidates(int[] reach, BigInteger used) {
        List<Integer> candidates = new ArrayList<>();
        int end = reach.length;
        for (int i = used.not().getLowestSetBit(); i < end; i++) {
            if (!used.testBit(i)) {
                candidates.add(i);
                end = Math.min(end, reach[i]);
            }
        }
        return candidates;
    }

    private static Collection<Path> narrowed(Collection<Path> paths) {
        if (paths.size() <= WIDTH) {
            return paths;
        }
        List<BigInteger> sorted = paths.stream().map(Path::breaches).sorted().toList();
        BigInteger most = sorted.get(WIDTH - 1);
        return paths.stream()
                .filter(path -> path.breaches().compareTo(most) <= 0)
                .limit(WIDTH)
                .toList();
    }
}
