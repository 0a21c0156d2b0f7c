package org.dealtracker.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Totals over time over HTTP: which buckets, which deals, as of when, and what cannot be asked. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class TimeseriesTest {
    private static String source() {
        return Fixtures.created("sources", Fixtures.source());
    }

    private static String deal(String source, String members, Object... arguments) {
        String cited = members.formatted(arguments).replace("CITED", "citations: [{source: '" + source + "'}]");
        return Fixtures.created("agreements", Bodies.json("{title: 'A deal <in> \"time\"', " + cited + "}"));
    }

    private static String signed(String when) {
        return "{event: 'signed', when: '" + when + "', CITED}";
    }

    private static String sum(String amount, String currency) {
        return "{basis: 'package', money: {amount: '" + amount + "', currency: '" + currency + "'}, CITED}";
    }

    private static Answer series(String query) {
        return Api.get("/stats/timeseries?" + query).expect(200);
    }

    /** Each row as "bucket currency: lower..upper, agreements-withoutValue-contested". */
    private static List<String> rows(Answer answer) {
        return StreamSupport.stream(answer.at("/rows").spliterator(), false)
                .map(TimeseriesTest::text)
                .toList();
    }

    private static String text(JsonNode row) {
        return row.get("bucket").asText()
                + (row.get("currency").isNull() ? "" : " " + row.get("currency").asText())
                + (row.has("kind") ? " " + row.get("kind").asText() : "") + ": "
                + (row.get("lower").isNull() ? "" : row.get("lower")) + ".."
                + (row.get("upper").isNull() ? "" : row.get("upper")) + ", " + row.get("agreements") + "-"
                + row.get("withoutValue") + "-" + row.get("contested");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bucket=week | bucket",
                "bucket=YEAR | bucket",
                "bucket=year&bucket=month | bucket",
                "groupBy=year | groupBy",
                "groupBy=colour | groupBy",
                "groupBy=supplier,kind,stage | groupBy",
                "measure=sum | measure",
                "date=birthday | date",
                "date=any,signed | date",
                "from=2025 | from",
                "from=2025-02-30 | from",
                "from=2025-12-01&to=2025-01-01 | from",
                "to=yesterday | to",
                "from=1000-01-01&to=2999-12-31 | bucket",
                "bucket=month&from=1900-01-01&to=2000-01-01 | bucket",
                "bucket=week&groupBy=year&measure=sum&to=x&minValue=much | bucket groupBy measure to minValue",
                "asOfSeq=999999999 | asOfSeq",
                "onDate=2025-02-30 | onDate",
                "updatedSince=yesterday | updatedSince",
                "limit=5 | limit",
                "sort=date | sort",
            })
    void whatCannotBeAskedIsNamed(String query, String named) {
        assertMalformed(Api.get("/stats/timeseries?" + query), named.split(" "));
        assertMalformed(Api.get("/stats/timeseries.csv?" + query), named.split(" "));
    }

    @Test
    void aBucketTooManyIsRefusedWhereverTheDealsLead() {
        String source = source();
        String old = deal(source, "dates: [%s]", signed("1500"));
        deal(source, "dates: [%s]", signed("2025-01-01"));
        String query = "bucket=month&source=" + source;
        assertMalformed(Api.get("/stats/timeseries?" + query), "from");
        assertMalformed(Api.get("/stats/timeseries?from=1600-01-01&" + query), "to");
        assertMalformed(Api.get("/stats/timeseries?to=2024-01-01&from=1500-06-01&" + query), "bucket");
        assertThat(series("from=2000-01-01&" + query).at("/rows")).hasSize(301);
        // A hundred years of months, and not one more.
        assertThat(series("from=1925-02-01&" + query).at("/rows")).hasSize(1_200);
        assertMalformed(Api.get("/stats/timeseries?from=1925-01-31&" + query), "to");
        // Or every series without a beginning that other tests ask for would begin then.
        Api.delete("/agreements/" + old, "\"r1\"", "Of no use to others.").expect(204);
    }

    @Test
    void everyBucketHasARowFromTheFirstDealToTheLast() {
        String source = source();
        deal(source, "dates: [%s]", signed("2024-02-29"));
        deal(source, "dates: [%s]", signed("2024-12"));
        Answer answer = series("bucket=quarter&source=" + source);
        assertThat(rows(answer))
                .containsExactly(
                        "2024-Q1: 1..1, 1-0-0", "2024-Q2: 0..0, 0-0-0", "2024-Q3: 0..0, 0-0-0", "2024-Q4: 1..1, 1-0-0");
        assertThat(answer.textAt("/from")).isEqualTo("2024-01-01");
        assertThat(answer.textAt("/to")).isEqualTo("2024-12-31");
        assertThat(answer.textAt("/rows/1/start")).isEqualTo("2024-04-01");
        assertThat(answer.textAt("/rows/1/end")).isEqualTo("2024-06-30");
        assertThat(rows(series("bucket=month&source=" + source))).hasSize(11).startsWith("2024-02: 1..1, 1-0-0");
        assertThat(rows(series("source=" + source))).containsExactly("2024: 2..2, 2-0-0");
    }

    @Test
    void aWindowIsMadeOfWholeBucketsAndSaysWhoIsOutside() {
        String source = source();
        deal(source, "dates: [%s]", signed("2023-01-05"));
        deal(source, "dates: [%s]", signed("2024-05-05"));
        deal(source, "dates: [%s]", signed("2023-12/.."));
        deal(source, "dates: [%s]", signed("[2023-12-20..2024-01-10]"));
        deal(source, "dates: [%s]", signed("unknown"));
        Answer answer = series("from=2024-02-14&to=2024-05-01&bucket=quarter&source=" + source);
        assertThat(rows(answer)).containsExactly("2024-Q1: 0..1, 1-0-0", "2024-Q2: 1..1, 1-0-0");
        assertThat(answer.textAt("/from")).isEqualTo("2024-01-01");
        assertThat(answer.textAt("/to")).isEqualTo("2024-06-30");
        assertThat(answer.at("/total").asInt()).isEqualTo(5);
        assertThat(answer.at("/outside").asInt()).isEqualTo(2);
        assertThat(answer.at("/undated").asInt()).isEqualTo(1);
        Answer empty = series("from=2026-01-01&to=2026-12-31&source=" + source);
        assertThat(rows(empty)).containsExactly("2026: 0..0, 0-0-0");
        assertThat(empty.at("/outside").asInt()).isEqualTo(4);
    }

    @Test
    void nothingAtAllHasNoBuckets() {
        String source = source();
        Answer answer = series("source=" + source);
        assertThat(answer.at("/rows")).isEmpty();
        assertThat(answer.at("/from").isNull()).isTrue();
        assertThat(answer.at("/total").asInt()).isZero();
        Answer later = series("from=2026-05-05&source=" + source);
        assertThat(later.at("/rows")).isEmpty();
        assertThat(later.textAt("/from")).isEqualTo("2026-01-01");
        assertThat(later.at("/to").isNull()).isTrue();
        String csv =
                Api.get("/stats/timeseries.csv?source=" + source).expect(200).text();
        assertThat(csv).isEqualTo("bucket,start,end,currency,basis,lower,upper,agreements,withoutValue,contested\r\n");
    }

    @Test
    void sumsHaveARowInEachUnitForEveryBucket() {
        String source = source();
        deal(source, "dates: [%s], values: [%s]", signed("2023"), sum("10..20", "USD"));
        deal(source, "dates: [%s], values: [%s, %s]", signed("2025"), sum(">7", "EUR"), sum("1.50", "USD"));
        deal(source, "dates: [%s]", signed("2024"));
        assertThat(rows(series("measure=value&source=" + source)))
                .containsExactly(
                        "2023 EUR: .., 1-1-0",
                        "2023 USD: 10..20, 1-0-0",
                        "2024 EUR: .., 1-1-0",
                        "2024 USD: .., 1-1-0",
                        "2025 EUR: 7.., 1-0-0",
                        "2025 USD: 1.5..1.5, 1-0-0");
        assertThat(rows(series("measure=value&from=2022-01-01&to=2022-12-31&source=" + source)))
                .containsExactly("2022: 0..0, 0-0-0");
        assertThat(rows(series("measure=value&from=2022-01-01&to=2023-12-31&source=" + source)))
                .containsExactly("2022 USD: 0..0, 0-0-0", "2023 USD: 10..20, 1-0-0");
    }

    @Test
    void groupsHaveRowsWhereSomethingMayBeInThem() {
        String source = source();
        deal(source, "kind: 'sale', dates: [%s]", signed("2023"));
        deal(source, "kind: 'loan', dates: [%s]", signed("[2023-06-01,2025-06-01]"));
        assertThat(rows(series("groupBy=kind&source=" + source)))
                .containsExactly("2023 sale: 1..1, 1-0-0", "2023 loan: 0..1, 1-0-0", "2025 loan: 0..1, 1-0-0");
    }

    @Test
    void whichDatePlacesADealCanBeSaid() {
        String source = source();
        deal(
                source,
                "dates: [{event: 'announced', when: '2021', CITED}, %s, {event: 'paid', when: '2024', CITED}]",
                signed("2022"));
        deal(source, "dates: [{event: 'announced', when: '2021', CITED}]");
        assertThat(rows(series("source=" + source))).containsExactly("2021: 2..2, 2-0-0");
        assertThat(series("date=any&source=" + source).at("/rows"))
                .isEqualTo(series("source=" + source).at("/rows"));
        Answer signed = series("date=signed&source=" + source);
        assertThat(rows(signed)).containsExactly("2022: 1..1, 1-0-0");
        assertThat(signed.at("/undated").asInt()).isEqualTo(1);
        assertThat(signed.textAt("/date/0")).isEqualTo("signed");
        assertThat(rows(series("date=signed&date=paid&source=" + source))).containsExactly("2022: 1..1, 1-0-0");
        assertThat(rows(series("date=paid&source=" + source))).containsExactly("2024: 1..1, 1-0-0");
    }

    @Test
    void theYearsAreThoseOfTheTotals() {
        String source = source();
        deal(source, "dates: [%s, %s], values: [%s]", signed("2023"), signed("2025"), sum("3..4", "USD"));
        deal(source, "dates: [%s], values: [%s]", signed("[2024-12-30..2025-01-02]"), sum("100", "USD"));
        deal(source, "values: [%s]", sum("100", "USD"));
        JsonNode totals = Api.get("/stats/agreements?groupBy=year&measure=value&source=" + source)
                .at("/rows");
        Answer series = series("measure=value&source=" + source);
        assertThat(series.at("/rows")).hasSize(3);
        assertThat(totals).hasSize(4);
        for (int i = 0; i < 3; i++) {
            assertThat(series.at("/rows/" + i + "/bucket").asText())
                    .isEqualTo(totals.at("/" + i + "/key/year").asText());
            for (String member : List.of("lower", "upper", "agreements", "withoutValue", "contested")) {
                assertThat(series.at("/rows/" + i + "/" + member)).isEqualTo(totals.at("/" + i + "/" + member));
            }
        }
        assertThat(series.at("/undated")).isEqualTo(totals.at("/3/agreements"));
    }

    @Test
    void thePastKeepsItsSeriesAndADayLeavesOutWhatSpeaksOfLaterOnes() {
        String source = source();
        String slug = deal(source, "dates: [%s]", signed("2024"));
        Answer first = series("source=" + source);
        assertThat(Api.get("/stats/timeseries?source=" + source, "If-None-Match", first.etag())
                        .status())
                .isEqualTo(304);
        deal(source, "dates: [{event: 'signed', when: '2024-03-01', asAt: '2024-06-01', CITED}]");
        assertThat(rows(series("source=" + source))).containsExactly("2024: 2..2, 2-0-0");
        Answer past = series("source=" + source + "&asOfSeq=" + first.head());
        assertThat(past.bytes()).isEqualTo(first.bytes());
        assertThat(past.header("Content-Location"))
                .isEqualTo("/api/v1/stats/timeseries?asOfSeq=" + first.head() + "&source=" + source);
        Answer earlier = series("source=" + source + "&onDate=2024-05-01&date=signed");
        assertThat(rows(earlier)).containsExactly("2024: 1..1, 1-0-0");
        assertThat(earlier.at("/undated").asInt()).isEqualTo(1);
        Api.delete("/agreements/" + slug, "\"r1\"", "Entered by mistake.").expect(204);
        assertThat(series("source=" + source).at("/total").asInt()).isEqualTo(1);
    }

    @Test
    void everyTimeAndNumberIsOne() {
        String source = source();
        deal(source, "dates: [%s], values: [%s]", signed("2024-02"), sum("4000000000", "USD"));
        JsonNode row = series("bucket=month&measure=value&source=" + source).at("/rows/0");
        assertThat(LocalDate.parse(row.get("start").asText())).isEqualTo("2024-02-01");
        assertThat(LocalDate.parse(row.get("end").asText())).isEqualTo("2024-02-29");
        assertThat(row.get("lower").isNumber()).isTrue();
        assertThat(row.get("lower").asText()).isEqualTo("4000000000");
        assertThat(row.get("agreements").isInt()).isTrue();
    }
}
