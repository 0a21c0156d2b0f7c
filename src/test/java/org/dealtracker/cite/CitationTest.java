package org.dealtracker.cite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;
import static org.dealtracker.support.Problems.assertNotFound;
import static org.dealtracker.support.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.undercouch.citeproc.csl.CSLItemData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.dealtracker.support.Wire;
import org.jbibtex.BibTeXEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class CitationTest {
    private static final String CSL = "application/vnd.citationstyles.csl+json";
    private static final String BIBTEX = "application/x-bibtex";
    private static final String RIS = "application/x-research-info-systems";

    private static String deal() {
        return "/agreements/" + Fixtures.created("agreements", Fixtures.rumour());
    }

    private static String source(String body) {
        String slug = Fixtures.fresh("cited");
        return "/sources/" + Fixtures.created("sources", Bodies.json(body).put("slug", slug));
    }

    private static CSLItemData csl(String path) {
        return Readers.csl(Api.get(path + "/citation").expect(200).bytes());
    }

    private static BibTeXEntry bibtex(String path) {
        return Readers.bibtex(Api.get(path + "/citation.bib").expect(200).text());
    }

    @ParameterizedTest
    @CsvSource({"csl%2Bjson, .csl.json, " + CSL, "bibtex, .bib, " + BIBTEX, "ris, .ris, " + RIS})
    void theFormatIsNamedByParameterBySuffixOrByAccept(String name, String suffix, String type) {
        String path = deal() + "/citation";
        Answer named = Api.get(path + "?format=" + name).expect(200);
        Answer suffixed = Api.get(path + suffix).expect(200);
        Answer accepted = Api.get(path, "Accept", type).expect(200);
        for (Answer answer : List.of(named, suffixed, accepted)) {
            assertThat(answer.header("Content-Type")).startsWith(type);
            assertThat(answer.text()).isEqualTo(named.text());
        }
        assertThat(accepted.response().headers().getValues("Vary")).contains("Accept");
        assertThat(suffixed.response().headers().getValues("Vary")).doesNotContain("Accept");
        // The parameter goes before what is accepted, and so does the suffix.
        assertThat(Api.get(path + "?format=" + name, "Accept", "text/html")
                        .expect(200)
                        .text())
                .isEqualTo(named.text());
        assertThat(Api.get(path + suffix, "Accept", "text/html").expect(200).text())
                .isEqualTo(named.text());
    }

    @Test
    void whoAsksForNoFormatGetsCslJsonAndWhoPrefersOneGetsThat() {
        String path = deal() + "/citation";
        assertThat(Api.get(path, "Accept", "*/*").header("Content-Type")).isEqualTo(CSL);
        assertThat(Api.get(path, "Accept", "text/html, " + RIS + ";q=0.5, " + BIBTEX + ";q=0.9")
                        .header("Content-Type"))
                .startsWith(BIBTEX);
        assertProblem(Api.get(path, "Accept", "text/html"), 406, "not-acceptable");
        assertProblem(Api.get(path, "Accept", "application/json"), 406, "not-acceptable");
    }

    @Test
    void aPlusThatWasNotEscapedIsUnderstood() {
        String answer = Wire.send("GET /api/v1" + deal() + "/citation?format=csl+json HTTP/1.1\n", new byte[0]);
        assertThat(answer).startsWith("HTTP/1.1 200").contains(CSL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bib", "BIBTEX", "csl", "bibtex,ris", "%3Cscript%3E"})
    void anUnknownFormatIsRefusedWithThoseThatAreKnown(String format) {
        Answer answer = Api.get(deal() + "/citation?format=" + format);
        assertMalformed(answer, "format");
        assertThat(answer.textAt("/detail")).contains("bibtex, ris, csl+json");
    }

    @Test
    void aParameterThatTheSuffixMakesIdleIsRefusedAsAnyUnknownOne() {
        String path = deal() + "/citation";
        assertMalformed(Api.get(path + ".bib?format=ris"), "format");
        assertMalformed(Api.get(path + "?style=apa"), "style");
        assertMalformed(Api.get(path + "?format=ris&format=bibtex"), "format");
        assertMalformed(Api.get(path + "?asOfSeq=99999999"), "asOfSeq");
        assertMalformed(Api.get(path + "?asOf=2999-01-01T00:00:00Z"), "asOf");
    }

    @Test
    void theAddressThatIsCitedGivesTheSameWhateverIsWrittenLater() {
        String path = deal();
        Answer record = Api.get(path).expect(200);
        Answer citation = Api.get(path + "/citation").expect(200);
        String link = citation.header("Link");
        assertThat(link)
                .matches("<http://[^>]+/api/v1" + path + "\\?asOfSeq="
                        + record.at("/n").asLong() + ">; rel=\"cite-as\"");
        String cited = link.replaceAll("^<http://[^/]+/api/v1|>.*$", "");
        assertThat(Readers.csl(citation.bytes()).getURL()).endsWith(cited);
        Api.patch(path, record.etag(), Bodies.json("{title: 'Renamed and cited'}"))
                .expect(200);
        assertThat(Api.get(cited).expect(200).bytes()).isEqualTo(record.bytes());
        CSLItemData now = csl(path);
        assertThat(now.getTitle()).isEqualTo("Renamed and cited");
        assertThat(now.getURL()).doesNotEndWith(cited);
        assertThat(now.getId()).endsWith("-r2");
        assertThat(Readers.csl(citation.bytes()).getId()).endsWith("-r1");
        Answer then = Api.get(path + "/citation?asOfSeq=" + citation.head()).expect(200);
        assertThat(then.text()).isEqualTo(citation.text());
    }

    @Test
    void aCitationStaysTheSameAsLongAsTheRecordDoes() {
        String path = deal();
        Answer before = Api.get(path + "/citation.bib").expect(200);
        deal();
        Answer after = Api.get(path + "/citation.bib").expect(200);
        assertThat(after.head()).isGreaterThan(before.head());
        assertThat(after.text()).isEqualTo(before.text());
    }

    @Test
    void theMomentOfTheRecordIsNamed() {
        String path = deal();
        Answer record = Api.get(path).expect(200);
        String day = record.textAt("/updatedAt").substring(0, 10);
        CSLItemData csl = csl(path);
        assertThat(csl.getNote())
                .contains(
                        "entry " + record.at("/n").asLong() + " of log ",
                        " on " + day,
                        "revision 1",
                        "Licence: Apache-2.0.");
        assertThat(csl.getVersion()).isEqualTo("1");
        assertThat(csl.getType()).hasToString("dataset");
        assertThat(csl.getAuthor()[0].getLiteral()).isEqualTo("defense-deal-tracker");
        assertThat(Readers.raw(bibtex(path), "date")).isEqualTo(day);
    }

    @Test
    void aPastMomentHasAnAddressOfItsOwnAndATagThatLasts() {
        String path = deal();
        long n = Api.get(path).head();
        Answer past = Api.get(path + "/citation?asOfSeq=" + n, "Accept", BIBTEX).expect(200);
        assertThat(past.header("Content-Location")).isEqualTo("/api/v1" + path + "/citation.bib?asOfSeq=" + n);
        assertThat(past.header("Memento-Datetime")).endsWith("GMT");
        assertThat(past.header("Cache-Control")).isEqualTo("max-age=3600");
        Answer there = Api.get(past.header("Content-Location")).expect(200);
        assertThat(there.text()).isEqualTo(past.text());
        Answer named = Api.get(path + "/citation?format=ris&asOfSeq=" + n).expect(200);
        assertThat(named.header("Content-Location"))
                .isEqualTo("/api/v1" + path + "/citation?asOfSeq=" + n + "&format=ris");
        assertThat(Api.get(named.header("Content-Location")).expect(200).text()).isEqualTo(named.text());
        assertThat(Api.get(path + "/citation?asOfSeq=" + n, "Accept", BIBTEX, "If-None-Match", past.etag())
                        .status())
                .isEqualTo(304);
        assertNotFound(Api.get(path + "/citation?asOfSeq=0"));
    }

    @Test
    void aTagHoldsForOneFormatOnlyAndUntilSomethingIsWritten() {
        String path = deal() + "/citation";
        Answer csl = Api.get(path, "Accept", CSL).expect(200);
        assertThat(Api.get(path, "Accept", CSL, "If-None-Match", csl.etag()).status())
                .isEqualTo(304);
        assertThat(Api.get(path, "Accept", RIS, "If-None-Match", csl.etag()).status())
                .isEqualTo(200);
        Answer bib = Api.get(path + ".bib").expect(200);
        assertThat(Api.get(path + ".bib", "If-None-Match", bib.etag()).status()).isEqualTo(304);
        assertThat(Api.get(path + ".ris", "If-None-Match", bib.etag()).status()).isEqualTo(200);
    }

    @Test
    void addressesAreThoseByWhichTheServiceWasAsked() {
        String path = "/api/v1" + deal() + "/citation.bib";
        String one = Wire.sendAll("GET " + path + " HTTP/1.1\nHost: one.example\nConnection: close\n", new byte[0]);
        String other = Wire.sendAll("GET " + path + " HTTP/1.1\nHost: [::1]:8081\nConnection: close\n", new byte[0]);
        assertThat(one).contains("url = {http://one.example/api/v1", "Link: <http://one.example/api/v1");
        assertThat(other).contains("url = {http://[::1]:8081/api/v1");
        // Other bytes have another tag, wherever they were had.
        assertThat(one.replaceAll("(?s).*ETag: (\"[^\"]+\").*", "$1"))
                .isNotEqualTo(other.replaceAll("(?s).*ETag: (\"[^\"]+\").*", "$1"));
        assertThat(Wire.sendAll("GET " + path + " HTTP/1.0\n", new byte[0])).startsWith("HTTP/1.0 400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "x>; rel=y", "x{y}", "a%zz", "x\"y", "x\\y", "x^y"})
    void aHostThatIsNoNameIsRefused(String host) {
        String request = "GET /api/v1" + deal() + "/citation HTTP/1.1\nHost: " + host + "\nConnection: close\n";
        assertThat(Wire.sendAll(request, new byte[0])).startsWith("HTTP/1.1 400");
    }

    @Test
    void everyKindOfRecordIsCited() {
        String party = Fixtures.created("parties", Fixtures.party());
        String source = Fixtures.created("sources", Fixtures.source());
        String agreement = Fixtures.created("agreements", Fixtures.rumour());
        String citations = "citations: [{source: '" + source + "'}]";
        Map<String, ObjectNode> bodies = Map.of(
                "engagements",
                Bodies.json("{kind: 'visit', participants: [{party: '%s'}], %s}", party, citations),
                "assessments",
                Bodies.json(
                        "{stance: 'critical', paraphrase: 'It will not last.', subject: {agreement: '%s'}, %s}",
                        agreement, citations),
                "restrictions",
                Bodies.json(
                        "{title: 'An embargo', issuer: 'A council', targets: [{party: '%s'}], scope: ['all_goods'],"
                                + " direction: 'to_target', %s}",
                        party, citations));
        assertCited("/parties/" + party, "An armaments works", "party-" + party + "-r1");
        assertCited("/sources/" + source, "A report", "source-" + source);
        assertCited("/agreements/" + agreement, "A rumoured deal", "agreement-" + agreement + "-r1");
        bodies.forEach((collection, body) -> {
            String slug = Fixtures.fresh("cited");
            Fixtures.created(collection, body.put("slug", slug));
            String title = switch (collection) {
                case "engagements" -> "visit " + party;
                case "assessments" -> "It will not last.";
                default -> "An embargo";
            };
            String kind = collection.substring(0, collection.length() - 1);
            assertCited("/" + collection + "/" + slug, title, kind + "-" + slug + "-r1");
        });
    }

    private static void assertCited(String path, String title, String key) {
        CSLItemData csl = csl(path);
        assertThat(csl.getTitle()).isEqualTo(title);
        assertThat(csl.getId()).isEqualTo(key);
        BibTeXEntry entry = bibtex(path);
        assertThat(entry.getKey().getValue()).isEqualTo(key);
        assertThat(Readers.printed(entry, "title")).isEqualTo(title);
        String ris = Api.get(path + "/citation.ris").expect(200).text();
        assertThat(Readers.ris(ris).getTitle()).isEqualTo(title);
        assertThat(Readers.tagged(ris, "ID")).containsExactly(key);
    }

    @Test
    void anIdIsCitedByTheSlug() {
        String path = deal();
        String id = Api.get(path).textAt("/id");
        assertThat(Api.get("/agreements/" + id + "/citation").expect(200).text())
                .isEqualTo(Api.get(path + "/citation").text());
    }

    @Test
    void aSourceIsCitedAsWhatItIs() {
        String path = source("""
                {kind: 'research_report', title: 'Arms & the {Sahel}: 50%% more', publisher: 'An Institute',
                 authors: ['Doe, Jane', 'Ministry of Defence, Pakistan'], url: 'https://example.org/%s?a=1&b=2',
                 archiveUrl: 'https://archive.example.org/1', published: '2025-12~', accessed: '2026-01-02',
                 language: 'fr'}""".formatted(Fixtures.fresh("page")));
        CSLItemData csl = csl(path);
        assertThat(csl.getType()).hasToString("report");
        assertThat(csl.getTitle()).isEqualTo("Arms & the {Sahel}: 50% more");
        assertThat(csl.getPublisher()).isEqualTo("An Institute");
        assertThat(csl.getAuthor()[0].getFamily()).isEqualTo("Doe");
        assertThat(csl.getAuthor()[1].getLiteral()).isEqualTo("Ministry of Defence, Pakistan");
        assertThat(csl.getIssued().getDateParts()).isDeepEqualTo(new int[][] {{2025, 12}});
        assertThat(csl.getIssued().getCirca()).isTrue();
        assertThat(csl.getAccessed().getDateParts()).isDeepEqualTo(new int[][] {{2026, 1, 2}});
        assertThat(csl.getURL()).startsWith("https://example.org/");
        assertThat(csl.getLanguage()).isEqualTo("fr");
        assertThat(csl.getNote()).contains("/api/v1" + path + "?asOfSeq=", "archive.example.org", "entry ", "of log ");
        assertThat(csl.getVersion()).isNull();
        BibTeXEntry entry = bibtex(path);
        assertThat(entry.getType().getValue()).isEqualTo("techreport");
        assertThat(Readers.printed(entry, "institution")).isEqualTo("An Institute");
        assertThat(Readers.raw(entry, "url")).isEqualTo(csl.getURL());
        assertThat(Readers.raw(entry, "year")).isEqualTo("(about 2025)");
        Answer citation = Api.get(path + "/citation.ris").expect(200);
        assertThat(Readers.tagged(citation.text(), "TY")).containsExactly("RPRT");
        assertThat(citation.header("Link")).contains("/api/v1" + path + "?asOfSeq=", "rel=\"cite-as\"");
    }

    @Test
    void aSourceWithoutATitleOrAnAddressIsCitedByWhatIsKnown() {
        String path = source("{kind: 'unrecorded', publisher: 'AP'}");
        CSLItemData csl = csl(path);
        assertThat(csl.getTitle()).isEqualTo("[Report that was not itself found]");
        assertThat(csl.getPublisher()).isEqualTo("AP");
        assertThat(csl.getURL()).isNull();
        assertThat(csl.getIssued()).isNull();
        assertThat(csl.getAuthor()).isNull();
        assertThat(csl.getNote()).contains("/api/v1" + path);
    }

    @Test
    void anArchivedCopyStandsForAnAddressThatIsNotKnown() {
        String archive = "https://archive.example.org/" + Fixtures.fresh("copy");
        String path = source("{kind: 'other', title: 'T', archiveUrl: '" + archive + "'}");
        assertThat(csl(path).getURL()).isEqualTo(archive);
        assertThat(Readers.raw(bibtex(path), "archiveurl")).isNull();
    }

    @Test
    void whatNamesNoPublisherIsCitedWithThePartyThatBroughtItOut() {
        String party = Fixtures.created("parties", Fixtures.party());
        String path = source("{kind: 'news_article', title: 'T', publisherParty: '" + party + "'}");
        assertThat(csl(path).getContainerTitle()).isEqualTo("An armaments works");
    }

    @Test
    void whoeverCitesAWithdrawnSourceIsTold() {
        String path = source("{kind: 'news_article', title: 'T', seen: false,"
                + " retraction: {reason: 'It was\\ninvented', date: '2026-01'}}");
        assertThat(csl(path).getNote())
                .startsWith(
                        "Withdrawn: It was invented. Known to the register only through others. In the register of");
        assertThat(Readers.tagged(Api.get(path + "/citation.ris").text(), "N1").get(0))
                .startsWith("Withdrawn: It was invented.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“Quotes” \"and\" {braces} } 50% \\ $x_1^2$ #~&",
                "Line\nbreak\r\nER  - \r\nTY  - BOOK",
                "صفقة \u202bأسلحة\u202c ليبيا",
                "🚀 deal <script>alert(1)</script>",
                "@comment{x"
            })
    void awkwardTitlesSurvive(String title) {
        String path = deal();
        Answer record = Api.get(path);
        JsonNode body = Bodies.json("{}").set("title", TextNode.valueOf(title));
        Api.patch(path, record.etag(), body).expect(200);
        String line = title.replaceAll("\\s+", " ");
        assertThat(csl(path).getTitle()).isEqualTo(line);
        assertThat(Readers.ris(Api.get(path + "/citation.ris").text()).getTitle())
                .isEqualTo(line);
        assertThat(Readers.printed(bibtex(path), "title")).isEqualTo(line);
    }

    @Test
    void theLongestTitleThereCanBeIsOneLineAndWhole() {
        String title = "Ein sehr langer Titel & \u202bصفقة\u202c 100% "
                        .repeat(20)
                        .substring(0, 499)
                        .strip() + ".";
        String path = deal();
        JsonNode body = Bodies.json("{}").set("title", TextNode.valueOf(title));
        Api.patch(path, "\"r1\"", body).expect(200);
        assertThat(csl(path).getTitle()).isEqualTo(title);
        assertThat(Readers.printed(bibtex(path), "title")).isEqualTo(title);
        assertThat(Readers.ris(Api.get(path + "/citation.ris").text()).getTitle())
                .isEqualTo(title);
    }

    @Test
    void aDeletedRecordIsCitedOnlyAsItWas() {
        String path = deal();
        Answer before = Api.get(path + "/citation").expect(200);
        Api.delete(path, "\"r1\"", "A test.").expect(204);
        assertProblem(Api.get(path + "/citation.bib"), 410, "gone");
        assertThat(Api.get(path + "/citation?asOfSeq=" + before.head())
                        .expect(200)
                        .text())
                .isEqualTo(before.text());
    }

    @Test
    void aMergedRecordLeadsToTheCitationOfTheOneThatItWentInto() {
        String duplicate = deal();
        String survivor = deal();
        Answer before = Api.get(duplicate + "/citation.ris").expect(200);
        Api.write(
                        "POST",
                        duplicate + "/merge",
                        "\"r1\"",
                        Bodies.json("{into: '%s', changeReason: 'The same.'}", survivor.replaceFirst(".*/", "")))
                .expect(200);
        Answer moved = Api.get(duplicate + "/citation.ris").expect(308);
        assertThat(moved.header("Location")).startsWith("/api/v1" + survivor + "/citation.ris");
        assertThat(Api.get(duplicate + "/citation?format=bibtex").expect(308).header("Location"))
                .isEqualTo("/api/v1" + survivor + "/citation?format=bibtex");
        assertThat(Api.get(duplicate + "/citation.ris?asOfSeq=" + before.head())
                        .expect(200)
                        .text())
                .isEqualTo(before.text());
    }

    @Test
    void whatIsNotThereCannotBeCited() {
        assertNotFound(Api.get("/agreements/no-such-deal/citation"));
        assertNotFound(Api.get("/treaties/x/citation"));
        assertProblem(Api.write("POST", deal() + "/citation", null, null), 405, "method-not-allowed");
        String options = Wire.send("OPTIONS /api/v1" + deal() + "/citation HTTP/1.1\n", new byte[0]);
        assertThat(options).contains("GET, HEAD, OPTIONS");
        String head = Wire.send("HEAD /api/v1" + deal() + "/citation.bib HTTP/1.1\n", new byte[0]);
        assertThat(head).startsWith("HTTP/1.1 200").contains(BIBTEX, "cite-as").endsWith("\r\n\r\n");
    }
}
