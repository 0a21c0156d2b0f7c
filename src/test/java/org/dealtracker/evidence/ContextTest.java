package org.dealtracker.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertProblem;

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

/** Engagements, assessments and restrictions are records like the others. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class ContextTest {
    private static String engagement(String more) {
        return Fixtures.created(
                "engagements",
                Bodies.json(
                        "{kind: 'visit', citations: [{source: '%s'}], %s}",
                        Fixtures.reuters(),
                        more.contains("participants") ? more : more + ", participants: [{person: 'A. B.'}]"));
    }

    private static String assessment(String more) {
        return Fixtures.created(
                "assessments",
                Bodies.json("{stance: 'critical', citations: [{source: '%s'}], %s}", Fixtures.reuters(), more));
    }

    private static String restriction(String more) {
        return Fixtures.created(
                "restrictions",
                Bodies.json(
                        "{title: 'An embargo', issuer: 'A council', citations: [{source: '%s'}], %s}",
                        Fixtures.reuters(), more));
    }

    private static List<String> slugs(String path) {
        return Api.get(path).expect(200).each("/items", "slug");
    }

    @Test
    void eachIsReadEditedAndSentBackAsItIs() {
        String deal = Fixtures.created("agreements", Fixtures.rumour());
        String visit = engagement("title: 'Visit to %s', agreements: ['%s']".formatted(deal, deal));
        String embargo = restriction("targets: [{country: 'LY'}], scope: ['all_goods']");
        String judgement =
                assessment("paraphrase: 'It is said to break the duty.', subject: {agreement: '%s', engagement: '%s',"
                                .formatted(deal, visit)
                        + " restriction: '%s'}, finding: 'breaches', concerns: ['015']".formatted(embargo));
        for (String path : List.of("/engagements/" + visit, "/restrictions/" + embargo, "/assessments/" + judgement)) {
            Answer read = Api.get(path).expect(200);
            ObjectNode document = (ObjectNode) read.json();
            Answer same = Api.put(path, read.header("ETag"), document).expect(200);
            assertThat(same.header("ETag")).isEqualTo(read.header("ETag"));
            document.put("note", "Looked at again.");
            Answer edited = Api.put(path, read.header("ETag"), document).expect(200);
            assertThat(edited.textAt("/note")).isEqualTo("Looked at again.");
            assertThat(Api.get(path + "/history").expect(200).at("/total").asInt())
                    .isEqualTo(2);
            assertThat(Api.get(path + "/diff")
                            .expect(200)
                            .at("/fields/0/pointer")
                            .asText())
                    .isEqualTo("/note");
        }
    }

    @Test
    void whatItsCitationsSupportChangesOnlyWithAReason() {
        String visit = engagement("title: 'A visit', when: '2025-12-18'");
        Answer bare = Api.patch("/engagements/" + visit, "\"r1\"", Bodies.json("{when: '2025-12-17'}"));
        assertProblem(bare, 422, "unacceptable-content");
        assertProblem(
                Api.patch("/engagements/" + visit, "\"r1\"", Bodies.json("{kind: 'talks'}")),
                422,
                "unacceptable-content");
        Answer told = Api.patch(
                        "/engagements/" + visit,
                        "\"r1\"",
                        Bodies.json("{when: '2025-12-17', changeReason: 'The report has another day.'}"))
                .expect(200);
        assertThat(told.textAt("/when/edtf")).isEqualTo("2025-12-17");
    }

    @Test
    void oneThatAnotherRecordSpeaksOfCannotBeDeleted() {
        String visit = engagement("title: 'A visit'");
        String judgement = assessment("subject: {engagement: '%s'}".formatted(visit));
        Answer refused = Api.delete("/engagements/" + visit, "\"r1\"", "Not needed.");
        assertProblem(refused, 409, "in-use");
        Api.delete("/assessments/" + judgement, "\"r1\"", "Not needed.").expect(204);
        Api.delete("/engagements/" + visit, "\"r1\"", "Not needed.").expect(204);
        assertThat(Api.get("/engagements/" + visit).status()).isEqualTo(410);
    }

    @Test
    void engagementsAreFoundByWhoTookPartAndWhenAndWhatTheyBearOn() {
        String deal = Fixtures.created("agreements", Fixtures.rumour());
        String whole = Fixtures.created("parties", Fixtures.party());
        String part = Fixtures.created(
                "parties",
                Bodies.json(
                        "{name: 'A branch', kind: 'armed_force', affiliations: [{party: '%s', kind: 'branch_of',"
                                + " citations: [{source: '%s'}]}]}",
                        whole, Fixtures.reuters()));
        String visit = engagement(("title: 'Of %1$s', when: '2025-07', participants: [{party: '%1$s'}],"
                        + " agreements: ['%2$s'], topics: [{code: 'training', level: 'aim'}]")
                .formatted(part, deal));
        assertThat(slugs("/engagements?party=" + part)).containsExactly(visit);
        assertThat(slugs("/engagements?party=" + whole)).containsExactly(visit);
        assertThat(slugs("/engagements?agreement=" + deal)).containsExactly(visit);
        assertThat(slugs("/engagements?agreement=" + deal + "&topic=training&from=2025-07-31"))
                .containsExactly(visit);
        assertThat(slugs("/engagements?agreement=" + deal + "&topic=arms_sales"))
                .isEmpty();
        assertThat(slugs("/engagements?agreement=" + deal + "&from=2025-08-01")).isEmpty();
        assertThat(slugs("/engagements?agreement=" + deal + "&kind=talks")).isEmpty();
    }

    @Test
    void assessmentsAreFoundByStanceThemeSubjectAndWhomTheyConcern() {
        String party = Fixtures.created("parties", Fixtures.party());
        String found = assessment(("paraphrase: 'It burdens the neighbours.', themes: ['stability'], subject: {parties:"
                        + " ['%1$s']}, concerns: ['015'], by: {kind: 'unnamed', description: 'analysts'}")
                .formatted(party));
        assertThat(slugs("/assessments?party=" + party)).containsExactly(found);
        String of = "/assessments?party=" + party;
        assertThat(slugs(of + "&stance=critical&theme=stability&region=015&by=unnamed&q=NEIGHBOURS"))
                .containsExactly(found);
        assertThat(slugs(of + "&stance=supportive")).isEmpty();
        assertThat(slugs(of + "&theme=legal")).isEmpty();
        assertThat(slugs(of + "&region=002")).isEmpty();
        assertThat(slugs(of + "&finding=breaches")).isEmpty();
        assertThat(Api.get(of + "&facets=stance,theme")
                        .at("/facets/theme/0/value")
                        .asText())
                .isEqualTo("stability");
    }

    @Test
    void restrictionsAreFoundByWhomTheyReachAndWhenTheyHeld() {
        String state = Fixtures.created("parties", Bodies.json("{name: 'Island State', kind: 'state', country: 'TV'}"));
        String army = Fixtures.created(
                "parties",
                Bodies.json(
                        "{name: 'Island Guard', kind: 'armed_force', affiliations: [{party: '%s', kind: 'branch_of',"
                                + " citations: [{source: '%s'}]}]}",
                        state, Fixtures.reuters()));
        String embargo =
                restriction("targets: [{country: 'TV'}], scope: ['all_goods'], from: '2011-02', to: '2020-05'");
        assertThat(slugs("/restrictions?party=" + army)).containsExactly(embargo);
        assertThat(slugs("/restrictions?party=TV")).containsExactly(embargo);
        assertThat(slugs("/restrictions?party=" + army + "&inForceOn=2020-05-31"))
                .containsExactly(embargo);
        assertThat(slugs("/restrictions?party=" + army + "&inForceOn=2020-06-01"))
                .isEmpty();
        assertThat(slugs("/restrictions?party=" + army + "&scope=combat_aircraft"))
                .containsExactly(embargo);
        assertThat(slugs("/restrictions?party=" + army + "&scope=training")).isEmpty();
        assertThat(slugs("/restrictions?party=" + army + "&direction=from_target"))
                .isEmpty();
    }

    @Test
    void aStatusEventMayNameARestrictionAsItsCauseWhichThenIsInUse() {
        String embargo = restriction("scope: ['all_goods']");
        ObjectNode deal = Fixtures.rumour();
        deal.withArray("/statusHistory")
                .add(Bodies.json(
                        "{to: 'cancelled', effective: '2021-12', reason: 'As reported.', cause: '%s',"
                                + " citations: [{source: '%s'}]}",
                        embargo, Fixtures.reuters()));
        String slug = Fixtures.created("agreements", deal);
        assertThat(Api.get("/agreements/" + slug).textAt("/statusHistory/0/cause"))
                .isEqualTo(embargo);
        assertProblem(Api.delete("/restrictions/" + embargo, "\"r1\"", "Not needed."), 409, "in-use");
    }

    @Test
    void aBundleBringsAllKindsInAnyOrder() {
        String deal = Fixtures.fresh("bundled-deal");
        Answer taken =
                Api.post("/bundles", Bodies.json("""
                        {citationDefaults: {reliability: 'B'},
                         assessments: [{stance: 'neutral', subject: {agreement: '%1$s', engagement: 'e-%1$s',
                                        restriction: 'r-%1$s'}, citations: [{source: '%2$s'}]}],
                         engagements: [{slug: 'e-%1$s', kind: 'talks', participants: [{description: 'Envoys'}], agreements: ['%1$s'], citations: [{source: '%2$s'}],
                                        variants: [{field: 'where', value: 'Elsewhere', citations: [{source: '%2$s'}]}]}],
                         restrictions: [{slug: 'r-%1$s', title: 'An embargo', issuer: 'A council', citations: [{source: '%2$s'}],
                                         amendments: [{effect: 'narrows', text: 'Less.', citations: [{source: '%2$s'}]}]}],
                         agreements: [{slug: '%1$s', title: 'A deal'}]}""", deal, Fixtures.reuters())).expect(201);
        assertThat(taken.at("/created/assessments").size()).isEqualTo(1);
        assertThat(slugs("/assessments?agreement=" + deal)).hasSize(1);
        assertThat(Api.get("/engagements/e-" + deal).textAt("/variants/0/citations/0/reliability"))
                .isEqualTo("B");
    }
}
