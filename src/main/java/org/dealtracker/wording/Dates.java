package org.dealtracker.wording;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fuzzy dates as people say them. What is not known by heart here stays as EDTF writes it. */
public final class Dates {
    private static final Pattern ONE =
            Pattern.compile("(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2}|XX))?)?(?<mark>[?~%])?");

    private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");
    private static final List<String> QUARTERS = List.of("first", "second", "third", "fourth");

    private Dates() {}

    public static String words(String edtf) {
        if (edtf.startsWith("[") && edtf.endsWith("]")) {
            return Stream.of(edtf.substring(1, edtf.length() - 1).split(","))
                    .map(part -> range(part, "between ", " and ", "not before ", "not after "))
                    .collect(Collectors.joining(" or "));
        }
        return range(edtf.replace("/..", "..").replace("../", "..").replace("/", ".."), "", " to ", "from ", "until ");
    }

    private static String range(String text, String first, String then, String open, String until) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            return one(text);
        }
        String from = text.substring(0, dots);
        String to = text.substring(dots + 2);
        if (from.isEmpty()) {
            return until + one(to);
        }
        return to.isEmpty() ? open + one(from) : first + one(from) + then + one(to);
    }

    private static String one(String text) {
        Matcher date = ONE.matcher(text);
        if (!date.matches()) {
            return text;
        }
        String words = unmarked(date);
        String mark = date.group("mark");
        if (mark == null) {
            return words;
        }
        return switch (mark) {
            case "~" -> "about " + words;
            case "?" -> words + " (uncertain)";
            default -> "about " + words + " (uncertain)";
        };
    }

    private static String unmarked(Matcher date) {
        String year = date.group("year");
        if (date.group("month") == null) {
            return year;
        }
        int month = Integer.parseInt(date.group("month"));
        String day = date.group("day");
        if (month > 32 && month < 37) {
            return "the " + QUARTERS.get(month - 33) + " quarter of " + year;
        }
        if (month > 20 && month < 25) {
            return SEASONS.get(month - 21) + " " + year;
        }
        if (month < 1 || month > 12) {
            return date.group();
        }
        String named = Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + year;
        if (day == null) {
            return named;
        }
        return day.equals("XX") ? "a day in " + named : Integer.parseInt(day) + " " + named;
    }
}
