package org.dealtracker.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertProblem;
import static org.dealtracker.support.Problems.assertUnacceptable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recording, changing, retracting and deleting over HTTP. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class AgreementApiTest {
    private static String recorded() {
        return "/agreements/" + Fixtures.created("agreements", Fixtures.laafDeal());
    }

    @Test
    void aRecordedDealIsAnsweredAndReadBackWithTheSameBytes() {
        Answer created = Api.post("/agreements", Fixtures.laafDeal()).expect(201);
        assertThat(created.etag()).isEqualTo("\"r1\"");
        assertThat(created.header("Location")).endsWith("/api/v1/agreements/" + created.textAt("/slug"));
        assertThat(Api.get("/agreements/" + created.textAt("/slug")).text()).isEqualTo(created.text());
        assertThat(Api.get("/agreements/" + created.textAt("/id")).text()).isEqualTo(created.text());
        assertThat(created.textAt("/headline/stage")).isEqualTo("agreed");
        assertThat(created.textAt("/items/0/count/text")).isEqualTo("16");
        assertThat(created.textAt("/values/0/money/amount/text")).isEqualTo(">4000000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreements", "parties", "sources"})
    void whatWasReadCanBeSentBackAndChangesNothing(String collection) {
        ObjectNode body = switch (collection) {
            case "agreements" -> Fixtures.laafDeal();
            case "parties" -> Fixtures.party();
            default -> Fixtures.source();
        };
        String path = "/" + collection + "/" + Fixtures.created(collection, body);
        Answer read = Api.get(path).expect(200);
        long head = Api.head();
        Answer put = Api.put(path, read.etag(), read.json()).expect(200);
        assertThat(put.etag()).isEqualTo(read.etag());
        assertThat(put.text()).isEqualTo(read.text());
        assertThat(Api.head()).isEqualTo(head);
    }

    @Test
    void aPutClearsWhatItLeavesOutButLeavesAbsentClaimsUntouched() {
        String path = recorded();
        Answer put = Api.put(path, "\"r1\"", Bodies.json("{title: 'Another title'}"), "X-Change-Reason", "Renamed.")
                .expect(200);
        assertThat(put.json().has("summary")).isFalse();
        assertThat(put.textAt("/title")).isEqualTo("Another title");
        assertThat(put.json().get("items")).hasSize(1);
        assertThat(put.json().get("statusHistory")).hasSize(2);
    }

    @Test
    void aClaimThatAPutLeavesOutIsRetractedAndNeedsAReason() {
        String path = recorded();
        ObjectNode body = (ObjectNode) Api.get(path).json();
        body.putArray("terms");
        assertUnacceptable(Api.put(path, "\"r1\"", body), "/changeReason");
        Answer put = Api.put(path, "\"r1\"", body.put("changeReason", "No such term."))
                .expect(200);
        assertThat(put.json().get("terms")).isEmpty();
        JsonNode last = Api.get(path + "/history").at("/items/1");
        assertThat(last.get("op").asText()).isEqualTo("retracted");
        assertThat(last.get("changeType").asText()).isEqualTo("correction");
        assertThat(last.get("reason").asText()).isEqualTo("No such term.");
    }

    @Test
    void aClaimOfAnUnknownIdIsRefusedAndStatusEventsCannotBeEdited() {
        String path = recorded();
        ObjectNode body = (ObjectNode) Api.get(path).json();
        ObjectNode strange = Bodies.with(body, "/items/0/id", "'00000000-0000-7000-8000-000000000000'");
        assertUnacceptable(Api.put(path, "\"r1\"", strange.put("changeReason", "x")), "/items/0/id");
        ObjectNode edited = Bodies.with(body, "/statusHistory/0/reason", "'Rewritten.'");
        assertUnacceptable(Api.put(path, "\"r1\"", edited.put("changeReason", "x")), "/statusHistory");
    }

    @ParameterizedTest
    @EnumSource(ClaimKind.class)
    void aClaimOfEveryKindIsAddedReadChangedAndRetractedOnItsOwn(ClaimKind kind) {
        String path = "/agreements/" + Fixtures.created("agreements", Fixtures.rumour());
        ObjectNode claim = (ObjectNode) Fixtures.laafDeal().at("/" + kind.collection() + "/0");
        Answer added =
                Api.postTo(path + "/" + kind.collection(), "\"r1\"", claim).expect(201);
        String own = path + "/" + kind.collection() + "/" + added.textAt("/id");
        assertThat(added.etag()).isEqualTo("\"r2\"");
        assertThat(added.header("Location")).endsWith(own);
        assertThat(Api.get(own).text()).isEqualTo(added.text());
        assertThat(Api.get(path + "/" + kind.collection()).at("/items")).hasSize(1);
        long before = Api.head();

        ObjectNode change = Bodies.json("{note: 'Looked at again.'}");
        assertUnacceptable(Api.patch(own, "\"r2\"", change), "/changeReason");
        Answer changed =
                Api.patch(own, "\"r2\"", change.put("changeReason", "Review.")).expect(200);
        assertThat(changed.textAt("/note")).isEqualTo("Looked at again.");
        assertThat(changed.textAt("/recordedAt")).isEqualTo(added.textAt("/recordedAt"));
        assertThat(Api.put(own, "\"r3\"", changed.json()).expect(200).etag()).isEqualTo("\"r3\"");

        assertUnacceptable(Api.write("DELETE", own, "\"r3\"", null), "/changeReason");
        Api.delete(own, "\"r3\"", "It was another deal.").expect(204);
        assertThat(Api.get(path).at("/" + kind.collection())).isEmpty();
        Answer retracted = Api.get(own).expect(200);
        assertThat(retracted.textAt("/retraction/reason")).isEqualTo("It was another deal.");
        assertThat(retracted.textAt("/note")).isEqualTo("Looked at again.");
        assertThat(Api.get(own + "?asOfSeq=" + before).text()).isEqualTo(added.text());
        assertProblem(Api.patch(own, "\"r4\"", change), 410, "gone");
    }

    @Test
    void aCitationMayBeAddedWithoutAReasonButNotDropped() {
        String path = recorded();
        String own = path + "/terms/" + Api.get(path).textAt("/terms/0/id");
        ObjectNode claim = (ObjectNode) Api.get(own).json();
        claim.withArray("citations").addObject().put("source", Fixtures.alHadath());
        Answer cited = Api.put(own, "\"r1\"", claim).expect(200);
        assertThat(cited.at("/citations")).hasSize(2);
        assertThat(Api.get(path + "/history").textAt("/items/1/changeType")).isEqualTo("addition");
        claim.withArray("citations").remove(0);
        assertUnacceptable(Api.put(own, "\"r2\"", claim), "/changeReason");
    }

    @Test
    void idsOfANewBodyAreNamesByWhichItsClaimsReferToEachOther() {
        ObjectNode body = Bodies.with(Fixtures.rumour(), "/values", """
                [{id: 'euros', basis: 'package', money: {amount: '733000000', currency: 'EUR'}, citations: [{source: '%1$s'}]},
                 {basis: 'package', money: {amount: '~790000000', currency: 'USD'}, equivalentOf: 'euros',
                  citations: [{source: '%1$s'}]}]""".formatted(Fixtures.reuters()));
        Answer created = Api.post("/agreements", body).expect(201);
        assertThat(created.textAt("/values/0/id")).isNotEqualTo("euros");
        assertThat(created.textAt("/values/1/equivalentOf")).isEqualTo(created.textAt("/values/0/id"));
    }

    @Test
    void whatSpeaksOfARetractedClaimCanStillBeReadAndSentBack() {
        ObjectNode body = Bodies.with(Fixtures.rumour(), "/items", """
                [{id: 'old', line: 'a', designation: 'A', count: '5', citations: [{source: '%1$s'}]},
                 {line: 'a', designation: 'A', count: '6', replaces: ['old'], citations: [{source: '%1$s'}]}]
                """.formatted(Fixtures.reuters()));
        Answer created = Api.post("/agreements", body).expect(201);
        String path = "/agreements/" + created.textAt("/slug");
        String old = created.textAt("/items/0/id");
        Api.delete(path + "/items/" + old, "\"r1\"", "Never said.").expect(204);
        Answer read = Api.get(path).expect(200);
        assertThat(read.textAt("/items/0/replaces/0")).isEqualTo(old);
        assertThat(Api.put(path, "\"r2\"", read.json()).expect(200).etag()).isEqualTo("\"r2\"");
        ObjectNode strange = Bodies.with(read.json(), "/items/0/replaces/0", "'00000000-0000-7000-8000-000000000000'");
        assertUnacceptable(Api.put(path, "\"r2\"", strange.put("changeReason", "x")), "/items/0/replaces");
    }

    @Test
    void aCreationOfATypeThatNeedsAReasonNeedsOne() {
        ObjectNode body = Fixtures.party().put("changeType", "correction");
        assertUnacceptable(Api.post("/parties", body), "/changeReason");
        Api.post("/parties", body.put("changeReason", "Left out before.")).expect(201);
    }

    @Test
    void whatOthersReferToCannotBeDeletedAndASlugIsNeverUsedAgain() {
        ObjectNode source = Fixtures.source();
        String slug = Fixtures.created("sources", source);
        ObjectNode deal = Bodies.with(
                Fixtures.rumour(), "/terms", "[{type: 'other', text: 't', citations: [{source: '" + slug + "'}]}]");
        String agreement = Fixtures.created("agreements", deal);
        Answer used = Api.delete("/sources/" + slug, "\"r1\"", "x");
        assertProblem(used, 409, "in-use");
        assertThat(used.textAt("/usedBy/0/slug")).isEqualTo(agreement);
        Api.delete("/agreements/" + agreement, "\"r1\"", "Never was.").expect(204);
        Api.delete("/sources/" + slug, "\"r1\"", "Of no use.").expect(204);
        assertProblem(Api.get("/sources/" + slug), 410, "gone");
        assertThat(Api.get("/sources/" + slug + "/history").at("/items")).hasSize(2);
        assertProblem(Api.post("/sources", source), 409, "duplicate");
    }

    @Test
    void oneAddressIsOneSource() {
        String host = Fixtures.fresh("paper") + ".example";
        ObjectNode first = Fixtures.source().put("url", "https://www." + host + "/a/?utm_source=mail");
        String slug = Fixtures.created("sources", first);
        Answer twin = Api.post("/sources", Fixtures.source().put("url", "http://" + host + "/a"));
        assertProblem(twin, 409, "duplicate");
        assertThat(twin.textAt("/existing")).endsWith("/" + slug);
        Api.delete("/sources/" + slug, "\"r1\"", "x").expect(204);
        Api.post("/sources", Fixtures.source().put("url", "http://" + host + "/a"))
                .expect(201);
    }
}
