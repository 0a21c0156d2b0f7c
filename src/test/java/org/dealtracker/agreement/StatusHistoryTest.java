package org.dealtracker.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dealtracker.agreement.Stage.*;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.dealtracker.agreement.Verdict.Fault;
import org.dealtracker.agreement.Verdict.TransitionRefused;
import org.dealtracker.log.ChangeType;
import org.dealtracker.uncertain.FuzzyDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusHistoryTest {
    @Test
    void withoutEventsTheStageIsUnknownSinceNever() {
        assertThat(new Deal().current()).isEqualTo(new Standing(UNKNOWN, null, EnumSet.of(UNKNOWN)));
        assertThat(new Deal().on("2026-01-01")).isEqualTo(new Deal().current());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void theFirstEventMayStateAnyStage(Stage first) {
        Deal deal = new Deal();
        assertThat(deal.moves(first, "2025-12-20").from()).isEqualTo(UNKNOWN);
        assertThat(deal.current().stage()).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aTransitionMayGoOnToWhatTheTableAllowsAndNowhereElse(Stage from) {
        for (Stage to : Stage.values()) {
            Deal deal = Deal.withTransitions(from, "2025-12-20");
            if (StageTable.holds(List.of(from), to)) {
                assertThat(deal.moves(to, "2026-01-10").from()).isEqualTo(from);
                assertThat(deal.current().stage()).isEqualTo(to);
            } else {
                TransitionRefused refused = deal.refused(to, "2026-01-10");
                assertThat(refused.from()).isEqualTo(from);
                assertThat(refused.to()).isEqualTo(to);
                assertThat(refused.next()).isNull();
                assertThat(refused.allowed()).isEqualTo(from.allowedNext(UNKNOWN));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ChangeType.class,
            names = {"AMENDMENT", "CORRECTION", "REASSESSMENT", "SOURCE_RETRACTED", "MERGE", "SPLIT"})
    void onlyATransitionMustFollowTheTable(ChangeType type) {
        Deal deal = Deal.withTransitions(AGREED, "2025-12-20", COMPLETED, "2026-02-01");
        assertThat(deal.accepted("event", type, RUMOURED, "2026-03-01", null).skipped())
                .isEmpty();
        assertThat(deal.current().stage()).isEqualTo(RUMOURED);
    }

    @Test
    void aSkipForwardIsListedAndAStepOfTheTableIsNot() {
        Deal deal = Deal.withTransitions(ANNOUNCED, "2025-07");
        assertThat(deal.moves(AGREED, "2025-12-20").skipped()).isEmpty();
        assertThat(deal.moves(PARTIALLY_DELIVERED, "2026-01-10").skipped()).isEmpty();
        Deal imagery = Deal.withTransitions(ANNOUNCED, "2025-07");
        assertThat(imagery.moves(IN_IMPLEMENTATION, "2025-12-20").skipped()).containsExactly(PENDING_APPROVAL, AGREED);
    }

    @Test
    void aReassessmentSkipsNothingHoweverFarItGoes() {
        Deal deal = Deal.withTransitions(RUMOURED, "2025-07");
        assertThat(deal.accepted("r", ChangeType.REASSESSMENT, COMPLETED, "2026-01", null)
                        .skipped())
                .isEmpty();
    }

    @Test
    void aSuspendedDealReturnsOnlyToTheStageHeldBefore() {
        Deal deal = Deal.withTransitions(ANNOUNCED, "2025-07-01", AGREED, "2025-12-20", SUSPENDED, "2026-01-10");
        assertThat(deal.refused(ANNOUNCED, "2026-02-01").allowed())
                .containsExactlyInAnyOrder(AGREED, CANCELLED, LAPSED, UNKNOWN);
        deal.refused(IN_IMPLEMENTATION, "2026-02-01");
        assertThat(deal.moves(AGREED, "2026-02-01").skipped()).isEmpty();
    }

    @Test
    void aSuspensionSaidTwiceStillRemembersTheStageBefore() {
        Deal deal = Deal.withTransitions(AGREED, "2025-12-20", SUSPENDED, "2026-01-10");
        deal.accepted("again", ChangeType.REASSESSMENT, SUSPENDED, "2026-02-01", null);
        assertThat(deal.current().stageSince().edtf()).isEqualTo("2026-01-10");
        deal.moves(AGREED, "2026-03-01");
    }

    @Test
    void aDealFirstKnownAsSuspendedGoesOnByWayOfUnknown() {
        Deal deal = Deal.withTransitions(SUSPENDED, "2026-01-10");
        assertThat(deal.refused(AGREED, "2026-02-01").allowed()).containsExactlyInAnyOrder(CANCELLED, LAPSED, UNKNOWN);
        deal.moves(UNKNOWN, "2026-02-01");
        deal.moves(AGREED, "2026-03-01");
    }

    @Test
    void aCancelledDealRevivesToTalksOnly() {
        Deal deal = Deal.withTransitions(AGREED, "2025-12-20", CANCELLED, "2026-01-10");
        assertThat(deal.refused(AGREED, "2026-02-01").allowed()).containsExactlyInAnyOrder(IN_NEGOTIATION, UNKNOWN);
        assertThat(deal.moves(IN_NEGOTIATION, "2026-02-01").from()).isEqualTo(CANCELLED);
    }

    @Test
    void nothingFollowsACompletedDealButACorrectionMay() {
        Deal deal = Deal.withTransitions(AGREED, "2025-12-20", COMPLETED, "2026-02-01");
        assertThat(deal.refused(CANCELLED, "2026-03-01").allowed()).isEmpty();
        deal.accepted("c", ChangeType.CORRECTION, PARTIALLY_DELIVERED, "2026-03-01", null);
        deal.moves(COMPLETED, "2026-04-01");
        assertThat(deal.stages()).containsExactly(AGREED, COMPLETED, PARTIALLY_DELIVERED, COMPLETED);
    }

    @Test
    void aTransitionThatStaysIsRefused() {
        Deal deal = Deal.withTransitions(AGREED, "2025-12-20");
        assertThat(deal.refused(AGREED, "2026-01-10").allowed())
                .doesNotContain(AGREED)
                .contains(IN_IMPLEMENTATION);
    }

    @Test
    void theStageHoldsSinceTheFirstEventOfItsUnbrokenRun() {
        Deal deal = Deal.withTransitions(ANNOUNCED, "2025-07-01", AGREED, "2025-12-20");
        deal.accepted("r", ChangeType.REASSESSMENT, AGREED, "2026-02-01", null);
        assertThat(deal.current().stageSince().edtf()).isEqualTo("2025-12-20");
        deal.moves(SUSPENDED, "2026-03-01");
        deal.moves(AGREED, "2026-04-01");
        assertThat(deal.current().stageSince().edtf()).isEqualTo("2026-04-01");
    }

    @Test
    void aDayInDoubtMakesTheStagePossibleBeforeItIsCertain() {
        Deal deal = Deal.withTransitions(ANNOUNCED, "2025-12-01", AGREED, "[2025-12-17..2025-12-22]");
        assertThat(deal.on("2025-11-30").stage()).isEqualTo(UNKNOWN);
        assertThat(deal.on("2025-12-16").possibleStages()).containsExactly(ANNOUNCED);
        assertThat(deal.on("2025-12-20").stage()).isEqualTo(ANNOUNCED);
        assertThat(deal.on("2025-12-20").possibleStages()).containsExactly(ANNOUNCED, AGREED);
        assertThat(deal.on("2025-12-22").stage()).isEqualTo(AGREED);
        assertThat(deal.on("2025-12-22").possibleStages()).containsExactly(AGREED);
    }

    @Test
    void beforeTheFirstEventIsCertainUnknownStaysPossible() {
        Deal deal = Deal.withTransitions(AGREED, "2025-12");
        assertThat(deal.on("2025-12-20")).isEqualTo(new Standing(UNKNOWN, null, EnumSet.of(AGREED, UNKNOWN)));
    }

    @Test
    void aSpanBeginsAtItsBeginning() {
        Deal deal = Deal.withTransitions(AGREED, "2025-12-20", IN_IMPLEMENTATION, "2026-01/2028-06");
        assertThat(deal.on("2026-01-15").possibleStages()).containsExactly(AGREED, IN_IMPLEMENTATION);
        assertThat(deal.on("2026-01-31").stage()).isEqualTo(IN_IMPLEMENTATION);
    }

    @Test
    void bothClocksTellWhatWasBelievedThenAboutADay() {
        Deal deal = Deal.withTransitions(RUMOURED, "2025-07-01", AGREED, "2026-01-10");
        deal.accepted("c", ChangeType.CORRECTION, AGREED, "2025-12-20", "agreed");
        assertThat(deal.history().asOf(0).current().stage()).isEqualTo(UNKNOWN);
        assertThat(deal.history()
                        .asOf(2)
                        .onDate(FuzzyDate.parse("2025-12-25").earliest())
                        .stage())
                .isEqualTo(RUMOURED);
        assertThat(deal.on("2025-12-25").stage()).isEqualTo(AGREED);
        assertThat(deal.history().asOf(3).sequence()).isEqualTo(deal.history().sequence());
    }

    @ParameterizedTest
    @CsvSource({
        "unknown, EFFECTIVE_UNKNOWN",
        ", EFFECTIVE_UNKNOWN",
        "2026-01/.., EFFECTIVE_OPEN",
        "2026-07-01, EFFECTIVE_AHEAD",
        "2027/2028, EFFECTIVE_AHEAD"
    })
    void aDayThatIsOpenUnknownOrAheadIsRefusedForEveryType(String day, Fault fault) {
        for (ChangeType type : ChangeType.OF_STATUS_EVENTS) {
            assertThat(new Deal().faults(type, day, null)).containsExactly(fault);
        }
    }

    @Test
    void aDayThatMayBeTodayIsAccepted() {
        new Deal().moves(AGREED, "2026-06-30");
        new Deal().moves(AGREED, "2026-06");
        new Deal().moves(AGREED, "[2026-06-30..2026-07-04]");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(new Deal().faults(ChangeType.EDITORIAL, "2027/..", "nobody"))
                .containsExactly(
                        Fault.CHANGE_TYPE_OF_OTHERS,
                        Fault.EFFECTIVE_OPEN,
                        Fault.EFFECTIVE_AHEAD,
                        Fault.SUPERSEDES_UNKNOWN);
    }

    @Test
    void stepsOutOfTheOrderOfTheRecordAreAMistakeOfTheCaller() {
        FuzzyDate day = FuzzyDate.parse("2025-12-20");
        Step late = Step.proposed(UUID.randomUUID(), AGREED, ChangeType.TRANSITION, day, null);
        Step early = new Step(UUID.randomUUID(), 1, AGREED, ChangeType.TRANSITION, day, null);
        assertThatThrownBy(() -> StatusHistory.of(List.of(late, early))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StatusHistory.of(List.of(early, early))).isInstanceOf(IllegalArgumentException.class);
    }
}
