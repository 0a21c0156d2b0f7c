package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertNotFound;
import static org.dealtracker.support.Problems.assertProblem;
import static org.dealtracker.support.Problems.assertUnacceptable;

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

/** A duplicate goes into the record that survives it, and all that spoke of it speaks of the survivor. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class MergeTest {
    private static ObjectNode into(String survivor) {
        return Bodies.json("{into: '%s', changeReason: 'One and the same.'}", survivor);
    }

    private static Answer merge(String collection, String duplicate, String survivor) {
        String path = "/" + collection + "/" + duplicate;
        return Api.postTo(path + "/merge", Api.get(path).etag(), into(survivor));
    }

    private static ObjectNode citing(String source, String party) {
        return Bodies.with(Fixtures.rumour(), "/parties", """
                [{party: '%s', role: 'supplier', citations: [{source: '%s'}]}]""".formatted(party, source));
    }

    @Test
    void partiesBecomeOneWhereverTheyAreSpokenOf() {
        String source = Fixtures.created("sources", Fixtures.source());
        ObjectNode one = Fixtures.party();
        one.put("name", "Works of the State").putArray("aliases").addObject().put("name", "WoS");
        String duplicate = Fixtures.created("parties", one);
        String survivor = Fixtures.created("parties", Fixtures.party());
        ObjectNode branch = Fixtures.party();
        branch.set(
                "affiliations",
                Bodies.value("[{party: '%s', kind: 'branch_of', citations: [{source: '%s'}]}]"
                        .formatted(duplicate, source)));
        String affiliate = Fixtures.created("parties", branch);
        String published = Fixtures.created("sources", Fixtures.source().put("publisherParty", duplicate));
        String deal = Fixtures.created("agreements", citing(source, duplicate));
        long before = Api.head();
        String cursor = Api.get("/changes?since=now").textAt("/cursor");

        Answer merged = merge("parties", duplicate, survivor).expect(200);
        assertThat(merged.etag()).isEqualTo("\"r2\"");
        assertThat(merged.text()).isEqualTo(Api.get("/parties/" + survivor).text());
        assertThat(merged.each("/aliases", "name")).containsExactly("Works of the State", "WoS");
        Answer feed = Api.get("/changes?since=" + cursor);
        assertThat(feed.each("/items", "op"))
                .containsExactly("updated", "merged", "rederived", "rederived", "rederived");
        assertThat(feed.each("/items", "changeType")).containsOnly("merge");
        assertThat(feed.at("/items/2/cause/slug").asText()).isEqualTo(duplicate);
        assertThat(Api.get("/agreements/" + deal).textAt("/parties/0/party")).isEqualTo(survivor);
        assertThat(Api.get("/agreements/" + deal).textAt("/headline/suppliers/0/slug"))
                .isEqualTo(survivor);
        assertThat(Api.get("/agreements/" + deal + "?asOfSeq=" + before).textAt("/parties/0/party"))
                .isEqualTo(duplicate);
        assertThat(Api.get("/parties/" + affiliate).textAt("/affiliations/0/party"))
                .isEqualTo(survivor);
        assertThat(Api.get("/sources/" + published).textAt("/publisherParty")).isEqualTo(survivor);
        assertProblem(Api.delete("/parties/" + survivor, "\"r2\"", "x"), 409, "in-use");
        assertThat(Api.get("/parties?limit=500").each("/items", "slug")).doesNotContain(duplicate);
    }

    @Test
    void theDuplicatesAddressLeadsToTheEndOfTheChain() {
        String a = Fixtures.created("parties", Fixtures.party());
        String b = Fixtures.created("parties", Fixtures.party());
        String c = Fixtures.created("parties", Fixtures.party());
        long before = Api.head();
        merge("parties", a, b).expect(200);
        merge("parties", b, c).expect(200);
        Answer moved = Api.get("/parties/" + a, "If-None-Match", "\"r2\"").expect(308);
        assertThat(moved.header("Location")).endsWith("/api/v1/parties/" + c);
        assertThat(moved.etag()).isEqualTo("\"r2\"");
        assertThat(Api.get("/parties/" + a + "?asOfSeq=" + Api.head())
                        .expect(308)
                        .header("Location"))
                .endsWith("/parties/" + c + "?asOfSeq=" + Api.head());
        assertThat(Api.get("/parties/" + a + "?asOfSeq=" + before).expect(200).textAt("/slug"))
                .isEqualTo(a);
        Answer history = Api.get("/parties/" + a + "/history").expect(200);
        assertThat(history.each("/items", "op")).containsExactly("created", "merged");
        assertThat(Api.get("/parties/" + a + "/history/2").textAt("/mergedInto"))
                .isEqualTo(b);

        Answer refused = Api.patch("/parties/" + a, "\"r2\"", Bodies.json("{note: 'x'}"));
        assertProblem(refused, 409, "conflict");
        assertThat(refused.textAt("/survivor")).endsWith("/" + c);
        assertProblem(Api.delete("/parties/" + a, null, "x"), 409, "conflict");
        assertProblem(merge("parties", a, c), 409, "conflict");
        Answer named = Api.post("/agreements", citing(Fixtures.reuters(), a));
        assertUnacceptable(named, "/parties/0/party");
        assertThat(named.textAt("/detail")).contains("'" + c + "'");
    }

    @Test
    void aMergeIsTakenBackByARevert() {
        String a = Fixtures.created("parties", Fixtures.party());
        String b = Fixtures.created("parties", Fixtures.party());
        String first = Api.get("/parties/" + a).textAt("/name");
        merge("parties", a, b).expect(200);
        String etag = Api.get("/parties/" + a).expect(308).etag();
        Api.postTo("/parties/" + a + "/revert", etag, Bodies.json("{to: 1, changeReason: 'Two after all.'}"))
                .expect(200);
        assertThat(Api.get("/parties/" + a).expect(200).textAt("/name")).isEqualTo(first);
        Api.post("/agreements", citing(Fixtures.reuters(), a)).expect(201);
    }

    @Test
    void claimsOfADuplicateMoveWithTheirIdsUnlessTheSurvivorHasThemWordForWord() {
        ObjectNode body = Fixtures.laafDeal();
        String survivor = Fixtures.created("agreements", body);
        ObjectNode other = Bodies.with(Fixtures.laafDeal(), "/items/0/count", "'12'");
        other.set("values", Bodies.value("""
                [{id: 'usd', line: 'package', money: {amount: '>4000000000', currency: 'USD'}, basis: 'package',
                  covers: ['jf-17'], citations: %1$s},
                 {id: 'eur', basis: 'package', money: {amount: '3400000000', currency: 'EUR'}, equivalentOf: 'usd',
                  citations: %1$s}]""".formatted(other.at("/values/0/citations"))));
        other.set(
                "positions",
                Bodies.value("[{party: '%s', stance: 'denies', about: 'eur', citations: %s}]"
                        .formatted(Fixtures.pakistan(), other.at("/values/0/citations"))));
        other.set("externalIds", Bodies.value("[{scheme: 'sipri', value: '1'}, {scheme: 'sipri', value: '2'}]"));
        Answer duplicate = Api.post("/agreements", other).expect(201);
        String slug = duplicate.textAt("/slug");

        Answer merged = merge("agreements", slug, survivor).expect(200);
        assertThat(merged.at("/parties")).hasSize(2);
        assertThat(merged.at("/terms")).hasSize(1);
        assertThat(merged.each("/items", "id")).hasSize(2).contains(duplicate.textAt("/items/0/id"));
        assertThat(merged.each("/values", "id")).hasSize(2).contains(duplicate.textAt("/values/1/id"));
        assertThat(merged.textAt("/values/1/equivalentOf"))
                .as("the survivor's own, not the duplicate's twin of it")
                .isEqualTo(merged.textAt("/values/0/id"));
        assertThat(merged.each("/positions", "about")).contains(duplicate.textAt("/values/1/id"));
        assertThat(merged.each("/externalIds", "value")).containsExactly("1", "2");
        assertThat(merged.at("/statusHistory")).hasSize(2);
        assertThat(merged.textAt("/headline/lastChange/changeType")).isEqualTo("merge");
        String item = "/items/" + duplicate.textAt("/items/0/id");
        assertThat(Api.get("/agreements/" + slug + item + "?asOfSeq=" + Api.head())
                        .expect(308)
                        .header("Location"))
                .endsWith("/agreements/" + survivor + item + "?asOfSeq=" + Api.head());
        assertThat(Api.get("/agreements/" + survivor + item).at("/recordedAt"))
                .isEqualTo(duplicate.at("/items/0/recordedAt"));
        assertThat(Api.get("/agreements/" + slug + "/status-history").status()).isEqualTo(308);
        assertThat(Api.get("/agreements/" + slug + "/history/1").at("/statusHistory"))
                .hasSize(2);
        assertThat(Api.put("/agreements/" + survivor, "\"r2\"", merged.json())
                        .expect(200)
                        .etag())
                .isEqualTo("\"r2\"");

        Api.postTo("/agreements/" + slug + "/revert", "\"r2\"", Bodies.json("{to: 1, changeReason: 'x'}"))
                .expect(200);
        Answer again = merge("agreements", slug, survivor).expect(200);
        assertThat(again.at("/items")).as("all that it has is there already").hasSize(2);
    }

    @Test
    void whoeverIsRelatedToADuplicateIsRelatedToTheSurvivor() {
        String a = Fixtures.created("agreements", Fixtures.rumour());
        String b = Fixtures.created("agreements", Fixtures.rumour());
        ObjectNode third = Fixtures.rumour();
        third.set("related", Bodies.value("[{type: 'follow_on', agreement: '%s'}]".formatted(a)));
        String c = Fixtures.created("agreements", third);
        merge("agreements", a, b).expect(200);
        assertThat(Api.get("/agreements/" + c).textAt("/related/0/agreement")).isEqualTo(b);
        assertUnacceptable(merge("agreements", c, b), "/into");
    }

    @Test
    void aPositionAboutAnEventThatStaysBehindIsNotMadeToSaySomethingElse() {
        ObjectNode body = Fixtures.laafDeal();
        ((ObjectNode) body.at("/statusHistory/0")).put("id", "talks");
        ((ObjectNode) body.at("/positions/0")).put("about", "talks");
        String duplicate = Fixtures.created("agreements", body);
        String survivor = Fixtures.created("agreements", Fixtures.rumour());
        assertUnacceptable(merge("agreements", duplicate, survivor), "/into");
    }

    @Test
    void sourcesBecomeOneInCitationsRepeatsAndPositions() {
        String url = "https://" + Fixtures.fresh("paper") + ".example/a";
        String a = Fixtures.created("sources", Fixtures.source().put("url", url).put("published", "2025-01-02"));
        String b = Fixtures.created("sources", Fixtures.source());
        ObjectNode echo = Fixtures.source().put("origin", "repeats");
        echo.putArray("repeats").add(a).add(b);
        String c = Fixtures.created("sources", echo);
        ObjectNode deal = citing(a, Fixtures.pakistan());
        deal.set(
                "positions",
                Bodies.value("[{party: '%s', stance: 'denies', about: '%s', citations: [{source: '%s'}]}]"
                        .formatted(Fixtures.pakistan(), a, b)));
        String agreement = Fixtures.created("agreements", deal);

        Answer merged = merge("sources", a, b).expect(200);
        assertThat(merged.textAt("/url")).isEqualTo(url);
        assertThat(Api.get("/sources/" + c).at("/repeats").toString()).isEqualTo("[\"" + b + "\"]");
        Answer now = Api.get("/agreements/" + agreement);
        assertThat(now.textAt("/parties/0/citations/0/source")).isEqualTo(b);
        assertThat(now.textAt("/positions/0/about")).isEqualTo(b);
        assertThat(now.textAt("/headline/firstReported/edtf")).isEqualTo("2025-01-02");
        assertThat(now.etag()).isEqualTo("\"r2\"");
        Answer taken = Api.post("/sources", Fixtures.source().put("url", url));
        assertProblem(taken, 409, "duplicate");
        assertThat(taken.textAt("/existing")).endsWith("/" + b);
    }

    @Test
    void anAddressOfADuplicateStaysTaken() {
        String host = Fixtures.fresh("paper") + ".example";
        String a = Fixtures.created("sources", Fixtures.source().put("url", "https://" + host + "/a"));
        String b = Fixtures.created("sources", Fixtures.source().put("url", "https://" + host + "/b"));
        merge("sources", a, b).expect(200);
        Answer taken = Api.post("/sources", Fixtures.source().put("url", "https://" + host + "/a"));
        assertProblem(taken, 409, "duplicate");
        assertThat(taken.textAt("/existing")).endsWith("/" + a);
        Api.delete("/sources/" + b, "\"r2\"", "x").expect(204);
        Api.post("/sources", Fixtures.source().put("url", "https://" + host + "/a"))
                .expect(201);
    }

    @Test
    void aMergeThatWouldCloseACircleIsRefused() {
        String a = Fixtures.created("sources", Fixtures.source());
        ObjectNode echo = Fixtures.source().put("origin", "repeats");
        echo.putArray("repeats").add(a);
        String b = Fixtures.created("sources", echo);
        ObjectNode further = Fixtures.source().put("origin", "repeats");
        further.putArray("repeats").add(b);
        String c = Fixtures.created("sources", further);
        long head = Api.head();
        assertUnacceptable(merge("sources", a, b), "/into");
        assertUnacceptable(merge("sources", b, a), "/into");
        assertUnacceptable(merge("sources", a, c), "/into");
        assertThat(Api.head()).isEqualTo(head);
    }

    @Test
    void aMergeSaysIntoWhatAndWhyAndOnWhichRevision() {
        String a = Fixtures.created("parties", Fixtures.party());
        String gone = Fixtures.created("parties", Fixtures.party());
        Api.delete("/parties/" + gone, "\"r1\"", "x").expect(204);
        String path = "/parties/" + a + "/merge";
        assertProblem(Api.postTo(path, null, into(gone)), 428, "precondition-required");
        assertProblem(Api.postTo(path, "\"r9\"", into(gone)), 412, "stale-revision");
        for (String wrong : List.of(a, gone, "nobody", Api.get("/parties/" + a).textAt("/id"))) {
            assertUnacceptable(Api.postTo(path, "\"r1\"", into(wrong)), "/into");
        }
        assertUnacceptable(Api.postTo(path, "\"r1\"", Bodies.json("{}")), "/into", "/changeReason");
        assertNotFound(Api.postTo("/parties/nobody/merge", null, "{"));
        assertProblem(Api.postTo("/parties/" + gone + "/merge", null, "{"), 410, "gone");
        String survivor = Fixtures.created("parties", Fixtures.party());
        String key = Fixtures.fresh("merge");
        JsonNode first = Api.postTo(path, "\"r1\"", into(survivor), "Idempotency-Key", key)
                .expect(200)
                .json();
        assertThat(Api.postTo(path, "\"r1\"", into(survivor), "Idempotency-Key", key)
                        .expect(200)
                        .json())
                .isEqualTo(first);
    }
}
