package org.dealtracker.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.agreement.Stage.*;

import org.dealtracker.agreement.Verdict.Fault;
import org.dealtracker.agreement.Verdict.TransitionRefused;
import org.dealtracker.log.ChangeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Back-dating, days that overlap, and superseding: where an event stands that was not recorded in the order of time. */
class StatusOrderTest {
    @Test
    void aBackDatedTransitionStandsAtItsOwnDay() {
        Deal deal = Deal.withTransitions(ANNOUNCED, "2025-07-01", IN_IMPLEMENTATION, "2026-01-10");
        assertThat(deal.moves(AGREED, "2025-12-20").from()).isEqualTo(ANNOUNCED);
        assertThat(deal.stages()).containsExactly(ANNOUNCED, AGREED, IN_IMPLEMENTATION);
        assertThat(deal.current().stageSince().edtf()).isEqualTo("2026-01-10");
    }

    @Test
    void aBackDatedTransitionThatDoesNotFitItsSuccessorIsRefused() {
        Deal deal = Deal.withTransitions(ANNOUNCED, "2025-07-01", AGREED, "2025-12-20");
        TransitionRefused refused = deal.refused(CANCELLED, "2025-09-01");
        assertThat(refused.from()).isEqualTo(ANNOUNCED);
        assertThat(refused.next()).isEqualTo(AGREED);
        assertThat(refused.allowed()).containsExactly(IN_NEGOTIATION, PENDING_APPROVAL, UNKNOWN);
    }

    @Test
    void aBackDatedFirstEventMustFitWhatWasTheFirst() {
        Deal deal = Deal.withTransitions(AGREED, "2025-12-20");
        assertThat(deal.refused(COMPLETED, "2025-09-01").from()).isEqualTo(UNKNOWN);
        deal.refused(AGREED, "2025-09-01");
        assertThat(deal.moves(RUMOURED, "2025-09-01").from()).isEqualTo(UNKNOWN);
    }

    @Test
    void aBackDatedTransitionMayNotPullTheGroundFromUnderAResumption() {
        Deal deal = Deal.withTransitions(AGREED, "2025-12-20", SUSPENDED, "2026-02-01", AGREED, "2026-03-01");
        assertThat(deal.refused(IN_IMPLEMENTATION, "2026-01-10").allowed())
                .as("no stage but the one held before may be resumed")
                .isEmpty();
    }

    @Test
    void aSuccessorThatIsNoTransitionNeedNotFit() {
        Deal deal = Deal.withTransitions(ANNOUNCED, "2025-07-01");
        deal.accepted("r", ChangeType.REASSESSMENT, RUMOURED, "2025-12-20", null);
        deal.moves(CANCELLED, "2025-09-01");
        assertThat(deal.current().stage()).isEqualTo(RUMOURED);
    }

    @Test
    void eventsOfOneDayStandInTheOrderOfTheRecordIfTheTableHolds() {
        Deal deal = Deal.withTransitions(ANNOUNCED, "2025-12-20", IN_NEGOTIATION, "2025-12-20");
        assertThat(deal.stages()).containsExactly(ANNOUNCED, IN_NEGOTIATION);
    }

    @Test
    void eventsWhoseDaysOverlapStandInTheOrderInWhichTheTableHolds() {
        Deal deal = Deal.withTransitions(AGREED, "[2025-12-17..2025-12-22]");
        assertThat(deal.moves(ANNOUNCED, "2025-12-20").from()).isEqualTo(UNKNOWN);
        assertThat(deal.stages()).containsExactly(ANNOUNCED, AGREED);
        assertThat(deal.current().stage()).isEqualTo(AGREED);
    }

    @Test
    void anEventThatBeganEarlierAtTheEarliestMayStandAfterOneThatItOverlaps() {
        Deal deal = Deal.withTransitions(AGREED, "2025-12-20");
        assertThat(deal.moves(PARTIALLY_DELIVERED, "2025-12").from()).isEqualTo(AGREED);
        assertThat(deal.current().stage()).isEqualTo(PARTIALLY_DELIVERED);
        assertThat(deal.on("2025-12-25").stage()).isEqualTo(AGREED);
        assertThat(deal.on("2025-12-25").possibleStages()).containsExactly(AGREED, PARTIALLY_DELIVERED);
    }

    @Test
    void twoRecordedEventsChangePlacesToMakeRoomForAThird() {
        Deal deal = Deal.withTransitions(
                IN_NEGOTIATION, "2025-06", ANNOUNCED, "2025-06", SUSPENDED, "2025-07-01", IN_NEGOTIATION, "2025-08-01");
        assertThat(deal.stages()).containsExactly(ANNOUNCED, IN_NEGOTIATION, SUSPENDED, IN_NEGOTIATION);
        assertThat(deal.history().asOf(3).sequence().get(0).to())
                .as("what stood first before the fourth was recorded")
                .isEqualTo(IN_NEGOTIATION);
    }

    @Test
    void eventsWhoseDaysDoNotOverlapNeverChangePlaces() {
        Deal deal = Deal.withTransitions(AGREED, "2025-12-20");
        deal.refused(ANNOUNCED, "2025-12-21");
        deal.refused(ANNOUNCED, "[2025-12-21..2026-01-10]");
        deal.moves(ANNOUNCED, "[2025-12-20..2026-01-10]");
    }

    @Test
    void aVagueEventAfterADozenExactOnesFindsItsPlaceAtTheEnd() {
        Deal deal = new Deal();
        for (int month = 1; month <= 12; month++) {
            deal.moves(month % 2 == 1 ? IN_NEGOTIATION : ANNOUNCED, "2025-%02d-10".formatted(month));
        }
        assertThat(deal.moves(COMPLETED, "2025").from()).isEqualTo(ANNOUNCED);
        assertThat(deal.current().stage()).isEqualTo(COMPLETED);
    }

    @Test
    @Timeout(20)
    void manyVagueEventsAreOrderedInBoundedTime() {
        Deal deal = Deal.withTransitions(COMPLETED, "2025");
        for (int i = 0; i < 40; i++) {
            deal.accepted("r" + i, ChangeType.REASSESSMENT, i % 2 == 0 ? CANCELLED : REFUTED, "2025", null);
        }
        deal.refused(AGREED, "2026-01-10");
        assertThat(deal.stages()).hasSize(41);
    }

    @Test
    void whatACorrectionBrokeIsNotHeldAgainstALaterTransition() {
        Deal deal = Deal.withTransitions(AGREED, "2025-12-20", IN_IMPLEMENTATION, "2026-02-01");
        deal.accepted("c", ChangeType.CORRECTION, COMPLETED, "2026-01-10", null);
        deal.moves(SUSPENDED, "2026-03-01");
        assertThat(deal.stages()).containsExactly(AGREED, COMPLETED, IN_IMPLEMENTATION, SUSPENDED);
    }

    @Test
    void aSupersedingCorrectionTakesItsTargetsPlaceButSpeaksOfItsOwnDay() {
        Deal deal = Deal.withTransitions(RUMOURED, "2025-07-01", AGREED, "2025-12-20");
        assertThat(deal.accepted("c", ChangeType.CORRECTION, ANNOUNCED, "2026-01-10", "rumoured")
                        .from())
                .isEqualTo(UNKNOWN);
        assertThat(deal.stages()).containsExactly(ANNOUNCED, AGREED);
        assertThat(deal.current().stage()).isEqualTo(AGREED);
        assertThat(deal.on("2025-08-01").stage()).isEqualTo(UNKNOWN);
        assertThat(deal.on("2025-12-25").stage()).isEqualTo(AGREED);
    }

    @Test
    void aCorrectedDayIsTheDaySinceWhichTheStageHolds() {
        Deal deal = Deal.withTransitions(ANNOUNCED, "2025-07-01", AGREED, "2025-12-22");
        deal.accepted("c", ChangeType.CORRECTION, AGREED, "2025-12-17", "agreed");
        assertThat(deal.current().stageSince().edtf()).isEqualTo("2025-12-17");
        assertThat(deal.on("2025-12-18").stage()).isEqualTo(AGREED);
        assertThat(deal.on("2025-12-16").stage()).isEqualTo(ANNOUNCED);
    }

    @Test
    void aCorrectionOfACorrectionStandsWhereTheFirstOfThemStood() {
        Deal deal = Deal.withTransitions(RUMOURED, "2025-07-01", AGREED, "2025-12-20");
        deal.accepted("c1", ChangeType.CORRECTION, ANNOUNCED, "2026-01-10", "rumoured");
        deal.accepted("c2", ChangeType.CORRECTION, IN_NEGOTIATION, "2026-02-01", "c1");
        assertThat(deal.stages()).containsExactly(IN_NEGOTIATION, AGREED);
    }

    @Test
    void anyOtherSupersedingEventCountsAtItsOwnDay() {
        Deal deal = Deal.withTransitions(RUMOURED, "2025-07-01", AGREED, "2025-12-20");
        deal.accepted("r", ChangeType.REASSESSMENT, ANNOUNCED, "2026-01-10", "rumoured");
        assertThat(deal.stages()).containsExactly(AGREED, ANNOUNCED);
    }

    @Test
    void aSupersedingTransitionIsJudgedAsIfItsTargetHadNeverBeen() {
        Deal deal = Deal.withTransitions(AGREED, "2025-12-20", COMPLETED, "2026-02-01");
        assertThat(deal.accepted("t", ChangeType.TRANSITION, IN_IMPLEMENTATION, "2026-02-01", "completed")
                        .from())
                .isEqualTo(AGREED);
        assertThat(deal.stages()).containsExactly(AGREED, IN_IMPLEMENTATION);
    }

    @Test
    void whatASupersedingTransitionLeavesBehindIsNotHeldAgainstIt() {
        Deal deal = Deal.withTransitions(AGREED, "2025-12-20", SUSPENDED, "2026-01-10", AGREED, "2026-02-01");
        deal.accepted("t", ChangeType.TRANSITION, CANCELLED, "2026-03-01", "suspended");
        assertThat(deal.stages()).containsExactly(AGREED, AGREED, CANCELLED);
        assertThat(deal.history().asOf(3).onDate(Deal.TODAY).stage()).isEqualTo(AGREED);
    }

    @Test
    void anEventIsSupersededOnlyOnce() {
        Deal deal = Deal.withTransitions(AGREED, "2025-12-20");
        deal.accepted("c", ChangeType.CORRECTION, ANNOUNCED, "2025-12-20", "agreed");
        assertThat(deal.faults(ChangeType.CORRECTION, "2025-12-20", "agreed"))
                .containsExactly(Fault.SUPERSEDES_SUPERSEDED);
        assertThat(deal.faults(ChangeType.CORRECTION, "2025-12-20", "nobody"))
                .containsExactly(Fault.SUPERSEDES_UNKNOWN);
    }
}
