package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;
import static org.dealtracker.support.Problems.assertNotFound;
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
import org.junit.jupiter.params.provider.ValueSource;

/** An earlier revision made the current one again: an edit, a retraction or a deletion taken back. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class RevertTest {
    private static ObjectNode to(int revision) {
        return Bodies.json("{to: %d, changeReason: 'It was right before.'}", revision);
    }

    /** Without what every revision has of its own. */
    private static JsonNode content(Answer answer) {
        ObjectNode content = (ObjectNode) answer.json();
        if (content.get("headline") instanceof ObjectNode headline) {
            headline.remove("lastChange");
        }
        return content.without(java.util.List.of("revision", "n", "updatedAt"));
    }

    @Test
    void anEditAndARetractionAreTakenBack() {
        Answer first = Api.post("/agreements", Fixtures.laafDeal()).expect(201);
        String path = "/agreements/" + first.textAt("/slug");
        Answer second = Api.patch(
                        path, "\"r1\"", Bodies.json("{title: 'Another', items: [], changeReason: 'No such item.'}"))
                .expect(200);
        String item = path + "/items/" + first.textAt("/items/0/id");
        assertThat(Api.get(item).at("/retraction").isMissingNode()).isFalse();
        Answer reverted = Api.postTo(path + "/revert", "\"r2\"", to(1)).expect(200);
        assertThat(reverted.etag()).isEqualTo("\"r3\"");
        assertThat(content(reverted)).isEqualTo(content(first)).isNotEqualTo(content(second));
        assertThat(Api.get(path).text()).isEqualTo(reverted.text());
        assertThat(Api.get(item).json()).isEqualTo(first.at("/items/0"));
        JsonNode entry = Api.get(path + "/history").at("/items/2");
        assertThat(entry.get("op").asText()).isEqualTo("restored");
        assertThat(entry.get("changeType").asText()).isEqualTo("correction");
        assertThat(entry.get("changed").toString())
                .contains("/title")
                .contains("/items/" + first.textAt("/items/0/id"));
        Answer back = Api.postTo(path + "/revert", "\"r3\"", to(2)).expect(200);
        assertThat(content(back)).isEqualTo(content(second));
        assertThat(Api.get(item).textAt("/retraction/reason")).isEqualTo("It was right before.");
    }

    @Test
    void theStageOfAnEarlierRevisionHoldsAgainAndTheEventStaysInHistory() {
        String path = "/agreements/" + Fixtures.created("agreements", Fixtures.rumour());
        Answer event = Api.postTo(
                        path + "/status-history", "\"r1\"", Fixtures.laafDeal().at("/statusHistory/0"))
                .expect(201);
        Answer reverted = Api.postTo(path + "/revert", "\"r2\"", to(1)).expect(200);
        assertThat(reverted.textAt("/headline/stage")).isEqualTo("unknown");
        assertThat(Api.get(path + "/history/2").textAt("/statusHistory/0/id")).isEqualTo(event.textAt("/id"));
        Answer again = Api.postTo(path + "/revert", "\"r3\"", to(2)).expect(200);
        assertThat(again.at("/statusHistory")).hasSize(1);
        Api.put(path, "\"r4\"", again.json()).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreements", "parties", "sources"})
    void aDeletionIsTakenBack(String collection) {
        ObjectNode body = switch (collection) {
            case "agreements" -> Fixtures.laafDeal();
            case "parties" -> Fixtures.party();
            default -> Fixtures.source();
        };
        Answer first = Api.post("/" + collection, body).expect(201);
        String path = "/" + collection + "/" + first.textAt("/slug");
        Api.delete(path, "\"r1\"", "By mistake.").expect(204);
        String etag = Api.get(path).expect(410).etag();
        assertProblem(Api.postTo(path + "/revert", null, to(1)), 428, "precondition-required");
        assertProblem(Api.postTo(path + "/revert", "\"r1\"", to(1)), 412, "stale-revision");
        assertUnacceptable(Api.postTo(path + "/revert", etag, to(2)), "/to");
        Answer restored = Api.postTo(path + "/revert", etag, to(1)).expect(200);
        assertThat(content(restored)).isEqualTo(content(first));
        assertThat(restored.etag()).isEqualTo("\"r3\"");
        assertThat(Api.get(path).expect(200).text()).isEqualTo(restored.text());
        assertThat(Api.get("/" + collection + "?sort=-updatedAt&limit=500").each("/items", "slug"))
                .contains(first.textAt("/slug"));
        Api.patch(path, "\"r3\"", Bodies.json("{note: 'Here again.'}")).expect(200);
    }

    @Test
    void whatWasRestoredIsInUseAgain() {
        String source = Fixtures.created("sources", Fixtures.source());
        ObjectNode deal = Bodies.with(
                Fixtures.rumour(), "/terms", "[{type: 'other', text: 't', citations: [{source: '" + source + "'}]}]");
        String path = "/agreements/" + Fixtures.created("agreements", deal);
        Api.delete(path, "\"r1\"", "x").expect(204);
        Api.postTo(path + "/revert", "\"r2\"", to(1)).expect(200);
        assertProblem(Api.delete("/sources/" + source, "\"r1\"", "x"), 409, "in-use");
    }

    @Test
    void aRevisionThatRefersToWhatIsGoneIsAConflictThatNamesIt() {
        String source = Fixtures.created("sources", Fixtures.source());
        ObjectNode deal = Bodies.with(
                Fixtures.rumour(), "/terms", "[{type: 'other', text: 't', citations: [{source: '" + source + "'}]}]");
        String path = "/agreements/" + Fixtures.created("agreements", deal);
        Api.patch(path, "\"r1\"", Bodies.json("{terms: [], changeReason: 'x'}")).expect(200);
        Api.delete("/sources/" + source, "\"r1\"", "x").expect(204);
        long head = Api.head();
        Answer refused = Api.postTo(path + "/revert", "\"r2\"", to(1));
        assertProblem(refused, 409, "conflict");
        assertThat(refused.textAt("/gone/0/slug")).isEqualTo(source);
        assertThat(Api.head()).isEqualTo(head);
    }

    @Test
    void anAddressTakenMeanwhileIsAConflictThatNamesWhoHasIt() {
        String url = "https://" + Fixtures.fresh("paper") + ".example/a";
        String path =
                "/sources/" + Fixtures.created("sources", Fixtures.source().put("url", url));
        Api.delete(path, "\"r1\"", "x").expect(204);
        String other = Fixtures.created("sources", Fixtures.source().put("url", url));
        Answer refused = Api.postTo(path + "/revert", "\"r2\"", to(1));
        assertProblem(refused, 409, "duplicate");
        assertThat(refused.textAt("/existing")).endsWith("/" + other);
    }

    @Test
    void aRevertThatChangesNothingIsNotLogged() {
        String path = "/parties/" + Fixtures.created("parties", Fixtures.party());
        long head = Api.head();
        assertThat(Api.postTo(path + "/revert", "\"r1\"", to(1)).expect(200).etag())
                .isEqualTo("\"r1\"");
        assertThat(Api.head()).isEqualTo(head);
    }

    @Test
    void aNewNameTakenBackIsTakenBackInAgreementsToo() {
        String party = Fixtures.created("parties", Fixtures.party());
        ObjectNode deal = Bodies.with(
                Fixtures.rumour(),
                "/parties",
                "[{party: '" + party + "', role: 'supplier', citations: [{source: '" + Fixtures.reuters() + "'}]}]");
        String path = "/agreements/" + Fixtures.created("agreements", deal);
        String name = Api.get(path).textAt("/headline/suppliers/0/name");
        Api.patch("/parties/" + party, "\"r1\"", Bodies.json("{name: 'Wrong'}")).expect(200);
        Api.postTo("/parties/" + party + "/revert", "\"r2\"", to(1)).expect(200);
        assertThat(Api.get(path).textAt("/headline/suppliers/0/name")).isEqualTo(name);
    }

    @Test
    void aRevertSaysWhereToAndWhy() {
        String path = "/parties/" + Fixtures.created("parties", Fixtures.party()) + "/revert";
        assertUnacceptable(Api.postTo(path, "\"r1\"", Bodies.json("{to: 7}")), "/to", "/changeReason");
        assertUnacceptable(Api.postTo(path, "\"r1\"", Bodies.json("{}")), "/to", "/changeReason");
        assertUnacceptable(Api.postTo(path, "\"r1\"", to(0)), "/to");
        assertMalformed(Api.postTo(path, "\"r1\"", Bodies.json("{to: '1', changeReason: 'x'}")), "/to");
        assertMalformed(Api.postTo(path, "\"r1\"", to(1).put("from", 2)), "/from");
        assertNotFound(Api.postTo("/parties/nobody/revert", null, "{"));
    }
}
