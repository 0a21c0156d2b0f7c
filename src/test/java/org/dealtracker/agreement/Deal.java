package org.dealtracker.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dealtracker.agreement.Verdict.Accepted;
import org.dealtracker.agreement.Verdict.TransitionRefused;
import org.dealtracker.agreement.Verdict.Unacceptable;
import org.dealtracker.log.ChangeType;
import org.dealtracker.uncertain.FuzzyDate;

/** A deal whose events are told one after the other, each named by a letter or a word; n counts from 1. */
final class Deal {
    static final LocalDate TODAY = LocalDate.parse("2026-06-30");

    private final Map<String, UUID> ids = new HashMap<>();
    private StatusHistory history = StatusHistory.EMPTY;

    static Deal withTransitions(Object... stagesAndDays) {
        Deal deal = new Deal();
        for (int i = 0; i < stagesAndDays.length; i += 2) {
            deal.moves((Stage) stagesAndDays[i], (String) stagesAndDays[i + 1]);
        }
        return deal;
    }

    Accepted moves(Stage to, String day) {
        return accepted(to.code(), ChangeType.TRANSITION, to, day, null);
    }

    Accepted accepted(String name, ChangeType type, Stage to, String day, String supersedes) {
        Verdict verdict = judged(name, type, to, day, supersedes);
        assertThat(verdict).isInstanceOf(Accepted.class);
        Accepted accepted = (Accepted) verdict;
        StatusHistory before = history;
        history = StatusHistory.of(accepted.history().steps().stream()
                .map(step -> step.n() == Step.UNRECORDED
                        ? step.recordedAs(before.steps().size() + 1)
                        : step)
                .toList());
        return accepted;
    }

    TransitionRefused refused(Stage to, String day) {
        Verdict verdict = judged("refused", ChangeType.TRANSITION, to, day, null);
        assertThat(verdict).isInstanceOf(TransitionRefused.class);
        return (TransitionRefused) verdict;
    }

    List<Verdict.Fault> faults(ChangeType type, String day, String supersedes) {
        Verdict verdict = judged("faulty", type, Stage.AGREED, day, supersedes);
        assertThat(verdict).isInstanceOf(Unacceptable.class);
        return ((Unacceptable) verdict).faults();
    }

    private Verdict judged(String name, ChangeType type, Stage to, String day, String supersedes) {
        UUID id = UUID.randomUUID();
        ids.put(name, id);
        UUID target = supersedes == null ? null : ids.computeIfAbsent(supersedes, any -> UUID.randomUUID());
        FuzzyDate effective = day == null ? null : FuzzyDate.parse(day);
        return history.append(Step.proposed(id, to, type, effective, target), TODAY);
    }

    StatusHistory history() {
        return history;
    }

    List<Stage> stages() {
        return history.sequence().stream().map(Step::to).toList();
    }

    Standing current() {
        return history.current();
    }

    Standing on(String day) {
        return history.onDate(LocalDate.parse(day));
    }
}
