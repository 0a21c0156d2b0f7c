package org.dealtracker.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.dealtracker.uncertain.Quantity;

/**
 * What several quantities leave possible together: the least and the most. An open end is null.
 *
 * @param strict whether the one bound that there is, is itself left out
 */
public record Bounds(BigDecimal lower, BigDecimal upper, boolean strict) {
    public static final Bounds NOTHING_KNOWN = new Bounds(null, null, false);

    /** The hull of claims that compete: from the lowest to the highest of them. Unknown ones say nothing. */
    public static Bounds hull(List<Quantity> quantities) {
        List<Quantity> known = quantities.stream().filter(q -> !q.unknown()).toList();
        if (known.isEmpty()) {
            return NOTHING_KNOWN;
        }
        BigDecimal lower = known.stream().anyMatch(q -> q.lower() == null)
                ? null
                : known.stream().map(Quantity::lower).min(BigDecimal::compareTo).orElseThrow();
        BigDecimal upper = known.stream().anyMatch(q -> q.upper() == null)
                ? null
                : known.stream().map(Quantity::upper).max(BigDecimal::compareTo).orElseThrow();
        boolean strict = (lower == null) != (upper == null)
                && known.stream()
                        .filter(q -> Objects.equals(q.lower(), lower) && Objects.equals(q.upper(), upper))
                        .anyMatch(Quantity::strict)
                && known.stream()
                        .filter(q -> lower != null && q.lower().compareTo(lower) == 0
                                || upper != null && q.upper().compareTo(upper) == 0)
                        .allMatch(Quantity::strict);
        return new Bounds(lower, upper, strict);
    }

    /** The sum of two independent quantities. */
    public Bounds plus(Bounds other) {
        BigDecimal low =
                lower == null && other.lower == null ? null : zeroIfNull(lower).add(zeroIfNull(other.lower));
        BigDecimal high = upper == null || other.upper == null ? null : upper.add(other.upper);
        return new Bounds(
                low,
                high,
                high == null ? excludesLower() || other.excludesLower() : excludesUpper() || other.excludesUpper());
    }

    private boolean excludesLower() {
        return strict && upper == null;
    }

    private boolean excludesUpper() {
        return strict && lower == null;
    }

    private static BigDecimal zeroIfNull(BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    /** As a quantity is written. */
    String text() {
        if (lower == null && upper == null) {
            return "unknown";
        }
        boolean oneSided = lower == null || upper == null;
        return Quantity.of(lower, upper, strict && oneSided, false, false, false)
                .text();
    }
}
