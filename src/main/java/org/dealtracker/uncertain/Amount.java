package org.dealtracker.uncertain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A sum without its currency, in whole units of it (not thousands or millions): every form of {@link Quantity}, and
 * the orders of magnitude {@code multi-million} (2,000,000 or more) and {@code multi-billion} (2,000,000,000 or
 * more), which take no further mark. The plural is read as two at the least; the top is open.
 *
 * @param orderOfMagnitude whether it only names a magnitude; such a sum never widens a hull of figures
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"lower", "upper", "strict", "approximate", "uncertain", "unknown", "text", "orderOfMagnitude"})
public record Amount(
        BigDecimal lower,
        BigDecimal upper,
        boolean strict,
        boolean approximate,
        boolean uncertain,
        boolean unknown,
        String text,
        boolean orderOfMagnitude) {

    private static final Map<String, Quantity> MAGNITUDES = Map.of(
            "multi-million", Quantity.parse("2000000.."),
            "multi-billion", Quantity.parse("2000000000.."));

    /** @throws DoubtException when the parts cannot stand together or the text is not theirs */
    public Amount {
        Quantity quantity = Quantity.of(lower, upper, strict, approximate, uncertain, unknown);
        String canonical = orderOfMagnitude ? textOf(quantity) : quantity.text();
        Parts.agreeOnText(text, canonical);
        lower = quantity.lower();
        upper = quantity.upper();
        text = canonical;
    }

    /** The amount of a plain quantity. */
    public static Amount of(Quantity quantity) {
        return of(quantity, false);
    }

    /** The amount of its parts; an order of magnitude has the lower bound 2000000 or 2000000000 and nothing else. */
    public static Amount of(
            BigDecimal lower,
            BigDecimal upper,
            boolean strict,
            boolean approximate,
            boolean uncertain,
            boolean unknown,
            boolean orderOfMagnitude) {
        return new Amount(lower, upper, strict, approximate, uncertain, unknown, null, orderOfMagnitude);
    }

    /** The object form, read as {@link Quantity#ofParts} reads a quantity's. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public static Amount ofParts(
            @JsonProperty("lower") BigDecimal lower,
            @JsonProperty("upper") BigDecimal upper,
            @JsonProperty("strict") Boolean strict,
            @JsonProperty("approximate") Boolean approximate,
            @JsonProperty("uncertain") Boolean uncertain,
            @JsonProperty("unknown") Boolean unknown,
            @JsonProperty("text") String text,
            @JsonProperty("orderOfMagnitude") Boolean orderOfMagnitude) {
        Quantity magnitude = magnitude(text);
        if (text != null) {
            Parts.agree("orderOfMagnitude", orderOfMagnitude, magnitude != null, text);
        }
        String plainText = magnitude == null ? text : magnitude.text();
        Quantity quantity = Quantity.ofParts(lower, upper, strict, approximate, uncertain, unknown, plainText);
        return of(quantity, magnitude != null || Parts.flag(orderOfMagnitude));
    }

    /** Reads the short form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Amount parse(String text) {
        Quantity magnitude = magnitude(text);
        return magnitude == null ? of(Quantity.parse(text)) : of(magnitude, true);
    }

    /** Its interval, for comparisons; the text of an order of magnitude becomes that of its bounds. */
    public Quantity quantity() {
        return Quantity.of(lower, upper, strict, approximate, uncertain, unknown);
    }

    private static Amount of(Quantity q, boolean orderOfMagnitude) {
        return of(q.lower(), q.upper(), q.strict(), q.approximate(), q.uncertain(), q.unknown(), orderOfMagnitude);
    }

    private static Quantity magnitude(String text) {
        Quantity magnitude = text == null ? null : MAGNITUDES.get(text);
        if (magnitude == null && text != null && text.startsWith("multi")) {
            throw new DoubtException(
                    DoubtException.quoted(text)
                            + " is not an order of magnitude; those are multi-million and multi-billion, without further mark.");
        }
        return magnitude;
    }

    private static String textOf(Quantity quantity) {
        return MAGNITUDES.entrySet().stream()
                .filter(known -> known.getValue().equals(quantity))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new DoubtException("An order of magnitude is multi-million (2000000..) or"
                        + " multi-billion (2000000000..), not " + quantity.text() + "."));
    }
}
