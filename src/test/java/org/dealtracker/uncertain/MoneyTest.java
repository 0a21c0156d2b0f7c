package org.dealtracker.uncertain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.dealtracker.uncertain.Certainty.CERTAIN;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final BigDecimal TWO_BILLION = new BigDecimal("2000000000");

    @ParameterizedTest
    @CsvSource({"multi-million,2000000", "multi-billion,2000000000"})
    void anOrderOfMagnitudeIsALowerBoundWithAnOpenTop(String text, BigDecimal lower) {
        Amount amount = Amount.parse(text);
        assertThat(amount).isEqualTo(new Amount(lower, null, false, false, false, false, text, true));
        assertThat(amount).isEqualTo(Amount.of(lower, null, false, false, false, false, true));
        assertThat(amount).isEqualTo(Amount.ofParts(lower, null, false, false, false, false, text, true));
        assertThat(amount).isEqualTo(Amount.ofParts(lower, null, null, null, null, null, null, true));
        assertThat(amount.quantity()).isEqualTo(Quantity.parse(lower + ".."));
        assertThat(amount.quantity().within(lower, null, CERTAIN)).isTrue();
    }

    @Test
    void aFigureIsNoOrderOfMagnitude() {
        Amount figure = Amount.parse("2000000000..");
        assertThat(figure.orderOfMagnitude()).isFalse();
        assertThat(figure).isNotEqualTo(Amount.parse("multi-billion"));
        assertThat(Amount.of(Quantity.parse("2000000000.."))).isEqualTo(figure);
    }

    @ParameterizedTest
    @ValueSource(strings = {">4000000000", "4.6", "~50?", "16..20", "unknown", "0", "..10"})
    void anAmountTakesEveryFormOfAQuantity(String text) {
        assertThat(Amount.parse(text).quantity()).isEqualTo(Quantity.parse(text));
        assertThat(Amount.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multi-trillion", "multi-billion?", "~multi-billion", "Multi-Billion", "", "-5", "USD 5"})
    void isRefusedAsAnAmount(String text) {
        assertThatExceptionOfType(DoubtException.class).isThrownBy(() -> Amount.parse(text));
    }

    @Test
    void partsThatDisagreeAreRefused() {
        refuses(() -> Amount.ofParts(null, null, null, null, null, null, "multi-billion", false), "orderOfMagnitude");
        refuses(() -> Amount.ofParts(null, null, null, null, null, null, "2000000000..", true), "orderOfMagnitude");
        refuses(() -> Amount.ofParts(BigDecimal.ONE, null, null, null, null, null, "multi-billion", null), "lower");
        refuses(() -> Amount.ofParts(BigDecimal.ONE, null, null, null, null, null, null, true), "multi-million");
        refuses(() -> Amount.of(TWO_BILLION, null, true, false, false, false, true), ">2000000000");
        refuses(() -> Amount.ofParts(null, null, null, null, null, null, null, null), "unknown");
        refuses(() -> Amount.parse(null), "unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD", "EUR", "PKR", "LYD", "DEM"})
    void aCurrencyIsKept(String code) {
        assertThat(Money.of("16", code).currency()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"usd", "US", "", "USDX", "$", "XXX", "XTS", "XAU", "QQQ", "US\u0000"})
    void isRefusedAsACurrency(String code) {
        assertThatExceptionOfType(DoubtException.class)
                .isThrownBy(() -> Money.of("16", code))
                .withMessageContaining("ISO 4217");
    }

    @Test
    void moneyNeedsAnAmountButNoCurrency() {
        assertThat(Money.of("multi-billion", null).currency()).isNull();
        refuses(() -> new Money(null, "USD"), "needs an amount");
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String because) {
        assertThatExceptionOfType(DoubtException.class).isThrownBy(call).withMessageContaining(because);
    }
}
