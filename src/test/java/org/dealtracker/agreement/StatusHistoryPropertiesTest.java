package org.dealtracker.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.dealtracker.agreement.Verdict.Accepted;
import org.dealtracker.agreement.Verdict.TransitionRefused;
import org.dealtracker.agreement.Verdict.Unacceptable;
import org.dealtracker.log.ChangeType;
import org.dealtracker.uncertain.FuzzyDate;

/** Random stories, told to the history and to {@link SlowStatusHistory}: they must agree at every turn. */
class StatusHistoryPropertiesTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-12-01");
    private static final LocalDate TODAY = FIRST.plusDays(6);
    private static final int LONGEST = 6;

    /**
     * @param target the how-manieth earlier proposal it supersedes, counted from the last; 0 for none
     * @param from days after the first
     */
    record Told(Stage to, ChangeType type, int from, int width, int target) {
        Step step(List<Step> earlier) {
            LocalDate first = FIRST.plusDays(from);
            String day = width == 0 ? first.toString() : "[" + first + ".." + first.plusDays(width) + "]";
            UUID supersedes = target == 0 || earlier.isEmpty()
                    ? null
                    : earlier.get(Math.max(0, earlier.size() - target)).id();
            return Step.proposed(UUID.randomUUID(), to, type, FuzzyDate.parse(day), supersedes);
        }
    }

    @Property(tries = 400)
    void theHistoryAgreesWithTheSlowOneAtEveryTurn(@ForAll("stories") List<Told> story) {
        List<Step> proposed = new ArrayList<>();
        List<SlowStatusHistory> past = new ArrayList<>(List.of(new SlowStatusHistory(List.of())));
        StatusHistory history = StatusHistory.EMPTY;
        for (Told told : story) {
            SlowStatusHistory known = past.get(past.size() - 1);
            if (known.recorded().size() == LONGEST) {
                break;
            }
            Step step = told.step(proposed).recordedAs(past.size());
            proposed.add(step);
            SlowStatusHistory longer = new SlowStatusHistory(
                    Stream.concat(known.recorded().stream(), Stream.of(step)).toList());
            Verdict verdict = history.append(step, TODAY);
            Statistics.collect(verdict.getClass().getSimpleName());
            if (verdict instanceof Accepted accepted) {
                assertThat(mayBeJudged(step, known)).isTrue();
                assertThat(holds(longer)).as("accepted").isTrue();
                past.add(longer);
                history = accepted.history();
                assertSame(history, accepted, longer);
            } else if (verdict instanceof TransitionRefused refused) {
                assertThat(holds(longer)).as("refused").isFalse();
                assertAllowed(refused, step, known);
            } else {
                assertThat(verdict).isInstanceOf(Unacceptable.class);
                assertThat(mayBeJudged(step, known)).isFalse();
            }
        }
        assertBothClocks(history, past);
    }

    private static boolean holds(SlowStatusHistory longer) {
        Step newest = longer.recorded().get(longer.recorded().size() - 1);
        return newest.changeType() != ChangeType.TRANSITION || longer.newestHolds();
    }

    private static boolean mayBeJudged(Step step, SlowStatusHistory known) {
        boolean begun = !step.effective().earliest().isAfter(TODAY);
        boolean target = step.supersedes() == null
                || known.sequence().stream().anyMatch(other -> other.id().equals(step.supersedes()));
        return begun && target;
    }

    private static void assertSame(StatusHistory history, Accepted accepted, SlowStatusHistory slow) {
        List<Step> order = slow.sequence();
        int at = order.indexOf(accepted.step());
        assertThat(history.sequence()).isEqualTo(order);
        assertThat(history.current()).isEqualTo(slow.current());
        assertThat(accepted.from())
                .isEqualTo(at == 0 ? Stage.UNKNOWN : order.get(at - 1).to());
    }

    private static void assertAllowed(TransitionRefused refused, Step step, SlowStatusHistory known) {
        for (Stage stage : Stage.values()) {
            List<Step> other = new ArrayList<>(known.recorded());
            other.add(step.withTo(stage));
            assertThat(refused.allowed().contains(stage))
                    .as("%s allowed", stage)
                    .isEqualTo(new SlowStatusHistory(other).newestHolds());
        }
    }

    private static void assertBothClocks(StatusHistory history, List<SlowStatusHistory> past) {
        for (int n = 0; n < past.size(); n++) {
            StatusHistory then = history.asOf(n);
            assertThat(then.current()).isEqualTo(past.get(n).current());
            for (LocalDate day = FIRST.minusDays(1); day.isBefore(TODAY.plusDays(5)); day = day.plusDays(1)) {
                assertThat(then.onDate(day))
                        .as("as of %d on %s", n, day)
                        .isEqualTo(past.get(n).onDate(day));
            }
        }
    }

    @Provide
    Arbitrary<List<Told>> stories() {
        Arbitrary<ChangeType> types = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(ChangeType.TRANSITION)),
                Tuple.of(2, Arbitraries.just(ChangeType.CORRECTION)),
                Tuple.of(1, Arbitraries.of(ChangeType.OF_STATUS_EVENTS)));
        Arbitrary<Integer> targets = Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(1, 1), Tuple.of(1, 2));
        return Combinators.combine(
                        Arbitraries.of(Stage.class),
                        types,
                        Arbitraries.integers().between(0, 7).withDistribution(RandomDistribution.uniform()),
                        Arbitraries.integers().between(0, 2),
                        targets)
                .as(Told::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(12);
    }
}
