package org.dealtracker.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dealtracker.agreement.Basis;
import org.dealtracker.http.Json;
import org.dealtracker.http.Problem;
import org.dealtracker.support.Bodies;
import org.junit.jupiter.api.Test;

/** A series is as long as a chart can be, whatever deals there are. */
class TimeseriesLimitsTest {
    /** Of a hundred years of months. */
    private static final String SOME_DAY = "dates: [{line: 'd', event: 'signed', when: '[1926-01-01..2025-12-31]'}]";

    private static Timeseries months(List<Dimension> dimensions, Measure measure, String members) {
        Told told = Json.stored(Json.bytes(Bodies.json("{" + SOME_DAY + ", " + members + "}")), Told.class);
        return new Timeseries(dimensions, measure, null, new Window(Bucket.MONTH, Set.of(), null, null))
                .add(Facts.of(told));
    }

    private static String suppliers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{line: 's" + i + "', role: 'supplier', party: 'p" + i + "'}")
                .collect(Collectors.joining(",", "parties: [", "]"));
    }

    private static String units(int count) {
        List<String> currencies = List.of("USD", "EUR", "GBP", "RUB", "CNY", "PKR", "TRY");
        return Arrays.stream(Basis.values())
                .flatMap(basis -> currencies.stream()
                        .map(currency -> "{line: 'v', basis: '" + basis.code() + "', money: {amount: '1', currency: '"
                                + currency + "'}}"))
                .limit(count)
                .collect(Collectors.joining(",", "values: [", "]"));
    }

    @Test
    void groupsAreCountedWhileTheyAreMade() {
        assertThat(months(List.of(Dimension.SUPPLIER), Measure.COUNT, suppliers(41))
                        .table()
                        .rows())
                .hasSize(41 * 1_200);
        assertThatThrownBy(() -> months(List.of(Dimension.SUPPLIER), Measure.COUNT, suppliers(42)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("more than 50000 of these groups");
    }

    @Test
    void unitsAreCountedBeforeTheirRowsAreMade() {
        assertThat(months(List.of(), Measure.VALUE, units(41)).table().rows()).hasSize(41 * 1_200);
        Timeseries series = months(List.of(), Measure.VALUE, units(42));
        assertThatThrownBy(series::table).isInstanceOf(Problem.class).hasMessageContaining("more than 50000 rows");
    }

    @Test
    void aMonthMoreThanAHundredYearsIsOneTooMany() {
        Timeseries series = months(List.of(), Measure.COUNT, "parties: []");
        assertThat(series.table().rows()).hasSize(1_200);
        Told later = Json.stored(
                Json.bytes(Bodies.json("{dates: [{line: 'd', event: 'signed', when: '2026-01-01'}]}")), Told.class);
        assertThatThrownBy(() -> series.add(Facts.of(later)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("1201 buckets");
    }
}
