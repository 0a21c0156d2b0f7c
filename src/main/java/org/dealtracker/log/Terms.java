package org.dealtracker.log;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** How terms are spelled, by those who index records and by those who look for them. */
public final class Terms {
    /** Past this many different words a text is found by its first ones only. */
    private static final int MOST_WORDS = 300;

    private Terms() {}

    public static String of(String name, String value) {
        return name + ":" + value;
    }

    public static List<String> each(String name, List<String> values) {
        return values.stream().map(value -> of(name, value)).toList();
    }

    /** A text in lower case and without marks, so that it is found however it is spelled. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Stream<String> split(String text) {
        return Arrays.stream(plain(text).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty());
    }

    /** A term for each different word of some texts, null ones left out. */
    public static Set<String> words(Stream<String> texts) {
        Set<String> words = new LinkedHashSet<>();
        texts.filter(text -> text != null)
                .flatMap(Terms::split)
                .takeWhile(word -> words.size() < MOST_WORDS)
                .map(word -> of("word", word))
                .forEach(words::add);
        return words;
    }

    /** A name's words run together: JF-17, JF 17 and JF17 are the same. */
    public static String together(String name) {
        return split(name).reduce("", String::concat);
    }

    /** Each beginning of a name that ends with one of its words, run together: what is found by less than all of it. */
    public static Set<String> beginnings(String name) {
        Set<String> beginnings = new LinkedHashSet<>();
        StringBuilder beginning = new StringBuilder();
        split(name).forEach(word -> beginnings.add(beginning.append(word).toString()));
        return beginnings;
    }
}
