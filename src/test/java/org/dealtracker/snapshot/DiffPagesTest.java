package org.dealtracker.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.snapshot.Published.of;
import static org.dealtracker.snapshot.Published.pointers;
import static org.dealtracker.snapshot.Published.release;
import static org.dealtracker.support.Problems.assertMalformed;
import static org.dealtracker.support.Problems.assertNotFound;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How what changed is asked for: page by page, of some records only, and with the same answer for ever. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class DiffPagesTest {
    private static String patch(String path, String body, String... headers) {
        String etag = Api.get(path).etag();
        return Api.patch(path, etag, Bodies.json(body), headers).expect(200).etag();
    }

    private static void delete(String path) {
        Api.delete(path, Api.get(path).etag(), "Recorded by mistake.").expect(204);
    }

    private static int count(Answer diff, String kind, String what) {
        return diff.at("/summary/" + kind + "/" + what).asInt(-1);
    }

    @Test
    void pagesFollowEachOtherByKindAndSlugAndAgreeWithTheWhole() {
        String from = release();
        for (int i = 0; i < 4; i++) {
            Fixtures.created("parties", Fixtures.party());
            Fixtures.created("sources", Fixtures.source());
            Fixtures.created("agreements", Fixtures.rumour());
        }
        String diff = "/snapshots/" + from + "/diff/" + release();
        Answer whole = Api.get(diff).expect(200);
        assertThat(whole.each("/items", "kind"))
                .containsExactly(
                        "agreement",
                        "agreement",
                        "agreement",
                        "agreement",
                        "party",
                        "party",
                        "party",
                        "party",
                        "source",
                        "source",
                        "source",
                        "source");
        List<String> paged = new ArrayList<>();
        String next = diff + "?limit=5";
        while (next != null) {
            Answer page = Api.get(next).expect(200);
            paged.addAll(page.each("/items", "id"));
            assertThat(page.at("/summary")).isEqualTo(whole.at("/summary"));
            assertThat(page.at("/total").asInt()).isEqualTo(12);
            next = page.at("/next").isNull() ? null : page.textAt("/next");
            assertThat(page.header("Link")).isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
            Fixtures.created("parties", Fixtures.party());
        }
        assertThat(paged).isEqualTo(whole.each("/items", "id"));
        String cursor = Api.get(diff + "?limit=5").textAt("/next").replaceFirst(".*cursor=", "");
        assertThat(Api.get(diff + "?limit=2&cursor=" + cursor).expect(200).at("/items"))
                .hasSize(2);
        assertMalformed(Api.get(diff + "?kind=party&cursor=" + cursor), "cursor");
        assertMalformed(Api.get("/snapshots/" + from + "/diff/" + from + "?cursor=" + cursor), "cursor");
    }

    @Test
    void aPageEndsWhenItGrowsLargeAndTheNextGoesOn() {
        List<String> deals = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            deals.add(Fixtures.created("agreements", Fixtures.rumour()));
        }
        String from = release();
        ObjectNode terms = Bodies.json("{}");
        for (int i = 0; i < 90; i++) {
            terms.withArray("/terms").add(Bodies.json("""
                    {type: 'other', text: '%s', citations: [{source: '%s'}]}""", i + " word".repeat(1_990), Fixtures.reuters()));
        }
        deals.forEach(deal -> Api.patch("/agreements/" + deal, "\"r1\"", terms).expect(200));
        Answer first = Api.get("/snapshots/" + from + "/diff/" + release() + "?kind=agreement");
        assertThat(first.bytes().length).isBetween(4 << 20, 6 << 20);
        assertThat(first.at("/items")).hasSizeBetween(4, 5);
        assertThat(first.at("/total").asInt()).isEqualTo(6);
        Answer second = Api.get(first.textAt("/next")).expect(200);
        List<String> told = new ArrayList<>(first.each("/items", "slug"));
        told.addAll(second.each("/items", "slug"));
        assertThat(told).containsExactlyInAnyOrderElementsOf(deals);
        assertThat(second.at("/next").isNull()).isTrue();
    }

    @Test
    void kindAndSignificanceNarrowItemsAndCountsAlike() {
        String worded = Fixtures.created("parties", Fixtures.party());
        String renamed = Fixtures.created("parties", Fixtures.party());
        String source = Fixtures.created("sources", Fixtures.source());
        String from = release();
        patch("/parties/" + worded, "{note: 'Shorter.', changeType: 'editorial'}");
        patch("/parties/" + renamed, "{name: 'Renamed', changeReason: 'x', changeType: 'amendment'}");
        patch("/parties/" + renamed, "{note: 'Shorter.', changeType: 'editorial'}");
        patch("/sources/" + source, "{note: 'More.'}");
        String diff = "/snapshots/" + from + "/diff/" + release();
        Answer parties = Api.get(diff + "?kind=party");
        assertThat(parties.each("/items", "slug")).containsExactlyInAnyOrder(worded, renamed);
        assertThat(parties.at("/summary")).hasSize(1);
        assertThat(count(parties, "party", "editorial")).isEqualTo(1);
        assertThat(Api.get(diff + "?kind=party&kind=source").at("/total").asInt())
                .isEqualTo(3);
        Answer semantic = Api.get(diff + "?significance=semantic");
        assertThat(semantic.each("/items", "slug")).containsExactlyInAnyOrder(renamed, source);
        assertThat(pointers(of(semantic, renamed), "semantic")).containsExactly("/name");
        assertThat(of(semantic, renamed).path("editorial")).isEmpty();
        assertThat(of(semantic, renamed).path("entries")).hasSize(1);
        Answer editorial = Api.get(diff + "?significance=editorial&kind=party");
        assertThat(editorial.at("/total").asInt()).isEqualTo(2);
        assertThat(pointers(of(editorial, renamed), "editorial")).containsExactly("/note");
        assertThat(of(editorial, renamed).path("semantic")).isEmpty();
        assertThat(Api.get(diff + "?kind=restriction").at("/items")).isEmpty();
    }

    @Test
    void theAnswerForTwoReleasesNeverChanges() {
        String party = Fixtures.created("parties", Fixtures.party());
        String from = release();
        patch("/parties/" + party, "{name: 'Renamed', changeReason: 'x'}");
        String diff = "/snapshots/" + from + "/diff/" + release();
        Answer first = Api.get(diff).expect(200);
        patch("/parties/" + party, "{name: 'Renamed again', changeReason: 'x'}");
        delete("/parties/" + party);
        Answer again = Api.get(diff).expect(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.header("Cache-Control")).isEqualTo("max-age=3600");
        Answer same = Api.get(diff, "If-None-Match", first.etag());
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.header("Cache-Control")).isEqualTo("max-age=3600");
        assertThat(Api.get(diff + "?kind=party", "If-None-Match", first.etag()).status())
                .isEqualTo(200);
    }

    @Test
    void theLaterReleaseComesSecondAndTwoOfOneEntryDoNotDiffer() {
        String from = release();
        String twin = release();
        Fixtures.created("parties", Fixtures.party());
        String to = release();
        Answer reversed = Api.get("/snapshots/" + to + "/diff/" + from);
        assertMalformed(reversed, "from");
        assertThat(reversed.textAt("/detail")).contains("/api/v1/snapshots/" + from + "/diff/" + to);
        for (String same : List.of(from, twin)) {
            Answer none = Api.get("/snapshots/" + from + "/diff/" + same).expect(200);
            assertThat(none.at("/items")).isEmpty();
            assertThat(none.at("/total").asInt()).isZero();
            assertThat(none.at("/next").isNull()).isTrue();
            assertThat(count(none, "agreement", "changed")).isZero();
        }
        // Published later, but of the moment before all.
        String zero = Api.post("/snapshots", Bodies.json("{name: '%s', asOfSeq: 0}", Fixtures.fresh("zero")))
                .expect(201)
                .textAt("/name");
        assertMalformed(Api.get("/snapshots/" + from + "/diff/" + zero), "from");
        Answer all =
                Api.get("/snapshots/" + zero + "/diff/" + from + "?limit=1").expect(200);
        assertThat(all.at("/items/0/what").asText()).isEqualTo("added");
        assertThat(count(all, "party", "changed")).isZero();
    }

    @Test
    void aReleaseThatIsNotThereIsNotFound() {
        String name = release();
        assertNotFound(Api.get("/snapshots/" + name + "/diff/nothing"));
        assertNotFound(Api.get("/snapshots/nothing/diff/" + name));
        assertNotFound(Api.get("/snapshots/" + name + "/diff/" + Api.head()));
        assertThat(Api.get("/snapshots/" + name + "/diff").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=501", "kind=deal", "significance=none", "cursor=x", "all=true", "asOfSeq=1"})
    void aQueryThatCannotBeAnsweredIsRefused(String query) {
        String name = release();
        assertMalformed(
                Api.get("/snapshots/" + name + "/diff/" + name + "?" + query), query.substring(0, query.indexOf('=')));
    }

    @Test
    void everyWrongParameterIsToldAtOnce() {
        String name = release();
        assertMalformed(
                Api.get("/snapshots/" + name + "/diff/" + name
                        + "?limit=x&kind=deal&kind=party&significance=1&cursor=x"),
                "limit",
                "kind",
                "significance",
                "cursor");
    }
}
