package org.dealtracker.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dealtracker.text.Piece.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How what is typed is read, and what PostgreSQL is asked for it. */
class QueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "drones Libya | (('drone') & ('libya'))",
                "a drone for Libya | (('drone') & ('libya'))",
                "the | (('the'))",
                "JF-17 | (('jf' <-> '17' ~ 'jf17'))",
                "jf17 | (('jf' <-> '17' ~ 'jf17'))",
                "\"the deal\" x | (('the' <-> 'deal') & ('x'))",
                "a1 or b -c | (('a' <-> '1' ~ 'a1')) ~ (('b') & !('c'))",
                "or x OR | (('or') & ('x'))",
                "-\"x y\" z | (('z') & !('x' <-> 'y'))",
                "\"open x | (('open' <-> 'x'))",
                "Haftar's | (('haftar'))",
            })
    void whatIsTypedIsRead(String typed, String asked) {
        assertThat(Query.of(typed).within(Weight.D)).isEqualTo(asked.replace('~', '|'));
    }

    @Test
    void weightsNarrowWhatIsWantedButNotWhatIsUnwanted() {
        assertThat(Query.of("x -y").within(Weight.B)).isEqualTo("(('x':AB) & !('y'))");
    }

    @Test
    void theLastWordMayHaveOnlyBegun() {
        assertThat(Query.begun("super mushs").within(Weight.A)).isEqualTo("(('super':A) & ('mushs':A*))");
        assertThat(Query.begun("super mushs ").within(Weight.A)).isEqualTo("(('super':A) & ('mush':A))");
        assertThat(Query.begun("jf-1").within(Weight.D)).isEqualTo("(('jf' <-> '1':* | 'jf1':*))");
        assertThat(Query.begun("the").within(Weight.D)).isEqualTo("(('the':*))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!", "-x", "\"\"", "- -", "-x or -y"})
    void whatHasNoWordToFindIsEmpty(String typed) {
        assertThat(Query.of(typed).isEmpty()).isTrue();
        assertThat(Query.of(typed).within(Weight.D)).isEmpty();
    }

    @Property
    void nothingThatIsTypedLeavesItsQuotes(@ForAll String typed) {
        String asked = Query.of(typed).within(Weight.B);
        assertThat(asked.replaceAll("'[\\p{L}\\p{N}]+'(:AB)?", "w")).matches("[w()&|! <>-]*");
    }
}
