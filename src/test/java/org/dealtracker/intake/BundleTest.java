package org.dealtracker.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;
import static org.dealtracker.support.Problems.assertProblem;
import static org.dealtracker.support.Problems.assertUnacceptable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.dealtracker.support.Wire;
import org.junit.jupiter.api.Test;

/** Records of all kinds in one body, all or none. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class BundleTest {
    /** Agreements first, although they rest on all else; the second source is repeated before it is there. */
    private static ObjectNode bundle(String run) {
        return Bodies.json("""
                {changeReason: 'From the desk.', citationDefaults: {reliability: 'B', stance: 'supports'},
                 agreements: [{slug: 'deal-%1$s', title: 'A deal', related: [{type: 'part_of', agreement: 'frame-%1$s'}],
                               parties: [{party: 'seller-%1$s', role: 'supplier', citations: [{source: 'report-%1$s'}]}],
                               items: [{designation: 'Tank', count: '5', citations: [{source: 'report-%1$s'}]},
                                       {designation: 'Truck', count: '7',
                                        citations: [{source: 'report-%1$s', reliability: 'C'}]}]},
                              {slug: 'frame-%1$s', title: 'A frame'}],
                 sources: [{slug: 'report-%1$s', kind: 'news_article', title: 'A', origin: 'repeats', repeats: ['wire-%1$s']},
                           {slug: 'wire-%1$s', kind: 'wire_report', publisher: 'B', publisherParty: 'seller-%1$s'}],
                 parties: [{slug: 'seller-%1$s', name: 'Seller of %1$s', kind: 'company',
                            affiliations: [{party: '%2$s', kind: 'agency_of', citations: [{source: 'wire-%1$s'}]}]}]}
                """, run, Fixtures.pakistan());
    }

    private static String run() {
        return Fixtures.fresh("run");
    }

    @Test
    void recordsThatReferToEachOtherComeInTogether() {
        ObjectNode body = bundle(run());
        String cursor = Api.get("/changes?since=now").textAt("/cursor");
        Answer taken = Api.post("/bundles", body).expect(201);
        assertThat(taken.at("/n").asLong()).isEqualTo(Api.head()).isEqualTo(taken.head());
        assertThat(taken.each("/created/agreements", "slug"))
                .containsExactly(
                        body.at("/agreements/0/slug").asText(),
                        body.at("/agreements/1/slug").asText());
        assertThat(taken.at("/created/parties/0/id").asText()).hasSize(36);
        Answer feed = Api.get("/changes?include=record&since=" + cursor);
        assertThat(feed.each("/items", "op")).containsOnly("created").hasSize(5);
        assertThat(feed.each("/items", "reason")).containsOnly("From the desk.");
        Answer deal = Api.get("/agreements/" + body.at("/agreements/0/slug").asText());
        assertThat(deal.textAt("/headline/suppliers/0/name"))
                .isEqualTo(body.at("/parties/0/name").asText());
        assertThat(deal.textAt("/items/0/citations/0/reliability")).isEqualTo("B");
        assertThat(deal.textAt("/items/1/citations/0/reliability")).isEqualTo("C");
    }

    @Test
    void everyMistakeIsToldByWhereItStandsAndNothingIsWritten() {
        ObjectNode body = bundle(run());
        body = Bodies.with(body, "/agreements/0/items/1/count", "'-3'");
        body = Bodies.with(body, "/agreements/0/parties/0/party", "'nobody'");
        body = Bodies.with(body, "/sources/1/kind", "'rumour'");
        body = Bodies.with(body, "/parties/0/colour", "'red'");
        long head = Api.head();
        assertUnacceptable(
                Api.post("/bundles", body),
                "/agreements/0/items/1/count",
                "/agreements/0/parties/0/party",
                "/sources/1/kind",
                "/parties/0/colour");
        assertMalformed(Api.post("/bundles", Bodies.json("{partys: []}")), "/partys");
        assertMalformed(Api.post("/bundles", Bodies.json("{parties: {}}")), "/parties");
        assertUnacceptable(Api.post("/bundles", Bodies.json("{parties: []}")), "");
        assertThat(Api.head()).isEqualTo(head);
    }

    @Test
    void whatIsThereAlreadyIsAConflictAndLeavesNothingBehind() {
        ObjectNode body = bundle(run());
        ObjectNode taken =
                Fixtures.party().put("slug", body.at("/parties/0/slug").asText());
        Fixtures.created("parties", taken);
        long head = Api.head();
        assertProblem(Api.post("/bundles", body), 409, "duplicate");
        assertThat(Api.head()).isEqualTo(head);
        assertProblem(Api.get("/sources/" + body.at("/sources/0/slug").asText()), 404, "not-found");
    }

    @Test
    void sourcesThatRepeatEachOtherInACircleAreRefused() {
        ObjectNode body = bundle(run());
        JsonNode first = body.at("/sources/0/slug");
        ((ObjectNode) body.at("/sources/1"))
                .put("origin", "repeats")
                .putArray("repeats")
                .add(first);
        long head = Api.head();
        Answer answer = Api.post("/bundles", body);
        assertProblem(answer, 422, "unacceptable-content");
        assertThat(answer.textAt("/errors/0/pointer")).matches("/sources/[01]/repeats");
        assertThat(Api.head()).isEqualTo(head);
    }

    @Test
    void recordsWithoutSlugsGetTheirOwnAndIdsAreIgnored() {
        String run = run();
        String id = Api.get("/parties/" + Fixtures.pakistan()).textAt("/id");
        Answer taken = Api.post("/bundles", Bodies.json("""
                        {agreements: [{title: 'Twin %1$s', id: '%2$s'}, {title: 'Twin %1$s'},
                                      {title: 'Other', slug: 'twin-%1$s'}]}""", run, id)).expect(201);
        assertThat(taken.each("/created/agreements", "slug"))
                .containsExactly("twin-" + run + "-2", "twin-" + run + "-3", "twin-" + run);
        assertThat(taken.textAt("/created/agreements/0/id")).isNotEqualTo(id);
        Answer twice = Api.post("/bundles", Bodies.json("""
                        {parties: [{slug: 'a-%1$s', name: 'A', kind: 'state'}, {slug: 'a-%1$s', name: 'B', kind: 'state'}],
                         sources: [{kind: 'other', title: 'A', url: 'https://%1$s.example/'},
                                   {kind: 'other', title: 'B', url: 'http://www.%1$s.example'}]}""", run));
        assertUnacceptable(twice, "/parties/1/slug", "/sources/1/url");
    }

    @Test
    void aRepeatedBundleIsTakenOnce() {
        ObjectNode body = bundle(run());
        String key = Fixtures.fresh("bundle");
        Answer first = Api.post("/bundles", body, "Idempotency-Key", key).expect(201);
        Answer again = Api.post("/bundles", body, "Idempotency-Key", key).expect(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.head()).isEqualTo(first.head());
        assertThat(Api.head()).isEqualTo(first.head());
    }

    @Test
    void aThousandRecordsAreABundleAndOneMoreIsNone() {
        String run = run();
        ObjectNode body = Bodies.json("{sources: [{slug: 'all-%s', kind: 'other', title: 'All'}]}", run);
        List<ObjectNode> deals = IntStream.range(0, 999)
                .mapToObj(i -> Bodies.json("""
                        {title: 'Deal %d %s', summary: '%s', terms: [{type: 'other', text: 'x',
                         citations: [{source: 'all-%2$s'}]}]}""", i, run, "x".repeat(2_000)))
                .toList();
        body.putArray("agreements").addAll(deals);
        long head = Api.head();
        assertThat(Api.post("/bundles", body).expect(201).at("/created/agreements"))
                .hasSize(999);
        assertThat(Api.head()).isEqualTo(head + 1_000);
        body.withArray("agreements").add(Bodies.json("{title: 'One more'}"));
        assertUnacceptable(Api.post("/bundles", body), "");
    }

    @Test
    void defaultsThatWouldMakeASmallBodyHugeAreRefused() {
        ObjectNode body = Bodies.json("{citationDefaults: {source: 'x', locator: '%s'}}", "x".repeat(9_000));
        String citations = IntStream.range(0, 9_000).mapToObj(i -> "{}").collect(Collectors.joining(","));
        body.set("agreements", Bodies.value("[{title: 'A', citations: [" + citations + "]}]"));
        assertUnacceptable(Api.post("/bundles", body), "/citationDefaults");
        assertMalformed(Api.post("/bundles", Bodies.json("{citationDefaults: [], parties: []}")), "/citationDefaults");
    }

    @Test
    void aBundleHasALimitOfItsOwn() {
        int size = 17 << 20;
        String head =
                "POST /api/v1/bundles HTTP/1.1\nContent-Type: application/json\nAuthorization: " + Api.ADMIN + "\n";
        String answer = Wire.send(head + "Content-Length: " + size + "\n", new byte[size]);
        assertThat(answer).startsWith("HTTP/1.1 413").contains("/api/problems/too-large");
        String body = " ".repeat(3 << 20) + Bodies.json("{parties: [%s]}", Fixtures.party());
        String chunked = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        assertThat(Wire.send(head + "Transfer-Encoding: chunked\n", chunked.getBytes(StandardCharsets.US_ASCII)))
                .startsWith("HTTP/1.1 201");
        assertThat(Api.post("/bundles", body.replace("works", "more-works")).status())
                .isEqualTo(201);
    }

    @Test
    void aBundleNeedsAKeyToTheRegister() {
        assertProblem(Api.send("POST", "/bundles", "{}", "Content-Type", "application/json"), 401, "unauthorized");
    }
}
