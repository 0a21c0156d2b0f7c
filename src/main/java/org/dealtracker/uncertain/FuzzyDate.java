package org.dealtracker.uncertain;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A date as reported, in a part of EDTF (ISO 8601-2:2019, levels 0 to 2), proleptic Gregorian, without zone.
 *
 * <p>Level 0: {@code 2025}, {@code 2025-12}, {@code 2025-12-18}, and spans {@code A/B} of them. Level 1: {@code ?}
 * (uncertain) or {@code ~} (approximate) after a year, month or day, {@code 2025-12-XX}, seasons {@code 2025-21} to
 * {@code 2025-24}, spans with an open end {@code 2026/..}. Level 2: quarters {@code 2025-33} to {@code 2025-36}, one
 * day among several {@code [2025-12-17..2025-12-22]} or {@code [2025-07-17,2025-07-18]}. And {@code unknown}, which
 * EDTF lacks. Every other form is refused.
 *
 * <p>EDTF does not say which months a season has. We take those of northern meteorology, as the press that we read
 * does: spring (21) is March to May, summer June to August, autumn September to November, and winter 2025 (24) is
 * December 2025 to February 2026. Years have four digits, 1000 to 2999: so text, database and calendar sort alike,
 * and a slip of the keyboard is no date. Marks warn the reader and move no bound: EDTF does not say how far "about"
 * goes.
 *
 * @param edtf the text as written, which has one spelling per meaning and is kept
 * @param earliest the first day that it may touch; null only when unknown
 * @param latest the last day that it may touch; null when open or unknown
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"edtf", "earliest", "latest", "kind", "approximate", "uncertain"})
public record FuzzyDate(
        String edtf, LocalDate earliest, LocalDate latest, Kind kind, boolean approximate, boolean uncertain) {

    /** What sort of thing the text dates. */
    public enum Kind {
        DAY("One day, somewhere from the earliest to the latest."),
        SPAN("Every day from a beginning to an end, each of which may be vague, and the end open."),
        ONE_OF("One day among those that are named."),
        UNKNOWN("Nothing is known of the day.");

        private final String definition;

        Kind(String definition) {
            this.definition = definition;
        }

        /** What the code means, in one sentence. */
        public String definition() {
            return definition;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By earliest day, then by latest (open ends last), then by text; unknown last of all. */
    public static final Comparator<FuzzyDate> ORDER = Comparator.comparing(FuzzyDate::earliest, nullsLast())
            .thenComparing(FuzzyDate::latest, nullsLast())
            .thenComparing(FuzzyDate::edtf);

    /** @throws DoubtException when the text is not a form that we read, or says something else than the parts */
    public FuzzyDate {
        Edtf said = Edtf.read(edtf);
        if (!new Derived(earliest, latest, kind, approximate, uncertain).equals(Derived.of(said))) {
            throw new DoubtException("The parts given disagree with the text " + DoubtException.quoted(edtf) + ".");
        }
    }

    /** Reads the text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FuzzyDate parse(String edtf) {
        Derived said = Derived.of(Edtf.read(edtf));
        return new FuzzyDate(edtf, said.earliest, said.latest, said.kind, said.approximate, said.uncertain);
    }

    /** The object form: the text is required, and every other part that is given (not null) must agree with it. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public static FuzzyDate ofParts(
            @JsonProperty("edtf") String edtf,
            @JsonProperty("earliest") LocalDate earliest,
            @JsonProperty("latest") LocalDate latest,
            @JsonProperty("kind") String kind,
            @JsonProperty("approximate") Boolean approximate,
            @JsonProperty("uncertain") Boolean uncertain) {
        if (edtf == null) {
            throw new DoubtException("A date given as an object needs its text in \"edtf\".");
        }
        FuzzyDate said = parse(edtf);
        Parts.agree("earliest", earliest, said.earliest, edtf);
        Parts.agree("latest", latest, said.latest, edtf);
        Parts.agree("kind", kind, said.kind.code(), edtf);
        Parts.agree("approximate", approximate, said.approximate, edtf);
        Parts.agree("uncertain", uncertain, said.uncertain, edtf);
        return said;
    }

    /**
     * Whether it lies from one day to the other, both included; null is open. Possible: some day that it may touch
     * does. Certain: every day that it may touch does, so a span must lie inside as a whole.
     */
    public boolean within(LocalDate from, LocalDate to, Certainty certainty) {
        if (from != null && to != null && from.isAfter(to)) {
            return false;
        }
        if (certainty == Certainty.CERTAIN) {
            return earliest != null
                    && (from == null || !earliest.isBefore(from))
                    && (to == null || latest != null && !latest.isAfter(to));
        }
        return touches(from, to, Edtf.read(edtf));
    }

    /** The days that are named where it is one among several; else none. */
    public List<LocalDate> listed() {
        return Edtf.read(edtf).listed();
    }

    /** Whether both may hold of one day: as single days be the same, as spans share one. Unknown overlaps all. */
    public boolean overlaps(FuzzyDate other) {
        Edtf mine = Edtf.read(edtf);
        Edtf theirs = Edtf.read(other.edtf);
        return theirs.listed().isEmpty()
                ? touches(other.earliest, other.latest, mine)
                : theirs.listed().stream().anyMatch(day -> touches(day, day, mine));
    }

    /** {@link #overlaps(FuzzyDate)}, or, when certain, whether they share a day whichever days they turn out to be. */
    public boolean overlaps(FuzzyDate other, Certainty certainty) {
        if (certainty == Certainty.POSSIBLE) {
            return overlaps(other);
        }
        return begunByEndOf(other) && other.begunByEndOf(this);
    }

    /** Whether it may have (or must have) begun on or before the day; unknown: may, but need not. */
    public boolean begunBy(LocalDate day, Certainty certainty) {
        LocalDate begin = certainty == Certainty.CERTAIN ? latestBegin() : earliest;
        return begin == null ? certainty == Certainty.POSSIBLE : !begin.isAfter(day);
    }

    /** The last day on which it may have begun: of a span, the last that its start may be. Null when unknown. */
    public LocalDate latestBegin() {
        return Edtf.read(edtf).begin().last();
    }

    private boolean begunByEndOf(FuzzyDate other) {
        LocalDate begin = latestBegin();
        Edtf theirs = Edtf.read(other.edtf);
        boolean endless = theirs.kind() == Kind.SPAN && other.latest == null;
        LocalDate earliestEnd = theirs.end().first();
        return begin != null && (endless || earliestEnd != null && !begin.isAfter(earliestEnd));
    }

    private static boolean touches(LocalDate from, LocalDate to, Edtf date) {
        return date.listed().isEmpty()
                ? notAfter(from, date.end().last()) && notAfter(date.begin().first(), to)
                : date.listed().stream().anyMatch(day -> notAfter(from, day) && notAfter(day, to));
    }

    private static boolean notAfter(LocalDate one, LocalDate other) {
        return one == null || other == null || !one.isAfter(other);
    }

    private static Comparator<LocalDate> nullsLast() {
        return Comparator.nullsLast(Comparator.naturalOrder());
    }

    private record Derived(LocalDate earliest, LocalDate latest, Kind kind, boolean approximate, boolean uncertain) {
        static Derived of(Edtf said) {
            return new Derived(
                    said.begin().first(), said.end().last(), said.kind(), said.approximate(), said.uncertain());
        }
    }
}
