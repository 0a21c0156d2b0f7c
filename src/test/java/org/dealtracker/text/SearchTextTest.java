package org.dealtracker.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dealtracker.support.Bodies;
import org.dealtracker.text.Piece.Weight;
import org.junit.jupiter.api.Test;

/** Which texts of a document are searched, how much each tells, and what is shown of them. */
class SearchTextTest {
    private static final String ENGAGEMENT = """
            {id: '0199', slug: 'a-visit', revision: 1, createdAt: '2026-01-01T00:00:00Z', kind: 'visit', title: 'A visit',
             when: {edtf: '2025-07', earliest: '2025-07-01'}, where: {text: 'Rawalpindi', country: 'PK'},
             participants: [{person: 'A. General', office: 'Chief of Staff', party: 'pakistan-mod',
                             count: {lower: 4, upper: 4, text: '4'}}],
             topics: [{code: 'training', level: 'aim', citations: [{source: 'dawn-2025', reportedAs: 'would train'}]}],
             outcome: 'Nothing was signed.', note: 'Known through Dawn.'}""";

    private static List<String> texts(String json, Weight weight) {
        return SearchText.of(Bodies.json(json)).pieces().stream()
                .filter(piece -> piece.weight() == weight)
                .map(Piece::text)
                .toList();
    }

    @Test
    void aKindThatNobodyHasHeardOfIsSearchedByItsProse() {
        assertThat(texts(ENGAGEMENT, Weight.A)).containsExactly("A visit");
        assertThat(texts(ENGAGEMENT, Weight.B)).containsExactly("A. General");
        assertThat(texts(ENGAGEMENT, Weight.C))
                .containsExactlyInAnyOrder("Rawalpindi", "PK", "Chief of Staff", "pakistan-mod", "Nothing was signed.");
        assertThat(texts(ENGAGEMENT, Weight.D)).containsExactlyInAnyOrder("would train", "Known through Dawn.");
    }

    @Test
    void ofTheHeadlineOnlyTheNamesCount() {
        String deal = "{title: 'T', headline: {stage: 'agreed', suppliers: [{id: 'x', slug: 'y', name: 'Y Z'}],"
                + " lastChange: {reason: 'Not this one'}}}";
        assertThat(texts(deal, Weight.B)).containsExactly("Y Z");
        assertThat(SearchText.of(Bodies.json(deal)).pieces()).hasSize(2);
    }

    @Test
    void aSourceWithoutATitleIsCalledByItsPublisher() {
        assertThat(texts("{publisher: 'Reuters'}", Weight.A)).containsExactly("Reuters");
        assertThat(texts("{publisher: 'Reuters', title: 'T'}", Weight.A)).containsExactly("T");
    }

    @Test
    void wordsStandWhereTheyStandAndNoPhraseReachesIntoTheNextText() {
        String vector = SearchText.of(Bodies.json("{title: 'Two Drones JF17', note: 'x'}"))
                .vector();
        assertThat(vector).isEqualTo("'17':5A 'drone':3A 'drones':3A 'jf':4A 'jf17':4A 'two':2A 'x':7 ");
    }

    @Test
    void namesComeFirstAndPastTheLimitTheRestIsLeftOut() {
        String long_ = "word ".repeat(SearchText.MOST_WORDS);
        String vector = SearchText.of(Bodies.json("{note: 'late', summary: '" + long_ + "', title: 'early'}"))
                .vector();
        assertThat(vector).contains("'early':").doesNotContain("'late'");
    }

    @Property
    void aSnippetIsEscapedAndShort(@ForAll String text, @ForAll String typed) {
        Snippet snippet = Snippet.of(
                SearchText.of(Bodies.json("{}").put("title", "T").put("summary", text)), Query.of(typed), "T");
        assertThat(snippet.text().replaceAll("</?mark>", "")).doesNotContain("<", ">", "\"", "'");
        assertThat(snippet.text().replaceAll("&[a-z#0-9]+;", "x").replaceAll("</?mark>", ""))
                .hasSizeLessThan(230);
    }
}
