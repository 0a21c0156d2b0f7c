package org.dealtracker.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;
import static org.dealtracker.support.Problems.assertProblem;

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

/** Which records are said to be of one thing, and which never are. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class DuplicatesTest {
    private static String party(String body, Object... arguments) {
        return Fixtures.created("parties", Bodies.json(body, arguments));
    }

    private static String source(String body, Object... arguments) {
        return Fixtures.created("sources", Bodies.json(body, arguments));
    }

    private static List<String> slugs(String record) {
        return Api.get(record + "/duplicates").expect(200).each("/items", "slug");
    }

    private static JsonNode item(String record, String slug) {
        for (JsonNode item :
                Api.get(record + "/duplicates?limit=100").expect(200).at("/items")) {
            if (item.get("slug").asText().equals(slug)) {
                return item;
            }
        }
        throw new AssertionError(slug + " is not among the duplicates of " + record);
    }

    /** 0 for one that is not named at all. */
    private static double score(String record, String slug) {
        return slugs(record).contains(slug) ? item(record, slug).get("score").asDouble() : 0;
    }

    private static List<String> reasons(JsonNode item) {
        List<String> reasons = new ArrayList<>();
        item.get("reasons").forEach(reason -> reasons.add(reason.get("code").asText()));
        return reasons;
    }

    private static String deal(String supplier, String recipient, String designation, String signed) {
        return Fixtures.created(
                "agreements", Bodies.json("""
                {title: '%1$s and %2$s', parties: [
                   {party: '%1$s', role: 'supplier', citations: [{source: '%5$s'}]},
                   {party: '%2$s', role: 'recipient', citations: [{source: '%5$s'}]}],
                 items: [{designation: '%3$s', category: 'trainer_aircraft', citations: [{source: '%5$s'}]}],
                 dates: [{event: 'signed', when: '%4$s', citations: [{source: '%5$s'}]}]}""", supplier, recipient, designation, signed, Fixtures.reuters()));
    }

    @Test
    void aDealOfTheSameTwoIsADuplicateAndOneOfTheirAffiliatesALittleLess() {
        String supplier = party("{name: 'Sylvania', kind: 'state'}");
        String recipient = party("{name: 'Freedonia', kind: 'state'}");
        String navy = party(
                "{name: 'A fleet', kind: 'armed_force', affiliations: [{party: '%s', kind: 'branch_of',"
                        + " citations: [{source: '%s'}]}]}",
                recipient, Fixtures.reuters());
        String stranger = party("{name: 'Klopstokia', kind: 'state'}");
        String deal = deal(supplier, recipient, "Goose 7", "2021-05");
        String same = deal(supplier, recipient, "Goose 7 Mark II", "2021-05-03");
        String affiliate = deal(supplier, navy, "Goose 7", "2021-05");
        String other = deal(supplier, stranger, "Goose 7", "2021-05");
        String later = deal(supplier, recipient, "Swan 1", "1999");
        JsonNode first = item("/agreements/" + deal, same);
        assertThat(reasons(first))
                .contains("same_parties", "same_designation", "overlapping_dates", "shared_source", "same_name");
        JsonNode second = item("/agreements/" + deal, affiliate);
        assertThat(reasons(second)).contains("affiliated_parties").doesNotContain("same_parties");
        assertThat(first.get("score").asDouble())
                .isGreaterThan(second.get("score").asDouble())
                .isLessThanOrEqualTo(1);
        assertThat(slugs("/agreements/" + deal)).startsWith(same, affiliate).doesNotContain(deal);
        // From the side of the affiliate the whole counts likewise.
        assertThat(reasons(item("/agreements/" + affiliate, deal))).contains("affiliated_parties");
        // Another recipient, or another time and other goods, is another deal, though it may look a little like this
        // one.
        assertThat(score("/agreements/" + deal, other))
                .isLessThan(second.get("score").asDouble() * 0.7);
        assertThat(score("/agreements/" + deal, later))
                .isLessThan(second.get("score").asDouble() * 0.7);
    }

    @Test
    void whatIsDeletedOrMergedIsNoCandidateNowButWasOneThen() {
        String one = party("{name: 'Gerolstein Works', kind: 'company', country: 'LU'}");
        String twin = party("{name: 'Gerolstein Works', kind: 'company', country: 'LU'}");
        String gone = party("{name: 'Gerolsteiner Works', kind: 'company'}");
        JsonNode found = item("/parties/" + one, twin);
        assertThat(reasons(found)).containsExactly("same_name", "same_country");
        assertThat(reasons(item("/parties/" + one, gone))).containsExactly("similar_name");
        assertThat(slugs("/parties/" + one)).containsExactly(twin, gone);
        long before = Api.head();
        Api.delete("/parties/" + gone, "\"r1\"", "Never was.").expect(204);
        Api.postTo("/parties/" + twin + "/merge", "\"r1\"", Bodies.json("{into: '%s', changeReason: 'The same.'}", one))
                .expect(200);
        assertThat(slugs("/parties/" + one)).isEmpty();
        Answer then =
                Api.get("/parties/" + one + "/duplicates?asOfSeq=" + before).expect(200);
        assertThat(then.each("/items", "slug")).containsExactly(twin, gone);
        assertThat(then.header("Content-Location")).endsWith("?asOfSeq=" + before);
        assertProblem(Api.get("/parties/" + gone + "/duplicates"), 410, "gone");
        assertThat(Api.get("/parties/" + twin + "/duplicates").status()).isEqualTo(308);
        assertProblem(Api.get("/parties/nowhere/duplicates"), 404, "not-found");
    }

    @Test
    void partiesAreOneByAnExternalIdWhateverTheyAreCalled() {
        String one = party("{name: 'Borduria', kind: 'state', externalIds: [{scheme: 'wikidata', value: 'Q4711x'}]}");
        String other = party("{name: 'Syldavia', kind: 'state', externalIds: [{scheme: 'Wikidata', value: 'q4711X'}]}");
        String third = party("{name: 'San Theodoros', kind: 'state', externalIds: [{scheme: 'lei', value: 'Q4711x'}]}");
        assertThat(slugs("/parties/" + one)).containsExactly(other).doesNotContain(third);
        assertThat(reasons(item("/parties/" + other, one))).containsExactly("shared_external_id");
    }

    @Test
    void sourcesAreOneByTheirPageOrByTitleAndPublisher() {
        String one = source("{kind: 'news_article', title: 'Geese for Freedonia', publisher: 'The Gazette',"
                + " published: '2021-05-03', url: 'https://www.gazette.test/geese?page=1'}");
        String page = source("{kind: 'news_article', title: 'Something else entirely', publisher: 'Another',"
                + " url: 'http://gazette.test/geese/?page=2'}");
        String title = source("{kind: 'news_article', title: 'GEESE for Freedonia', publisher: 'the gazette',"
                + " published: '2021-05-05'}");
        String day = source("{kind: 'wire_report', publisher: 'The Gazette', published: '2021-05-04'}");
        String later = source("{kind: 'wire_report', publisher: 'The Gazette', published: '2022'}");
        assertThat(reasons(item("/sources/" + one, page))).containsExactly("same_address");
        assertThat(reasons(item("/sources/" + one, title)))
                .containsExactly("same_name", "same_publisher", "published_close");
        assertThat(reasons(item("/sources/" + one, day))).containsExactly("same_publisher", "published_close");
        assertThat(slugs("/sources/" + one)).startsWith(title).doesNotContain(later, one);
        assertThat(Api.get("/sources/" + one + "/duplicates?limit=1").at("/items"))
                .hasSize(1);
        assertThat(Api.get("/sources/" + one + "/duplicates?limit=1")
                        .at("/total")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void aDealThatSaysNextToNothingHasDuplicatesByItsTitleOnly() {
        ObjectNode rumour = Bodies.json("{title: 'Rumour of geese for the Marquis of Carabas'}");
        String one = Fixtures.created("agreements", rumour);
        String other = Fixtures.created("agreements", rumour);
        assertThat(reasons(item("/agreements/" + one, other))).containsExactly("same_name");
        Answer answer = Api.get("/agreements/" + one + "/duplicates");
        assertThat(Api.get("/agreements/" + one + "/duplicates", "If-None-Match", answer.etag())
                        .status())
                .isEqualTo(304);
        assertMalformed(Api.get("/agreements/" + one + "/duplicates?limit=101"), "limit");
        assertMalformed(Api.get("/agreements/" + one + "/duplicates?asOfSeq=x"), "asOfSeq");
        assertMalformed(Api.get("/agreements/" + one + "/duplicates?kind=x"), "kind");
    }
}
