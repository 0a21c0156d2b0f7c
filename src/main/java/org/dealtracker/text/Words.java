package org.dealtracker.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text, spelled so that case, accents and the forms of a letter do not matter, in any script. This is
 * done here and not by the database, whose rules differ with its version and locale: the same question about the same
 * past moment shall have the same answer everywhere.
 */
public final class Words {
    /** Longer words are found by their beginnings; no index holds a word without end. */
    static final int LONGEST = 100;

    /** Letters that no decomposition takes apart, and Arabic ones that are written for each other. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ى', "ي"),
            Map.entry((int) 'ة', "ه"),
            Map.entry((int) 'ـ', ""));

    private static final Pattern PARTS = Pattern.compile("[0-9]+|[^0-9]+");

    private Words() {}

    /**
     * A word where it stands.
     *
     * @param form the whole of it
     * @param parts its letters and its digits apart: of JF17 jf and 17; of most words the word itself
     */
    public record Word(String form, List<String> parts, int start, int end) {}

    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            if (end > at) {
                String form = form(text.substring(at, end));
                if (!form.isEmpty() && !isPossessive(text, at, form)) {
                    words.add(new Word(form, parts(form), at, end));
                }
                at = end;
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        return words;
    }

    /** Where a run of letters and digits ends; scripts that put no space between words have one for each sign. */
    private static int end(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            boolean mark = at > start && isMark(point);
            if (!mark && !Character.isLetterOrDigit(point)) {
                break;
            }
            boolean alone = Character.isIdeographic(point);
            if (alone && at > start) {
                break;
            }
            at += Character.charCount(point);
            if (alone) {
                break;
            }
        }
        return at;
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** The s of Haftar's, which is no word. */
    private static boolean isPossessive(String text, int at, String form) {
        return form.equals("s")
                && at > 1
                && "'’ʼ".indexOf(text.charAt(at - 1)) >= 0
                && Character.isLetterOrDigit(text.codePointBefore(at - 1));
    }

    private static String form(String word) {
        StringBuilder form = new StringBuilder();
        Normalizer.normalize(word, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(point -> append(form, point));
        int most = Math.min(form.length(), LONGEST);
        boolean halved = most > 0 && most < form.length() && Character.isHighSurrogate(form.charAt(most - 1));
        return form.substring(0, halved ? most - 1 : most);
    }

    private static void append(StringBuilder form, int point) {
        String other = LETTERS.get(point);
        int digit = Character.digit(point, 10);
        if (other != null) {
            form.append(other);
        } else if (digit >= 0) {
            form.append(digit);
        } else {
            form.appendCodePoint(point);
        }
    }

    private static List<String> parts(String form) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PARTS.matcher(form);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return List.copyOf(parts);
    }

    /**
     * A word without the ending of an English plural. Names lose no more than that: a stemmer would take more, and find
     * one name for another.
     */
    public static String stem(String form) {
        if (form.length() < 4 || !form.endsWith("s") || form.matches(".*([^a-z].*|[sui]s)")) {
            return form;
        }
        if (form.endsWith("ies") && form.length() > 4) {
            return form.substring(0, form.length() - 3) + "y";
        }
        int ending = form.matches(".*(ss|x|z|ch|sh)es") ? 2 : 1;
        return form.substring(0, form.length() - ending);
    }
}
