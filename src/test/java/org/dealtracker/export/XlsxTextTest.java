package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxTextTest {
    @ParameterizedTest
    @CsvSource({
        "a<b, a&lt;b",
        "_x0041_, _x005F_x0041_",
        "_x0041_x0042_, _x005F_x0041_x005F_x0042_",
        "_x41_, _x41_",
        "__x0041_, __x005F_x0041_",
        "_X0041_, _X0041_"
    })
    void textThatLooksEscapedIsEscaped(String text, String xml) {
        assertThat(XlsxText.escaped(text)).isEqualTo(xml);
    }

    @Test
    void halvesOfPairsAndControlCharactersAreWrittenAsNumbers() {
        assertThat(XlsxText.escaped("a\ud83d\u0001b\udee9\ud83d\udee9\r\n"))
                .isEqualTo("a_xD83D__x0001_b_xDEE9_\ud83d\udee9_x000D_\n");
    }

    /** What is written of the second character ends what the first six begin. */
    @Test
    void anEscapeIsNotMadeOfATextAndAnEscape() {
        assertThat(XlsxText.escaped("_x0041\u0001")).isEqualTo("_x005F_x0041_x0001_");
        assertThat(new XSSFRichTextString(XlsxText.escaped("_x0041\u0001")).getString())
                .isEqualTo("_x0041\u0001");
    }

    @Test
    void textThatFitsIsLeftAndLongerTextIsCutBetweenCharactersAndSaysSo() {
        String fits = "x".repeat(XlsxText.LONGEST);
        assertThat(XlsxText.cut(fits)).isSameAs(fits);

        assertThat(XlsxText.cut(fits + "y")).hasSize(XlsxText.LONGEST).endsWith(XlsxText.CUT);

        int whole = XlsxText.LONGEST - XlsxText.CUT.length();
        String pairs = "x".repeat(whole - 1) + "\ud83d\udee9".repeat(30);
        assertThat(XlsxText.cut(pairs)).isEqualTo("x".repeat(whole - 1) + XlsxText.CUT);
    }
}
