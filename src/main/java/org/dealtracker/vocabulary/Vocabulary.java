package org.dealtracker.vocabulary;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.dealtracker.http.Code;

/**
 * One closed list of codes.
 *
 * @param name {@code lower-kebab-case}, the last part of its address
 * @param definition what all codes of it say, in one sentence
 */
public record Vocabulary(String name, String definition, List<Entry> codes) {

    /**
     * One code.
     *
     * @param label for people; the code in words unless the words need capitals
     * @param more what else this vocabulary says of each of its codes
     */
    public record Entry(
            String code,
            String label,
            String definition,
            @JsonAnyGetter Map<String, Object> more) {
        /** In the order of the names: the bytes, and so their ETag, must be the same in every process. */
        public Entry {
            more = Collections.unmodifiableSortedMap(new TreeMap<>(more));
        }

        Entry(String code, String definition, Map<String, Object> more) {
            this(code, inWords(code), definition, more);
        }
    }

    static <E extends Enum<E> & Code> Vocabulary of(String name, String definition, Class<E> codes) {
        return of(name, definition, codes, code -> Map.of());
    }

    static <E extends Enum<E> & Code> Vocabulary of(
            String name, String definition, Class<E> codes, Function<E, Map<String, Object>> more) {
        return new Vocabulary(
                name,
                definition,
                Arrays.stream(codes.getEnumConstants())
                        .map(code -> new Entry(code.code(), label(code), code.definition(), more.apply(code)))
                        .toList());
    }

    public List<String> allCodes() {
        return codes.stream().map(Entry::code).toList();
    }

    /** The code in words; a code that is no word (a grade) has its constant's name, or itself. */
    private static String label(Code code) {
        boolean word = code.code().length() > 1;
        return inWords(word ? code.code() : code.name().toLowerCase(Locale.ROOT));
    }

    static String inWords(String code) {
        if (code.equals("uav")) {
            return "UAV";
        }
        List<String> words = new ArrayList<>(List.of(code.split("[_-]")));
        words.set(
                0,
                words.get(0).substring(0, 1).toUpperCase(Locale.ROOT)
                        + words.get(0).substring(1));
        return String.join(" ", words);
    }
}
