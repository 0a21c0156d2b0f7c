package org.dealtracker.uncertain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.uncertain.Certainty.CERTAIN;
import static org.dealtracker.uncertain.Certainty.POSSIBLE;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Fuzzy dates against the list of everything they may turn out to mean: runs of days, one of which is the truth. */
class FuzzyDateOracleTest {
    private static final LocalDate START = LocalDate.of(2024, 2, 20);
    private static final int DAYS = 20;

    /** Days from the first to the last; of a single day both are the same. */
    record Run(LocalDate first, LocalDate last) {
        boolean shares(Run other) {
            return !first.isAfter(other.last) && !other.first.isAfter(last);
        }
    }

    /** A date and every run that it may mean. */
    record Known(FuzzyDate date, List<Run> runs) {}

    @Property
    void possiblyWithinMeansThatSomeDayIs(
            @ForAll("dates") Known known, @ForAll("ends") LocalDate from, @ForAll("ends") LocalDate to) {
        boolean some = days(known).stream().anyMatch(day -> between(from, day, to));
        assertThat(known.date.within(from, to, POSSIBLE)).isEqualTo(some);
    }

    @Property
    void certainlyWithinMeansThatEveryDayIs(
            @ForAll("dates") Known known, @ForAll("ends") LocalDate from, @ForAll("ends") LocalDate to) {
        boolean every = days(known).stream().allMatch(day -> between(from, day, to));
        assertThat(known.date.within(from, to, CERTAIN)).isEqualTo(every);
    }

    @Property
    void overlappingMeansThatSomeOrAllMeaningsShareADay(@ForAll("dates") Known one, @ForAll("dates") Known other) {
        boolean some = one.runs.stream().anyMatch(a -> other.runs.stream().anyMatch(a::shares));
        boolean all = one.runs.stream().allMatch(a -> other.runs.stream().allMatch(a::shares));
        assertThat(one.date.overlaps(other.date)).isEqualTo(some);
        assertThat(other.date.overlaps(one.date)).isEqualTo(some);
        assertThat(one.date.overlaps(other.date, POSSIBLE)).isEqualTo(some);
        assertThat(one.date.overlaps(other.date, CERTAIN)).isEqualTo(all);
    }

    @Property
    void begunByADayMeansThatSomeOrAllBeginningsAre(@ForAll("dates") Known known, @ForAll("someDay") LocalDate day) {
        assertThat(known.date.begunBy(day, POSSIBLE))
                .isEqualTo(known.runs.stream().anyMatch(run -> !run.first.isAfter(day)));
        assertThat(known.date.begunBy(day, CERTAIN))
                .isEqualTo(known.runs.stream().allMatch(run -> !run.first.isAfter(day)));
    }

    @Property
    void theTextIsReadBackAndTheOrderAgreesWithEquality(@ForAll("dates") Known one, @ForAll("dates") Known other) {
        assertThat(FuzzyDate.parse(one.date.edtf())).isEqualTo(one.date);
        int order = FuzzyDate.ORDER.compare(one.date, other.date);
        assertThat(order == 0).isEqualTo(one.date.equals(other.date));
        assertThat(Integer.signum(order)).isEqualTo(-Integer.signum(FuzzyDate.ORDER.compare(other.date, one.date)));
    }

    @Provide
    Arbitrary<LocalDate> someDay() {
        return Arbitraries.integers().between(0, DAYS - 1).map(START::plusDays);
    }

    @Provide
    Arbitrary<LocalDate> ends() {
        return someDay().injectNull(0.2);
    }

    @Provide
    Arbitrary<Known> dates() {
        Arbitrary<Known> single = point().map(p -> new Known(FuzzyDate.parse(p.text), singles(p.days())));
        Arbitrary<Known> list = someDay().set().ofMinSize(2).ofMaxSize(5).map(FuzzyDateOracleTest::list);
        Arbitrary<Known> range = someDay().set().ofSize(2).map(FuzzyDateOracleTest::range);
        Arbitrary<Known> span = Combinators.combine(point(), point())
                .filter((a, b) -> !a.first.isAfter(b.last))
                .as(FuzzyDateOracleTest::span);
        return Arbitraries.oneOf(List.of(single, list, range, span));
    }

    /** A day or a month as text, with its first and last day. */
    record Point(String text, LocalDate first, LocalDate last) {
        List<LocalDate> days() {
            return first.datesUntil(last.plusDays(1)).toList();
        }
    }

    private Arbitrary<Point> point() {
        Arbitrary<Point> day = someDay().map(d -> new Point(d.toString(), d, d));
        Arbitrary<Point> month = Arbitraries.of(2, 3)
                .map(m -> YearMonth.of(2024, m))
                .map(m -> new Point(m.toString(), m.atDay(1), m.atEndOfMonth()));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, day), net.jqwik.api.Tuple.of(1, month));
    }

    private static Known list(Set<LocalDate> days) {
        Set<LocalDate> ascending = new TreeSet<>(days);
        String text = ascending.stream().map(LocalDate::toString).collect(Collectors.joining(",", "[", "]"));
        return new Known(FuzzyDate.parse(text), singles(List.copyOf(ascending)));
    }

    private static Known range(Set<LocalDate> ends) {
        TreeSet<LocalDate> both = new TreeSet<>(ends);
        Point hull = new Point("[" + both.first() + ".." + both.last() + "]", both.first(), both.last());
        return new Known(FuzzyDate.parse(hull.text), singles(hull.days()));
    }

    private static Known span(Point from, Point to) {
        List<Run> runs = new ArrayList<>();
        for (LocalDate first : from.days()) {
            for (LocalDate last : to.days()) {
                if (!first.isAfter(last)) {
                    runs.add(new Run(first, last));
                }
            }
        }
        return new Known(FuzzyDate.parse(from.text + "/" + to.text), runs);
    }

    private static List<Run> singles(List<LocalDate> days) {
        return days.stream().map(day -> new Run(day, day)).toList();
    }

    private static Set<LocalDate> days(Known known) {
        return known.runs.stream()
                .flatMap(run -> run.first.datesUntil(run.last.plusDays(1)))
                .collect(Collectors.toSet());
    }

    private static boolean between(LocalDate from, LocalDate day, LocalDate to) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
