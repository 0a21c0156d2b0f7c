package org.dealtracker.stats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dealtracker.agreement.Stage;
import org.dealtracker.agreement.StatusHistory;
import org.dealtracker.agreement.Step;

/** In which stages a deal may have stood on each day. */
record Course(List<Turn> turns) {
    static final Course NONE = new Course(List.of());

    /** From a day (since 1970) until the next turn; one stage is certain, of several each is possible. */
    record Turn(int from, Set<Stage> stages) {}

    static Course of(List<Step> steps) {
        if (steps.isEmpty()) {
            return NONE;
        }
        StatusHistory history = StatusHistory.of(steps);
        Set<LocalDate> days = new TreeSet<>();
        for (Step step : history.sequence()) {
            days.add(step.effective().earliest());
            days.add(step.effective().latestBegin());
        }
        List<Turn> turns = new ArrayList<>();
        for (LocalDate day : days) {
            Set<Stage> stages = history.onDate(day).possibleStages();
            turns.add(new Turn((int) day.toEpochDay(), Set.copyOf(stages)));
        }
        return new Course(List.copyOf(turns));
    }

    /** Before the first turn nothing is known of it. */
    Set<Stage> on(LocalDate day) {
        Set<Stage> stages = EnumSet.of(Stage.UNKNOWN);
        for (Turn turn : turns) {
            if (turn.from() > day.toEpochDay()) {
                break;
            }
            stages = turn.stages();
        }
        return stages;
    }
}
