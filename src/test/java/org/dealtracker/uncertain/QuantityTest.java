package org.dealtracker.uncertain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.dealtracker.uncertain.Certainty.CERTAIN;
import static org.dealtracker.uncertain.Certainty.POSSIBLE;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    private static final BigDecimal MANY = new BigDecimal("1e1000000");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "16|16|16|false|false|false|false",
                "0|0|0|false|false|false|false",
                "16..20|16|20|false|false|false|false",
                "42..|42||false|false|false|false",
                "..10||10|false|false|false|false",
                ">200|200||true|false|false|false",
                "<10||10|true|false|false|false",
                ">0|0||true|false|false|false",
                "~50|50|50|false|true|false|false",
                "24?|24|24|false|false|true|false",
                "~50?|50|50|false|true|true|false",
                "~16..20?|16|20|false|true|true|false",
                ">200?|200||true|false|true|false",
                "4.6|4.6|4.6|false|false|false|false",
                "unknown|||false|false|false|true",
            })
    void aFormHasItsParts(
            String text,
            BigDecimal lower,
            BigDecimal upper,
            boolean strict,
            boolean approximate,
            boolean uncertain,
            boolean unknown) {
        assertThat(Quantity.parse(text))
                .isEqualTo(new Quantity(lower, upper, strict, approximate, uncertain, unknown, text))
                .isEqualTo(Quantity.of(lower, upper, strict, approximate, uncertain, unknown))
                .isEqualTo(Quantity.ofParts(lower, upper, strict, approximate, uncertain, unknown, text));
    }

    @ParameterizedTest
    @CsvSource({"16.0,16", "16..16,16", "100,100", "0.50,0.5", "0.000001,0.000001", "0.0..0,0", "1.10..1.1,1.1"})
    void theTextIsCanonical(String text, String canonical) {
        assertThat(Quantity.parse(text).text()).isEqualTo(canonical);
        assertThat(Quantity.parse(text)).isEqualTo(Quantity.parse(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "16 ",
                " 16",
                "016",
                "00",
                "+16",
                "-1",
                "-1..5",
                "1e3",
                "1E1000000",
                "1,000",
                "1 000",
                ".5",
                "5.",
                "..",
                "~",
                "?",
                "~?",
                "~unknown",
                "unknown?",
                "Unknown",
                "UNKNOWN",
                "20..16",
                "5..4.9",
                "<0",
                "<0.0",
                ">5..6",
                "..<6",
                "~>200",
                "~<10",
                "><5",
                ">=5",
                "16...20",
                "16..20..24",
                "1.2.3",
                "16??",
                "~~5",
                "5~",
                "?5",
                "5?~",
                "١٦",
                "１６",
                "sixteen",
                "16\n",
                "16\u0000",
                "NaN",
                "Infinity",
                "0x10",
                "1234567890123456789012345678901",
                "0.0000001",
                "multi-billion",
                "[1,2]"
            })
    void isRefused(String text) {
        assertThatExceptionOfType(DoubtException.class)
                .isThrownBy(() -> Quantity.parse(text))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300).doesNotContainPattern("\\p{C}"));
    }

    @Test
    void aNumberOfThirtyDigitsIsTheLongest() {
        assertThat(Quantity.parse("9".repeat(30) + ".." + "9".repeat(30)).text())
                .isEqualTo("9".repeat(30));
        refuses("9".repeat(31), "at most 30 digits");
    }

    @Test
    void hugeNumbersAreRefusedAtOnce() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            refuses("9".repeat(10_000_000), "at most 30 digits");
            for (BigDecimal huge : List.of(MANY, new BigDecimal("1e-1000000"), new BigDecimal("1e2147483647"))) {
                assertThatExceptionOfType(DoubtException.class).isThrownBy(() -> exactly(huge));
                assertThatExceptionOfType(DoubtException.class)
                        .isThrownBy(() -> Quantity.ofParts(huge, null, null, null, null, null, "16"));
            }
        });
    }

    @Test
    void impossiblePartsAreRefused() {
        BigDecimal one = BigDecimal.ONE;
        refusesParts(null, null, false, false, false, false);
        refusesParts(one, null, false, false, false, true);
        refusesParts(null, null, false, false, true, true);
        refusesParts(one, BigDecimal.TEN, true, false, false, false);
        refusesParts(one, one, true, false, false, false);
        refusesParts(one, null, true, true, false, false);
        refusesParts(null, BigDecimal.ZERO, true, false, false, false);
        refusesParts(BigDecimal.TEN, one, false, false, false, false);
        refusesParts(one.negate(), null, false, false, false, false);
        assertThatExceptionOfType(DoubtException.class).isThrownBy(() -> Quantity.parse(null));
    }

    @Test
    void partsThatDisagreeWithTheTextAreRefused() {
        BigDecimal one = BigDecimal.ONE;
        refusesPart(() -> Quantity.ofParts(one, null, null, null, null, null, "..10"), "leaves it open");
        refusesPart(() -> Quantity.ofParts(one, null, null, null, null, null, "16"), "\"lower\" is \"1\"");
        refusesPart(() -> Quantity.ofParts(null, one, null, null, null, null, "16"), "upper");
        refusesPart(() -> Quantity.ofParts(null, null, true, null, null, null, "16"), "strict");
        refusesPart(() -> Quantity.ofParts(null, null, null, true, null, null, "16"), "approximate");
        refusesPart(() -> Quantity.ofParts(null, null, null, null, false, null, "16?"), "uncertain");
        refusesPart(() -> Quantity.ofParts(null, null, null, null, null, true, "16"), "unknown");
        refusesPart(() -> new Quantity(one, one, false, false, false, false, "16"), "The text of these parts is \"1\"");
    }

    @Test
    void partsWithoutTextDefaultToOpenAndFalse() {
        assertThat(Quantity.ofParts(BigDecimal.TEN, null, null, null, null, null, null)
                        .text())
                .isEqualTo("10..");
        assertThat(Quantity.ofParts(null, null, null, null, null, true, null).text())
                .isEqualTo("unknown");
        assertThat(Quantity.ofParts(new BigDecimal("1.60E1"), null, true, null, null, null, ">16")
                        .text())
                .isEqualTo(">16");
    }

    @Test
    void aStrictBoundExcludesItself() {
        BigDecimal twoHundred = new BigDecimal(200);
        assertThat(Quantity.parse(">200").within(null, twoHundred, POSSIBLE)).isFalse();
        assertThat(Quantity.parse("200..").within(null, twoHundred, POSSIBLE)).isTrue();
        assertThat(Quantity.parse(">200").overlaps(Quantity.parse("200"))).isFalse();
        assertThat(Quantity.parse(">200").overlaps(Quantity.parse("..200"))).isFalse();
        assertThat(Quantity.parse(">4000000000").overlaps(Quantity.parse("4600000000")))
                .isTrue();
    }

    @Test
    void approximateIsATenthEitherWayWhenPossibleAndNothingWhenCertain() {
        Quantity about = Quantity.parse("~50");
        assertThat(about.within(new BigDecimal(55), null, POSSIBLE)).isTrue();
        assertThat(about.within(new BigDecimal("55.1"), null, POSSIBLE)).isFalse();
        assertThat(about.within(null, new BigDecimal(45), POSSIBLE)).isTrue();
        assertThat(about.within(null, new BigDecimal("44.9"), POSSIBLE)).isFalse();
        assertThat(about.within(new BigDecimal(50), new BigDecimal(50), CERTAIN))
                .isTrue();
        assertThat(about.overlaps(Quantity.parse("~60"))).isTrue();
        assertThat(about.overlaps(Quantity.parse("60"))).isFalse();
    }

    @Test
    void unknownIsPossiblyAnythingAndCertainlyNothing() {
        Quantity unknown = Quantity.parse("unknown");
        assertThat(unknown.within(BigDecimal.ONE, BigDecimal.ONE, POSSIBLE)).isTrue();
        assertThat(unknown.within(null, null, CERTAIN)).isFalse();
        assertThat(unknown.overlaps(Quantity.parse("<1"))).isTrue();
        assertThat(unknown.overlaps(unknown)).isTrue();
    }

    @Test
    void onlyWholeBoundsAreWhole() {
        assertThat(List.of("16.0", "16..20", "..3", "unknown", "~50"))
                .allMatch(t -> Quantity.parse(t).isWhole());
        assertThat(List.of("16.5", "16..20.5", "..0.1"))
                .noneMatch(t -> Quantity.parse(t).isWhole());
    }

    @Test
    void theOrderIsByLeastThenGreatestValueAndUnknownComesLast() {
        List<Quantity> ordered = List.of(
                        "0", "<10", "..10", "0..", ">0", "3", "16", "16?", "~16", "16..20", "~16..20", "16..", ">16",
                        "24", "unknown")
                .stream()
                .map(Quantity::parse)
                .toList();
        List<Quantity> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(Quantity.ORDER);
        assertThat(shuffled).isEqualTo(ordered);
    }

    private static Quantity exactly(BigDecimal number) {
        return Quantity.of(number, number, false, false, false, false);
    }

    private static void refuses(String text, String because) {
        assertThatExceptionOfType(DoubtException.class)
                .isThrownBy(() -> Quantity.parse(text))
                .withMessageContaining(because);
    }

    private static void refusesParts(
            BigDecimal lower, BigDecimal upper, boolean strict, boolean about, boolean doubt, boolean unknown) {
        refusesPart(() -> Quantity.of(lower, upper, strict, about, doubt, unknown), "");
    }

    private static void refusesPart(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String because) {
        assertThatExceptionOfType(DoubtException.class).isThrownBy(call).withMessageContaining(because);
    }
}
