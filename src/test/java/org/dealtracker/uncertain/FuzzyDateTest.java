package org.dealtracker.uncertain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.dealtracker.uncertain.Certainty.CERTAIN;
import static org.dealtracker.uncertain.Certainty.POSSIBLE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzyDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025|2025-01-01|2025-12-31|2025-12-31|DAY|false|false",
                "2025?|2025-01-01|2025-12-31|2025-12-31|DAY|false|true",
                "2025-12~|2025-12-01|2025-12-31|2025-12-31|DAY|true|false",
                "2024-02|2024-02-01|2024-02-29|2024-02-29|DAY|false|false",
                "2025-12-18?|2025-12-18|2025-12-18|2025-12-18|DAY|false|true",
                "2025-12-XX|2025-12-01|2025-12-31|2025-12-31|DAY|false|false",
                "2025-21|2025-03-01|2025-05-31|2025-05-31|DAY|false|false",
                "2025-22|2025-06-01|2025-08-31|2025-08-31|DAY|false|false",
                "2025-23|2025-09-01|2025-11-30|2025-11-30|DAY|false|false",
                "2025-24|2025-12-01|2026-02-28|2026-02-28|DAY|false|false",
                "2023-24|2023-12-01|2024-02-29|2024-02-29|DAY|false|false",
                "2025-33|2025-01-01|2025-03-31|2025-03-31|DAY|false|false",
                "2025-34|2025-04-01|2025-06-30|2025-06-30|DAY|false|false",
                "2025-35|2025-07-01|2025-09-30|2025-09-30|DAY|false|false",
                "2025-36|2025-10-01|2025-12-31|2025-12-31|DAY|false|false",
                "2025-12/2028-06|2025-12-01|2028-06-30|2025-12-31|SPAN|false|false",
                "2025?/2028-06-01~|2025-01-01|2028-06-01|2025-12-31|SPAN|true|true",
                "2026/..|2026-01-01||2026-12-31|SPAN|false|false",
                "2026-03~/..|2026-03-01||2026-03-31|SPAN|true|false",
                "2025/2025-03|2025-01-01|2025-03-31|2025-03-31|SPAN|false|false",
                "2025-12/2025|2025-12-01|2025-12-31|2025-12-31|SPAN|false|false",
                "2025-12-18/2025-12-18|2025-12-18|2025-12-18|2025-12-18|SPAN|false|false",
                "[2025-12-17..2025-12-22]|2025-12-17|2025-12-22|2025-12-22|ONE_OF|false|false",
                "[2025-07-17,2025-07-18]|2025-07-17|2025-07-18|2025-07-18|ONE_OF|false|false",
                "unknown||||UNKNOWN|false|false",
                "1000|1000-01-01|1000-12-31|1000-12-31|DAY|false|false",
                "2999-24|2999-12-01|3000-02-28|3000-02-28|DAY|false|false",
            })
    void aFormHasItsDays(
            String edtf,
            LocalDate earliest,
            LocalDate latest,
            LocalDate latestBegin,
            FuzzyDate.Kind kind,
            boolean approximate,
            boolean uncertain) {
        FuzzyDate date = FuzzyDate.parse(edtf);
        assertThat(date).isEqualTo(new FuzzyDate(edtf, earliest, latest, kind, approximate, uncertain));
        assertThat(date)
                .isEqualTo(FuzzyDate.ofParts(edtf, earliest, latest, kind.code(), approximate, uncertain))
                .isEqualTo(FuzzyDate.ofParts(edtf, null, null, null, null, null));
        assertThat(date.latestBegin()).isEqualTo(latestBegin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2025 ",
                "25",
                "0999",
                "3000",
                "12025",
                "-2025",
                "Y20250",
                "2025-1",
                "2025-12-1",
                "2025-00",
                "2025-13",
                "2025-20",
                "2025-25",
                "2025-32",
                "2025-37",
                "2025-41",
                "2025-12-00",
                "2025-12-32",
                "2025-02-29",
                "2025-02-30",
                "2025-13-01",
                "20251218",
                "2025/12/18",
                "18-12-2025",
                "2025-12-18T10:00",
                "2025-12-18Z",
                "2025%",
                "2025?~",
                "2025??",
                "?2025",
                "2025-?12",
                "2025-12-XX?",
                "2025-XX",
                "202X",
                "20XX",
                "2025-XX-XX",
                "2025-13-XX",
                "2025-00-XX",
                "2025-21?",
                "2025-33~",
                "2025-12-xx",
                "../2026",
                "/2026",
                "2026/",
                "../..",
                "2026/../2027",
                "2025/2026/2027",
                "2026/2025",
                "2025-12-19/2025-12-18",
                "2025-12-XX/2026",
                "2025-21/2026",
                "2025/2025-36",
                "2025/2025-13",
                "2025/unknown",
                "unknown?",
                "Unknown",
                "[2025-12-17]",
                "[]",
                "[2025-12-22..2025-12-17]",
                "[2025-12-17..2025-12-17]",
                "[2025-12-17..]",
                "[..2025-12-17]",
                "[2025-12-17,2025-12-17]",
                "[2025-12-18,2025-12-17]",
                "[2025-12..2026-01]",
                "[2025-12,2026-01]",
                "[2025-12-17..2025-12-18..2025-12-19]",
                "[2025-12-17..2025-12-18,2025-12-20]",
                "[2025-12-17, 2025-12-18]",
                "[2025-12-17,2025-12-18",
                "[2025-12-17?,2025-12-18]",
                "[2025-12-17,2025-12-18]?",
                "{2025-12-17,2025-12-18}",
                "[2025-12-17,2025-02-30]",
                "[2025-02-30..2025-12-17]",
                "٢٠٢٥",
                "2025\n",
                "2025\u0000"
            })
    void isRefused(String edtf) {
        assertThatExceptionOfType(DoubtException.class)
                .isThrownBy(() -> FuzzyDate.parse(edtf))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500).doesNotContainPattern("\\p{C}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-02-30|There is no day 2025-02-30 in the calendar.",
                "2025-13|There is no month 13",
                "2026/2025|ends before it begins",
                "[2025-12-18,2025-12-17]|must ascend",
                "last spring|is not a date that we read"
            })
    void theRefusalSaysWhy(String edtf, String why) {
        assertThatExceptionOfType(DoubtException.class)
                .isThrownBy(() -> FuzzyDate.parse(edtf))
                .withMessageContaining(why);
    }

    @Test
    void hugeInputIsRefusedAtOnce() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThatExceptionOfType(DoubtException.class)
                        .isThrownBy(() -> FuzzyDate.parse("[" + "2025-12-17,".repeat(1_000_000) + "]")));
    }

    @Test
    void partsThatDisagreeWithTheTextAreRefused() {
        LocalDate day = LocalDate.of(2025, 12, 2);
        refuses(() -> FuzzyDate.ofParts(null, day, day, "day", false, false), "edtf");
        refuses(() -> FuzzyDate.ofParts("2025-12", day, null, null, null, null), "earliest");
        refuses(() -> FuzzyDate.ofParts("2025-12", null, day, null, null, null), "latest");
        refuses(() -> FuzzyDate.ofParts("2025/..", null, day, null, null, null), "leaves it open");
        refuses(() -> FuzzyDate.ofParts("2025-12", null, null, "span", null, null), "kind");
        refuses(() -> FuzzyDate.ofParts("2025-12", null, null, "nonsense", null, null), "kind");
        refuses(() -> FuzzyDate.ofParts("2025-12", null, null, null, true, null), "approximate");
        refuses(() -> FuzzyDate.ofParts("2025-12?", null, null, null, null, false), "uncertain");
        refuses(() -> new FuzzyDate("2025-12", day, day, FuzzyDate.Kind.DAY, false, false), "disagree");
        refuses(() -> FuzzyDate.parse(null), "unknown");
    }

    @Test
    void aCommaListIsItsDaysAndNotTheirHull() {
        FuzzyDate either = FuzzyDate.parse("[2025-07-17,2025-07-20]");
        assertThat(either.overlaps(FuzzyDate.parse("2025-07-18"))).isFalse();
        assertThat(either.overlaps(FuzzyDate.parse("[2025-07-18,2025-07-19]"))).isFalse();
        assertThat(either.overlaps(FuzzyDate.parse("[2025-07-18..2025-07-20]"))).isTrue();
        assertThat(either.within(LocalDate.of(2025, 7, 18), LocalDate.of(2025, 7, 19), POSSIBLE))
                .isFalse();
    }

    @Test
    void anOpenSpanGoesOnForEver() {
        FuzzyDate open = FuzzyDate.parse("2026/..");
        assertThat(open.overlaps(FuzzyDate.parse("2900"), CERTAIN)).isTrue();
        assertThat(open.overlaps(FuzzyDate.parse("2026"), CERTAIN)).isFalse();
        assertThat(open.overlaps(FuzzyDate.parse("2026"))).isTrue();
        assertThat(open.overlaps(FuzzyDate.parse("2025"))).isFalse();
        assertThat(open.within(LocalDate.of(2026, 1, 1), null, CERTAIN)).isTrue();
        assertThat(open.within(null, LocalDate.of(2900, 1, 1), CERTAIN)).isFalse();
    }

    @Test
    void unknownIsPossiblyAnyDayAndCertainlyNone() {
        FuzzyDate unknown = FuzzyDate.parse("unknown");
        LocalDate day = LocalDate.of(2025, 12, 18);
        assertThat(unknown.within(day, day, POSSIBLE)).isTrue();
        assertThat(unknown.within(null, null, CERTAIN)).isFalse();
        assertThat(unknown.begunBy(day, POSSIBLE)).isTrue();
        assertThat(unknown.begunBy(day, CERTAIN)).isFalse();
        for (String other : List.of("2025", "2026/..", "[2025-07-17,2025-07-18]", "unknown")) {
            assertThat(unknown.overlaps(FuzzyDate.parse(other))).isTrue();
            assertThat(FuzzyDate.parse(other).overlaps(unknown)).isTrue();
            assertThat(FuzzyDate.parse(other).overlaps(unknown, CERTAIN)).isFalse();
            assertThat(unknown.overlaps(FuzzyDate.parse(other), CERTAIN)).isFalse();
        }
    }

    @Test
    void theOrderIsByEarliestThenLatestDayAndUnknownComesLast() {
        List<FuzzyDate> ordered = Stream.of(
                        "2024",
                        "2025-01-01",
                        "2025-01",
                        "2025-01?",
                        "2025-33",
                        "2025",
                        "2025/2026",
                        "2025/..",
                        "2025-01-02",
                        "unknown")
                .map(FuzzyDate::parse)
                .toList();
        List<FuzzyDate> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(FuzzyDate.ORDER);
        assertThat(shuffled).isEqualTo(ordered);
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String because) {
        assertThatExceptionOfType(DoubtException.class).isThrownBy(call).withMessageContaining(because);
    }
}
