package org.dealtracker.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.dealtracker.support.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of totals as CSV: the same as in JSON, under tags of their own. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class StatsCsvTest {
    private static final String TYPE = "text/csv; charset=utf-8; header=present";

    private static String source() {
        String source = Fixtures.created("sources", Fixtures.source());
        Fixtures.created(
                "agreements",
                Bodies.json(
                        "{title: '=cmd|\"<a>\", \\u05d0', parties: [{party: '%s', role: 'supplier', citations:"
                                + " [{source: '%s'}]}], dates: [{event: 'signed', when: '2024-11', citations: [{source:"
                                + " '%s'}]}], values: [{basis: 'package', money: {amount: '>2.50', currency: 'USD'},"
                                + " citations: [{source: '%s'}]}]}",
                        Fixtures.pakistan(), source, source, source));
        Fixtures.created(
                "agreements", Bodies.json("{title: 'A deal without a day', citations: [{source: '%s'}]}", source));
        return source;
    }

    private static List<NamedCsvRecord> records(Answer answer) {
        return CsvReader.builder().ofNamedCsvRecord(answer.text()).stream().toList();
    }

    @Test
    void itIsWhatItSaysItIs() {
        String source = source();
        Answer answer = Api.get("/stats/timeseries.csv?bucket=quarter&measure=value&groupBy=supplier&source=" + source)
                .expect(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringWhitespace(TYPE);
        assertThat(answer.text())
                .isEqualTo("bucket,start,end,supplier,currency,basis,lower,upper,agreements,withoutValue,contested\r\n"
                        + "2024-Q4,2024-10-01,2024-12-31,pakistan,USD,package,2.5,,1,0,0\r\n");
        assertThat(Api.get("/stats/agreements.csv?measure=value&groupBy=supplier,year&source=" + source)
                        .expect(200)
                        .text())
                .isEqualTo("supplier,year,currency,basis,lower,upper,text,agreements,withoutValue,contested\r\n"
                        + "pakistan,2024,USD,package,2.5,,>2.5,1,0,0\r\n"
                        + ",,,,,,unknown,1,1,0\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeseries?measure=value",
                "timeseries?groupBy=kind,stage&bucket=month",
                "timeseries?measure=quantity&from=2024-01-01&to=2025-12-31",
                "agreements?measure=value",
                "agreements?groupBy=category,recipient",
            })
    void theRowsAreThoseOfTheJson(String path) {
        String query = path + "&source=" + source();
        JsonNode rows = Api.get("/stats/" + query).expect(200).at("/rows");
        Answer csv = Api.get("/stats/" + query.replace("?", ".csv?")).expect(200);
        List<NamedCsvRecord> records = records(csv);
        assertThat(records).hasSameSizeAs(rows).isNotEmpty();
        for (int i = 0; i < rows.size(); i++) {
            NamedCsvRecord each = records.get(i);
            rows.get(i)
                    .path("key")
                    .properties()
                    .forEach(member -> assertCell(each, member.getKey(), member.getValue()));
            rows.get(i).properties().stream()
                    .filter(member -> !member.getKey().equals("key"))
                    .forEach(member -> assertCell(each, member.getKey(), member.getValue()));
        }
    }

    private static void assertCell(NamedCsvRecord row, String column, JsonNode value) {
        assertThat(row.getField(column)).as(column).isEqualTo(value.isNull() ? "" : value.asText());
    }

    @Test
    void acceptDecidesWhereThereIsNoSuffix() {
        String query = "?groupBy=kind&source=" + source();
        for (String path : List.of("/stats/agreements", "/stats/timeseries")) {
            Answer plain = Api.get(path + query).expect(200);
            for (String accept :
                    List.of("*/*", "application/json", "text/csv;q=0.5, application/json", "text/html, */*")) {
                assertThat(Api.get(path + query, "Accept", accept).expect(200).bytes())
                        .as(accept)
                        .isEqualTo(plain.bytes());
            }
            Answer suffix = Api.get(path + ".csv" + query).expect(200);
            for (String accept : List.of("text/csv", "text/csv; charset=utf-8", "application/json;q=0.1, text/csv")) {
                Answer csv = Api.get(path + query, "Accept", accept).expect(200);
                assertThat(csv.header("Content-Type")).as(accept).isEqualToIgnoringWhitespace(TYPE);
                assertThat(csv.bytes()).as(accept).isEqualTo(suffix.bytes());
                assertThat(csv.etag()).as(accept).isNotIn(plain.etag(), suffix.etag());
            }
            assertProblem(Api.get(path + query, "Accept", "image/png"), 406, "not-acceptable");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "text/csv; charset=utf-8", "text/plain", "application/json;q=0.9,text/plain", "image/png"
            })
    void theSuffixDecidesWhateverIsAccepted(String accept) {
        String query = "?groupBy=kind&source=" + source();
        for (String path : List.of("/stats/agreements.csv", "/stats/timeseries.csv")) {
            Answer csv = Api.get(path + query, "Accept", accept).expect(200);
            assertThat(csv.header("Content-Type")).isEqualToIgnoringWhitespace(TYPE);
            assertThat(csv.bytes()).isEqualTo(Api.get(path + query).bytes());
            assertThat(csv.etag()).isEqualTo(Api.get(path + query).etag());
        }
    }

    @Test
    void eachFormatHasATagOfItsOwnAndCachesAreToldWhatDecides() {
        String query = "/stats/timeseries?source=" + source();
        Answer json = Api.get(query).expect(200);
        Answer csv = Api.get(query, "Accept", "text/csv").expect(200);
        assertThat(json.etag()).matches("\"n" + json.head() + "-[A-Za-z0-9_-]{12}\"");
        assertThat(Api.get(query, "Accept", "text/csv", "If-None-Match", json.etag())
                        .status())
                .isEqualTo(200);
        Answer unchanged = Api.get(query, "Accept", "text/csv", "If-None-Match", csv.etag());
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.bytes()).isEmpty();
        for (String headers :
                List.of("", "Accept: text/csv\n", "Accept: text/csv\nIf-None-Match: " + csv.etag() + "\n")) {
            String head = Wire.send("GET /api/v1" + query + " HTTP/1.1\n" + headers, new byte[0])
                    .toLowerCase(Locale.ROOT);
            assertThat(head.lines().filter(line -> line.startsWith("vary:")).toList())
                    .as(head)
                    .anyMatch(line ->
                            List.of(line.substring(5).strip().split(",\\s*")).contains("accept"));
        }
        String suffix = query.replace("?", ".csv?");
        Answer held = Api.get(suffix).expect(200);
        assertThat(Api.get(suffix, "If-None-Match", held.etag()).status()).isEqualTo(304);
    }

    @Test
    void aPastMomentIsNamedByTheAddressThatAlwaysGivesTheSame() {
        String query = "source=" + source();
        long n = Api.head();
        Answer csv = Api.get("/stats/agreements?asOfSeq=" + n + "&" + query, "Accept", "text/csv")
                .expect(200);
        String lasting = csv.header("Content-Location");
        assertThat(lasting).isEqualTo("/api/v1/stats/agreements.csv?asOfSeq=" + n + "&" + query);
        assertThat(Api.get(lasting).expect(200).bytes()).isEqualTo(csv.bytes());
        assertThat(Api.get(lasting).header("Content-Location")).isEqualTo(lasting);
        assertThat(csv.header("Cache-Control")).isEqualTo("max-age=3600");
        assertThat(csv.head()).isEqualTo(n);
    }

    @Test
    void whoCanTakeGzipGetsIt() {
        String raw = Wire.send(
                "GET /api/v1/stats/timeseries.csv?from=1900-01-01&to=2025-01-01 HTTP/1.1\nAccept-Encoding: gzip\n",
                new byte[0]);
        assertThat(raw.substring(0, raw.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT))
                .contains("content-encoding: gzip")
                .contains("content-type: text/csv");
    }
}
