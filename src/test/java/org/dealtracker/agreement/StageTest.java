package org.dealtracker.agreement;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {
    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyRowOfTheTableAllowsWhatItSays(Stage from) {
        assertThat(from.allowedNext()).isEqualTo(StageTable.allowed(from));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aTransitionOfTheTablesOwnSkipsNothing(Stage from) {
        for (Stage to : StageTable.listed(from)) {
            assertThat(from.skippedTo(to)).as("%s to %s", from, to).isEmpty();
        }
    }

    @Test
    void aSkipNamesEveryStageBetween() {
        assertThat(Stage.RUMOURED.skippedTo(Stage.PENDING_APPROVAL))
                .containsExactly(Stage.IN_NEGOTIATION, Stage.ANNOUNCED);
        assertThat(Stage.ANNOUNCED.skippedTo(Stage.PARTIALLY_DELIVERED))
                .containsExactly(Stage.PENDING_APPROVAL, Stage.AGREED, Stage.IN_IMPLEMENTATION);
        assertThat(Stage.PENDING_APPROVAL.skippedTo(Stage.COMPLETED))
                .containsExactly(Stage.AGREED, Stage.IN_IMPLEMENTATION, Stage.PARTIALLY_DELIVERED);
    }

    @Test
    void aStepBackSkipsNothing() {
        assertThat(Stage.COMPLETED.skippedTo(Stage.RUMOURED)).isEmpty();
        assertThat(Stage.AGREED.skippedTo(Stage.PENDING_APPROVAL)).isEmpty();
        assertThat(Stage.CANCELLED.skippedTo(Stage.COMPLETED)).isEmpty();
    }

    @Test
    void onlyCompletedAndRefutedAreFinal() {
        Set<Stage> ends = Arrays.stream(Stage.values()).filter(Stage::isFinal).collect(toSet());
        assertThat(ends).containsExactlyInAnyOrder(Stage.COMPLETED, Stage.REFUTED);
        assertThat(ends).allSatisfy(end -> assertThat(end.allowedNext()).isEmpty());
    }

    @Test
    void onlyTheReturnOfAnEndedDealToTalksIsARevival() {
        List<String> revivals = Stream.of(Stage.values())
                .flatMap(from ->
                        Stream.of(Stage.values()).filter(from::isRevivedBy).map(to -> from.code() + " to " + to.code()))
                .toList();
        assertThat(revivals).containsExactly("cancelled to in_negotiation", "lapsed to in_negotiation");
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void everyStageIsDefinedInASentence(Stage stage) {
        assertThat(stage.definition()).endsWith(".").hasSizeGreaterThan(15);
    }
}
