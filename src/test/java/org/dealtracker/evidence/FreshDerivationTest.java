package org.dealtracker.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.dealtracker.agreement.Agreement;
import org.dealtracker.http.Json;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.RandomHistory;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is done to sources, parties, restrictions, assessments and deals, what agreements show is what would be derived
 * of them afresh: after every single operation, for every agreement.
 */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class FreshDerivationTest {
    private static final int OPERATIONS = Integer.getInteger("fresh.operations", 60);

    @Inject
    Gathering gathering;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsStoredIsWhatWouldBeDerivedAfresh(long seed) {
        RandomHistory history = new RandomHistory(seed);
        int carriedOut = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            Answer answer = history.operation();
            // A circle of repeats, a record in use: refused, and nothing may have changed.
            assertThat(answer.status()).as(answer.text()).isIn(200, 201, 204, 409, 422);
            carriedOut += answer.status() < 300 ? 1 : 0;
            history.deals().forEach(this::assertFresh);
        }
        assertThat(carriedOut).isGreaterThan(OPERATIONS / 2);
    }

    private void assertFresh(String deal) {
        Answer stored = Api.get("/agreements/" + deal).expect(200);
        Agreement agreement = Agreement.TYPE.stored((ObjectNode) stored.json());
        Agreement fresh = Derived.of(gathering.now(List.of(agreement)).get(0));
        JsonNode derived = Json.asStored(fresh);
        assertThat(derived).as("%s at n=%s", deal, stored.at("/n")).isEqualTo(stored.json());
        assertThat(gathering.asOf(agreement, Api.head()).sources())
                .isEqualTo(gathering.now(List.of(agreement)).get(0).sources());
    }
}
