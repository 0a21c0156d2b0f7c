package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;
import static org.dealtracker.support.Problems.assertNotFound;
import static org.dealtracker.support.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.dealtracker.support.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever uses a file can cite it: its moment, its part of the register, and where the same bytes stay. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class ExportCitationTest {
    private static final String CSL = "application/vnd.citationstyles.csl+json";
    private static final String BIBTEX = "application/x-bibtex";
    private static final String RIS = "application/x-research-info-systems";

    private static long written() {
        return Api.get("/agreements/" + Fixtures.created("agreements", Fixtures.rumour()))
                .expect(200)
                .head();
    }

    private static JsonNode item(String path) {
        return Api.get(path).expect(200).at("/0");
    }

    @ParameterizedTest
    @CsvSource({"csl%2Bjson, .csl.json, " + CSL, "bibtex, .bib, " + BIBTEX, "ris, .ris, " + RIS})
    void theFormatIsNamedByParameterBySuffixOrByAccept(String name, String suffix, String type) {
        String moment = "?asOfSeq=" + written();
        String path = "/exports/items.csv/citation";
        Answer named = Api.get(path + moment + "&format=" + name).expect(200);
        Answer suffixed = Api.get(path + suffix + moment).expect(200);
        Answer accepted = Api.get(path + moment, "Accept", type).expect(200);
        for (Answer answer : List.of(named, suffixed, accepted)) {
            assertThat(answer.header("Content-Type")).startsWith(type);
            assertThat(answer.text()).isEqualTo(named.text());
            assertThat(answer.header("Memento-Datetime")).endsWith("GMT");
        }
        assertThat(accepted.response().headers().getValues("Vary")).contains("Accept");
        assertThat(suffixed.response().headers().getValues("Vary")).doesNotContain("Accept");
        assertThat(accepted.header("Content-Location")).isEqualTo("/api/v1" + path + suffix + moment);
        assertThat(Api.get(accepted.header("Content-Location")).expect(200).text())
                .isEqualTo(named.text());
        assertProblem(Api.get(path + moment, "Accept", "text/html"), 406, "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"items.csv", "sources.jsonl", "agreements.geojson", "package.zip"})
    void theCitedAddressIsThatOfTheFileAndGivesTheSameWhateverIsWrittenLater(String file) {
        long n = written();
        Answer citation = Api.get("/exports/" + file + "/citation").expect(200);
        JsonNode item = citation.at("/0");
        assertThat(item.get("URL").asText()).endsWith("/api/v1/exports/" + file + "?asOfSeq=" + n);
        assertThat(item.get("URL").asText()).startsWith("http://localhost:");
        assertThat(citation.header("Link")).isEqualTo("<" + item.get("URL").asText() + ">; rel=\"cite-as\"");
        assertThat(item.get("version").asText()).isEqualTo(Long.toString(n));
        assertThat(item.get("title").asText()).endsWith("(" + file + ")");
        String address = item.get("URL").asText().replaceFirst("^http://[^/]+/api/v1/exports/", "");
        String query = address.substring(address.indexOf('?'));
        byte[] before = Exported.file(file, query).expect(200).bytes();
        written();
        assertThat(Exported.file(file, query).expect(200).bytes()).isEqualTo(before);
        assertThat(item("/exports/" + file + "/citation?asOfSeq=" + n)).isEqualTo(item);
        assertThat(item("/exports/" + file + "/citation")).isNotEqualTo(item);
        // The file says the same of itself, but for the host, which it does not know.
        assertThat(Exported.file(file, query).header("Link")).contains("/api/v1/exports/" + address + ">");
    }

    @Test
    void theEntryIsNamedWithItsHashAndItsDay() {
        Answer last = Api.get("/agreements/" + Fixtures.created("agreements", Fixtures.rumour()));
        long n = last.at("/n").asLong();
        JsonNode item = item("/exports/items.csv/citation?asOfSeq=" + n);
        String day = last.textAt("/updatedAt").substring(0, 10);
        assertThat(item.get("note").asText())
                .contains("as of entry " + n + " of log ", "made on " + day, "the whole register", "Apache-2.0")
                .containsPattern("whose hash is [0-9a-f]{64};");
        assertThat(item.at("/issued/date-parts/0/0").asInt()).isEqualTo(Integer.parseInt(day.substring(0, 4)));
        assertThat(item.at("/author/0/literal").asText()).isEqualTo("defense-deal-tracker");
    }

    @Test
    void aPartIsCitedAsThatPartHoweverItIsSpelled() {
        String moment = "asOfSeq=" + written();
        JsonNode part = item("/exports/items.csv/citation?supplier=pakistan&kind=mixed&" + moment);
        assertThat(part.get("title").asText()).endsWith("(items.csv), only what has kind=mixed&supplier=pakistan");
        assertThat(part.get("URL").asText()).endsWith("/items.csv?" + moment + "&kind=mixed&supplier=pakistan");
        assertThat(item("/exports/items.csv/citation?" + moment + "&kind=%6dixed&supplier=pakistan"))
                .isEqualTo(part);
        JsonNode whole = item("/exports/items.csv/citation?" + moment);
        JsonNode spreadsheet = item("/exports/items.csv/citation?profile=spreadsheet&" + moment);
        assertThat(List.of(part.get("id"), whole.get("id"), spreadsheet.get("id")))
                .doesNotHaveDuplicates();
        assertThat(spreadsheet.get("URL").asText()).endsWith("&profile=spreadsheet");
    }

    @Test
    void theFormatIsNoPartOfTheQueryThatIsCited() {
        String moment = "?asOfSeq=" + written();
        String ris = Api.get("/exports/items.csv/citation" + moment + "&format=ris")
                .expect(200)
                .text();
        assertThat(ris)
                .contains("items.csv" + moment + "\r\n", "the whole register")
                .doesNotContain("format=");
    }

    @Test
    void awkwardTextOfAQueryStaysInItsField() {
        String q = "?q=%22%7D%2C%0D%0AER%20%20-%20%D8%B5%D9%81%D9%82%D8%A9%20%3Cb%3E%26%25";
        String bibtex =
                Api.get("/exports/items.csv/citation.bib" + q).expect(200).text();
        assertThat(bibtex.lines().filter(line -> line.equals("}"))).hasSize(1);
        assertThat(bibtex).contains("q={\"}{\\textbraceright}, ER - صفقة {\\textless}b{\\textgreater}\\&\\%");
        String ris = Api.get("/exports/items.csv/citation.ris" + q).expect(200).text();
        assertThat(ris.lines().filter(line -> line.startsWith("ER"))).hasSize(1);
    }

    @Test
    void aQueryThatIsTooLongForATitleStandsInTheNote() {
        String words = "صفقة 🚀 ".repeat(60).strip();
        String q = "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        JsonNode item = item("/exports/items.csv/citation" + q);
        assertThat(item.get("title").asText())
                .contains("only what has q=صفقة 🚀 صفقة")
                .endsWith("…");
        assertThat(item.get("title").asText().length()).isLessThan(400);
        assertThat(item.get("note").asText()).contains("q=" + words + ".");
        assertThat(Api.get("/exports/items.csv/citation.bib" + q).expect(200).text())
                .contains("🚀");
    }

    @Test
    void aTagHoldsForOneFormatOnlyAndUntilSomethingIsWritten() {
        written();
        String path = "/exports/items.csv/citation";
        Answer bib = Api.get(path + ".bib").expect(200);
        Answer held = Api.get(path + ".bib", "If-None-Match", bib.etag());
        assertThat(held.status()).isEqualTo(304);
        assertThat(held.etag()).isEqualTo(bib.etag());
        assertThat(Api.get(path + ".ris", "If-None-Match", bib.etag()).status()).isEqualTo(200);
        assertThat(Api.get(path, "Accept", RIS).etag())
                .isNotEqualTo(Api.get(path, "Accept", BIBTEX).etag());
        written();
        assertThat(Api.get(path + ".bib", "If-None-Match", bib.etag()).status()).isEqualTo(200);
    }

    @Test
    void headSaysTheSameWithoutTheCitation() {
        String head = Wire.send("HEAD /api/v1/exports/items.csv/citation.bib HTTP/1.1\n", new byte[0]);
        assertThat(head).startsWith("HTTP/1.1 200").contains(BIBTEX, "cite-as").endsWith("\r\n\r\n");
    }

    @Test
    void whatIsNotExportedOrCannotBeReadIsRefused() {
        assertNotFound(Api.get("/exports/nothing.csv/citation"));
        assertNotFound(Api.get("/exports/items.doc/citation.bib"));
        assertNotFound(Api.get("/exports/%3Cb%3E/citation.ris"));
        assertNotFound(Api.get("/exports/items/citation"));
        assertMalformed(Api.get("/exports/items.csv/citation?format=apa"), "format");
        assertMalformed(Api.get("/exports/items.csv/citation.bib?format=ris"), "format");
        assertMalformed(Api.get("/exports/items.csv/citation?colour=red"), "colour");
        assertMalformed(Api.get("/exports/items.csv/citation?asOfSeq=99999999"), "asOfSeq");
        assertMalformed(Api.get("/exports/items.jsonl/citation?profile=spreadsheet"), "profile");
        assertProblem(Api.write("POST", "/exports/items.csv/citation", null, null), 405, "method-not-allowed");
    }
}
