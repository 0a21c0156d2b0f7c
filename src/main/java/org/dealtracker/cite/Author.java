package org.dealtracker.cite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who wrote a source, as the register has it: a text. Whether it names a person is never guessed from how it sounds, for
 * then "Amnesty International" would be sorted under I. Only one that is written family name first says so itself:
 * {@code Doe, Jane}.
 *
 * @param family null where the name is to stand as it is
 * @param given null where the name is to stand as it is
 */
record Author(String name, String family, String given) {
    private static final Pattern PERSON = Pattern.compile("([^,]{1,60}), ?([^,]{1,60})");

    /** A given name begins with a capital, in scripts that have any, and is no sentence. */
    private static final Pattern GIVEN =
            Pattern.compile("[\\p{Lu}\\p{Lt}\\p{Lo}][\\p{L}\\p{M}.'’‐-]*( [\\p{L}\\p{M}.'’‐-]+){0,3}");

    private static final Pattern FAMILY = Pattern.compile("[\\p{L}\\p{M}.'’‐-]+( [\\p{L}\\p{M}.'’‐-]+){0,3}");

    /** "Ministry of Defence, Pakistan" and "Acme, Inc." have a comma too. */
    private static final Pattern OF_AN_ORGANISATION = Pattern.compile(
            "(?iu)\\b(of|for|and|the|on|ministry|department|dept|office|agency|institute|university|college|school|council"
                    + "|committee|commission|parliament|congress|senate|house|government|embassy|mission|forces?|army|navy"
                    + "|command|press|news|newsroom|media|times|post|tv|television|radio|channel|inc|ltd|limited|llc|llp|plc"
                    + "|co|corp|corporation|company|gmbh|ag|centre|center|group|foundation|association|society|union"
                    + "|organi[sz]ation|staff|team|desk|bureau|services?|international|national|republic|kingdom|states"
                    + "|nations|secretariat|court|bank)\\b");

    static Author of(String text) {
        String name = Plain.line(text);
        Matcher person = PERSON.matcher(name);
        boolean written = person.matches()
                && FAMILY.matcher(person.group(1)).matches()
                && GIVEN.matcher(person.group(2)).matches()
                && !OF_AN_ORGANISATION.matcher(name).find();
        return written ? new Author(name, person.group(1), person.group(2)) : new Author(name, null, null);
    }

    boolean isPerson() {
        return family != null;
    }
}
