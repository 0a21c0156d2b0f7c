package org.dealtracker.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

/** What a search finds, in which order, and what it shows of it. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class SearchTest {
    private static String party(String body, Object... arguments) {
        return Fixtures.created("parties", Bodies.json(body, arguments));
    }

    private static String query(String typed) {
        return "/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private static Answer search(String typed, String more) {
        return Api.get(query(typed) + more).expect(200);
    }

    private static List<String> slugs(String typed) {
        return slugs(typed, "");
    }

    private static List<String> slugs(String typed, String more) {
        return search(typed, more).each("/items", "slug");
    }

    /** A deal whose only mark is in the member at a pointer. */
    private static String deal(String pointer, String text) {
        ObjectNode deal = Bodies.with(Fixtures.laafDeal(), "/title", "'A deal without a mark'");
        return Fixtures.created("agreements", Bodies.with(deal, pointer, Bodies.value("'" + text + "'")));
    }

    @Test
    void aNameIsFoundWithAWrongLetter() {
        String named = party("{name: 'Super Mushshak Works', kind: 'company'}");
        String dealt = deal("/items/0/designation", "Super Mushshak");
        String other = party("{name: 'Supreme Command', kind: 'other'}");
        assertThat(slugs("Super Mushak")).contains(named, dealt).doesNotContain(other);
        assertThat(slugs("supr mushshak")).contains(named, dealt);
        JsonNode found = search("Super Mushak", "&kind=party").at("/items/0");
        assertThat(found.get("snippet").asText()).isEqualTo("<mark>Super</mark> <mark>Mushshak</mark> Works");
        assertThat(found.get("matched")).hasToString("[\"name\"]");
    }

    @Test
    void aPartyIsFoundByItsAliases() {
        String army = party("{name: 'Forces of the East', kind: 'faction',"
                + " aliases: [{name: \"Kheftar's men\"}, {name: 'قوات خفتر', language: 'ar'}]}");
        assertThat(slugs("Kheftar")).containsExactly(army);
        assertThat(slugs("KHEFTAR'S")).containsExactly(army);
        assertThat(slugs("Khefter")).contains(army);
        assertThat(slugs("خفتر")).containsExactly(army);
        assertThat(search("kheftar", "").at("/items/0/matched")).hasToString("[\"alias\"]");
    }

    @Test
    void scriptsAccentsCaseAndPluralsDoNotMatter() {
        String works = party("{name: 'Zakłady Żółwik', kind: 'company', note: 'Рособоронэкспорт и Ёлкин'}");
        assertThat(slugs("zaklady zolwik")).containsExactly(works);
        assertThat(slugs("ЗАКЛАДЫ")).isEmpty();
        assertThat(slugs("рособоронэкспорт елкин")).containsExactly(works);
        String drones = deal("/summary", "Quietly, some gliderettes were promised.");
        assertThat(slugs("gliderette")).containsExactly(drones);
        assertThat(slugs("Gliderettes quietly")).containsExactly(drones);
    }

    @Test
    void aDesignationIsFoundHoweverItIsWritten() {
        String deal = deal("/items/0/designation", "QX-71 Block IV");
        for (String written : List.of("QX-71", "QX 71", "qx71", "QX71 block iv", "\"QX-71 Block\"")) {
            assertThat(slugs(written)).as(written).contains(deal);
        }
        assertThat(slugs("\"Block QX-71\"")).doesNotContain(deal);
    }

    @Test
    void namesComeBeforeWhatIsInThemThatBeforeProseAndProseBeforeCitations() {
        String quoted = deal("/items/0/citations/0/reportedAs", "xylotron xylotron xylotron xylotron");
        String said = deal("/summary", "A xylotron for a xylotron for a xylotron.");
        String named = party("{name: 'The long name of an office for a xylotron or two', kind: 'other'}");
        String holding = deal("/items/0/designation", "Xylotron");
        String is = party("{name: 'Xylotron', kind: 'company'}");
        assertThat(slugs("xylotron")).containsExactly(is, named, holding, said, quoted);
        Answer answer = search("xylotron", "");
        assertThat(answer.at("/items/0/score").asDouble()).isEqualTo(1);
        assertThat(answer.at("/total").asInt()).isEqualTo(5);
        assertThat(answer.each("/items", "kind"))
                .containsExactly("party", "party", "agreement", "agreement", "agreement");
        assertThat(answer.at("/items/4/matched")).hasToString("[\"reportedAs\"]");
    }

    @Test
    void wordsAreAllNeededUnlessOneOfThemIsEnough() {
        String both = party("{name: 'Quorvex Plimsoll', kind: 'other'}");
        String first = party("{name: 'Quorvex', kind: 'other'}");
        String second = party("{name: 'Plimsoll', kind: 'other'}");
        assertThat(slugs("quorvex of the plimsoll")).startsWith(both);
        assertThat(slugs("quorvex or plimsoll")).contains(both, first, second);
        assertThat(slugs("quorvex -plimsoll", "&limit=1")).containsExactly(first);
        assertThat(slugs("\"plimsoll quorvex\" or nothingelse")).isEmpty();
    }

    @Test
    void aSnippetIsCutAndCarriesNoMarkupOfTheRecords() {
        String before = "word ".repeat(100);
        deal("/summary", before + "<script>alert(1)</script> & <mark>zyzzyva</mark> \\\"quoted\\\" " + before);
        String snippet = search("zyzzyva", "").at("/items/0/snippet").asText();
        assertThat(snippet).contains("&lt;mark&gt;<mark>zyzzyva</mark>&lt;/mark&gt;", "&amp;", "&quot;quoted&quot;");
        assertThat(snippet.replace("<mark>", "").replace("</mark>", "")).doesNotContain("<", ">");
        assertThat(snippet).startsWith("… ").endsWith(" …").hasSizeLessThan(400);
    }

    @Test
    void aFilterOfAgreementsFindsAgreementsOnly() {
        String deal = deal("/summary", "With a bramblewick.");
        party("{name: 'Bramblewick', kind: 'other'}");
        assertThat(slugs("bramblewick")).hasSize(2);
        assertThat(slugs("bramblewick", "&supplier=pakistan&category=combat_aircraft&stage=agreed"))
                .containsExactly(deal);
        assertThat(slugs("bramblewick", "&supplier=pakistan&kind=agreement")).containsExactly(deal);
        assertThat(slugs("bramblewick", "&stage=completed")).isEmpty();
        assertThat(slugs("bramblewick", "&kind=source&kind=agreement")).containsExactly(deal);
        Answer refused = Api.get(query("bramblewick") + "&supplier=pakistan&kind=party");
        assertMalformed(refused, "kind");
        assertThat(refused.textAt("/errors/0/detail")).contains("agreements only");
    }

    @Test
    void recordsOfEveryKindAreFound() {
        String cited = "citations: [{source: '%s'}]".formatted(Fixtures.reuters());
        String deal = deal("/summary", "Of a trumbleweed.");
        String source = Fixtures.created(
                "sources", Bodies.json("{kind: 'analysis', title: 'Trumbleweed', publisher: 'An outlet'}"));
        String visit = Fixtures.created(
                "engagements",
                Bodies.json(
                        "{kind: 'visit', participants: [{person: 'General Trumbleweed', party: '%s'}], %s}",
                        Fixtures.pakistan(), cited));
        String judged = Fixtures.created(
                "assessments",
                Bodies.json(
                        "{stance: 'critical', subject: {agreement: '%s'}, paraphrase: 'No trumbleweed helps.', %s}",
                        deal, cited));
        String embargo = Fixtures.created(
                "restrictions", Bodies.json("{title: 'Trumbleweeds may not be sold', issuer: 'A council', %s}", cited));
        Answer answer = search("trumbleweed", "");
        assertThat(answer.each("/items", "slug"))
                .startsWith(source, embargo, visit)
                .containsExactlyInAnyOrder(source, embargo, visit, judged, deal);
        assertThat(answer.each("/items", "kind"))
                .containsExactlyInAnyOrder("source", "restriction", "engagement", "assessment", "agreement");
        assertThat(slugs("trumbleweed", "&kind=assessment&kind=engagement")).containsExactly(visit, judged);
        Answer begun = Api.get("/search/suggest?q=trumb").expect(200);
        assertThat(begun.each("/items", "slug")).contains(source, embargo, visit);
        // One that says nothing in words is found by nothing, and is no trouble either.
        Fixtures.created("assessments", Bodies.json("{stance: 'mixed', subject: {agreement: '%s'}, %s}", deal, cited));
        search("mixed judgement", "");
        Api.get("/search/suggest?q=mixed").expect(200);
    }

    @Test
    void whatIsDeletedOrMergedIsFoundAsOfWhenItStood() {
        String gone = party("{name: 'Vanishgloom', kind: 'other'}");
        String merged = party("{name: 'Vanishgloom Twin', kind: 'other'}");
        String survivor = party("{name: 'Survivor of a merge', kind: 'other'}");
        long before = Api.head();
        Api.delete("/parties/" + gone, "\"r1\"", "Never was.").expect(204);
        Api.postTo(
                        "/parties/" + merged + "/merge",
                        "\"r1\"",
                        Bodies.json("{into: '%s', changeReason: 'The same.'}", survivor))
                .expect(200);
        assertThat(slugs("vanishgloom")).containsExactly(survivor);
        assertThat(slugs("vanishgloom", "&asOfSeq=" + before)).containsExactly(gone, merged);
        assertThat(slugs("Vanishglom", "&asOfSeq=" + before)).containsExactly(gone, merged);
        Api.postTo("/parties/" + gone + "/revert", "\"r2\"", Bodies.json("{to: 1, changeReason: 'It was.'}"))
                .expect(200);
        assertThat(slugs("vanishgloom")).containsExactly(gone, survivor);
    }

    @Test
    void pagesAreOfOneMomentAndTogetherTheWhole() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(party("{name: 'Pagefellow %s', kind: 'other'}", "abcdefg".charAt(i)));
        }
        Answer whole = search("pagefellow", "&limit=100");
        Answer page = search("pagefellow", "&limit=3");
        party("{name: 'Pagefellow that came later', kind: 'other'}");
        List<String> found = new ArrayList<>(page.each("/items", "slug"));
        while (!page.at("/next").isNull()) {
            assertThat(page.header("Link")).isEqualTo("<" + page.textAt("/next") + ">; rel=\"next\"");
            page = Api.get(page.textAt("/next")).expect(200);
            assertThat(page.at("/total").asInt()).isEqualTo(7);
            found.addAll(page.each("/items", "slug"));
        }
        assertThat(found).isEqualTo(whole.each("/items", "slug")).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void pagesOfNamesThatAreOnlyAlikeAreOfTheSameAnswerToo() {
        for (String spelled : List.of("Gryllothorpe", "Grillothorpe", "Gryllotorpe", "Gryllothorp")) {
            party("{name: '%s', kind: 'other'}", spelled);
        }
        List<String> whole = slugs("gryllothorpe");
        assertThat(whole).hasSize(4).startsWith("gryllothorpe");
        List<String> found = new ArrayList<>();
        String next = query("gryllothorpe") + "&limit=1";
        while (next != null) {
            Answer page = Api.get(next).expect(200);
            assertThat(page.at("/total").asInt()).isEqualTo(4);
            found.addAll(page.each("/items", "slug"));
            next = page.textAt("/next");
        }
        assertThat(found).isEqualTo(whole);
    }

    @Test
    void anAnswerHasWhatEveryListHas() {
        party("{name: 'Taglioni', kind: 'other'}");
        Answer now = search("taglioni", "");
        assertThat(now.etag()).startsWith("\"n" + now.head() + "-");
        assertThat(now.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(Api.get(query("taglioni"), "If-None-Match", now.etag()).status())
                .isEqualTo(304);
        Answer then = search("taglioni", "&asOfSeq=" + now.head());
        assertThat(then.header("Content-Location")).contains("asOfSeq=" + now.head(), "q=taglioni");
        assertThat(then.header("Memento-Datetime")).endsWith("GMT");
        assertThat(then.at("/items")).isEqualTo(now.at("/items"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "-", "\"", "\"\"", "&|!():*<->", "-foo", "'';--", "\\", "–", "%", "_", "؟"})
    void whatHasNoWordInItFindsNothing(String typed) {
        assertThat(search(typed, "").at("/total").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a & b | c",
                "it's",
                "'quoted' \"open",
                "x:*",
                "x:A",
                "!x & (y",
                "a <-> b",
                "foo -",
                "-\"",
                "the of and",
                "or",
                "or or",
                "or x or",
                "x or -y",
                "JF-17's -\"a b\" or (c)",
                "ﷺﷺﷺﷺ",
                "a\tb\nc",
                "😀 🇱🇾",
                "中国 歼-10",
            })
    void whateverIsTypedIsAnswered(String typed) {
        search(typed, "");
        search(typed, "&asOfSeq=" + Api.head());
    }

    @Test
    void aQueryMayBeLongButNotLonger() {
        search("ab ".repeat(166) + "xy", "");
        search("ﷺ".repeat(500), "");
        search("x".repeat(500), "");
        assertMalformed(Api.get(query("x".repeat(501))), "q");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/search | q",
                "/search?q= | q",
                "/search?q=%20%20 | q",
                "/search?q=a&q=b | q",
                "/search?q=%00 | q",
                "/search?q=a&kind=deal | kind",
                "/search?q=a&limit=0 | limit",
                "/search?q=a&limit=101 | limit",
                "/search?q=a&limit=x&kind=y | limit kind",
                "/search?limit=x | limit q",
                "/search?q=a&sort=title | sort",
                "/search?q=a&stage=done | stage",
                "/search?q=a&minValue=much | minValue",
                "/search?q=a&asOfSeq=999999999 | asOfSeq",
                "/search?q=a&asOf=now | asOf",
                "/search?q=a&cursor=abc | cursor",
                "/search?q=a&colour=red | colour",
                "/search?q=a&stage=agreed&kind=source | kind",
            })
    void aParameterThatCannotBeReadIsNamed(String path, String named) {
        assertMalformed(Api.get(path), named.split(" "));
    }

    @Test
    void aCursorOfAnotherSearchIsRefused() {
        party("{name: 'Cursorly one', kind: 'other'}");
        party("{name: 'Cursorly two', kind: 'other'}");
        String cursor = search("cursorly", "&limit=1").textAt("/next").replaceAll(".*cursor=", "");
        search("cursorly", "&limit=2&cursor=" + cursor);
        assertMalformed(Api.get(query("cursorly one") + "&cursor=" + cursor), "cursor");
        assertMalformed(Api.get(query("cursorly") + "&kind=party&cursor=" + cursor), "cursor");
        String other = Api.get("/parties?limit=1").textAt("/next").replaceAll(".*cursor=", "");
        assertMalformed(Api.get(query("cursorly") + "&cursor=" + other), "cursor");
    }
}
