package org.dealtracker.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals over HTTP: which agreements, as of when, and what cannot be asked. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class StatsTest {
    private static final Random RANDOM = new Random(20261124);

    private static Answer stats(String query) {
        return Api.get("/stats/agreements?" + query).expect(200);
    }

    private static String source() {
        return Fixtures.created("sources", Fixtures.source());
    }

    private static String deal(String members) {
        return Fixtures.created("agreements", Bodies.json("{title: 'A deal to be added up', " + members + "}"));
    }

    private static String value(String source, String amount) {
        return "{basis: 'package', money: {amount: '%s', currency: 'USD'}, citations: [{source: '%s'}]}"
                .formatted(amount, source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "groupBy=colour | groupBy",
                "groupBy=supplier,colour | groupBy",
                "groupBy=supplier, | groupBy",
                "groupBy= | groupBy",
                "groupBy=Supplier | groupBy",
                "groupBy=supplier,year,kind | groupBy",
                "groupBy=supplier&groupBy=year&groupBy=kind | groupBy",
                "groupBy=supplier,supplier | groupBy",
                "groupBy=year&groupBy=year | groupBy",
                "measure=sum | measure",
                "measure=COUNT | measure",
                "measure=count&measure=value | measure",
                "measure= | measure",
                "groupBy=colour&measure=sum&minValue=much | groupBy measure minValue",
                "asOf=yesterday | asOf",
                "asOf=2999-01-01T00:00:00Z | asOf",
                "asOf=2026-01-01T00:00:00Z&asOfSeq=1 | asOf",
                "asOfSeq=999999999 | asOfSeq",
                "asOfSeq=-1 | asOfSeq",
                "onDate=2025-02-30 | onDate",
                "updatedSince=yesterday | updatedSince",
                "certainty=perhaps | certainty",
                "affiliates=no | affiliates",
                "kind=gift | kind",
                "limit=5 | limit",
                "cursor=AAAA | cursor",
                "sort=value | sort",
                "fields=rows | fields",
                "facets=supplier | facets",
                "expand=claims | expand",
                "total=exact | total",
            })
    void whatCannotBeAskedIsNamed(String query, String named) {
        assertMalformed(Api.get("/stats/agreements?" + query), named.split(" "));
    }

    @Test
    void whatIsAllowedIsSaid() {
        assertThat(Api.get("/stats/agreements?groupBy=colour")
                        .at("/errors/0/detail")
                        .asText())
                .contains("supplier, recipient, year, stage, verification, category, kind");
        assertThat(Api.get("/stats/agreements?measure=sum")
                        .at("/errors/0/detail")
                        .asText())
                .contains("count, value, quantity");
    }

    @Test
    void aRepeatedParameterAndACommaMeanTheSame() {
        Answer comma = stats("groupBy=supplier,year&kind=sale");
        Answer repeated = stats("groupBy=supplier&groupBy=year&kind=sale");
        assertThat(comma.bytes()).isEqualTo(repeated.bytes());
        assertThat(comma.at("/groupBy")).hasSize(2);
        assertThat(comma.textAt("/measure")).isEqualTo("count");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=sale",
                "stage=agreed",
                "category=combat_aircraft",
                "minValue=1000000&currency=USD",
                "minCount=10&certainty=certain",
                "from=2025-01-01&date=signed",
                "onDate=2025-12-20&stage=agreed",
                "party=PK&affiliates=false",
                "q=pakistan",
            })
    void theAgreementsAreThoseThatTheListFinds(String query) {
        Fixtures.created("agreements", Fixtures.laafDeal());
        Fixtures.created("agreements", Fixtures.j10());
        int listed =
                Api.get("/agreements?total=exact&limit=1&" + query).at("/total").asInt();
        Answer answer = stats(query);
        assertThat(answer.at("/total").asInt()).isEqualTo(listed);
        assertThat(answer.at("/rows/0/agreements").asInt()).isEqualTo(listed);
    }

    @Test
    void affiliatesAreAddedWhenTheWholeIsAskedFor() {
        String source = source();
        String whole = Fixtures.created("parties", Fixtures.party());
        String branch = Fixtures.created(
                "parties",
                Bodies.json(
                        "{name: 'A works', kind: 'company', affiliations: [{party: '%s', kind: 'subsidiary_of',"
                                + " citations: [{source: '%s'}]}]}",
                        whole, source));
        deal("parties: [{party: '%s', role: 'supplier', citations: [{source: '%s'}]}], values: [%s]"
                .formatted(branch, source, value(source, "12")));
        String query = "groupBy=supplier&measure=value&supplier=" + whole;
        assertThat(stats(query).at("/rows/0/key/supplier").asText()).isEqualTo(branch);
        assertThat(stats(query).at("/rows/0/lower").asInt()).isEqualTo(12);
        assertThat(stats(query + "&affiliates=false").at("/rows")).isEmpty();
    }

    @Test
    void thePastKeepsItsTotalsAndThePresentMoves() {
        String source = source();
        String query = "measure=value&source=" + source;
        String slug = deal("values: [" + value(source, "10") + "]");
        Answer first = stats(query);
        assertThat(first.at("/rows/0/upper").asInt()).isEqualTo(10);
        assertThat(first.etag()).matches("\"n" + first.head() + "-[A-Za-z0-9_-]{12}\"");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(Api.get("/stats/agreements?" + query, "If-None-Match", first.etag())
                        .status())
                .isEqualTo(304);

        deal("values: [" + value(source, "5..8") + "]");
        Api.patch("/agreements/" + slug, "\"r1\"", Bodies.json("{kind: 'loan'}"))
                .expect(200);
        Answer second = stats(query);
        assertThat(second.at("/rows/0/lower").asInt()).isEqualTo(15);
        assertThat(second.at("/rows/0/upper").asInt()).isEqualTo(18);
        assertThat(Api.get("/stats/agreements?" + query, "If-None-Match", first.etag())
                        .status())
                .isEqualTo(200);

        Answer past = stats(query + "&asOfSeq=" + first.head());
        assertThat(past.bytes()).isEqualTo(first.bytes());
        assertThat(past.head()).isEqualTo(first.head());
        assertThat(past.header("Cache-Control")).isEqualTo("max-age=3600");
        assertThat(past.header("Memento-Datetime")).endsWith("GMT");
        assertThat(past.header("Content-Location"))
                .isEqualTo("/api/v1/stats/agreements?asOfSeq=" + first.head() + "&" + query);
        assertThat(stats(query + "&asOfSeq=0").at("/total").asInt()).isZero();
        String since = Api.get("/agreements/" + slug).textAt("/updatedAt");
        assertThat(stats(query + "&updatedSince=" + since).at("/rows/0/lower").asInt())
                .isEqualTo(10);
    }

    @Test
    void aDeletedDealIsNotCounted() {
        String source = source();
        String slug = deal("values: [" + value(source, "10") + "]");
        long before = Api.head();
        Api.delete("/agreements/" + slug, "\"r1\"", "Entered by mistake.").expect(204);
        assertThat(stats("source=" + source).at("/total").asInt()).isZero();
        assertThat(stats("source=" + source + "&asOfSeq=" + before).at("/total").asInt())
                .isEqualTo(1);
    }

    @Test
    void onADayAnAmendmentOfALaterDayIsLeftOut() {
        String source = source();
        String old = "01980000-0000-7000-8000-0000000000aa";
        deal("values: [%s, %s]"
                .formatted(
                        value(source, "10").replaceFirst("\\{", "{id: '" + old + "', "),
                        value(source, "30").replaceFirst("\\{", "{asAt: '2025-03', replaces: ['" + old + "'], ")));
        String query = "measure=value&source=" + source;
        assertThat(stats(query).at("/rows/0/lower").asInt()).isEqualTo(30);
        assertThat(stats(query + "&onDate=2025-03-31").at("/rows/0/lower").asInt())
                .isEqualTo(30);
        assertThat(stats(query + "&onDate=2025-02-01").at("/rows/0/lower").asInt())
                .isEqualTo(10);
    }

    @Test
    void theTotalOverOneAgreementIsItsHeadline() {
        for (int i = 0; i < 25; i++) {
            String source = source();
            ObjectNode deal = Bodies.json("{title: 'A deal to be added up'}");
            claims(deal.putArray("values"), source, StatsTest::sum);
            claims(deal.putArray("items"), source, StatsTest::line);
            JsonNode headline = Api.get("/agreements/" + Fixtures.created("agreements", deal))
                    .at("/headline");
            Map<String, String> sums = new TreeMap<>();
            headline.get("values")
                    .forEach(worth -> sums.put(
                            worth.get("basis") + " " + worth.get("currency"),
                            // Not the text: a headline keeps the words of a figure that is alone.
                            worth.get("lower") + " " + worth.get("upper")));
            Map<String, String> counts = new TreeMap<>();
            headline.get("categories")
                    .forEach(counted -> counts.put(
                            counted.get("category").toString(), counted.get("lower") + " " + counted.get("upper")));
            Map<String, String> totals = new TreeMap<>();
            stats("measure=value&source=" + source).at("/rows").forEach(row -> {
                if (!row.get("basis").isNull()) {
                    totals.put(row.get("basis") + " " + row.get("currency"), row.get("lower") + " " + row.get("upper"));
                }
            });
            assertThat(totals).as(deal.toString()).isEqualTo(sums);
            totals.clear();
            stats("groupBy=category&measure=quantity&source=" + source)
                    .at("/rows")
                    .forEach(row -> {
                        if (!row.at("/key/category").isNull()) {
                            totals.put(row.at("/key/category").toString(), row.get("lower") + " " + row.get("upper"));
                        }
                    });
            assertThat(totals).as(deal.toString()).isEqualTo(counts);
        }
    }

    private static void claims(ArrayNode claims, String source, java.util.function.Supplier<String> says) {
        for (int i = RANDOM.nextInt(5); i >= 0; i--) {
            String rank = RANDOM.nextInt(5) == 0
                    ? ", rank: '" + any(List.of("preferred", "deprecated")) + "', rankReason: 'So.'"
                    : "";
            claims.add(Bodies.json("{" + says.get() + rank + ", citations: [{source: '" + source + "'}]}"));
        }
    }

    private static String sum() {
        return "line: '%s', basis: '%s', money: {amount: '%s'%s}%s"
                .formatted(
                        any(List.of("one", "two")),
                        any(List.of("package", "paid")),
                        any(List.of("10", "20..30", ">40", "<5", "..7", "~50", "unknown", "multi-million", "0.5")),
                        any(List.of(", currency: 'USD'", ", currency: 'EUR'", "")),
                        RANDOM.nextInt(4) == 0 ? ", partOf: 'whole'" : "");
    }

    private static String line() {
        String line = any(List.of("one", "two", "three"));
        return "line: '%s', designation: 'X', category: '%s', count: '%s'%s"
                .formatted(
                        line,
                        line.equals("one") ? "uav" : any(List.of("ship", "unspecified")),
                        any(List.of("10", "20..30", ">40", "<5", "..7", "~50", "unknown", "3?")),
                        line.equals("three") && RANDOM.nextInt(3) == 0 ? ", partOf: 'one'" : "");
    }

    private static <T> T any(List<T> of) {
        return of.get(RANDOM.nextInt(of.size()));
    }
}
