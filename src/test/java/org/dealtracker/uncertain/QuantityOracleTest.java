package org.dealtracker.uncertain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.uncertain.Certainty.CERTAIN;
import static org.dealtracker.uncertain.Certainty.POSSIBLE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Quantities against the list of the numbers they allow. Numbers are counted in twentieths, so that halves between
 * whole bounds and bounds moved by a tenth are on the grid; it reaches far enough above every bound to show an open end.
 */
class QuantityOracleTest {
    private static final int UNIT = 20;
    private static final int[] GRID = IntStream.rangeClosed(0, 20 * UNIT).toArray();

    /** A quantity, the twentieths that it says, and those that it possibly means. */
    record Known(Quantity quantity, IntPredicate says, IntPredicate mayMean) {}

    @Property
    void possiblyWithinMeansThatSomeValueIs(
            @ForAll("quantities") Known known, @ForAll("ends") Integer min, @ForAll("ends") Integer max) {
        boolean some = IntStream.of(GRID).filter(known.mayMean).anyMatch(v -> between(min, v, max));
        assertThat(known.quantity.within(decimal(min), decimal(max), POSSIBLE)).isEqualTo(some);
    }

    @Property
    void certainlyWithinMeansThatEveryValueIs(
            @ForAll("quantities") Known known, @ForAll("ends") Integer min, @ForAll("ends") Integer max) {
        boolean every = IntStream.of(GRID).filter(known.says).allMatch(v -> between(min, v, max));
        assertThat(known.quantity.within(decimal(min), decimal(max), CERTAIN))
                .isEqualTo(every && !known.quantity.unknown());
    }

    @Property
    void overlappingMeansThatSomeValueIsInBoth(@ForAll("quantities") Known one, @ForAll("quantities") Known other) {
        boolean some = IntStream.of(GRID).filter(one.mayMean).anyMatch(other.mayMean);
        assertThat(one.quantity.overlaps(other.quantity)).isEqualTo(some);
        assertThat(other.quantity.overlaps(one.quantity)).isEqualTo(some);
    }

    @Property
    void theOrderAgreesWithEquality(@ForAll("quantities") Known one, @ForAll("quantities") Known other) {
        int order = Quantity.ORDER.compare(one.quantity, other.quantity);
        assertThat(order == 0).isEqualTo(one.quantity.equals(other.quantity));
        assertThat(Integer.signum(order))
                .isEqualTo(-Integer.signum(Quantity.ORDER.compare(other.quantity, one.quantity)));
    }

    @Property
    void whatIsPrintedIsReadBack(
            @ForAll("decimals") BigDecimal one,
            @ForAll("decimals") BigDecimal other,
            @ForAll("flags") List<Boolean> f) {
        BigDecimal lower = one.min(other);
        BigDecimal upper = f.get(0) ? null : one.max(other);
        Quantity quantity =
                Quantity.of(f.get(1) && upper != null ? null : lower, upper, false, f.get(2), f.get(3), false);
        assertThat(Quantity.parse(quantity.text())).isEqualTo(quantity);
        assertThat(quantity.text()).doesNotContainIgnoringCase("e");
        assertThat(Quantity.ofParts(
                        quantity.lower(),
                        quantity.upper(),
                        quantity.strict(),
                        quantity.approximate(),
                        quantity.uncertain(),
                        quantity.unknown(),
                        quantity.text()))
                .isEqualTo(quantity);
    }

    @Provide
    Arbitrary<Integer> ends() {
        return Arbitraries.integers()
                .between(-1, 24)
                .map(half -> half * UNIT / 2)
                .injectNull(0.2);
    }

    @Provide
    Arbitrary<Known> quantities() {
        Arbitrary<Integer> bounds = Arbitraries.integers().between(0, 8);
        Arbitrary<Integer> forms = Arbitraries.integers().between(0, 9);
        return Combinators.combine(forms, bounds, bounds)
                .as((form, x, y) -> known(form, Math.min(x, y), Math.max(x, y)));
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        BigDecimal most = new BigDecimal("9".repeat(24));
        return Arbitraries.bigDecimals().between(BigDecimal.ZERO, most).ofScale(6);
    }

    @Provide
    Arbitrary<List<Boolean>> flags() {
        return Arbitraries.of(true, false).list().ofSize(4);
    }

    private static Known known(int form, int a, int b) {
        int low = a * UNIT;
        int high = b * UNIT;
        List<Known> forms = new ArrayList<>();
        forms.add(exact("" + a, v -> v == low));
        forms.add(exact(a + "?", v -> v == low));
        forms.add(exact(a + ".." + b, v -> v >= low && v <= high));
        forms.add(exact(a + "..", v -> v >= low));
        forms.add(exact(".." + b, v -> v <= high));
        forms.add(exact(">" + a, v -> v > low));
        forms.add(exact("<" + (b + 1), v -> v < high + UNIT));
        forms.add(new Known(Quantity.parse("~" + a), v -> v == low, v -> 10 * v >= 9 * low && 10 * v <= 11 * low));
        forms.add(new Known(
                Quantity.parse("~" + a + ".." + b),
                v -> v >= low && v <= high,
                v -> 10 * v >= 9 * low && 10 * v <= 11 * high));
        forms.add(exact("unknown", v -> true));
        return forms.get(form);
    }

    private static Known exact(String text, IntPredicate says) {
        return new Known(Quantity.parse(text), says, says);
    }

    private static boolean between(Integer min, int value, Integer max) {
        return (min == null || value >= min) && (max == null || value <= max);
    }

    private static BigDecimal decimal(Integer twentieths) {
        return twentieths == null ? null : new BigDecimal(twentieths).divide(new BigDecimal(UNIT));
    }
}
