package org.dealtracker.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.dealtracker.log.ChangeType;

/**
 * The rules of a status history, written once more to be obvious and slow: it tries every permutation of the events and
 * every assignment of concrete days. It knows days and {@code [a..b]} only.
 */
record SlowStatusHistory(List<Step> recorded) {
    private List<Step> live(UUID leftOut) {
        return recorded.stream()
                .filter(step -> recorded.stream().noneMatch(other -> step.id().equals(other.supersedes())))
                .filter(step -> !step.id().equals(leftOut))
                .toList();
    }

    /** The step in whose place this one stands. */
    private Step placeOf(Step step) {
        if (step.changeType() != ChangeType.CORRECTION || step.supersedes() == null) {
            return step;
        }
        return placeOf(recorded.stream()
                .filter(other -> other.id().equals(step.supersedes()))
                .findFirst()
                .orElseThrow());
    }

    private List<Step> plainOrder(List<Step> live) {
        return live.stream()
                .sorted(Comparator.comparing(
                                (Step step) -> placeOf(step).effective().earliest())
                        .thenComparing(step -> recorded.indexOf(placeOf(step))))
                .toList();
    }

    private boolean permitted(List<Step> order) {
        for (int i = 0; i < order.size(); i++) {
            for (Step later : order.subList(i + 1, order.size())) {
                LocalDate latestOfLater = placeOf(later).effective().latest();
                if (latestOfLater.isBefore(placeOf(order.get(i)).effective().earliest())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The breaking transitions of an order, newest first, as text that compares as the rule does. */
    private String breaches(List<Step> order) {
        StringBuilder bits = new StringBuilder();
        for (int i = recorded.size() - 1; i >= 0; i--) {
            int at = order.indexOf(recorded.get(i));
            boolean broken = at >= 0
                    && recorded.get(i).changeType() == ChangeType.TRANSITION
                    && !StageTable.holds(
                            order.subList(0, at).stream().map(Step::to).toList(),
                            recorded.get(i).to());
            bits.append(broken ? '1' : '0');
        }
        return bits.toString();
    }

    private List<Step> bestOrder(List<Step> live) {
        List<Step> plain = plainOrder(live);
        List<List<Step>> permitted = new ArrayList<>();
        permute(plain, new ArrayList<>(), permitted);
        return permitted.stream().min(Comparator.comparing(this::breaches)).orElseThrow();
    }

    /** Adds the permitted permutations, nearest to the given order first. */
    private void permute(List<Step> rest, List<Step> begun, List<List<Step>> found) {
        if (rest.isEmpty() && permitted(begun)) {
            found.add(List.copyOf(begun));
        }
        for (Step next : rest) {
            List<Step> others = new ArrayList<>(rest);
            others.remove(next);
            begun.add(next);
            permute(others, begun, found);
            begun.remove(begun.size() - 1);
        }
    }

    List<Step> sequence() {
        return bestOrder(live(null));
    }

    /** Whether the newest step, a transition, makes nothing worse than it was without it. */
    boolean newestHolds() {
        Step newest = recorded.get(recorded.size() - 1);
        String before = breaches(bestOrder(live(newest.id())));
        return breaches(sequence()).compareTo(before) <= 0;
    }

    Standing current() {
        return standing(sequence(), List.of());
    }

    /** Tries every combination of concrete days on which the events may have begun. */
    Standing onDate(LocalDate day) {
        List<Step> order = sequence();
        Set<Stage> possible = new TreeSet<>();
        List<Step> always = new ArrayList<>(order);
        List<Step> sometimes = new ArrayList<>();
        everyAssignment(order, new ArrayList<>(), day, (begun, last) -> {
            possible.add(last);
            always.retainAll(begun);
            begun.stream().filter(step -> !sometimes.contains(step)).forEach(sometimes::add);
        });
        int certain = always.isEmpty() ? 0 : order.indexOf(always.get(always.size() - 1)) + 1;
        List<Step> until =
                order.subList(0, certain).stream().filter(sometimes::contains).toList();
        return standing(until, possible);
    }

    private static void everyAssignment(
            List<Step> order, List<LocalDate> days, LocalDate day, BiConsumer<List<Step>, Stage> each) {
        if (days.size() == order.size()) {
            List<Step> begun = order.stream()
                    .filter(step -> !days.get(order.indexOf(step)).isAfter(day))
                    .toList();
            each.accept(
                    begun,
                    begun.isEmpty()
                            ? Stage.UNKNOWN
                            : begun.get(begun.size() - 1).to());
            return;
        }
        Step next = order.get(days.size());
        next.effective()
                .earliest()
                .datesUntil(next.effective().latest().plusDays(1))
                .forEach(assigned -> {
                    days.add(assigned);
                    everyAssignment(order, days, day, each);
                    days.remove(days.size() - 1);
                });
    }

    private static Standing standing(List<Step> order, Collection<Stage> possible) {
        if (order.isEmpty()) {
            return new Standing(Stage.UNKNOWN, null, possible.isEmpty() ? Set.of(Stage.UNKNOWN) : Set.copyOf(possible));
        }
        Step last = order.get(order.size() - 1);
        Step first = last;
        for (int i = order.size() - 1; i >= 0 && order.get(i).to() == last.to(); i--) {
            first = order.get(i);
        }
        return new Standing(
                last.to(), first.effective(), possible.isEmpty() ? Set.of(last.to()) : Set.copyOf(possible));
    }
}
