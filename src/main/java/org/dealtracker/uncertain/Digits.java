package org.dealtracker.uncertain;

import java.math.BigDecimal;

/**
 * Numbers of at most 30 digits, 6 of them after the point, never negative, in one normal form: no exponent and no
 * trailing zeros after the point. With 6 decimals {@link BigDecimal#toString()} never turns to an exponent, so JSON
 * shows plain numbers whatever the mapper's settings. Size is checked before any arithmetic: 1e1000000 costs nothing.
 */
final class Digits {
    static final String NUMBER = "(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?";
    static final int MOST = 30;
    private static final int MOST_DECIMALS = 6;
    private static final int BITS_WORTH_READING = 1000;
    private static final String RULE = "A number here has at most " + MOST + " digits, at most " + MOST_DECIMALS
            + " of them after the point, and is not negative.";

    private Digits() {}

    /** The number in normal form; its text must match {@link #NUMBER}. Null stays null. */
    static BigDecimal of(String text) {
        if (text == null) {
            return null;
        }
        if (text.length() > MOST + 1) {
            throw new DoubtException(RULE);
        }
        return plain(new BigDecimal(text));
    }

    /** The number in normal form; null stays null. */
    static BigDecimal plain(BigDecimal number) {
        if (number == null) {
            return null;
        }
        if (number.signum() < 0
                || Math.abs((long) number.scale()) > BITS_WORTH_READING
                || number.unscaledValue().bitLength() > BITS_WORTH_READING) {
            throw new DoubtException(RULE);
        }
        BigDecimal stripped = number.stripTrailingZeros();
        BigDecimal plain = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        if (plain.scale() > MOST_DECIMALS || Math.max(plain.precision(), plain.scale() + 1) > MOST) {
            throw new DoubtException(RULE);
        }
        return plain;
    }

    /** Whether two bounds are the same number; an absent one equals only an absent one. */
    static boolean same(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
