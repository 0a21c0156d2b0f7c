package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.dealtracker.http.Json;
import org.dealtracker.support.Api;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class ListingsTest {
    @Inject
    Listings listings;

    @Test
    void asManyDocumentsAsHaveRoomInTheOrderOfTheirNumbers() {
        long[] numbers = Stream.of(
                        "/sources/" + Fixtures.created("sources", Fixtures.source()),
                        "/parties/" + Fixtures.created("parties", Fixtures.party()),
                        "/agreements/" + Fixtures.created("agreements", Fixtures.rumour()))
                .map(path -> Api.get(path).at("/n").longValue())
                .sorted((one, other) -> Long.compare(other, one))
                .mapToLong(Long::longValue)
                .toArray();
        List<byte[]> all = listings.documents(numbers, Long.MAX_VALUE);
        assertThat(all)
                .hasSize(3)
                .extracting(document -> Json.stored(document).get("n").longValue())
                .containsExactly(numbers[0], numbers[1], numbers[2]);
        long two = all.get(0).length + all.get(1).length;
        assertThat(listings.documents(numbers, two + 1)).containsExactlyElementsOf(all);
        assertThat(listings.documents(numbers, two)).containsExactlyElementsOf(all.subList(0, 2));
        assertThat(listings.documents(numbers, 1)).containsExactlyElementsOf(all.subList(0, 1));
    }

    @Test
    void ofNoNumbersThereAreNoDocuments() {
        assertThat(listings.documents(new long[0], 1)).isEmpty();
    }
}
