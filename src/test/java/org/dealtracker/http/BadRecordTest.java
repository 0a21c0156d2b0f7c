package org.dealtracker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;
import static org.dealtracker.support.Problems.assertProblem;
import static org.dealtracker.support.Problems.assertUnacceptable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.dealtracker.support.Spoilt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parties and sources spoilt member by member, and what no table of single members can say. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class BadRecordTest {
    private static final String PARTIES = """
            /name | | 422
            /name | ['x'] | 400
            /name | '  ' | 422
            /name | 'x*501' | 422
            /kind | | 422
            /kind | 'kingdom' | 422
            /country | 'PAK' | 422
            /country | 'pk' | 422
            /country | 'ZZ' | 422
            /slug | 'Ä' | 422
            /note | 'x*10001' | 422
            /note | 'a\\u0000b' | 422
            /stance | 'neutral' | 400
            /aliases/0/name | | 422
            /aliases/0/language | 'not a language' | 422
            /aliases/0/from | '2025-00' | 422
            /aliases/0/to | '1999' | 422
            /aliases/0/until | '1999' | 400
            /affiliations/0/party | | 422
            /affiliations/0/party | 'no-such-party' | 422
            /affiliations/0/kind | 'friend_of' | 422
            /affiliations/0/from | 'then' | 422
            /affiliations/0/to | '1999' | 422
            /affiliations/0/citations | | 422
            /affiliations/0/citations | [] | 422
            /affiliations/0/citations/0/source | 'no-such-source' | 422
            /affiliations/0/rank | 'normal' | 400
            /externalIds/0/value | | 422
            /externalIds/0 | 7 | 400
            """;

    private static final String SOURCES = """
            /kind | | 422
            /kind | 'newspaper' | 422
            /title | '' | 422
            /title | 'x*501' | 422
            /publisher | 7 | 400
            /publisherParty | 'no-such-party' | 422
            /authors | 'A. Writer' | 400
            /authors/0 | 7 | 400
            /authors | ['A', 'A'] | 422 | /authors/1
            /url | 'example.org' | 422
            /url | 'ftp://example.org/x' | 422
            /url | 'javascript:alert(1)' | 422
            /url | 'https://' | 422
            /url | 'https://exa mple.org' | 422
            /url | 'https://xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.org/' | 422
            /url | 'x*2001' | 422
            /archiveUrl | 'nowhere' | 422
            /published | '2025-02-29' | 422
            /accessed | 20251222 | 400
            /language | 'xx_YY_zz' | 422
            /origin | 'hearsay' | 422
            /origin | 'repeats' | 422 | /repeats
            /repeats | ['reuters-2025-12-22'] | 422
            /repeats | 'reuters-2025-12-22' | 400
            /seen | 'yes' | 400
            /sha256 | 'abc' | 422
            /retraction | 'withdrawn' | 400
            /retraction/reason | | 422
            /retraction/date | '2025-13' | 422
            /retraction/url | 'nowhere' | 422
            /retraction/by | 'x' | 400
            /quality | 'high' | 400
            """;

    static Stream<Spoilt> parties() {
        return Spoilt.table(PARTIES);
    }

    static Stream<Spoilt> sources() {
        return Spoilt.table(SOURCES);
    }

    private static ObjectNode wholeParty() {
        return Bodies.json("""
                {slug: '%s', name: 'Works', kind: 'company', country: 'PK', note: 'N.',
                 aliases: [{name: 'The Works', language: 'en', from: '2001', to: '2020'}],
                 affiliations: [{party: '%s', kind: 'controlled_by', from: '2001', to: '2020',
                                 citations: [{source: '%s'}]}],
                 externalIds: [{scheme: 'lei', value: 'X'}]}""", Fixtures.fresh("works"), Fixtures.pakistan(), Fixtures.reuters());
    }

    private static ObjectNode wholeSource() {
        String slug = Fixtures.fresh("report");
        return Bodies.json("""
                {slug: '%1$s', kind: 'news_article', title: 'A report', publisher: 'An outlet', publisherParty: '%2$s',
                 authors: ['A. Writer'], url: 'https://example.org/%1$s', archiveUrl: 'https://archive.example.org/%1$s',
                 published: '2025-12-22', accessed: '2026-01-01', language: 'en', origin: 'own', repeats: [], seen: true,
                 retraction: {date: '2026-01', reason: 'Withdrawn.', url: 'https://example.org/'}, note: 'N.'}""", slug, Fixtures.pakistan());
    }

    @ParameterizedTest
    @MethodSource("parties")
    void aSpoiltMemberOfAPartyIsRefusedUnderItsPointer(Spoilt spoilt) {
        assertRefused("parties", spoilt, wholeParty());
    }

    @ParameterizedTest
    @MethodSource("sources")
    void aSpoiltMemberOfASourceIsRefusedUnderItsPointer(Spoilt spoilt) {
        Fixtures.reuters();
        assertRefused("sources", spoilt, wholeSource());
    }

    private static void assertRefused(String collection, Spoilt spoilt, ObjectNode good) {
        long head = Api.head();
        spoilt.assertRefused(Api.post("/" + collection, spoilt.spoil(good)));
        assertThat(Api.head()).isEqualTo(head);
        Api.post("/" + collection, good).expect(201);
        if (!spoilt.pointer().equals("/slug")) {
            String path = "/" + collection + "/" + good.get("slug").textValue();
            ObjectNode edit = spoilt.spoil(good).put("changeReason", "An edit.");
            spoilt.assertRefused(Api.put(path, "\"r1\"", edit));
            assertThat(Api.head()).isEqualTo(head + 1);
        }
    }

    @Test
    void everyWrongFieldIsToldAtOnceAndOneUnacceptableOneMakesItUnprocessable() {
        ObjectNode body = Fixtures.laafDeal();
        body.put("kind", 7).put("unheardOf", 1).put("summary", true);
        body = Bodies.with(body, "/items/0/count", "[]");
        assertMalformed(Api.post("/agreements", body), "/kind", "/unheardOf", "/summary", "/items/0/count");
        body = Bodies.with(body, "/dates/0/when", "'soon'");
        body = Bodies.with(body, "/parties/1/party", "'no-such-party'");
        body = Bodies.without(body, "/values/0/citations");
        assertUnacceptable(
                Api.post("/agreements", body),
                "/kind",
                "/unheardOf",
                "/summary",
                "/items/0/count",
                "/dates/0/when",
                "/parties/1/party",
                "/values/0/citations");
    }

    @Test
    void aWrongPlaceOfAnArrayIsNamedByItsIndex() {
        ObjectNode body = Fixtures.j10();
        body = Bodies.with(body, "/items/1/count", "'ten'");
        body = Bodies.with(body, "/items/0/citations/-", "{source: 'no-such-source'}");
        assertUnacceptable(Api.post("/agreements", body), "/items/1/count", "/items/0/citations/1/source");
    }

    @Test
    void aSourceThatRepeatsItselfIsRefused() {
        ObjectNode source = Fixtures.source().put("origin", "repeats");
        String self = source.get("slug").textValue();
        source.putArray("repeats").add(self);
        Answer fresh = Api.post("/sources", source);
        assertThat(fresh.status()).isEqualTo(422);
        assertThat(fresh.text()).contains("/repeats");
        Api.post("/sources", Bodies.without(source.deepCopy().put("origin", "own"), "/repeats"))
                .expect(201);
        assertUnacceptable(Api.put("/sources/" + self, "\"r1\"", source), "/repeats");
    }

    @Test
    void sourcesThatRepeatEachOtherInACircleAreRefused() {
        String a = Fixtures.created("sources", Fixtures.source());
        String b = Fixtures.created("sources", repeating(Fixtures.source(), a));
        String c = Fixtures.created("sources", repeating(Fixtures.source(), b));
        long head = Api.head();
        for (String last : new String[] {b, c}) {
            Answer answer =
                    Api.patch("/sources/" + a, "\"r1\"", Bodies.json("{origin: 'repeats', repeats: ['%s']}", last));
            assertUnacceptable(answer, "/repeats");
        }
        assertThat(Api.head()).isEqualTo(head);
        Api.patch("/sources/" + a, "\"r1\"", Bodies.json("{origin: 'repeats', repeats: ['%s']}", Fixtures.reuters()))
                .expect(200);
    }

    @Test
    void aCitationWhoseRepeatsLeadBackToItsSourceIsRefused() {
        String a = Fixtures.created("sources", Fixtures.source());
        String b = Fixtures.created("sources", repeating(Fixtures.source(), a));
        ObjectNode deal = Fixtures.rumour();
        deal.putArray("items")
                .add(Bodies.json(
                        "{designation: 'J-10', citations: [{source: '%s', origin: 'repeats', repeats: ['%s']}]}",
                        a, b));
        long head = Api.head();
        Answer answer = Api.post("/agreements", deal);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.at("/errors/0/pointer").asText())
                .startsWith("/items/")
                .endsWith("/repeats");
        assertThat(Api.head()).isEqualTo(head);
        // What a citation says of its source overrides the source only here: the other way round there is no circle.
        deal.withArray("/items").removeAll();
        deal.withArray("/items")
                .add(Bodies.json("{designation: 'J-10', citations: [{source: '%s', origin: 'own'}]}", b));
        Api.post("/agreements", deal).expect(201);
    }

    @Test
    void aSlugThatIsTakenIsAConflictThatNamesItsHolder() {
        ObjectNode party = Fixtures.party();
        Api.post("/parties", party).expect(201);
        long head = Api.head();
        Answer again = Api.post("/parties", party);
        assertProblem(again, 409, "duplicate");
        assertThat(again.textAt("/existing"))
                .isEqualTo("/api/v1/parties/" + party.get("slug").textValue());
        assertThat(Api.head()).isEqualTo(head);
        // Slugs are of a kind: a source may have it too.
        Api.post("/sources", Fixtures.source().put("slug", party.get("slug").textValue()))
                .expect(201);
    }

    private static ObjectNode repeating(ObjectNode source, String other) {
        source.put("origin", "repeats").putArray("repeats").add(other);
        return source;
    }
}
