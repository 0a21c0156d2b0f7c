package org.dealtracker.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A value of a closed vocabulary: an enum constant with its code in {@code lower_snake_case}, as it stands in
 * JSON and in query parameters, and a sentence that defines it.
 */
public interface Code {
    String name();

    /** What the code means, in one sentence; vocabularies, the OpenAPI document and the docs all read it. */
    String definition();

    @JsonValue
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All codes of a vocabulary, for a message that says what is allowed. */
    static <E extends Enum<E> & Code> String all(Class<E> vocabulary) {
        return Arrays.stream(vocabulary.getEnumConstants()).map(Code::code).collect(Collectors.joining(", "));
    }

    /** The codes of a part of a vocabulary. */
    static <E extends Enum<E> & Code> String all(Collection<E> part) {
        return part.stream().sorted().map(Code::code).collect(Collectors.joining(", "));
    }

    /** Notes which of a parameter's values are no codes of a vocabulary. */
    static <E extends Enum<E> & Code> void check(
            String parameter, Collection<String> codes, Class<E> vocabulary, Findings findings) {
        for (String code : codes) {
            if (of(vocabulary, code) == null) {
                findings.malformed(
                        parameter,
                        "'" + Texts.shown(code) + "' is not a code of '" + parameter + "'; allowed are "
                                + all(vocabulary) + ".");
            }
        }
    }

    /** The constants of a vocabulary by their codes, for whoever reads a million of them. */
    static <E extends Enum<E> & Code> Map<String, E> byCode(Class<E> vocabulary) {
        return EnumSet.allOf(vocabulary).stream().collect(Collectors.toUnmodifiableMap(Code::code, each -> each));
    }

    /** The constant of a vocabulary that has a code, or null. */
    static <E extends Enum<E> & Code> E of(Class<E> vocabulary, String code) {
        return of(EnumSet.allOf(vocabulary), code);
    }

    /** The same of a part of a vocabulary. */
    static <E extends Enum<E> & Code> E of(Collection<E> part, String code) {
        for (E constant : part) {
            if (constant.code().equals(code)) {
                return constant;
            }
        }
        return null;
    }
}
