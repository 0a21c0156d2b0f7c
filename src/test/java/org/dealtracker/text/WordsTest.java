package org.dealtracker.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words a text has, and when two are the same. */
class WordsTest {
    private static String forms(String text) {
        return Words.of(text).stream().map(Words.Word::form).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Türkiye – Çelik | turkiye celik",
                "Żółw Łódź | zolw lodz",
                "Straße Œuvre Ærø İstanbul ılık | strasse oeuvre aero istanbul ilik",
                "JF-17/JF17 | jf 17 jf17",
                "Haftar's and Haftar’s forces | haftar and haftar forces",
                "it's 's | it s",
                "Ёлкин ЁЛКИН | елкин елкин",
                "مُحَمَّد الإمارات مصطفى | محمد الامارات مصطفي",
                "ســلام ١٢٣ | سلام 123",
                "歼10 中国 | 歼 10 中 国",
                "½ ﬁre Ⅳ | fire",
                "--- ''' | ''",
            })
    void wordsAreSpelledAlike(String text, String words) {
        assertThat(forms(text)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "drones,drone",
        "deliveries,delivery",
        "boxes,box",
        "crosses,cross",
        "cross,cross",
        "status,status",
        "analysis,analysis",
        "gas,gas",
        "mirages,mirage",
        "саps,саps",
    })
    void aPluralLosesItsEndingAndNoMore(String word, String stem) {
        assertThat(Words.stem(word)).isEqualTo(stem);
    }

    @Property
    void aWordHoldsLettersAndDigitsOnlyWhateverTheText(@ForAll @StringLength(max = 50) String text) {
        for (Words.Word word : Words.of(text)) {
            assertThat(word.form()).isNotEmpty().matches("[\\p{L}\\p{Nd}\\p{Nl}\\p{No}]+");
            assertThat(word.form().length()).isLessThanOrEqualTo(100);
            assertThat(String.join("", word.parts())).isEqualTo(word.form());
            assertThat(word.start()).isLessThan(word.end());
        }
    }

    @Property
    void aWordThatIsFoldedIsFoldedOnceAndForAll(@ForAll @StringLength(max = 30) String text) {
        assertThat(forms(forms(text))).isEqualTo(forms(text));
    }
}
