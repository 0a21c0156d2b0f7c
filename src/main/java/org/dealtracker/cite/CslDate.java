package org.dealtracker.cite;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dealtracker.uncertain.FuzzyDate;
import org.dealtracker.wording.Dates;

/**
 * A fuzzy date as CSL JSON has it (CSL 1.0.2, date-variable).
 *
 * @param parts one date or the two ends of a range, each of a year, perhaps a month, perhaps a day
 * @param season 1 spring to 4 winter, or null
 * @param circa true for what is about, uncertain, or one day among several; else null
 * @param literal in words, for a range that is open, which parts cannot say; else null
 */
record CslDate(
        @JsonProperty("date-parts") List<List<Integer>> parts,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer season,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean circa,
        @JsonInclude(JsonInclude.Include.NON_NULL) String literal) {
    private static final Pattern SEASON = Pattern.compile("([0-9]{4})-2([1-4])");

    /** @return null for none, and for one that nobody knows */
    static CslDate of(FuzzyDate date) {
        if (date == null || date.kind() == FuzzyDate.Kind.UNKNOWN) {
            return null;
        }
        Matcher season = SEASON.matcher(date.edtf());
        if (season.matches()) {
            return new CslDate(
                    List.of(List.of(Integer.valueOf(season.group(1)))), Integer.valueOf(season.group(2)), null, null);
        }
        boolean oneOf = date.kind() == FuzzyDate.Kind.ONE_OF;
        Boolean circa = date.approximate() || date.uncertain() || oneOf ? true : null;
        if (oneOf) {
            return new CslDate(List.of(day(date.earliest()), day(date.latest())), null, circa, null);
        }
        if (date.kind() != FuzzyDate.Kind.SPAN) {
            return new CslDate(stretch(date), null, circa, null);
        }
        String[] ends = date.edtf().split("/");
        List<Integer> first = stretch(FuzzyDate.parse(ends[0])).get(0);
        if (ends[1].equals("..")) {
            return new CslDate(List.of(first), null, circa, Dates.words(date.edtf()));
        }
        return new CslDate(List.of(first, stretch(FuzzyDate.parse(ends[1])).get(0)), null, circa, null);
    }

    /** As precise as it is: a day, a month, a year, or from the first month of several to the last. */
    private static List<List<Integer>> stretch(FuzzyDate date) {
        LocalDate first = date.earliest();
        LocalDate last = date.latest();
        if (first.equals(last)) {
            return List.of(day(first));
        }
        if (first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1))) {
            return List.of(List.of(first.getYear()));
        }
        return first.getMonth() == last.getMonth() && first.getYear() == last.getYear()
                ? List.of(month(first))
                : List.of(month(first), month(last));
    }

    private static List<Integer> day(LocalDate day) {
        return List.of(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static List<Integer> month(LocalDate day) {
        return List.of(day.getYear(), day.getMonthValue());
    }
}
