package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.dealtracker.support.RandomHistory;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever editors do, in whatever order: the tables say what the API says, and their keys hold. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class RandomTablesTest {
    @ParameterizedTest
    @ValueSource(longs = {20261125, 7})
    void theTablesFollow(long seed) {
        RandomHistory history = new RandomHistory(seed);
        for (int i = 0; i < 60; i++) {
            history.operation();
        }
        assertThat(Evidenced.claims(history.deals())).isNotEmpty();
        assertThat(Exported.broken("")).isEmpty();
        assertThat(Exported.broken("?party=" + history.parties().get(0))).isEmpty();
    }
}
