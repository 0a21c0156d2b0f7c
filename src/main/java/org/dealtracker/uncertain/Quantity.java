package org.dealtracker.uncertain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as reported: an interval of non-negative numbers, without unit.
 *
 * <p>Forms: {@code 16}, {@code 16..20}, {@code 42..} (at least), {@code ..10} (up to), {@code >200} and {@code <10}
 * (strict: without the bound itself), {@code unknown}; before any of them but the strict ones and {@code unknown} a
 * {@code ~} (about); after any but {@code unknown} a {@code ?}, the mark by which SIPRI's registers show an
 * uncertain figure. Blanks, leading zeros, thousands separators, signs and exponents are refused; {@code 16.0} and
 * {@code 16..16} are read as {@code 16}.
 *
 * <p>Values are treated as real numbers, for counts too, so that a claim means the same wherever it stands:
 * {@code >200} may be 200.5 and is not certainly 201 or more. {@code ?} warns the reader and moves no bound;
 * {@code ~} moves both bounds outward by 10 % of themselves, for possible matches only.
 *
 * @param lower the least value, or null where the end is open (nothing is below zero)
 * @param upper the greatest value, or null where the end is open
 * @param strict whether the one bound given is itself excluded
 * @param text the canonical short form, which {@link #parse} reads back as an equal value
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"lower", "upper", "strict", "approximate", "uncertain", "unknown", "text"})
public record Quantity(
        BigDecimal lower,
        BigDecimal upper,
        boolean strict,
        boolean approximate,
        boolean uncertain,
        boolean unknown,
        String text) {

    /** By least value, then by greatest (open ends last), exact before approximate and uncertain; unknown last of all. */
    public static final Comparator<Quantity> ORDER = Comparator.comparing(Quantity::unknown)
            .thenComparing(Quantity::floor)
            .thenComparing(Quantity::excludesLower)
            .thenComparing(Quantity::upper, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Quantity::excludesUpper, Comparator.reverseOrder())
            .thenComparing(Quantity::approximate)
            .thenComparing(Quantity::uncertain)
            .thenComparing(Quantity::text);

    private static final String UNKNOWN = "unknown";
    private static final BigDecimal TENTH_LESS = new BigDecimal("0.9");
    private static final BigDecimal TENTH_MORE = new BigDecimal("1.1");
    private static final int LONGEST_TEXT = 2 * (Digits.MOST + 1) + "~..?".length();
    private static final Pattern FORM = Pattern.compile("(?<about>~)?"
            + "(?:(?<sign>[<>])(?<bound>N)|(?<exact>N)|(?<lower>N)?\\.\\.(?<upper>N)?)(?<doubt>\\?)?"
                    .replace("N", Digits.NUMBER));

    /** @throws DoubtException when the parts cannot stand together or the text is not theirs */
    public Quantity {
        lower = Digits.plain(lower);
        upper = Digits.plain(upper);
        check(lower, upper, strict, approximate, uncertain, unknown);
        String canonical = print(lower, upper, strict, approximate, uncertain, unknown);
        Parts.agreeOnText(text, canonical);
        text = canonical;
    }

    /** The value of its parts; an absent bound is null. Refuses what cannot stand together. */
    public static Quantity of(
            BigDecimal lower,
            BigDecimal upper,
            boolean strict,
            boolean approximate,
            boolean uncertain,
            boolean unknown) {
        return new Quantity(lower, upper, strict, approximate, uncertain, unknown, null);
    }

    /**
     * The object form. A part that is null was not given: with a text the text decides and every given part must
     * agree with it; without one, flags not given are false and bounds not given are open.
     */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public static Quantity ofParts(
            @JsonProperty("lower") BigDecimal lower,
            @JsonProperty("upper") BigDecimal upper,
            @JsonProperty("strict") Boolean strict,
            @JsonProperty("approximate") Boolean approximate,
            @JsonProperty("uncertain") Boolean uncertain,
            @JsonProperty("unknown") Boolean unknown,
            @JsonProperty("text") String text) {
        if (text == null) {
            return of(
                    lower,
                    upper,
                    Parts.flag(strict),
                    Parts.flag(approximate),
                    Parts.flag(uncertain),
                    Parts.flag(unknown));
        }
        Quantity said = parse(text);
        Parts.agree("lower", Digits.plain(lower), said.lower, text);
        Parts.agree("upper", Digits.plain(upper), said.upper, text);
        Parts.agree("strict", strict, said.strict, text);
        Parts.agree("approximate", approximate, said.approximate, text);
        Parts.agree("uncertain", uncertain, said.uncertain, text);
        Parts.agree("unknown", unknown, said.unknown, text);
        return said;
    }

    /** Reads the short form. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Quantity parse(String text) {
        if (text == null) {
            throw new DoubtException("A quantity is missing; write \"unknown\" when the source gives none.");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new DoubtException("A quantity has at most " + LONGEST_TEXT + " characters; this one has "
                    + text.length() + ". A number has at most " + Digits.MOST + " digits.");
        }
        if (text.equals(UNKNOWN)) {
            return of(null, null, false, false, false, true);
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new DoubtException(DoubtException.quoted(text)
                    + " is not a quantity. Write 16, 16..20, 42.., ..10, >200, <10, ~50, 24? or unknown; digits"
                    + " without sign, separators, leading zeros or exponent.");
        }
        String sign = form.group("sign");
        BigDecimal bound = Digits.of(form.group("bound"));
        BigDecimal exact = Digits.of(form.group("exact"));
        BigDecimal lower = exact != null ? exact : ">".equals(sign) ? bound : Digits.of(form.group("lower"));
        BigDecimal upper = exact != null ? exact : "<".equals(sign) ? bound : Digits.of(form.group("upper"));
        return of(lower, upper, sign != null, form.group("about") != null, form.group("doubt") != null, false);
    }

    /** Whether it may be (or must be) a number from {@code min} to {@code max}, both included; null is open. */
    public boolean within(BigDecimal min, BigDecimal max, Certainty certainty) {
        if (min != null && max != null && min.compareTo(max) > 0) {
            return false;
        }
        if (certainty == Certainty.CERTAIN) {
            return !unknown
                    && (min == null || floor().compareTo(min) >= 0)
                    && (max == null || upper != null && upper.compareTo(max) <= 0);
        }
        return meet(possibleLower(), max, excludesLower()) && meet(min, possibleUpper(), excludesUpper());
    }

    /** Whether both could be true of one thing: some number lies in both, approximate ones widened. */
    public boolean overlaps(Quantity other) {
        return meet(possibleLower(), other.possibleUpper(), excludesLower() || other.excludesUpper())
                && meet(other.possibleLower(), possibleUpper(), other.excludesLower() || excludesUpper());
    }

    /** Whether its bounds are whole numbers, as a count's must be. */
    @JsonIgnore
    public boolean isWhole() {
        return (lower == null || lower.scale() == 0) && (upper == null || upper.scale() == 0);
    }

    /** The least value that it may have: 0 where the end is open, a tenth less where approximate. */
    public BigDecimal possibleLower() {
        return approximate ? floor().multiply(TENTH_LESS).stripTrailingZeros() : floor();
    }

    /** The greatest value that it may have: null where the end is open, a tenth more where approximate. */
    public BigDecimal possibleUpper() {
        return approximate && upper != null ? upper.multiply(TENTH_MORE).stripTrailingZeros() : upper;
    }

    private BigDecimal floor() {
        return lower == null ? BigDecimal.ZERO : lower;
    }

    private boolean excludesLower() {
        return strict && lower != null;
    }

    private boolean excludesUpper() {
        return strict && upper != null;
    }

    /** Whether a number can be at or above one end and at or below the other. */
    private static boolean meet(BigDecimal low, BigDecimal high, boolean excluded) {
        if (low == null || high == null) {
            return true;
        }
        int order = low.compareTo(high);
        return order < 0 || order == 0 && !excluded;
    }

    private static void check(
            BigDecimal lower,
            BigDecimal upper,
            boolean strict,
            boolean approximate,
            boolean uncertain,
            boolean unknown) {
        boolean bounded = lower != null || upper != null;
        if (unknown && (bounded || strict || approximate || uncertain)) {
            throw new DoubtException("An unknown quantity has no bounds and no other mark.");
        }
        if (!unknown && !bounded) {
            throw new DoubtException("A quantity needs a bound; write \"unknown\" when the source gives none.");
        }
        if (lower != null && upper != null && lower.compareTo(upper) > 0) {
            throw new DoubtException("The lower bound " + lower + " lies above the upper bound " + upper + ".");
        }
        if (strict && lower != null && upper != null) {
            throw new DoubtException("A strict quantity has one bound, as >200 or <10; a range includes its ends.");
        }
        if (strict && approximate) {
            throw new DoubtException("A strict bound cannot be approximate; write ~200.. for more than about 200.");
        }
        if (strict && upper != null && upper.signum() == 0) {
            throw new DoubtException("Nothing is below zero; write 0 for none.");
        }
    }

    private static String print(
            BigDecimal lower,
            BigDecimal upper,
            boolean strict,
            boolean approximate,
            boolean uncertain,
            boolean unknown) {
        if (unknown) {
            return UNKNOWN;
        }
        String low = lower == null ? "" : lower.toPlainString();
        String high = upper == null ? "" : upper.toPlainString();
        String range =
                strict ? (lower == null ? "<" + high : ">" + low) : Digits.same(lower, upper) ? low : low + ".." + high;
        return (approximate ? "~" : "") + range + (uncertain ? "?" : "");
    }
}
