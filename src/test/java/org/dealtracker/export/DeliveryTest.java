package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Client.Answer;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file comes with all that is needed to keep it, to resume it, to check it and to cite it. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class DeliveryTest {
    private static String deal;

    private static long then() {
        if (deal == null) {
            deal = Fixtures.created("agreements", Fixtures.laafDeal());
        }
        return Api.get("/agreements/" + deal + "?fields=slug").expect(200).head();
    }

    private static String digest(byte[] bytes) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(Hashing.sha256().digest(bytes)) + ":";
    }

    @Test
    void itSaysWhatItIsWhichMomentItIsOfAndHowToCiteIt() {
        long n = then();
        Answer answer = Exported.file("items.csv", "?asOfSeq=" + n).expect(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv; charset=utf-8; header=present");
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.bytes().length));
        assertThat(answer.header("Content-Digest"))
                .isEqualTo(digest(answer.bytes()))
                .isEqualTo(answer.header("Repr-Digest"));
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"defense-deal-tracker-items-[0-9]{4}-[0-9]{2}-[0-9]{2}-n" + n
                        + "\\.csv\"");
        assertThat(answer.header("Link")).contains("</api/v1/exports/items.csv?asOfSeq=" + n + ">; rel=\"cite-as\"");
        assertThat(answer.header("Feed-Head")).isEqualTo(Long.toString(n));
        assertThat(answer.header("Content-Location")).endsWith("/exports/items.csv?asOfSeq=" + n);
        assertThat(answer.header("Memento-Datetime")).endsWith("GMT");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.etag()).startsWith("\"n" + n + "-");
    }

    @Test
    void aPageOfAnotherSiteMayReadWhatItIs() {
        assertThat(Exported.file("items.csv", "").header("Access-Control-Expose-Headers"))
                .contains("Content-Disposition", "Content-Digest", "Content-Range");
    }

    @Test
    void aPartHasAnotherNameThanTheWholeAndAnotherTag() {
        then();
        Answer whole = Exported.file("items.csv", "").expect(200);
        Answer part = Exported.file("items.csv", "?supplier=pakistan").expect(200);
        assertThat(part.header("Content-Disposition")).contains("items-part-");
        assertThat(part.etag()).isNotEqualTo(whole.etag());
        assertThat(Exported.file("items.csv", "?profile=spreadsheet").header("Content-Disposition"))
                .contains("items-spreadsheet-");
    }

    @Test
    void theSameQuestionInAnotherSpellingIsTheSameFile() {
        long n = then();
        String one = Exported.file("items.csv", "?supplier=pakistan&kind=mixed&asOfSeq=" + n)
                .etag();
        assertThat(Exported.file("items.csv", "?kind=mixed&asOfSeq=" + n + "&supplier=%70akistan")
                        .etag())
                .isEqualTo(one);
    }

    @Test
    void whoHasItIsToldSo() {
        String query = "?asOfSeq=" + then();
        String tag = Exported.file("items.csv", query).etag();
        Answer again = Exported.file("items.csv", query, "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(again.etag()).isEqualTo(tag);
        assertThat(Exported.file("items.csv", query, "If-None-Match", "W/" + tag)
                        .status())
                .isEqualTo(304);
        assertThat(Exported.file("items.csv", query, "If-None-Match", "\"n1-other\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void headSaysTheSameWithoutTheFile() {
        String query = "?asOfSeq=" + then();
        Answer whole = Exported.file("items.jsonl", query);
        org.dealtracker.support.Answer head =
                Api.send("HEAD", "/exports/items.jsonl" + query, null).expect(200);
        assertThat(head.bytes()).isEmpty();
        for (String name : List.of("ETag", "Content-Length", "Content-Digest", "Content-Type", "Content-Disposition")) {
            assertThat(head.header(name)).as(name).isEqualTo(whole.header(name));
        }
    }

    @Test
    void aRangeIsOfWhatIsSentAndHeadSendsNothing() {
        String query = "?asOfSeq=" + then();
        assertThat(Api.send("HEAD", "/exports/items.csv" + query, null, "Range", "bytes=0-9")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatItIsStandsBesideIt() {
        String query = "?supplier=pakistan&asOfSeq=" + then();
        Answer csv = Exported.file("items.csv", query).expect(200);
        assertThat(csv.header("Link"))
                .contains("/exports/items.csv-metadata.json?")
                .contains("rel=\"describedby\"");
        Answer web = Exported.file("items.csv-metadata.json", query).expect(200);
        assertThat(web.header("Content-Type")).isEqualTo("application/csvm+json");
        assertThat(web.json().get("@context").asText()).isEqualTo("http://www.w3.org/ns/csvw");
        JsonNode notes = web.json().get("notes").get(0);
        assertThat(notes.get("filter").asText()).isEqualTo("supplier=pakistan");
        assertThat(notes.get("bytes").asInt()).isEqualTo(csv.bytes().length);
        assertThat(notes.get("rows").asInt()).isEqualTo(Exported.records(csv).size());
        assertThat(digest(csv.bytes())).isEqualTo(csv.header("Content-Digest"));
        assertThat(HexFormat.of().formatHex(Hashing.sha256().digest(csv.bytes())))
                .isEqualTo(notes.get("sha256").asText());
        List<String> columns = new ArrayList<>();
        web.json()
                .at("/tableSchema/columns")
                .forEach(column -> columns.add(column.get("name").asText()));
        assertThat(String.join(",", columns))
                .isEqualTo(csv.text().lines().findFirst().orElseThrow());
        JsonNode lines =
                Exported.file("items.jsonl-metadata.json", query).expect(200).json();
        assertThat(lines.get("path").asText()).startsWith("items.jsonl?asOfSeq=");
        assertThat(lines.at("/register/csv_sha256").asText())
                .isEqualTo(notes.get("sha256").asText());
        assertThat(Exported.file("items.csv-metadata.json", query, "If-None-Match", web.etag())
                        .status())
                .isEqualTo(304);
    }

    @Test
    void itIsNeverCompressedOnTheWaySinceItsLengthAndSumAreOfTheBytesAsTheyLie() {
        String query = "?asOfSeq=" + then();
        Answer plain = Exported.file("citations.csv", query);
        Answer answer = Exported.file("citations.csv", query, "Accept-Encoding", "gzip, br");
        assertThat(answer.header("Content-Encoding")).isNull();
        assertThat(answer.bytes()).isEqualTo(plain.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html,*/*;q=0.1", "text/csv"})
    void itsNameSaysTheFormatWhateverElseTheClientWouldLike(String accept) {
        assertThat(Exported.file("items.csv", "?asOfSeq=" + then(), "Accept", accept)
                        .expect(200)
                        .header("Content-Type"))
                .startsWith("text/csv");
    }

    @Test
    void aDownloadThatWasCutOffIsResumed() {
        String query = "?asOfSeq=" + then();
        Answer whole = Exported.file("citations.csv", query);
        int length = whole.bytes().length;
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        for (int from = 0; from < length; from += 1_000) {
            Answer piece = Exported.file(
                    "citations.csv", query, "Range", "bytes=" + from + "-" + (from + 999), "If-Range", whole.etag());
            assertThat(piece.status()).isEqualTo(206);
            assertThat(piece.header("Content-Range"))
                    .isEqualTo("bytes " + from + "-" + Math.min(length - 1, from + 999) + "/" + length);
            assertThat(piece.header("Content-Length")).isEqualTo(Integer.toString(piece.bytes().length));
            assertThat(piece.header("Repr-Digest")).isEqualTo(whole.header("Repr-Digest"));
            assertThat(piece.header("Content-Digest")).isNull();
            pieces.writeBytes(piece.bytes());
        }
        assertThat(pieces.toByteArray()).isEqualTo(whole.bytes());
        Answer end = Exported.file("citations.csv", query, "Range", "bytes=-7");
        assertThat(end.bytes()).isEqualTo(Arrays.copyOfRange(whole.bytes(), length - 7, length));
    }

    @Test
    void ofAnotherFileTheWholeComesInstead() {
        String query = "?asOfSeq=" + then();
        Answer answer =
                Exported.file("citations.csv", query, "Range", "bytes=5-9", "If-Range", "\"n1-0123456789abcdef\"");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.bytes().length));
    }

    @Test
    void behindTheEndThereIsNothing() {
        String query = "?asOfSeq=" + then();
        int length = Exported.file("items.csv", query).bytes().length;
        Answer answer = Exported.file("items.csv", query, "Range", "bytes=" + length + "-");
        assertThat(answer.status()).isEqualTo(416);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes */" + length);
        assertThat(answer.header("Content-Disposition")).isNull();
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("type").asText()).isEqualTo("/api/problems/range-not-satisfiable");
        assertThat(answer.json().get("detail").asText()).contains(length + " bytes");
    }

    @Test
    void anEmptyTableIsAFileToo() {
        Answer csv = Exported.file("items.csv", "?asOfSeq=0").expect(200);
        assertThat(new String(csv.bytes(), StandardCharsets.UTF_8))
                .startsWith("agreement,")
                .endsWith("\r\n");
        assertThat(Exported.records(csv)).isEmpty();
        Answer lines = Exported.file("items.jsonl", "?asOfSeq=0").expect(200);
        assertThat(lines.bytes()).isEmpty();
        assertThat(lines.header("Content-Length")).isEqualTo("0");
        assertThat(Exported.file("items.jsonl", "?asOfSeq=0", "Range", "bytes=0-")
                        .status())
                .isEqualTo(416);
    }

    @Test
    void whatItSaidThenItSaysAfterwards() {
        String slug = Fixtures.created("agreements", Fixtures.j10());
        String title = Fixtures.fresh("A title that nothing else has");
        long n = Api.get("/agreements/" + slug).head();
        String query = "?asOfSeq=" + n;
        List<byte[]> before = List.of(
                Exported.file("items.csv", query).bytes(),
                Exported.file("ftm.jsonl", query).bytes(),
                Exported.file("agreements.geojson", query).bytes());
        Api.patch(
                        "/agreements/" + slug,
                        Api.get("/agreements/" + slug).etag(),
                        Bodies.json("{title: '%s', changeReason: 'r'}", title))
                .expect(200);
        assertThat(Exported.file("items.csv", "?asOfSeq=" + n).bytes()).isEqualTo(before.get(0));
        assertThat(Exported.file("ftm.jsonl", "?asOfSeq=" + n).bytes()).isEqualTo(before.get(1));
        assertThat(Exported.file("agreements.geojson", "?asOfSeq=" + n).bytes()).isEqualTo(before.get(2));
        assertThat(new String(Exported.file("agreements.csv", "").bytes(), StandardCharsets.UTF_8))
                .contains(title);
        assertThat(new String(Exported.file("agreements.csv", query).bytes(), StandardCharsets.UTF_8))
                .doesNotContain(title);
    }

    @ParameterizedTest
    @CsvSource({
        "nothing.csv, 404",
        "items.doc, 404",
        "items.CSV, 404",
        "items, 404",
        ".csv, 404",
        "register.exe, 404",
        "items.csv?asOfSeq=999999999, 400",
        "items.csv?asOfSeq=x, 400",
        "items.csv?asOf=2199-01-01T00:00:00Z, 400",
        "items.csv?asOf=2026-01-01T00:00:00Z&asOfSeq=1, 400",
        "items.csv?stage=unheard-of, 400",
        "items.csv?limit=5, 400",
        "items.csv?suplier=china, 400",
        "items.csv?minValue=much, 400",
        "items.csv?onDate=soon, 400",
        "items.csv?profile=excel, 400",
        "items.jsonl?profile=spreadsheet, 400",
        "ftm.jsonl?profile=spreadsheet, 400",
        "agreements.geojson?supplyer=x, 400",
        "jobs/abc, 404",
        "jobs/0000000000000000000000000000000000000000000000000000000000000000, 404"
    })
    void whatCannotBeMadeIsRefused(String address, int status) {
        Answer answer = Exported.file(address, "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Content-Disposition")).isNull();
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    }
}
