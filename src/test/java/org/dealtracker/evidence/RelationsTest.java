package org.dealtracker.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One timeline of two sides. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class RelationsTest {
    private String north;
    private String south;
    private String guard;
    private String deal;

    @BeforeEach
    void twoSidesWithAVisitADealAndWhatIsThoughtOfThem() {
        String source = Fixtures.reuters();
        north = Fixtures.created("parties", Fixtures.party());
        south = Fixtures.created("parties", Fixtures.party());
        guard = Fixtures.created(
                "parties",
                Bodies.json(
                        "{name: 'Guard', kind: 'armed_force', affiliations: [{party: '%s', kind: 'branch_of',"
                                + " citations: [{source: '%s'}]}]}",
                        south, source));
        deal = Fixtures.fresh("deal-between");
        Api.post("/bundles", Bodies.json("""
                        {engagements: [{slug: 'v-%4$s', kind: 'visit', when: '2025-07', outcome: 'Talks.',
                            topics: [{code: 'training'}], participants: [{party: '%1$s'}, {party: '%3$s'}],
                            citations: [{source: '%5$s'}]},
                            {slug: 'w-%4$s', kind: 'meeting', when: '2026-02-02',
                            participants: [{party: '%3$s'}, {party: '%2$s'}], citations: [{source: '%5$s'}]}],
                         agreements: [{slug: '%4$s', title: 'A deal',
                            parties: [{party: '%1$s', role: 'supplier', citations: [{source: '%5$s'}]},
                                      {party: '%3$s', role: 'recipient', citations: [{source: '%5$s'}]}],
                            statusHistory: [{to: 'agreed', effective: '2025-12-18', reason: 'As reported.',
                                             citations: [{source: '%5$s'}]}]}],
                         assessments: [{slug: 'a-%4$s', stance: 'critical', paraphrase: 'It harms.', when: '2025-12-30',
                            subject: {agreement: '%4$s'}, citations: [{source: '%5$s'}]},
                            {slug: 'b-%4$s', stance: 'neutral', subject: {parties: ['%1$s', '%2$s']},
                             citations: [{source: '%5$s'}]}]}""", north, south, guard, deal, source))
                .expect(201);
    }

    private static List<String> shown(Answer answer) {
        List<String> shown = new ArrayList<>();
        for (JsonNode item : answer.expect(200).at("/items")) {
            shown.add(item.at("/type").asText() + " " + item.at("/record/slug").asText() + " "
                    + item.at("/when/edtf").asText());
        }
        return shown;
    }

    @Test
    void engagementsDealsStagesAndJudgementsStandInTheOrderOfTheWorld() {
        List<String> expected = List.of(
                "engagement v-" + deal + " 2025-07",
                "agreement " + deal + " 2025-12-18",
                "status_event " + deal + " 2025-12-18",
                "assessment a-" + deal + " 2025-12-30",
                "assessment b-" + deal + " ");
        assertThat(shown(Api.get("/relations?between=" + north + "," + south))).isEqualTo(expected);
        assertThat(shown(Api.get("/relations?between=" + south + "," + north))).isEqualTo(expected);
        assertThat(shown(Api.get("/relations?between=" + north + "," + guard))).isEqualTo(expected.subList(0, 4));
    }

    @Test
    void aSideAndItsOwnBranchMeetOnlyWhereBothAreThere() {
        assertThat(shown(Api.get("/relations?between=" + south + "," + guard)))
                .containsExactly("engagement w-" + deal + " 2026-02-02");
    }

    @Test
    void bothClocksAreAsked() {
        String of = "/relations?between=" + north + "," + south;
        assertThat(shown(Api.get(of + "&onDate=2025-12-01")))
                .containsExactly("engagement v-" + deal + " 2025-07", "assessment b-" + deal + " ");
        long before = Api.head();
        Api.delete("/assessments/a-" + deal, "\"r1\"", "Not needed.").expect(204);
        assertThat(shown(Api.get(of))).hasSize(4);
        assertThat(shown(Api.get(of + "&asOfSeq=" + before))).hasSize(5);
    }

    @Test
    void pagesFollowEachOtherAndBelongToTheirQuery() {
        String of = "/relations?between=" + north + "," + south + "&limit=2";
        Answer first = Api.get(of).expect(200);
        List<String> all = new ArrayList<>(shown(first));
        String next = first.textAt("/next").substring("/api/v1".length());
        Answer second = Api.get(next);
        all.addAll(shown(second));
        all.addAll(shown(Api.get(second.textAt("/next").substring("/api/v1".length()))));
        assertThat(all).hasSize(5).doesNotHaveDuplicates();
        assertThat(first.at("/total").asInt()).isEqualTo(5);
        String cursor = next.substring(next.indexOf("cursor="));
        assertProblem(Api.get("/relations?between=" + south + "," + guard + "&" + cursor), 400, "malformed-request");
    }

    @Test
    void whatCannotBeReadIsRefused() {
        for (String query : List.of(
                "",
                "?between=" + north,
                "?between=" + north + "," + north,
                "?between=" + north + "," + south + "," + guard,
                "?between=" + north + ",So!th",
                "?between=" + north + "," + south + "&limit=0",
                "?between=" + north + "," + south + "&cursor=x",
                "?between=" + north + "," + south + "&onDate=then",
                "?between=" + north + "," + south + "&sort=slug")) {
            assertProblem(Api.get("/relations" + query), 400, "malformed-request");
        }
        String id = Api.get("/parties/" + north).textAt("/id");
        assertProblem(Api.get("/relations?between=" + north + "," + id), 400, "malformed-request");
        assertProblem(Api.get("/relations?between=" + north + ",no-such-party"), 400, "malformed-request");
    }
}
