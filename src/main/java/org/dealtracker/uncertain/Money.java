package org.dealtracker.uncertain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A reported sum: an amount, and the currency where the source names one. Never converted.
 *
 * <p>Currencies are the alphabetic codes of ISO 4217 that the Java runtime knows. Historic ones (DEM) stay, for old
 * deals; codes that name no money (no currency, test, precious metals, bond market units) are refused.
 *
 * @param currency an ISO 4217 code in upper case, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"amount", "currency"})
public record Money(Amount amount, String currency) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Set<String> NO_MONEY =
            Set.of("XXX", "XTS", "XAU", "XAG", "XPT", "XPD", "XBA", "XBB", "XBC", "XBD");

    /** @throws DoubtException when there is no amount or the currency is not one */
    public Money {
        if (amount == null) {
            throw new DoubtException("Money needs an amount; write \"unknown\" when the source gives none.");
        }
        if (currency != null && !isCurrency(currency)) {
            throw new DoubtException(DoubtException.quoted(currency)
                    + " is not a currency. Write an ISO 4217 code in upper case, as USD, or leave it out.");
        }
    }

    /** Reads an amount's short form; the currency may be null. */
    public static Money of(String amount, String currency) {
        return new Money(Amount.parse(amount), currency);
    }

    private static boolean isCurrency(String code) {
        if (!CODE.matcher(code).matches() || NO_MONEY.contains(code)) {
            return false;
        }
        try {
            return Currency.getInstance(code) != null;
        } catch (IllegalArgumentException unknownToTheRuntime) {
            return false;
        }
    }
}
