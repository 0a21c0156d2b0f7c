package org.dealtracker.uncertain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an EDTF text says: when the thing may have begun and when it may have ended. For a single day, exact or not,
 * both are the same. {@code listed} holds the days of a comma list and is otherwise empty. All ends are null for
 * {@code unknown}, and those of the end where a span is open.
 */
record Edtf(
        FuzzyDate.Kind kind,
        Stretch begin,
        Stretch end,
        List<LocalDate> listed,
        boolean approximate,
        boolean uncertain) {

    private static final int LONGEST_TEXT = 350;
    private static final String YEAR = "([12][0-9]{3})";
    private static final Pattern POINT = Pattern.compile(YEAR + "(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~])?");
    private static final Pattern SOME_DAY = Pattern.compile(YEAR + "-(0[1-9]|1[0-2])-XX");
    private static final Pattern PART_OF_YEAR = Pattern.compile(YEAR + "-(2[1-4]|3[3-6])");
    private static final Pattern DAY = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");

    /** The days from the first to the last; either is null where open. */
    record Stretch(LocalDate first, LocalDate last) {
        static final Stretch OPEN = new Stretch(null, null);

        static Stretch ofMonths(YearMonth first, int months) {
            return new Stretch(first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
        }
    }

    static Edtf read(String text) {
        if (text == null) {
            throw new DoubtException("A date is missing; write \"unknown\" when the source gives none.");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new DoubtException(
                    "A date has at most " + LONGEST_TEXT + " characters; this one has " + text.length() + ".");
        }
        if (text.equals("unknown")) {
            return new Edtf(FuzzyDate.Kind.UNKNOWN, Stretch.OPEN, Stretch.OPEN, List.of(), false, false);
        }
        if (text.startsWith("[")) {
            return oneOf(text);
        }
        return text.contains("/") ? span(text) : single(text);
    }

    private static Edtf single(String text) {
        Matcher someDay = SOME_DAY.matcher(text);
        if (someDay.matches()) {
            return exact(Stretch.ofMonths(month(someDay), 1));
        }
        Matcher part = PART_OF_YEAR.matcher(text);
        if (part.matches()) {
            return exact(partOfYear(Integer.parseInt(part.group(1)), Integer.parseInt(part.group(2))));
        }
        return point(text, text);
    }

    private static Edtf exact(Stretch days) {
        return new Edtf(FuzzyDate.Kind.DAY, days, days, List.of(), false, false);
    }

    private static Stretch partOfYear(int year, int code) {
        boolean season = code < 30;
        int firstMonth = season ? 3 * (code - 20) : 3 * (code - 33) + 1;
        return Stretch.ofMonths(YearMonth.of(year, firstMonth), 3);
    }

    /** A year, month or day with its mark; {@code whole} is the text that an error quotes. */
    private static Edtf point(String text, String whole) {
        Matcher point = POINT.matcher(text);
        if (!point.matches()) {
            throw noForm(whole);
        }
        Stretch days;
        if (point.group(3) != null) {
            LocalDate day = day(text.substring(0, 10));
            days = new Stretch(day, day);
        } else if (point.group(2) != null) {
            days = Stretch.ofMonths(month(point), 1);
        } else {
            days = Stretch.ofMonths(YearMonth.of(Integer.parseInt(point.group(1)), 1), 12);
        }
        String mark = point.group(4);
        return new Edtf(FuzzyDate.Kind.DAY, days, days, List.of(), "~".equals(mark), "?".equals(mark));
    }

    private static Edtf span(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length != 2) {
            throw noForm(text);
        }
        Edtf first = point(ends[0], text);
        if (ends[1].equals("..")) {
            return new Edtf(
                    FuzzyDate.Kind.SPAN, first.begin, Stretch.OPEN, List.of(), first.approximate, first.uncertain);
        }
        Edtf second = point(ends[1], text);
        LocalDate earliest = first.begin.first();
        LocalDate latest = second.end.last();
        if (earliest.isAfter(latest)) {
            throw new DoubtException(
                    DoubtException.quoted(text) + " ends before it begins; write the earlier end first.");
        }
        // With 2025/2025-03 neither end can lie beyond the other: begun by the end of March, ended not before January.
        return new Edtf(
                FuzzyDate.Kind.SPAN,
                new Stretch(earliest, min(first.begin.last(), latest)),
                new Stretch(max(second.end.first(), earliest), latest),
                List.of(),
                first.approximate || second.approximate,
                first.uncertain || second.uncertain);
    }

    private static Edtf oneOf(String text) {
        if (!text.endsWith("]")) {
            throw noForm(text);
        }
        String inner = text.substring(1, text.length() - 1);
        boolean range = inner.contains("..");
        List<LocalDate> days = new ArrayList<>();
        for (String each : inner.split(range ? "\\.\\." : ",", -1)) {
            if (!DAY.matcher(each).matches()) {
                throw noForm(text);
            }
            LocalDate day = day(each);
            if (!days.isEmpty() && !day.isAfter(days.get(days.size() - 1))) {
                throw new DoubtException(
                        "The days in " + DoubtException.quoted(text) + " must ascend, each named once.");
            }
            days.add(day);
        }
        if (days.size() < 2 || range && days.size() > 2) {
            throw noForm(text);
        }
        Stretch hull = new Stretch(days.get(0), days.get(days.size() - 1));
        return new Edtf(FuzzyDate.Kind.ONE_OF, hull, hull, range ? List.of() : List.copyOf(days), false, false);
    }

    private static YearMonth month(Matcher yearAndMonth) {
        try {
            return YearMonth.of(Integer.parseInt(yearAndMonth.group(1)), Integer.parseInt(yearAndMonth.group(2)));
        } catch (DateTimeException outOfRange) {
            throw new DoubtException("There is no month " + yearAndMonth.group(2)
                    + "; months are 01 to 12, seasons 21 to 24, quarters 33 to 36, and only months go into a span.");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            throw new DoubtException("There is no day " + text + " in the calendar.");
        }
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static DoubtException noForm(String text) {
        return new DoubtException(DoubtException.quoted(text)
                + " is not a date that we read. Write 2025, 2025-12 or 2025-12-18, with ? or ~ after it if in doubt;"
                + " 2025-12-XX; a season 2025-21 to 2025-24; a quarter 2025-33 to 2025-36; a span 2025-12/2028-06 or"
                + " 2026/..; one day among several [2025-12-17..2025-12-22] or [2025-07-17,2025-07-18]; or unknown."
                + " Years go from 1000 to 2999.");
    }
}
