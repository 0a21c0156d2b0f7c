package org.dealtracker.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertProblem;
import static org.dealtracker.support.Problems.assertUnacceptable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;

/** What refers to something that changes or goes away afterwards. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class DanglingTest {
    private static String cited() {
        return "citations: [{source: '" + Fixtures.reuters() + "'}]";
    }

    @Test
    void aClaimMayGoOnToSpeakOfOneThatWasRetracted() {
        String path = "/agreements/"
                + Fixtures.created(
                        "agreements",
                        Bodies.json(
                                "{title: 'Two sums', values: [{id: 'a', basis: 'package', money: {amount: '5', currency: 'USD'}, %1$s},"
                                        + "{basis: 'package', equivalentOf: 'a', money: {amount: '4', currency: 'EUR'}, %1$s}],"
                                        + "items: [{id: 'i', line: 'l', designation: 'X', count: '8', %1$s},"
                                        + "{line: 'l', designation: 'X', count: '6', replaces: ['i'], %1$s}],"
                                        + "positions: [{party: '%2$s', stance: 'denies', about: 'a', %1$s}]}",
                                cited(), Fixtures.pakistan()));
        Answer read = Api.get(path);
        String sum = path + "/values/" + read.textAt("/values/0/id");
        String item = path + "/items/" + read.textAt("/items/0/id");
        Api.delete(sum, "\"r1\"", "It was misread.").expect(204);
        Api.delete(item, "\"r2\"", "It was misread.").expect(204);
        Answer left = Api.get(path);
        assertThat(Api.put(path, "\"r3\"", left.json()).expect(200).etag()).isEqualTo("\"r3\"");
        Api.patch(path, "\"r3\"", Bodies.json("{summary: 'Two sums, one of them gone.'}"))
                .expect(200);
        ObjectNode foreign = (ObjectNode) left.json();
        foreign.withArray("values").addObject().put("basis", "paid").put("equivalentOf", "somewhere");
        assertThat(Api.put(path, "\"r4\"", foreign).expect(422).text()).contains("/values/1/equivalentOf");
    }

    @Test
    void claimsDoNotReplaceEachOtherInACircle() {
        ObjectNode body = Bodies.json(
                "{title: 'Round', items: [{id: 'a', designation: 'X', replaces: ['b'], %1$s},"
                        + " {id: 'b', designation: 'X', replaces: ['a'], %1$s}]}",
                cited());
        assertUnacceptable(Api.post("/agreements", body), "/items");
        body.withArray("items").forEach(item -> ((ObjectNode) item).remove("replaces"));
        String path = "/agreements/" + Fixtures.created("agreements", body);
        Answer read = Api.get(path);
        String first = read.textAt("/items/0/id");
        String second = read.textAt("/items/1/id");
        Api.patch(path + "/items/" + second, "\"r1\"", Bodies.json("{replaces: ['%s'], changeReason: 'x'}", first))
                .expect(200);
        assertUnacceptable(
                Api.patch(
                        path + "/items/" + first,
                        "\"r2\"",
                        Bodies.json("{replaces: ['%s'], changeReason: 'x'}", second)),
                "/replaces");
    }

    @Test
    void aSourceCannotCloseACircleWithWhatACitationSaysOfAnother() {
        String one = Fixtures.created("sources", Fixtures.source());
        String other = Fixtures.created("sources", Fixtures.source());
        String path = "/agreements/"
                + Fixtures.created(
                        "agreements",
                        Bodies.json(
                                "{title: 'As cited', items: [{designation: 'X',"
                                        + " citations: [{source: '%s', origin: 'repeats', repeats: ['%s']}]}]}",
                                one, other));
        Answer refused = Api.patch(
                "/sources/" + other,
                Api.get("/sources/" + other).etag(),
                Bodies.json("{origin: 'repeats', repeats: ['%s']}", one));
        assertUnacceptable(refused, "/repeats");
        assertThat(refused.text()).contains(path.substring(path.lastIndexOf('/') + 1));
        Api.patch(path, "\"r1\"", Bodies.json("{summary: 'Still writable.'}")).expect(200);
    }

    @Test
    void aRetractedSourceNoLongerDatesOrHedgesADeal() {
        String early = Fixtures.created(
                "sources", Bodies.json("{kind: 'news_article', title: 'Early', published: '2024-06-01'}"));
        String late = Fixtures.created(
                "sources", Bodies.json("{kind: 'news_article', title: 'Late', published: '2025-06-01'}"));
        String path = "/agreements/"
                + Fixtures.created(
                        "agreements",
                        Bodies.json(
                                "{title: 'Reported twice', items: [{designation: 'X', citations: [{source: '%s',"
                                        + " hedges: [{marker: 'reportedly'}]}, {source: '%s'}]}]}",
                                early, late));
        assertThat(Api.get(path).textAt("/headline/firstReported/edtf")).isEqualTo("2024-06-01");
        Api.patch("/sources/" + early, "\"r1\"", Bodies.json("{retraction: {reason: 'Withdrawn.'}}"))
                .expect(200);
        Answer after = Api.get(path);
        assertThat(after.textAt("/headline/firstReported/edtf")).isEqualTo("2025-06-01");
        assertThat(after.at("/headline/hedged").asBoolean()).isFalse();
        assertThat(Api.get(path + "/history").textAt("/items/1/op")).isEqualTo("rederived");
    }

    @Test
    void aPositionMaySpeakOfASourceByItsId() {
        String source = Fixtures.reuters();
        String id = Api.get("/sources/" + source).textAt("/id");
        ObjectNode body = Bodies.json(
                "{title: 'Denied', positions: [{party: '%s', stance: 'denies', about: '%s', %s}]}",
                Fixtures.pakistan(), id, cited());
        assertThat(Api.post("/agreements", body).expect(201).textAt("/positions/0/about"))
                .isEqualTo(source);
    }

    @Test
    void aNewRecordThatIsCalledACorrectionSaysWhy() {
        ObjectNode party = Fixtures.party().put("changeType", "correction");
        assertUnacceptable(Api.post("/parties", party), "/changeReason");
        Api.post("/parties", party.put("changeReason", "It had been left out.")).expect(201);
    }

    @Test
    void anAddressAnswersAWrongMethodWithThoseItHas() {
        String path = "/agreements/" + Fixtures.created("agreements", Fixtures.laafDeal());
        Answer put = Api.put(path + "/items", "\"r1\"", Bodies.json("{}"));
        assertProblem(put, 405, "method-not-allowed");
        assertThat(put.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertProblem(Api.send("OPTIONS", path + "/bogus", null), 404, "not-found");
        assertProblem(Api.send("PUT", path, Bodies.json("{}"), "Content-Type", "text/plain"), 401, "unauthorized");
    }

    @Test
    void eventsAreListedInTheirOrderInTheWorld() {
        String path = "/agreements/" + Fixtures.created("agreements", Bodies.json("{title: 'Told late'}"));
        String event = "{to: '%s', effective: '%s', changeType: '%s', reason: 'So it was.', %s}";
        Api.postTo(path + "/status-history", "\"r1\"", Bodies.json(event, "rumoured", "2025-01", "transition", cited()))
                .expect(201);
        Answer agreed = Api.postTo(
                        path + "/status-history",
                        "\"r2\"",
                        Bodies.json(event, "agreed", "2025-06", "transition", cited()))
                .expect(201);
        Api.postTo(
                        path + "/status-history",
                        "\"r3\"",
                        Bodies.json(event, "in_negotiation", "2025-03", "transition", cited()))
                .expect(201);
        ObjectNode mended = Bodies.json(event, "agreed", "2025-07", "correction", cited());
        Api.postTo(path + "/status-history", "\"r4\"", mended.put("supersedes", agreed.textAt("/id")))
                .expect(201);
        assertThat(Api.get(path + "/status-history").at("/items").findValuesAsText("to"))
                .containsExactly("rumoured", "in_negotiation", "agreed", "agreed");
        assertThat(Api.get(path + "/status-history").textAt("/items/3/supersedes"))
                .isEqualTo(agreed.textAt("/id"));
    }
}
