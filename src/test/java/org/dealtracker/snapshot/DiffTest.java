package org.dealtracker.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.snapshot.Published.field;
import static org.dealtracker.snapshot.Published.of;
import static org.dealtracker.snapshot.Published.pointers;
import static org.dealtracker.snapshot.Published.release;
import static org.dealtracker.snapshot.Published.since;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;

/** What changed from one release to another: in the end, record by record, each field by what brought it. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class DiffTest {
    private static String patch(String path, String body, String... headers) {
        String etag = Api.get(path).etag();
        return Api.patch(path, etag, Bodies.json(body), headers).expect(200).etag();
    }

    private static void delete(String path) {
        Api.delete(path, Api.get(path).etag(), "Recorded by mistake.").expect(204);
    }

    private static void restore(String path, int revision) {
        Api.postTo(
                        path + "/revert",
                        Api.get(path).etag(),
                        Bodies.json("{to: %s, changeReason: 'It was right.'}", revision))
                .expect(200);
    }

    private static int count(Answer diff, String kind, String what) {
        return diff.at("/summary/" + kind + "/" + what).asInt(-1);
    }

    @Test
    void whatWasAddedIsTold() {
        String before = release();
        ObjectNode awkward = Fixtures.party().put("name", "<b>&\"'</b> صفقة\u202e 😀");
        String slug = Fixtures.created("parties", awkward);
        patch("/parties/" + slug, "{note: 'More.'}");
        Answer diff = since(before);
        JsonNode told = of(diff, slug);
        assertThat(told.path("what").asText()).isEqualTo("added");
        assertThat(told.path("kind").asText()).isEqualTo("party");
        assertThat(told.path("id")).isEqualTo(Api.get("/parties/" + slug).at("/id"));
        assertThat(told.path("title")).isEqualTo(awkward.path("name"));
        assertThat(told.has("fromRevision")).isFalse();
        assertThat(told.path("toRevision").asInt()).isEqualTo(2);
        assertThat(told.path("semantic")).isEmpty();
        assertThat(told.path("entries"))
                .isEqualTo(Api.get("/parties/" + slug + "/history").at("/items"));
        assertThat(count(diff, "party", "added")).isEqualTo(1);
        assertThat(diff.at("/total").asInt()).isEqualTo(1);
        assertThat(diff.at("/from/name").asText()).isEqualTo(before);
        assertThat(diff.at("/to/n").asLong()).isEqualTo(diff.at("/from/n").asLong() + 2);
    }

    @Test
    void changesOfTheWorldStandApartFromCorrectionsAndBothFromWording() {
        String slug = Fixtures.created("agreements", Fixtures.j10());
        String path = "/agreements/" + slug;
        String item = path + "/items/" + Api.get(path).textAt("/items/1/id");
        String before = release();
        Api.patch(item, "\"r1\"", Bodies.json("{count: '9', changeReason: 'A slip.', changeType: 'correction'}"))
                .expect(200);
        Api.postTo(path + "/status-history", "\"r2\"", Bodies.json("""
                        {to: 'agreed', effective: '2025-11-01', reason: 'Signed.', citations: [{source: '%s'}]}""", Fixtures.ap()))
                .expect(201);
        patch(path, "{summary: 'In other words.', changeType: 'editorial', changeReason: 'Shorter.'}");
        patch(path, "{note: 'N.'}");
        Answer diff = since(before);
        JsonNode told = of(diff, slug);
        assertThat(told.path("what").asText()).isEqualTo("changed");
        assertThat(told.path("fromRevision").asInt()).isEqualTo(1);
        assertThat(told.path("toRevision").asInt()).isEqualTo(5);
        String count = "/items/" + item.substring(item.lastIndexOf('/') + 1) + "/count";
        JsonNode corrected = field(told, "corrections", count);
        assertThat(corrected.at("/before/lower").asInt()).isEqualTo(10);
        assertThat(corrected.at("/after/lower").asInt()).isEqualTo(9);
        assertThat(corrected.path("reason").asText()).isEqualTo("A slip.");
        assertThat(corrected.path("n").asLong())
                .isEqualTo(told.at("/entries/0/n").asLong());
        assertThat(pointers(told, "corrections"))
                .as("the headline's count is corrected, its stage is not")
                .containsExactlyInAnyOrder(count, "/headline/categories");
        assertThat(field(told, "semantic", "/headline/stage").path("reason").asText())
                .isEqualTo("Signed.");
        assertThat(pointers(told, "semantic"))
                .contains("/note", "/headline/stageSince")
                .doesNotContain(count, "/headline/categories", "/summary");
        assertThat(pointers(told, "editorial")).contains("/summary").doesNotContain("/note", "/headline/stage", count);
        assertThat(field(told, "editorial", "/summary").path("reason").asText()).isEqualTo("Shorter.");
        assertThat(count(diff, "agreement", "changed")).isEqualTo(1);
        assertThat(count(diff, "agreement", "corrected")).isEqualTo(1);
        assertThat(count(diff, "agreement", "editorial")).isZero();
        assertThat(count(diff, "agreement", "rederived")).isZero();
    }

    @Test
    void aFieldThatSeveralSortsOfEntriesChangedStandsUnderEachWithItsLastReason() {
        String slug = Fixtures.created("parties", Fixtures.party());
        String path = "/parties/" + slug;
        String before = release();
        for (String type : List.of("correction", "amendment", "correction", "editorial")) {
            patch(
                    path,
                    "{name: 'Works %s', changeType: '%s', changeReason: 'By %s %1$s.'}"
                            .formatted(Fixtures.fresh("n"), type, type));
        }
        JsonNode told = of(since(before), slug);
        List<String> reasons = new ArrayList<>();
        told.path("entries").forEach(entry -> reasons.add(entry.path("reason").asText()));
        assertThat(field(told, "corrections", "/name").path("reason").asText()).isEqualTo(reasons.get(2));
        assertThat(field(told, "semantic", "/name").path("reason").asText()).isEqualTo(reasons.get(1));
        JsonNode editorial = field(told, "editorial", "/name");
        assertThat(editorial.path("reason").asText()).isEqualTo(reasons.get(3));
        assertThat(editorial.path("before").asText()).isEqualTo("An armaments works");
        assertThat(editorial.path("after")).isEqualTo(Api.get(path).at("/name"));
    }

    @Test
    void aClaimThatIsAddedChangedOrRetractedIsOneMember() {
        String slug = Fixtures.created("agreements", Fixtures.laafDeal());
        String path = "/agreements/" + slug;
        String gone = Api.get(path).textAt("/terms/0/id");
        String before = release();
        Api.delete(path + "/terms/" + gone, "\"r1\"", "Never said.").expect(204);
        Answer added = Api.postTo(path + "/terms", "\"r2\"", Bodies.json("""
                {type: 'duration', text: 'three years', citations: [{source: '%s'}]}""", Fixtures.reuters()))
                .expect(201);
        String claim = "/terms/" + added.textAt("/id");
        Api.patch(path + claim, "\"r3\"", Bodies.json("{text: 'four years', changeReason: 'Misheard.'}"))
                .expect(200);
        JsonNode told = of(since(before), slug);
        JsonNode retracted = field(told, "corrections", "/terms/" + gone);
        assertThat(retracted.has("after")).isFalse();
        assertThat(retracted.path("reason").asText()).isEqualTo("Never said.");
        // Added as an addition and corrected since: it is new for the one, and says what it says for the other.
        assertThat(field(told, "semantic", claim).at("/after/text").asText()).isEqualTo("four years");
        assertThat(field(told, "corrections", claim).path("reason").asText()).isEqualTo("Misheard.");
        assertThat(pointers(told, "semantic")).doesNotContain("/terms/" + gone);
    }

    @Test
    void whatWasDeletedIsRemovedAndWhatWasMergedSaysIntoWhat() {
        String deleted = Fixtures.created("parties", Fixtures.party());
        String duplicate = Fixtures.created("parties", Fixtures.party());
        String survivor = Fixtures.created("parties", Fixtures.party().put("name", "Other works"));
        String before = release();
        delete("/parties/" + deleted);
        Api.postTo(
                        "/parties/" + duplicate + "/merge",
                        "\"r1\"",
                        Bodies.json("{into: '%s', changeReason: 'The same.'}", survivor))
                .expect(200);
        Answer diff = since(before);
        JsonNode removed = of(diff, deleted);
        assertThat(removed.path("what").asText()).isEqualTo("removed");
        assertThat(removed.path("title").asText()).isEqualTo("An armaments works");
        assertThat(removed.path("fromRevision").asInt()).isEqualTo(1);
        assertThat(removed.has("toRevision")).isFalse();
        assertThat(removed.at("/entries/0/reason").asText()).isEqualTo("Recorded by mistake.");
        JsonNode merged = of(diff, duplicate);
        assertThat(merged.path("what").asText()).isEqualTo("merged");
        assertThat(merged.path("mergedInto").asText()).isEqualTo(survivor);
        JsonNode kept = of(diff, survivor);
        assertThat(kept.path("what").asText()).isEqualTo("changed");
        assertThat(field(kept, "semantic", "/aliases").path("reason").asText()).isEqualTo("The same.");
        assertThat(count(diff, "party", "removed")).isEqualTo(1);
        assertThat(count(diff, "party", "merged")).isEqualTo(1);
        assertThat(count(diff, "party", "changed")).isEqualTo(1);
        assertThat(diff.at("/total").asInt()).isEqualTo(3);
    }

    @Test
    void whatCameAndWentInBetweenIsOnlyCounted() {
        String wasGone = Fixtures.created("parties", Fixtures.party());
        delete("/parties/" + wasGone);
        String before = release();
        String fleeting = Fixtures.created("parties", Fixtures.party());
        delete("/parties/" + fleeting);
        restore("/parties/" + wasGone, 1);
        delete("/parties/" + wasGone);
        Answer diff = since(before);
        assertThat(of(diff, fleeting).isMissingNode()).isTrue();
        assertThat(of(diff, wasGone).isMissingNode()).isTrue();
        assertThat(count(diff, "party", "createdAndRemoved")).isEqualTo(2);
        assertThat(diff.at("/total").asInt()).isZero();
    }

    @Test
    void whatIsBackIsAddedIfItWasGoneAndUntouchedIfItWasThere() {
        String wasGone = Fixtures.created("parties", Fixtures.party());
        delete("/parties/" + wasGone);
        String back = Fixtures.created("parties", Fixtures.party());
        String otherwise = Fixtures.created("parties", Fixtures.party());
        patch("/parties/" + otherwise, "{name: 'Second name', changeReason: 'x'}");
        String before = release();
        restore("/parties/" + wasGone, 1);
        delete("/parties/" + back);
        restore("/parties/" + back, 1);
        delete("/parties/" + otherwise);
        restore("/parties/" + otherwise, 1);
        Answer diff = since(before);
        assertThat(of(diff, wasGone).path("what").asText()).isEqualTo("added");
        assertThat(of(diff, wasGone).has("fromRevision")).isFalse();
        assertThat(of(diff, wasGone).path("toRevision").asInt()).isEqualTo(3);
        assertThat(of(diff, back).isMissingNode()).isTrue();
        assertThat(count(diff, "party", "changedBack")).isEqualTo(1);
        JsonNode told = of(diff, otherwise);
        assertThat(told.path("what").asText()).isEqualTo("changed");
        assertThat(field(told, "corrections", "/name").path("reason").asText()).isEqualTo("It was right.");
        assertThat(pointers(told, "corrections")).containsExactly("/name");
    }

    @Test
    void whatWasChangedAndChangedBackDoesNotDiffer() {
        String party = Fixtures.created("parties", Fixtures.party());
        String deal = Fixtures.created("agreements", Fixtures.laafDeal());
        String path = "/agreements/" + deal;
        String mixed = Fixtures.created("parties", Fixtures.party());
        String before = release();
        patch("/parties/" + party, "{name: 'For a day', changeReason: 'x'}");
        patch("/parties/" + party, "{name: 'An armaments works', changeReason: 'y'}");
        String claim = Api.postTo(path + "/terms", "\"r1\"", Bodies.json("""
                        {type: 'duration', text: 'three years', citations: [{source: '%s'}]}""", Fixtures.reuters()))
                .expect(201)
                .textAt("/id");
        Api.patch(path + "/terms/" + claim, "\"r2\"", Bodies.json("{text: 'four years', changeReason: 'x'}"))
                .expect(200);
        Api.delete(path + "/terms/" + claim, "\"r3\"", "Never said.").expect(204);
        patch("/parties/" + mixed, "{name: 'For a day', changeReason: 'x'}");
        patch("/parties/" + mixed, "{name: 'An armaments works', note: 'N.', changeReason: 'y'}");
        Answer diff = since(before);
        assertThat(of(diff, party).isMissingNode()).isTrue();
        assertThat(of(diff, deal).isMissingNode()).isTrue();
        assertThat(count(diff, "party", "changedBack")).isEqualTo(1);
        assertThat(count(diff, "agreement", "changedBack")).isEqualTo(1);
        assertThat(count(diff, "agreement", "changed")).isZero();
        JsonNode told = of(diff, mixed);
        assertThat(pointers(told, "semantic")).containsExactly("/note");
        assertThat(told.path("entries")).hasSize(2);
        assertThat(diff.at("/total").asInt()).isEqualTo(1);
    }

    @Test
    void whatFollowsFromAnotherRecordIsOfTheSortOfWhatItFollowsFrom() {
        ObjectNode party = Fixtures.party();
        String supplier = Fixtures.created("parties", party);
        String deal = Fixtures.created(
                "agreements", Bodies.with(Fixtures.rumour(), "/parties", """
                [{party: '%s', role: 'supplier', citations: [{source: '%s'}]}]""".formatted(supplier, Fixtures.reuters())));
        String id = Api.get("/parties/" + supplier).textAt("/id");
        String before = release();
        patch("/parties/" + supplier, "{name: 'Renamed', changeType: 'amendment', changeReason: 'A new name.'}");
        Answer semantic = since(before);
        JsonNode told = of(semantic, deal);
        assertThat(told.path("what").asText()).isEqualTo("changed");
        JsonNode field = field(told, "semantic", "/headline/suppliers/" + id + "/name");
        assertThat(field.path("after").asText()).isEqualTo("Renamed");
        assertThat(field.path("reason").asText()).isEqualTo("A new name.");
        assertThat(told.at("/entries/0/op").asText()).isEqualTo("rederived");
        assertThat(told.at("/entries/0/cause/slug").asText()).isEqualTo(supplier);
        assertThat(count(semantic, "agreement", "rederived")).isEqualTo(1);
        assertThat(count(semantic, "party", "rederived")).isZero();

        String between = release();
        patch("/parties/" + supplier, "{name: 'Rightly named', changeType: 'correction', changeReason: 'A slip.'}");
        JsonNode corrected = of(since(between), deal);
        assertThat(pointers(corrected, "semantic")).isEmpty();
        assertThat(pointers(corrected, "corrections")).containsExactly("/headline/suppliers/" + id + "/name");

        patch("/parties/" + supplier, "{name: 'An armaments works', changeReason: 'As it was.'}");
        Answer back = since(before);
        assertThat(of(back, deal).isMissingNode()).isTrue();
        assertThat(count(back, "agreement", "changedBack")).isEqualTo(1);
    }

    @Test
    void aFanOutThatMeetsAChangeOfTheRecordItselfIsToldApartFromIt() {
        String supplier = Fixtures.created("parties", Fixtures.party());
        String deal = Fixtures.created(
                "agreements", Bodies.with(Fixtures.rumour(), "/parties", """
                [{party: '%s', role: 'supplier', citations: [{source: '%s'}]}]""".formatted(supplier, Fixtures.reuters())));
        String id = Api.get("/parties/" + supplier).textAt("/id");
        String before = release();
        patch("/parties/" + supplier, "{name: 'Renamed', changeType: 'correction', changeReason: 'A slip.'}");
        Api.postTo("/agreements/" + deal + "/status-history", "\"r2\"", Bodies.json("""
                        {to: 'announced', effective: '2025-11-01', reason: 'Said so.', citations: [{source: '%s'}]}""", Fixtures.reuters()))
                .expect(201);
        JsonNode told = of(since(before), deal);
        assertThat(pointers(told, "corrections")).containsExactly("/headline/suppliers/" + id + "/name");
        assertThat(pointers(told, "semantic"))
                .contains("/headline/stage")
                .doesNotContain("/headline/suppliers/" + id + "/name");
    }
}
