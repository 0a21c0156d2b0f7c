package org.dealtracker.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dealtracker.uncertain.Certainty;
import org.dealtracker.uncertain.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
    private static Bounds hull(String... quantities) {
        return Bounds.hull(Stream.of(quantities).map(Quantity::parse).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "16, 16",
        "16;20, 16..20",
        "16..18;17..20, 16..20",
        "42..;10, 10..",
        ">4000000000;4600000000, >4000000000",
        ">4000000000;4000000000, 4000000000..",
        "unknown;12, 12",
        "unknown, unknown",
        "..10;5, ..10",
        "..10;5.., unknown"
    })
    void theHullGoesFromTheLowestToTheHighest(String claims, String expected) {
        assertThat(hull(claims.split(";")).text()).isEqualTo(expected);
    }

    @Property
    void whateverAClaimAllowsTheHullAllows(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 8) Integer> lows,
            @ForAll @IntRange(max = 3) int width,
            @ForAll @IntRange(max = 12) int number) {
        List<Quantity> claims = lows.stream()
                .map(low -> Quantity.parse(low + ".." + (low + width)))
                .toList();
        BigDecimal value = BigDecimal.valueOf(number);
        boolean someAllows = claims.stream().anyMatch(claim -> claim.within(value, value, Certainty.POSSIBLE));
        Bounds hull = Bounds.hull(claims);
        boolean hullAllows = hull.lower().compareTo(value) <= 0 && hull.upper().compareTo(value) >= 0;
        assertThat(hullAllows || !someAllows).isTrue();
        assertThat(claims).anyMatch(claim -> claim.lower().compareTo(hull.lower()) == 0);
        assertThat(claims).anyMatch(claim -> claim.upper().compareTo(hull.upper()) == 0);
    }

    @ParameterizedTest
    @CsvSource({"16, 12, 28", "16..20, 1, 17..21", "42.., 1, 43..", "unknown, 5, 5..", "unknown, unknown, unknown"})
    void independentQuantitiesAddUpBoundByBound(String one, String other, String sum) {
        assertThat(hull(one).plus(hull(other)).text()).isEqualTo(sum);
    }
}
