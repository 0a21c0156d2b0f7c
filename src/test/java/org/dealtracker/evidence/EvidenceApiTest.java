package org.dealtracker.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;

/** Evidence, conflicts and screening as they are served, and how changes elsewhere reach them in one transaction. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class EvidenceApiTest {
    private static String source(String origin) {
        return Fixtures.created("sources", Fixtures.source().put("origin", origin));
    }

    private static String repeating(String... others) {
        ObjectNode source = Fixtures.source().put("origin", "repeats");
        List.of(others).forEach(source.putArray("repeats")::add);
        return Fixtures.created("sources", source);
    }

    private static String item(String count, String... sources) {
        String citations = String.join(
                ",",
                List.of(sources).stream()
                        .map(slug -> "{source: '" + slug + "'}")
                        .toList());
        return "{line: 'jets', designation: 'JF-17', category: 'combat_aircraft', count: '%s', citations: [%s]}"
                .formatted(count, citations);
    }

    private static String deal(String members) {
        ObjectNode deal = Fixtures.rumour();
        deal.setAll(Bodies.json("{" + members + "}"));
        return Fixtures.created("agreements", deal);
    }

    private static JsonNode headline(String deal) {
        return Api.get("/agreements/" + deal).expect(200).at("/headline");
    }

    private static List<String> slugs(String path) {
        return Api.get(path).expect(200).each("/items", "slug");
    }

    @Test
    void retractingASourceChangesTheCountOfEveryAgreementThatCitesItOrWhoRepeatsIt() {
        String wire = source("own");
        String other = source("own");
        String echo = repeating(wire);
        String direct = deal("items: [" + item("16", wire, other) + "]");
        String through = deal("items: [" + item("16", echo, other) + "]");
        assertThat(headline(direct).at("/independentOrigins").asInt()).isEqualTo(2);
        assertThat(headline(through).at("/independentOrigins").asInt()).isEqualTo(2);
        long before = Api.head();
        Answer retracted = Api.patch(
                        "/sources/" + wire,
                        "\"r1\"",
                        Bodies.json("{retraction: {reason: 'Made up.'}, changeReason: 'It was withdrawn.'}"))
                .expect(200);
        long cause = retracted.at("/n").asLong();
        for (String deal : List.of(direct, through)) {
            assertThat(headline(deal).at("/independentOrigins").asInt()).isEqualTo(1);
            JsonNode last = Api.get("/agreements/" + deal + "/history").at("/items/1");
            assertThat(last.at("/op").asText()).isEqualTo("rederived");
            assertThat(last.at("/cause/n").asLong()).isEqualTo(cause);
            assertThat(last.at("/changed").toString()).contains("/headline/independentOrigins");
            assertThat(Api.get("/agreements/" + deal + "?asOfSeq=" + before)
                            .at("/headline/independentOrigins")
                            .asInt())
                    .isEqualTo(2);
            assertThat(Api.get("/agreements/" + deal + "/evidence?asOfSeq=" + before)
                            .at("/existence/origins")
                            .size())
                    .isEqualTo(2);
            assertThat(Api.get("/agreements/" + deal + "/evidence")
                            .at("/existence/origins")
                            .size())
                    .isEqualTo(1);
        }
    }

    @Test
    void findingOutThatASourceRepeatsAnotherMakesTwoVoicesOne() {
        String wire = source("own");
        String paper = source("own");
        String deal = deal("items: [" + item("16", wire, paper) + "]");
        assertThat(headline(deal).at("/verification/existence/code").asText()).isEqualTo("corroborated");
        assertThat(slugs("/agreements?verification=corroborated&source=" + wire))
                .containsExactly(deal);
        Api.patch(
                        "/sources/" + paper,
                        "\"r1\"",
                        Bodies.json("{origin: 'repeats', repeats: ['%s'], changeReason: 'It credits the wire.'}", wire))
                .expect(200);
        assertThat(headline(deal).at("/verification/existence/code").asText()).isEqualTo("single_origin");
        assertThat(slugs("/agreements?verification=corroborated&source=" + wire))
                .isEmpty();
        JsonNode evidence =
                Api.get("/agreements/" + deal + "/evidence").expect(200).json();
        assertThat(evidence.at("/claims/0/origins").toString()).isEqualTo("[\"" + wire + "\"]");
        assertThat(evidence.at("/existence/because/0/sources").size()).isEqualTo(2);
        assertThat(evidence.at("/claims/0/citations/1/roots/0").asText()).isEqualTo(wire);
    }

    @Test
    void contestedDealsAreFoundAndTheirSidesShown() {
        String one = source("own");
        String other = source("own");
        String deal = deal("items: [" + item("42..", one) + "," + item("10", other) + "," + item("42..", other) + "]");
        assertThat(headline(deal).at("/contestedLines").toString()).isEqualTo("[\"jets\"]");
        assertThat(slugs("/agreements?contested=true&source=" + one)).containsExactly(deal);
        assertThat(slugs("/agreements?contested=false&source=" + one)).isEmpty();
        Answer conflicts = Api.get("/agreements/" + deal + "/conflicts").expect(200);
        assertThat(conflicts.at("/lines").size()).isEqualTo(1);
        assertThat(conflicts.textAt("/lines/0/field")).isEqualTo("count");
        assertThat(conflicts.at("/lines/0/sides/0/origins").size()).isEqualTo(2);
        assertThat(conflicts.at("/lines/0/sides/1/origins").toString()).isEqualTo("[\"" + other + "\"]");
        assertThat(conflicts.at("/lines/0/sides/1/claims/0/citations/0/source").asText())
                .isEqualTo(other);
        assertThat(conflicts.at("/lines/0/hull/lower").asInt()).isEqualTo(10);
        Answer same = Api.get("/agreements/" + deal + "/conflicts", "If-None-Match", conflicts.header("ETag"));
        assertThat(same.status()).isEqualTo(304);
    }

    @Test
    void aRestrictionReachesTheAgreementsThatWereThereBefore() {
        String state = Fixtures.created("parties", Bodies.json("{name: 'Reefland', kind: 'state', country: 'NR'}"));
        String guard = Fixtures.created(
                "parties",
                Bodies.json(
                        "{name: 'Reef Guard', kind: 'armed_force', affiliations: [{party: '%s', kind: 'branch_of',"
                                + " citations: [{source: '%s'}]}]}",
                        state, Fixtures.reuters()));
        String wire = source("own");
        String deal = deal("parties: [{party: '%s', role: 'recipient', citations: [{source: '%s'}]}], items: [%s]"
                .formatted(guard, wire, item("16", wire)));
        assertThat(headline(deal).at("/restrictions").size()).isZero();
        String embargo = Fixtures.created(
                "restrictions",
                Bodies.json(
                        "{title: 'Embargo', issuer: 'A council', reference: 'R/1, 9', targets: [{country: 'NR'}],"
                                + " scope: ['all_goods'], citations: [{source: '%s'}]}",
                        wire));
        assertThat(headline(deal).at("/restrictions/0/slug").asText()).isEqualTo(embargo);
        assertThat(headline(deal).at("/restrictions/0/certainty").asText()).isEqualTo("possible");
        assertThat(slugs("/agreements?restriction=" + embargo)).containsExactly(deal);
        assertThat(slugs("/agreements?restriction=" + embargo + "&certainty=certain"))
                .isEmpty();
        Answer screening = Api.get("/agreements/" + deal + "/screening").expect(200);
        assertThat(screening.textAt("/matches/0/paragraph")).isEqualTo("R/1, 9");
        assertThat(screening.textAt("/matches/0/claim/line")).isEqualTo("jets");
        assertThat(Api.get("/agreements/" + deal + "/screening?onDate=2020-01-01")
                        .textAt("/matches/0/certainty"))
                .isEqualTo("certain");
        // Whoever no longer belongs to the target is no longer reached, and a restriction that goes touches nobody.
        Api.patch("/parties/" + guard, "\"r1\"", Bodies.json("{affiliations: [], changeReason: 'It left.'}"))
                .expect(200);
        assertThat(headline(deal).at("/restrictions").size()).isZero();
        Api.post(
                        "/parties/" + guard + "/revert",
                        Bodies.json("{to: 1, changeReason: 'It did not.'}"),
                        "If-Match",
                        "\"r2\"")
                .expect(200);
        assertThat(headline(deal).at("/restrictions").size()).isEqualTo(1);
        Api.delete("/restrictions/" + embargo, "\"r1\"", "Lifted.").expect(204);
        assertThat(headline(deal).at("/restrictions").size()).isZero();
    }

    @Test
    void assessmentsAreCountedWithTheDealThatTheyAreOf() {
        String deal = deal("summary: 'S.'");
        String other = deal("summary: 'S.'");
        String judgement = Fixtures.created(
                "assessments",
                Bodies.json(
                        "{stance: 'critical', subject: {agreement: '%s'}, finding: 'breaches', citations: [{source: '%s'}]}",
                        deal, Fixtures.reuters()));
        assertThat(headline(deal).at("/assessments/critical").asInt()).isEqualTo(1);
        assertThat(Api.get("/agreements/" + deal + "/screening").textAt("/findings/0/slug"))
                .isEqualTo(judgement);
        Api.patch(
                        "/assessments/" + judgement,
                        "\"r1\"",
                        Bodies.json("{subject: {agreement: '%s'}, changeReason: 'It is of the other.'}", other))
                .expect(200);
        assertThat(headline(deal).at("/assessments/critical").asInt()).isZero();
        assertThat(headline(other).at("/assessments/critical").asInt()).isEqualTo(1);
        Api.delete("/assessments/" + judgement, "\"r2\"", "Not needed.").expect(204);
        assertThat(headline(other).at("/assessments/critical").asInt()).isZero();
    }

    @Test
    void aViewOfWhatIsNotThereIsAProblem() {
        assertProblem(Api.get("/agreements/no-such-deal/evidence"), 404, "not-found");
        String deal = deal("summary: 'S.'");
        assertProblem(Api.get("/agreements/" + deal + "/evidence?onDate=2025-01-01"), 400, "malformed-request");
        assertProblem(Api.get("/agreements/" + deal + "/screening?onDate=then"), 400, "malformed-request");
        assertProblem(Api.get("/agreements/" + deal + "/conflicts?asOfSeq=999999999"), 400, "malformed-request");
        assertProblem(Api.get("/agreements/" + deal + "/conflicts?asOfSeq=0"), 404, "not-found");
        Api.delete("/agreements/" + deal, "\"r1\"", "Gone.").expect(204);
        assertProblem(Api.get("/agreements/" + deal + "/screening"), 410, "gone");
    }

    @Test
    void credibilityOneNeedsTwoOriginsAndLaterBecomesAWarning() {
        String wire = source("own");
        String other = source("own");
        String echo = repeating(wire);
        String top =
                "{line: 'jets', designation: 'JF-17', citations: [{source: '%s', credibility: '1'}, {source: '%s'}]}";
        ObjectNode alone = Fixtures.rumour();
        alone.setAll(Bodies.json("{items: [" + top.formatted(wire, echo) + "]}"));
        Answer refused = Api.post("/agreements", alone);
        assertProblem(refused, 422, "unacceptable-content");
        assertThat(refused.textAt("/errors/0/pointer")).isEqualTo("/items/0/citations/0/credibility");
        assertProblem(Api.post("/bundles", Bodies.json("{agreements: [%s]}", alone)), 422, "unacceptable-content");
        String deal = deal("items: [" + top.formatted(wire, other) + "]");
        assertThat(Api.get("/agreements/" + deal + "/evidence").at("/warnings").size())
                .isZero();
        Api.patch("/sources/" + other, "\"r1\"", Bodies.json("{retraction: {reason: 'x'}, changeReason: 'Withdrawn.'}"))
                .expect(200);
        assertThat(Api.get("/agreements/" + deal + "/evidence").textAt("/warnings/0/source"))
                .isEqualTo(wire);
        // What became doubtful elsewhere does not stand in the way of an edit of something else.
        Answer now = Api.get("/agreements/" + deal);
        Api.patch("/agreements/" + deal, now.header("ETag"), Bodies.json("{summary: 'Looked at again.'}"))
                .expect(200);
    }

    @Test
    void aMergeAnswersWithTheSurvivorAsItIsAfterAllThatFollows() {
        String duplicate = deal("summary: 'S.'");
        String survivor = deal("summary: 'S.'");
        Api.post(
                        "/assessments",
                        Bodies.json(
                                "{stance: 'critical', subject: {agreement: '%s'}, citations: [{source: '%s'}]}",
                                duplicate, Fixtures.reuters()))
                .expect(201);
        Answer merged = Api.post(
                        "/agreements/" + duplicate + "/merge",
                        Bodies.json("{into: '%s', changeReason: 'One deal.'}", survivor),
                        "If-Match",
                        Api.get("/agreements/" + duplicate).header("ETag"))
                .expect(200);
        assertThat(merged.at("/headline/assessments/critical").asInt()).isEqualTo(1);
        assertThat(merged.text()).isEqualTo(Api.get("/agreements/" + survivor).text());
        assertThat(merged.header("ETag"))
                .isEqualTo(Api.get("/agreements/" + survivor).header("ETag"));
    }

    @Test
    void aSpeakerIsNoPartyToWhatHeJudges() {
        String judged = Fixtures.created("parties", Fixtures.party());
        String speaker = Fixtures.created("parties", Fixtures.party());
        String found = Fixtures.created(
                "assessments",
                Bodies.json(
                        "{stance: 'critical', by: {kind: 'named', party: '%s'}, subject: {parties: ['%s']},"
                                + " citations: [{source: '%s'}]}",
                        speaker, judged, Fixtures.reuters()));
        assertThat(slugs("/assessments?party=" + judged)).containsExactly(found);
        assertThat(slugs("/assessments?party=" + speaker)).isEmpty();
    }

    @Test
    void aRestrictionIsFoundByWhatItsAmendmentsAddAndByWhatNobodySays() {
        String target = Fixtures.created("parties", Fixtures.party());
        String prolonged = Fixtures.created(
                "restrictions",
                Bodies.json(
                        "{title: 'Long', issuer: 'A', targets: [{party: '%1$s'}], scope: ['ship'], from: '2015', to: '2020',"
                                + " amendments: [{effect: 'extends', text: 'On.', to: '2027', citations: [{source: '%2$s'}]},"
                                + " {effect: 'extends', text: 'Loans too.', scope: ['financing'],"
                                + " citations: [{source: '%2$s'}]}], citations: [{source: '%2$s'}]}",
                        target, Fixtures.reuters()));
        String vague = Fixtures.created(
                "restrictions",
                Bodies.json(
                        "{title: 'Vague', issuer: 'A', targets: [{party: '%s'}], citations: [{source: '%s'}]}",
                        target, Fixtures.reuters()));
        String of = "/restrictions?party=" + target;
        assertThat(slugs(of + "&inForceOn=2024-01-01")).containsExactlyInAnyOrder(prolonged, vague);
        assertThat(slugs(of + "&scope=financing")).containsExactlyInAnyOrder(prolonged, vague);
        assertThat(slugs(of + "&scope=missile")).containsExactly(vague);
    }
}
