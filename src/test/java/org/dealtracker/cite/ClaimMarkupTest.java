package org.dealtracker.cite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.cite.SchemaOrg.all;
import static org.dealtracker.cite.SchemaOrg.of;
import static org.dealtracker.cite.SchemaOrg.one;
import static org.dealtracker.support.Problems.assertMalformed;
import static org.dealtracker.support.Problems.assertNotFound;
import static org.dealtracker.support.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.dealtracker.agreement.ClaimKind;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class ClaimMarkupTest {
    private static String deal(ObjectNode body) {
        return "/agreements/" + Fixtures.created("agreements", body);
    }

    private static Map<String, JsonNode> nodes(String path) {
        return SchemaOrg.nodes(Api.get(path + "/claims.jsonld").expect(200).text());
    }

    private static String source(String more) {
        return Fixtures.created(
                "sources",
                Bodies.json("{kind: 'news_article', title: 'A report', origin: 'own', %s}", more)
                        .put("slug", Fixtures.fresh("marked")));
    }

    private static ObjectNode withItems(String items) {
        return Bodies.json("{slug: '%s', title: 'A deal', items: [%s]}", Fixtures.fresh("marked"), items);
    }

    private static String end(String id) {
        return id.replaceFirst(".*/", "");
    }

    @Test
    void aDealWithAClaimOfEveryKindIsReadAsWhatItSays() {
        String path = deal(Fixtures.laafDeal());
        Answer record = Api.get(path);
        Answer answer = Api.get(path + "/claims.jsonld").expect(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/ld+json");
        assertThat(answer.textAt("/@context")).isEqualTo("https://schema.org");
        Map<String, JsonNode> nodes = SchemaOrg.nodes(answer.text());
        List<JsonNode> claims = of(nodes, "Claim");
        int made = 0;
        for (ClaimKind kind : ClaimKind.values()) {
            for (JsonNode claim : record.at("/" + kind.collection())) {
                made++;
                String id = "/api/v1" + path + "/" + kind.collection() + "/"
                        + claim.get("id").asText();
                assertThat(claims)
                        .filteredOn(each -> each.get("@id").asText().endsWith(id))
                        .hasSize(1);
                Api.get(id).expect(200);
            }
        }
        assertThat(claims).hasSize(made);
        assertThat(claims.stream().map(claim -> one(claim, "text")))
                .contains(
                        "Reported of “Pakistan – LAAF”: Pakistan as supplier.",
                        "Reported of “Pakistan – LAAF”: 16 JF-17.",
                        "Reported of “Pakistan – LAAF”: more than 4 billion USD (package).",
                        "Reported of “Pakistan – LAAF”: Pakistan does not comment on the deal.");
        assertThat(claims.stream().map(claim -> one(claim, "description")))
                .contains("Held back: “could vary” (subject to change). Preferred: From the draft.");
        JsonNode dataset = of(nodes, "Dataset").get(0);
        assertThat(all(dataset, "hasPart")).hasSize(made);
        assertThat(one(dataset, "license")).isEqualTo("https://spdx.org/licenses/Apache-2.0");
        assertThat(one(dataset, "description")).isEqualTo("A deal of December 2025.");
        assertThat(all(dataset, "identifier"))
                .contains("urn:uuid:" + record.textAt("/id"))
                .anyMatch(each ->
                        each.endsWith(path + "?asOfSeq=" + record.at("/n").asLong()));
        assertThat(of(nodes, "Thing").stream().map(side -> one(side, "name")))
                .containsExactlyInAnyOrder("Pakistan", "Libyan Arab Armed Forces");
    }

    @Test
    void whatACitationDoesForAClaimStaysApart() {
        String first = source("published: '2025-01-01'");
        String second = source("published: '2025-02'");
        String other = source("published: '2024-01-01'");
        String mentioning = source("kind: 'analysis'");
        String searched = source("kind: 'government_register'");
        String path = deal(withItems("""
                {designation: 'Trainer', count: '4', citations: [
                  {source: '%s', reportedAs: '4 "trainers"', locator: 'para 2', reliability: 'B', credibility: '3'},
                  {source: '%s'}, {source: '%s', stance: 'disputes'}, {source: '%s', stance: 'mentions'},
                  {source: '%s', stance: 'silent', locator: 'all rows of 2025'}]}
                """.formatted(first, second, other, mentioning, searched)));
        Map<String, JsonNode> nodes = nodes(path);
        JsonNode claim = of(nodes, "Claim").get(0);
        assertThat(all(claim, "appearance").stream().map(ClaimMarkupTest::end))
                .containsExactlyInAnyOrder(first, second);
        assertThat(end(one(claim, "firstAppearance"))).isEqualTo(first);
        List<JsonNode> roles = all(claim, "citation").stream().map(nodes::get).toList();
        assertThat(roles.stream().map(role -> one(role, "roleName")))
                .containsExactlyInAnyOrder("supports", "supports", "disputes", "mentions", "silent");
        assertThat(cited(nodes, roles, "disputes")).isEqualTo(other);
        assertThat(cited(nodes, roles, "mentions")).isEqualTo(mentioning);
        assertThat(cited(nodes, roles, "silent")).isEqualTo(searched);
        assertThat(roles.stream().map(role -> one(role, "description")))
                .contains("para 2; reliability B, credibility 3", "Searched and not found: all rows of 2025");
        JsonNode quotation = of(nodes, "Quotation").get(0);
        assertThat(one(quotation, "text")).isEqualTo("4 \"trainers\"");
        assertThat(end(one(quotation, "isPartOf"))).isEqualTo(first);
        JsonNode review = of(nodes, "ClaimReview").get(0);
        assertThat(one(nodes.get(one(review, "reviewRating")), "alternateName")).isEqualTo("disputed");
    }

    private static String cited(Map<String, JsonNode> nodes, List<JsonNode> roles, String stance) {
        return roles.stream()
                .filter(role -> one(role, "roleName").equals(stance))
                .map(role -> end(one(role, "citation")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noAppearanceIsCalledTheFirstUnlessItSurelyWas() {
        String day = source("published: '2025-02-03'");
        String month = source("published: '2025-02'");
        String uncertain = source("published: '2025-01-01?'");
        String undated = source("language: 'en'");
        String repeating = Fixtures.created(
                "sources",
                Bodies.json(
                        "{slug: '%s', kind: 'news_article', title: 'T', published: '2025-01-01',"
                                + " origin: 'repeats', repeats: ['%s']}",
                        Fixtures.fresh("marked"), day));
        for (List<String> sources :
                List.of(List.of(day, month), List.of(uncertain, day), List.of(day, undated), List.of(repeating, day))) {
            String path = deal(withItems("{designation: 'Trainer', citations: [{source: '%s'}, {source: '%s'}]}"
                    .formatted(sources.get(0), sources.get(1))));
            JsonNode claim = of(nodes(path), "Claim").get(0);
            assertThat(all(claim, "appearance")).hasSize(2);
            assertThat(one(claim, "firstAppearance")).as(sources.toString()).isNull();
        }
    }

    @Test
    void aLineIsRatedWithTheRegistersCodeAndNeverWithANumber() {
        String own = source("published: '2025'");
        String another = source("published: '2025'");
        String unknown = Fixtures.created(
                "sources", Bodies.json("{slug: '%s', kind: 'other', title: 'T'}", Fixtures.fresh("marked")));
        String path = deal(withItems("""
                {line: 'a', designation: 'A', count: '4', citations: [{source: '%1$s'}, {source: '%2$s'}]},
                {line: 'b', designation: 'B', citations: [{source: '%1$s'}]},
                {line: 'c', designation: 'C', citations: [{source: '%3$s'}]},
                {line: 'd', designation: 'D', count: '1', citations: [{source: '%1$s'}]},
                {line: 'd', designation: 'D', count: '2', citations: [{source: '%2$s'}]},
                {line: 'e', designation: 'E', rank: 'deprecated', rankReason: 'Misread.', citations: [{source: '%1$s'}]}
                """.formatted(own, another, unknown)));
        Answer answer = Api.get(path + "/claims.jsonld").expect(200);
        assertThat(answer.text()).doesNotContain("ratingValue", "bestRating", "worstRating");
        Map<String, JsonNode> nodes = SchemaOrg.nodes(answer.text());
        Map<String, String> ratings = new java.util.TreeMap<>();
        for (JsonNode review : of(nodes, "ClaimReview")) {
            JsonNode rating = nodes.get(one(review, "reviewRating"));
            ratings.put(one(review, "claimReviewed"), one(rating, "alternateName"));
            assertThat(one(rating, "ratingExplanation")).contains("Independent origins: ");
            assertThat(one(review, "author")).endsWith("/#register");
            String reasons = one(review, "url");
            assertThat(reasons).endsWith(path + "/evidence?asOfSeq=" + answer.head());
            Api.get(reasons.replaceFirst("^http://[^/]+", "")).expect(200);
        }
        // Of C no origin is known, and E does not stand: neither was weighed.
        assertThat(ratings)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Reported of “A deal”: 4 A.", "corroborated",
                        "Reported of “A deal”: B.", "single_origin",
                        "Reported of “A deal”: 1 D; or: 2 D.", "disputed"));
        JsonNode disputed = of(nodes, "ClaimReview").stream()
                .filter(review -> one(review, "claimReviewed").contains("1 D"))
                .findFirst()
                .orElseThrow();
        assertThat(all(disputed, "itemReviewed")).hasSize(2);
        assertThat(of(nodes, "Claim").stream().filter(claim -> "Deprecated".equals(one(claim, "creativeWorkStatus"))))
                .hasSize(1);
        // The same as evidence says.
        Answer evidence = Api.get(path + "/evidence").expect(200);
        assertThat(evidence.at("/lines").findValuesAsText("code"))
                .containsExactlyInAnyOrder("corroborated", "single_origin", "unverified", "disputed");
    }

    @Test
    void sourcesAreWorksOfTheirKindWithWhatTheyRepeat() {
        String url = "https://example.org/" + Fixtures.fresh("page") + "?a=1&b=<2>".replace("<2>", "2");
        String wire = Fixtures.created("sources", Bodies.json("""
                {slug: '%s', kind: 'legal_instrument', title: 'A law', publisher: 'A parliament', url: '%s',
                 authors: ['Doe, Jane', 'A committee'], published: '2025-12-18', language: 'fr', origin: 'own',
                 retraction: {reason: 'Forged.'}}""", Fixtures.fresh("marked"), url));
        String paper = Fixtures.created("sources", Bodies.json("""
                {slug: '%s', kind: 'social_media', publisher: 'A network', published: '2025-12~', origin: 'repeats',
                 repeats: ['%s']}""", Fixtures.fresh("marked"), wire));
        Map<String, JsonNode> nodes =
                nodes(deal(withItems("{designation: 'X', citations: [{source: '%s'}]}".formatted(paper))));
        JsonNode law = of(nodes, "Legislation").get(0);
        assertThat(one(law, "url")).isEqualTo(url);
        assertThat(one(law, "datePublished")).isEqualTo("2025-12-18");
        assertThat(one(law, "creativeWorkStatus")).isEqualTo("Withdrawn");
        assertThat(all(law, "author")).contains("A committee").hasSize(2);
        assertThat(one(of(nodes, "Person").get(0), "familyName")).isEqualTo("Doe");
        JsonNode post = of(nodes, "SocialMediaPosting").get(0);
        assertThat(end(one(post, "isBasedOn"))).isEqualTo(wire);
        assertThat(one(post, "datePublished")).isNull();
        assertThat(one(post, "description")).isEqualTo("Published: about December 2025.");
        // Its only support repeats what was withdrawn.
        assertThat(end(one(of(nodes, "Claim").get(0), "appearance"))).isEqualTo(paper);
    }

    @Test
    void aClaimThatWasRetractedIsGoneWithItsReviewAndWithWhatOnlyItCited() {
        String kept = source("published: '2025'");
        String dropped = source("published: '2024'");
        String path = deal(withItems("""
                {line: 'a', designation: 'Kept', citations: [{source: '%s'}]},
                {line: 'b', designation: 'Dropped', citations: [{source: '%s'}]}""".formatted(kept, dropped)));
        Answer before = Api.get(path + "/claims.jsonld").expect(200);
        assertThat(before.text()).contains("Dropped", dropped);
        String claim = Api.get(path).textAt("/items/1/id");
        Api.delete(path + "/items/" + claim, "\"r1\"", "It was misread.").expect(204);
        Answer after = Api.get(path + "/claims.jsonld").expect(200);
        assertThat(after.text()).contains("Kept").doesNotContain("Dropped", dropped, claim);
        Map<String, JsonNode> nodes = SchemaOrg.nodes(after.text());
        assertThat(of(nodes, "Claim")).hasSize(1);
        assertThat(of(nodes, "ClaimReview")).hasSize(1);
        // As of then it stood.
        assertThat(Api.get(path + "/claims.jsonld?asOfSeq=" + before.head())
                        .expect(200)
                        .text())
                .isEqualTo(before.text());
    }

    @Test
    void nobodyIsSaidToHaveMadeAClaimAndLeastOfAllTheRegister() {
        Map<String, JsonNode> nodes = nodes(deal(Fixtures.laafDeal()));
        String register = one(of(nodes, "Dataset").get(0), "publisher");
        for (JsonNode claim : of(nodes, "Claim")) {
            assertThat(all(claim, "author")).isEmpty();
            assertThat(all(claim, "creator")).isEmpty();
            assertThat(all(claim, "publisher")).isEmpty();
            assertThat(claim.toString()).doesNotContain(register);
        }
        assertThat(of(nodes, "ClaimReview"))
                .isNotEmpty()
                .allSatisfy(review -> assertThat(one(review, "author")).isEqualTo(register));
    }

    @Test
    void aSourceThatWasMergedIsOneWorkUnderTheNameOfTheOther() {
        String one = source("published: '2025-01-01'");
        String other = source("published: '2025-01-01'");
        String path =
                deal(withItems("{designation: 'X', citations: [{source: '%s', locator: 'p. 1'}]}".formatted(one)));
        Api.write(
                        "POST",
                        "/sources/" + one + "/merge",
                        "\"r1\"",
                        Bodies.json("{into: '%s', changeReason: 'The same.'}", other))
                .expect(200);
        Map<String, JsonNode> nodes = nodes(path);
        assertThat(all(of(nodes, "Claim").get(0), "appearance").stream().map(ClaimMarkupTest::end))
                .containsExactly(other);
        assertThat(of(nodes, "NewsArticle")).hasSize(1);
    }

    @Test
    void aDealOfWhichNothingIsClaimedIsAnEmptySet() {
        Map<String, JsonNode> nodes = nodes(deal(Fixtures.rumour()));
        assertThat(nodes).hasSize(3);
        assertThat(all(of(nodes, "Dataset").get(0), "hasPart")).isEmpty();
        assertThat(one(of(nodes, "Dataset").get(0), "description")).contains("A rumoured deal");
    }

    @Test
    void noTextEndsTheScriptThatAPagePutsItIn() {
        ObjectNode body = withItems("{designation: '</script><script>alert(1)</script>', citations: [{source: '%s',"
                        .formatted(source("language: 'en'"))
                + " reportedAs: '<!-- \u2028 <b>قال</b> 🚀'}]}");
        body.set("title", TextNode.valueOf("</SCRIPT> \"}]\\ {} \u202b عقد"));
        String path = deal(body);
        String text = Api.get(path + "/claims.jsonld").expect(200).text();
        assertThat(text).doesNotContain("<");
        Map<String, JsonNode> nodes = SchemaOrg.nodes(text);
        assertThat(one(of(nodes, "Dataset").get(0), "name")).startsWith("</SCRIPT> \"}]\\ {}");
        assertThat(one(of(nodes, "Claim").get(0), "name")).isEqualTo("</script><script>alert(1)</script>");
        assertThat(one(of(nodes, "Quotation").get(0), "text")).isEqualTo("<!-- \u2028 <b>قال</b> 🚀");
    }

    @Test
    void whatWasSearchedInVainStandsAtTheDealItself() {
        String register = source("kind: 'government_register'");
        ObjectNode body =
                withItems("{designation: 'X', citations: [{source: '%s'}]}".formatted(source("language: 'en'")));
        body.set("citations", Bodies.value("[{source: '" + register + "', stance: 'silent', locator: 'all rows'}]"));
        Map<String, JsonNode> nodes = nodes(deal(body));
        JsonNode deal = of(nodes, "Dataset").stream()
                .filter(each -> !all(each, "hasPart").isEmpty())
                .findFirst()
                .orElseThrow();
        JsonNode role = nodes.get(one(deal, "citation"));
        assertThat(one(role, "roleName")).isEqualTo("silent");
        assertThat(end(one(role, "citation"))).isEqualTo(register);
    }

    @Test
    void thePastIsAnsweredAsItWasAndATagHoldsUntilSomethingIsWritten() {
        String path =
                deal(withItems("{designation: 'X', citations: [{source: '%s'}]}".formatted(source("language: 'en'"))));
        String address = path + "/claims.jsonld";
        Answer before = Api.get(address).expect(200);
        assertThat(Api.get(address, "If-None-Match", before.etag()).status()).isEqualTo(304);
        assertThat(Api.get(address, "Accept", "text/html").expect(200).text()).isEqualTo(before.text());
        Api.patch(path, "\"r1\"", Bodies.json("{title: 'Renamed and cited'}")).expect(200);
        assertThat(Api.get(address, "If-None-Match", before.etag()).expect(200).text())
                .contains("Renamed and cited");
        Answer then = Api.get(address + "?asOfSeq=" + before.head()).expect(200);
        assertThat(then.text()).isEqualTo(before.text());
        assertThat(then.header("Content-Location")).isEqualTo("/api/v1" + address + "?asOfSeq=" + before.head());
        Api.delete(path, "\"r2\"", "A test.").expect(204);
        assertProblem(Api.get(address), 410, "gone");
        assertThat(Api.get(address + "?asOfSeq=" + before.head()).expect(200).text())
                .isEqualTo(before.text());
    }

    @Test
    void aMergedDealLeadsToTheOneThatItWentInto() {
        String duplicate = deal(Fixtures.rumour());
        String survivor = deal(Fixtures.rumour());
        Api.postTo(
                        duplicate + "/merge",
                        "\"r1\"",
                        Bodies.json("{into: '%s', changeReason: 'The same.'}", end(survivor)))
                .expect(200);
        assertThat(Api.get(duplicate + "/claims.jsonld").expect(308).header("Location"))
                .isEqualTo("/api/v1" + survivor + "/claims.jsonld");
    }

    @Test
    void onlyAgreementsThatAreThereHaveClaims() {
        assertNotFound(Api.get("/agreements/no-such-deal/claims.jsonld"));
        assertNotFound(Api.get("/parties/" + Fixtures.pakistan() + "/claims.jsonld"));
        assertMalformed(Api.get(deal(Fixtures.rumour()) + "/claims.jsonld?format=jsonld"), "format");
    }
}
