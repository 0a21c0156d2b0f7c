package org.dealtracker.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.dealtracker.agreement.Sequence.Place;
import org.dealtracker.agreement.Verdict.Accepted;
import org.dealtracker.agreement.Verdict.Fault;
import org.dealtracker.agreement.Verdict.TransitionRefused;
import org.dealtracker.agreement.Verdict.Unacceptable;
import org.dealtracker.log.ChangeType;
import org.dealtracker.uncertain.Certainty;
import org.dealtracker.uncertain.FuzzyDate;

/**
 * The stages of one agreement: what was recorded about them, in which order they stand, and what may come next.
 *
 * <p>Two clocks ask it. {@link #onDate} is the world's: where did the deal stand on that day? {@link #asOf} is the
 * register's: what had been recorded by then? {@code asOf(n).onDate(day)} is what we believed at {@code n} about that
 * day.
 *
 * <p>The order of the steps (see {@link Sequence}) is the register's reading and is settled; only their days are in doubt.
 * A superseding correction takes its target's <em>place</em> in that order, so that mending an old event never makes it
 * the current one; its own {@code effective} is nonetheless what {@code stageSince} shows and what {@link #onDate} goes
 * by, for how else could a day be corrected? Immutable.
 */
public final class StatusHistory {
    public static final StatusHistory EMPTY = new StatusHistory(List.of());

    private final List<Step> steps;
    private final Sequence sequence;

    private StatusHistory(List<Step> steps) {
        this.steps = steps;
        this.sequence = Sequence.of(steps);
    }

    /** @param steps in the order in which they were recorded */
    public static StatusHistory of(List<Step> steps) {
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i - 1).n() > steps.get(i).n()) {
                throw new IllegalArgumentException(
                        "not in the order of n: " + steps.get(i).id());
            }
        }
        return new StatusHistory(List.copyOf(steps));
    }

    /** Every step as it was recorded, the superseded ones included. */
    public List<Step> steps() {
        return steps;
    }

    /** The steps that nothing supersedes, in the order in which they stand. */
    public List<Step> sequence() {
        return sequence.places().stream().map(Place::step).toList();
    }

    /** Where the deal stands after all that is recorded, doubts about the days aside. */
    public Standing current() {
        return Standing.after(sequence(), List.of());
    }

    /**
     * Where the deal stood at the end of {@code day}: the stage of the last step that had certainly begun, and as
     * possible ones those of later steps that may have.
     */
    public Standing onDate(LocalDate day) {
        List<Step> begun = sequence().stream()
                .filter(step -> step.effective().begunBy(day, Certainty.POSSIBLE))
                .toList();
        int certain = begun.size();
        while (certain > 0 && !begun.get(certain - 1).effective().begunBy(day, Certainty.CERTAIN)) {
            certain--;
        }
        List<Stage> maybe =
                begun.subList(certain, begun.size()).stream().map(Step::to).toList();
        return Standing.after(begun.subList(0, certain), maybe);
    }

    /** The history as the register had it after entry {@code n} of the log. */
    public StatusHistory asOf(long n) {
        return new StatusHistory(steps.stream().filter(step -> step.n() <= n).toList());
    }

    /**
     * Judges a step that comes after all others in the record, wherever it comes in the world.
     *
     * <p>Only a transition must follow the table, and it must do so in both directions: it is refused if in every order
     * that the days permit it, or a transition after it that held before, breaks the table. What was broken before it
     * came (corrections may go anywhere) is not held against it, nor is what is broken because it supersedes a step.
     *
     * @param today the last day on which a step may begin at the earliest
     */
    Verdict append(Step step, LocalDate today) {
        List<Fault> faults = faults(step, today);
        if (!faults.isEmpty()) {
            return new Unacceptable(faults);
        }
        Sequence rest = step.supersedes() == null ? sequence : sequence.without(step.supersedes());
        StatusHistory after = with(step);
        if (step.isTransition() && after.breaksMoreThan(rest)) {
            return refusal(step, rest);
        }
        Step before = after.before(step);
        Stage from = before == null ? Stage.UNKNOWN : before.to();
        boolean moves = before != null && step.isTransition();
        return new Accepted(step, from, moves ? from.skippedTo(step.to()) : List.of(), after);
    }

    private StatusHistory with(Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return of(longer);
    }

    private boolean breaksMoreThan(Sequence rest) {
        return sequence.breaches().compareTo(rest.breaches()) > 0;
    }

    private Step before(Step step) {
        List<Step> order = sequence();
        int index = order.indexOf(step);
        return index == 0 ? null : order.get(index - 1);
    }

    /** Names the neighbours of the place that the step would have had if no days overlapped. */
    private TransitionRefused refusal(Step step, Sequence rest) {
        Stage from = Stage.UNKNOWN;
        Stage next = null;
        for (Place place : rest.places()) {
            if (!place.since().earliest().isAfter(step.effective().earliest())) {
                from = place.step().to();
                next = null;
            } else if (next == null) {
                next = place.step().to();
            }
        }
        EnumSet<Stage> allowed = EnumSet.noneOf(Stage.class);
        Stream.of(Stage.values())
                .filter(stage -> !with(step.withTo(stage)).breaksMoreThan(rest))
                .forEach(allowed::add);
        return new TransitionRefused(from, step.to(), next, Collections.unmodifiableSet(allowed));
    }

    private List<Fault> faults(Step step, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (!ChangeType.OF_STATUS_EVENTS.contains(step.changeType())) {
            faults.add(Fault.CHANGE_TYPE_OF_OTHERS);
        }
        FuzzyDate effective = step.effective();
        if (effective == null || effective.kind() == FuzzyDate.Kind.UNKNOWN) {
            faults.add(Fault.EFFECTIVE_UNKNOWN);
        } else if (effective.earliest() == null || effective.latest() == null) {
            faults.add(Fault.EFFECTIVE_OPEN);
        }
        if (effective != null
                && effective.earliest() != null
                && effective.earliest().isAfter(today)) {
            faults.add(Fault.EFFECTIVE_AHEAD);
        }
        if (step.supersedes() != null && sequence().stream().noneMatch(s -> s.id().equals(step.supersedes()))) {
            boolean stoodOnce = steps.stream().anyMatch(s -> s.id().equals(step.supersedes()));
            faults.add(stoodOnce ? Fault.SUPERSEDES_SUPERSEDED : Fault.SUPERSEDES_UNKNOWN);
        }
        return faults;
    }
}
