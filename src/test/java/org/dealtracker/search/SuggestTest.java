package org.dealtracker.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is suggested while somebody types. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class SuggestTest {
    private static String party(String body, Object... arguments) {
        return Fixtures.created("parties", Bodies.json(body, arguments));
    }

    private static Answer suggest(String typed, String more) {
        return Api.get("/search/suggest?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8) + more)
                .expect(200);
    }

    private static List<String> texts(String typed) {
        return suggest(typed, "").each("/items", "text");
    }

    @Test
    void whatBeginsWithItComesFirstThenWhatHasAWordThatDoesThenWhatLooksLikeIt() {
        party("{name: 'Wolkenstein', kind: 'other'}");
        party("{name: 'Wolkenkuckucksheim', kind: 'other'}");
        party("{name: 'House of the Wolken', kind: 'other'}");
        party("{name: 'Arsenal', kind: 'other', aliases: [{name: 'Die Wolkenschieber'}]}");
        party("{name: 'Volken', kind: 'other'}");
        assertThat(texts("wolken"))
                .containsExactly(
                        "Wolkenkuckucksheim", "Wolkenstein", "House of the Wolken", "Die Wolkenschieber", "Volken");
        assertThat(texts("Wölkens")).startsWith("Wolkenstein").contains("Die Wolkenschieber");
        assertThat(texts("house wolk")).containsExactly("House of the Wolken");
        Answer alias = suggest("wolkensch", "");
        assertThat(alias.at("/items/0/text").asText()).isEqualTo("Die Wolkenschieber");
        assertThat(alias.at("/items/0/matched").asText()).isEqualTo("alias");
        assertThat(alias.at("/items/0/title").asText()).isEqualTo("Arsenal");
        assertThat(suggest("wolken", "&limit=2").at("/items")).hasSize(2);
    }

    @Test
    void aDealIsSuggestedByItsTitleAndItsDesignations() {
        String deal = Fixtures.created(
                "agreements",
                Bodies.with(
                        Bodies.with(Fixtures.laafDeal(), "/title", "'Zebrafinch deal'"),
                        "/items/0/designation",
                        "'Grebe-9 Block II'"));
        assertThat(suggest("zebraf", "").each("/items", "slug")).containsExactly(deal);
        for (String typed : List.of("grebe", "grebe-9", "grebe9", "GREBE-9 bl", "greeb-9 block")) {
            Answer answer = suggest(typed, "&kind=agreement");
            assertThat(answer.each("/items", "slug")).as(typed).contains(deal);
            assertThat(answer.at("/items/0/matched").asText()).isEqualTo("designation");
        }
        assertThat(suggest("grebe", "&kind=party").at("/items")).isEmpty();
    }

    @Test
    void aNameThatWasGivenUpIsSuggestedInThePastOnly() {
        String slug = party("{name: 'Formerlyknown', kind: 'other'}");
        long before = Api.head();
        Api.patch("/parties/" + slug, "\"r1\"", Bodies.json("{name: 'Nowadays'}"))
                .expect(200);
        assertThat(texts("formerlyk")).isEmpty();
        assertThat(suggest("formerlyk", "&asOfSeq=" + before).each("/items", "slug"))
                .containsExactly(slug);
        Api.delete("/parties/" + slug, "\"r2\"", "Away.").expect(204);
        assertThat(texts("nowadays")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "%", "_", "\\", "'", "\"", "-", "x y z", "😀", "خف", "Ха", "or", "JF-", "::", "%_\\"})
    void whateverIsTypedIsAnswered(String typed) {
        assertThat(suggest(typed, "").at("/items").size()).isLessThanOrEqualTo(10);
        suggest(typed, "&asOfSeq=" + Api.head());
    }

    @Test
    void aSignThatStandsForAnythingElsewhereStandsForItself() {
        assertThat(texts("%")).isEmpty();
        assertThat(texts("_")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/search/suggest | q",
                "/search/suggest?q= | q",
                "/search/suggest?q=a&limit=21 | limit",
                "/search/suggest?q=a&limit=0&kind=x | limit kind",
                "/search/suggest?q=a&cursor=x | cursor",
                "/search/suggest?q=a&asOfSeq=x | asOfSeq",
            })
    void aParameterThatCannotBeReadIsNamed(String path, String named) {
        assertMalformed(Api.get(path), named.split(" "));
        assertMalformed(Api.get("/search/suggest?q=" + "x".repeat(101)), "q");
    }
}
