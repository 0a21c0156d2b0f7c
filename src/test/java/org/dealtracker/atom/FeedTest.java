package org.dealtracker.atom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;
import static org.dealtracker.support.Problems.assertNotFound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dealtracker.log.RecordKind;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The feeds as readers get them. Every one of them is held against {@link AtomRules}. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class FeedTest {
    private static AtomRules.Read feed(String path, String... headers) {
        return AtomRules.read(Api.get(path, headers));
    }

    private static AtomRules.Read ofAgreement(String slug) {
        return feed("/agreements/" + slug + "/feed.atom");
    }

    private static AtomRules.Read ofParty(String slug) {
        return feed("/parties/" + slug + "/feed.atom");
    }

    private static ObjectNode naming(String party) {
        return Bodies.with(Fixtures.rumour(), "/parties", """
                [{party: '%s', role: 'supplier', citations: [{source: '%s'}]}]""".formatted(party, Fixtures.reuters()));
    }

    @Test
    void anAgreementsFeedTellsItsHistoryNewestFirst() {
        String slug = Fixtures.created("agreements", Fixtures.j10());
        Answer deal = Api.get("/agreements/" + slug);
        String item = deal.textAt("/items/1/id");
        Api.patch(
                        "/agreements/" + slug + "/items/" + item,
                        "\"r1\"",
                        Bodies.json("{count: '12', changeReason: 'TRT corrected itself.'}"))
                .expect(200);
        Api.postTo(
                        "/agreements/" + slug + "/status-history",
                        "\"r2\"",
                        Bodies.json(
                                "{to: 'agreed', effective: '2026-04', reason: 'Signed.', citations: [{source: '%s'}]}",
                                Fixtures.ap()))
                .expect(201);
        Api.delete("/agreements/" + slug + "/items/" + item, "\"r3\"", "Another deal was meant.")
                .expect(204);

        AtomRules.Read feed = ofAgreement(slug);
        assertThat(feed.text("title")).isEqualTo("What changed: China – Indonesia: J-10");
        assertThat(feed.titles())
                .containsExactly(
                        "China – Indonesia: J-10: claim taken back: 12 J-10 and 2 more",
                        "China – Indonesia: J-10: stage: announced → agreed, effective April 2026",
                        "China – Indonesia: J-10: count of J-10: 10 → 12",
                        "China – Indonesia: J-10: recorded");
        assertThat(feed.summaries().get(0))
                .isEqualTo("Claim taken back: 12 J-10, because “Another deal was meant.” Verification of the figures:"
                        + " disputed → unverified. No longer contested: J-10.");
        assertThat(feed.summaries().get(2)).isEqualTo("Count of J-10: 10 → 12. Reason: “TRT corrected itself.”");
        assertThat(feed.entries().get(1).terms()).containsExactly("agreement", "status", "transition", "semantic");
        assertThat(feed.entries().get(2).terms()).containsExactly("agreement", "updated", "correction", "semantic");
        for (AtomRules.Entry entry : feed.entries()) {
            String then = entry.link("alternate");
            assertThat(then).endsWith("/api/v1/agreements/" + slug + "?asOfSeq=" + entry.n());
            assertThat(Api.get(local(then)).expect(200).at("/n").asLong()).isEqualTo(entry.n());
            for (String about : links(entry)) {
                Api.get(local(about)).expect(200);
            }
        }
    }

    private static List<String> links(AtomRules.Entry entry) {
        return AtomRules.children(entry.element(), "link").stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private static String local(String address) {
        String host = "http://localhost:" + RestAssured.port;
        assertThat(address).startsWith(host + "/");
        return address.substring(host.length());
    }

    @Test
    void aPartysFeedHasTheAgreementsThatNameItOrDidUntilThen() {
        String party = Fixtures.created("parties", Fixtures.party());
        String named = Fixtures.created("agreements", naming(party));
        String never = Fixtures.created("agreements", naming(Fixtures.china()));
        Api.patch("/agreements/" + named, "\"r1\"", Bodies.json("{note: 'Still named.'}"))
                .expect(200);
        String claim = Api.get("/agreements/" + named).textAt("/parties/0/id");
        Api.delete("/agreements/" + named + "/parties/" + claim, "\"r2\"", "A mix-up.")
                .expect(204);
        Api.patch("/agreements/" + named, "\"r3\"", Bodies.json("{note: 'No longer.', changeReason: 'x'}"))
                .expect(200);
        Api.patch("/parties/" + party, "\"r1\"", Bodies.json("{note: 'Its own.'}"))
                .expect(200);
        Api.patch("/agreements/" + never, "\"r1\"", Bodies.json("{note: 'Not theirs.'}"))
                .expect(200);

        AtomRules.Read feed = ofParty(party);
        assertThat(feed.titles())
                .containsExactly(
                        "An armaments works: note added: “Its own.”",
                        "A rumoured deal: claim taken back: An armaments works as supplier and 1 more",
                        "A rumoured deal: note added: “Still named.”",
                        "A rumoured deal: recorded",
                        "An armaments works: recorded");
        String id = Api.get("/parties/" + party).textAt("/id");
        assertThat(feed("/parties/" + id + "/feed.atom").titles()).isEqualTo(feed.titles());
    }

    @Test
    void whatIsGoneStaysReadableAndItsLastEntrySaysWhy() {
        String deleted = Fixtures.created("agreements", Fixtures.rumour());
        Api.delete("/agreements/" + deleted, "\"r1\"", "Never existed.").expect(204);
        AtomRules.Read feed = ofAgreement(deleted);
        assertThat(feed.titles()).containsExactly("A rumoured deal: deleted", "A rumoured deal: recorded");
        assertThat(feed.summaries().get(0)).isEqualTo("Deleted: Never existed.");
        links(feed.entries().get(0)).forEach(link -> Api.get(local(link)).expect(200));

        String duplicate = Fixtures.created("parties", Fixtures.party());
        String survivor = Fixtures.created("parties", Fixtures.party().put("name", "The Works"));
        String deal = Fixtures.created("agreements", naming(duplicate));
        Api.postTo(
                        "/parties/" + duplicate + "/merge",
                        "\"r1\"",
                        Bodies.json("{into: '%s', changeReason: 'One and the same.'}", survivor))
                .expect(200);
        AtomRules.Read merged = ofParty(duplicate);
        assertThat(merged.titles())
                .containsExactly(
                        "A rumoured deal: derived anew because the party An armaments works went into another record",
                        "An armaments works: merged into The Works",
                        "A rumoured deal: recorded",
                        "An armaments works: recorded");
        assertThat(merged.summaries().get(0))
                .isEqualTo("Derived anew because the party An armaments works went into another record: party as"
                        + " supplier: An armaments works → The Works; suppliers: An armaments works → The Works."
                        + " Reason: “One and the same.”");
        links(merged.entries().get(1)).forEach(link -> Api.get(local(link)).expect(200));
        assertThat(ofParty(survivor).titles())
                .containsExactly(
                        "A rumoured deal: derived anew because the party An armaments works went into another record",
                        "The Works: a duplicate of it went into this record and 1 more",
                        "The Works: recorded");
        assertThat(ofAgreement(deal).entries()).hasSize(2);
    }

    @Test
    void pagesAreStableAndLeadToTheBeginning() {
        String slug = Fixtures.created("agreements", Fixtures.rumour());
        for (int revision = 1; revision < 7; revision++) {
            Api.patch(
                            "/agreements/" + slug,
                            "\"r" + revision + "\"",
                            Bodies.json("{summary: 'Wording %s.', changeType: '%s'}"
                                    .formatted(revision, revision % 2 == 0 ? "editorial" : "addition")))
                    .expect(200);
        }
        String path = "/agreements/" + slug + "/feed.atom?limit=3";
        List<Long> seen = new ArrayList<>();
        String id = null;
        for (String next = path; next != null; ) {
            AtomRules.Read page = feed(next);
            assertThat(id == null || page.text("id").equals(id)).isTrue();
            id = page.text("id");
            page.entries().forEach(entry -> seen.add(entry.n()));
            assertThat(local(page.link("first"))).isEqualTo("/api/v1" + path);
            next = page.link("next") == null ? null : local(page.link("next"));
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();

        AtomRules.Read semantic = feed("/agreements/" + slug + "/feed.atom?significance=semantic");
        assertThat(semantic.entries())
                .hasSize(4)
                .allSatisfy(entry -> assertThat(entry.terms()).contains("semantic"));
        assertThat(semantic.text("id")).isNotEqualTo(id);
        AtomRules.Read empty = feed("/agreements/" + slug + "/feed.atom?before=1");
        assertThat(empty.entries()).isEmpty();
        assertThat(empty.text("title")).isEqualTo("What changed: A rumoured deal");
        assertThat(feed("/feeds/changes.atom?limit=2&significance=semantic&before=3")
                        .entries())
                .hasSize(2);
    }

    @Test
    void theFeedOfAllHasTheSameEntriesAsTheFeedForPrograms() {
        String slug = Fixtures.created("agreements", Fixtures.laafDeal());
        AtomRules.Read feed = feed("/feeds/changes.atom?limit=100");
        assertThat(feed.entries()).hasSizeGreaterThan(1);
        assertThat(feed.entries().get(0).n()).isEqualTo(Api.head());
        assertThat(feed.entries().get(0).link("alternate")).contains("/" + slug + "?");
        assertThat(feed("/feeds/changes.atom").entries()).hasSizeLessThanOrEqualTo(50);
        for (int i = 1; i < feed.entries().size(); i++) {
            assertThat(feed.entries().get(i).n())
                    .isEqualTo(feed.entries().get(0).n() - i);
        }
        // The same entry is the same one in every feed.
        assertThat(ofAgreement(slug).entries().get(0).n()).isEqualTo(Api.head());
    }

    static Stream<String> awkward() {
        return Stream.of(
                "A & B <script>alert(\"1\")</script> 'quoted' ]]> <!-- & &amp; &#0;",
                "صفقة أسلحة بين باكستان وليبيا – עסקה",
                "Deal 🛩️🚀 of 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
                "Bell\u0007 escape\u001b vertical\u000b unit\u001f delete\u007f next\u0085 not\ufffe at all\uffff",
                "Line one\r\nline two\rline three\nline four\ttab",
                "x".repeat(498),
                "–".repeat(250) + " " + "&".repeat(247),
                "Ends with a full stop.",
                "\u0001");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("awkward")
    void whateverARecordIsCalledItsFeedIsWellFormed(String name) {
        String party = Fixtures.created("parties", Fixtures.party().put("name", name));
        ObjectNode body = naming(party).put("title", name).put("summary", name).put("note", name);
        body.putArray("externalIds").addObject().put("scheme", name).put("value", name);
        String slug = Fixtures.created("agreements", body);
        Api.write(
                        "PATCH",
                        "/agreements/" + slug,
                        "\"r1\"",
                        Bodies.json("{}").put("summary", name + " ").put("changeReason", name))
                .expect(200);
        ObjectNode item = Bodies.json("{citations: [{source: '%s'}]}", Fixtures.reuters())
                .put("designation", name)
                .put("note", name);
        Api.postTo("/agreements/" + slug + "/items", "\"r2\"", item).expect(201);
        Api.patch("/parties/" + party, "\"r1\"", Bodies.json("{}").put("name", name + "2"))
                .expect(200);
        String reason = name.length() > 400 ? name.substring(0, 400) : name;
        Api.write(
                        "POST",
                        "/agreements/" + slug + "/revert",
                        "\"r4\"",
                        Bodies.json("{to: 1}").put("changeReason", reason))
                .expect(200);

        assertThat(ofAgreement(slug).entries()).hasSize(5);
        assertThat(ofParty(party).entries()).hasSize(7);
        assertThat(feed("/feeds/changes.atom?limit=7").entries()).hasSize(7);
    }

    @Test
    void theTagIsThatOfTheNewestEntryAndOfTheQuestionAlone() {
        String slug = Fixtures.created("agreements", Fixtures.rumour());
        String path = "/agreements/" + slug + "/feed.atom";
        Answer first = Api.get(path).expect(200);
        assertThat(first.etag()).startsWith("\"").endsWith("\"");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        String all = Api.get("/feeds/changes.atom").etag();
        Fixtures.created("agreements", Fixtures.rumour());
        Answer again = Api.get(path);
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(Api.get("/feeds/changes.atom").etag()).isNotEqualTo(all);
        assertThat(Api.get(path + "?limit=10").etag()).isNotEqualTo(first.etag());
        Api.patch("/agreements/" + slug, "\"r1\"", Bodies.json("{note: 'x'}")).expect(200);
        assertThat(Api.get(path).etag()).isNotEqualTo(first.etag());
        assertThat(Api.get(path, "If-None-Match", first.etag()).status()).isEqualTo(200);
    }

    @Test
    void whoHasTheNewestIsSpared() throws InterruptedException {
        String slug = Fixtures.created("agreements", Fixtures.rumour());
        String path = "/agreements/" + slug + "/feed.atom";
        // From here on the second in which it was written is over.
        Thread.sleep(1_100);
        Answer answer = Api.get(path).expect(200);
        String date = answer.header("Last-Modified");
        String[][] spared = {
            {"If-None-Match", answer.etag()},
            {"If-None-Match", "\"x\", W/" + answer.etag()},
            {"If-None-Match", "*"},
            {"If-Modified-Since", date},
            {"If-Modified-Since", "Thu, 31 Dec 2099 23:59:59 GMT"},
            {"If-None-Match", answer.etag(), "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"},
        };
        for (String[] headers : spared) {
            Answer unchanged = Api.get(path, headers);
            assertThat(unchanged.status()).as(String.join(" ", headers)).isEqualTo(304);
            assertThat(unchanged.bytes()).isEmpty();
            assertThat(unchanged.etag()).isEqualTo(answer.etag());
            assertThat(unchanged.header("Last-Modified")).isEqualTo(date);
            assertThat(unchanged.header("Cache-Control")).isEqualTo("no-cache");
        }
        String[][] answered = {
            {"If-None-Match", "\"other\""},
            {"If-None-Match", "\"other\"", "If-Modified-Since", date},
            {"If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT"},
            {"If-Modified-Since", "yesterday"},
        };
        for (String[] headers : answered) {
            assertThat(Api.get(path, headers).status())
                    .as(String.join(" ", headers))
                    .isEqualTo(200);
        }
        Answer head = Api.send("HEAD", path, null);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
        assertThat(head.etag()).isEqualTo(answer.etag());
        assertThat(Api.send("HEAD", path, null, "If-None-Match", answer.etag()).status())
                .isEqualTo(304);
    }

    @Test
    void addressesAreThoseByWhichItWasAskedAndIdsAreNot() {
        String slug = Fixtures.created("agreements", Fixtures.rumour());
        String path = "/agreements/" + slug + "/feed.atom?limit=7";
        AtomRules.Read here = feed(path);
        Answer elsewhere = Api.get(path, "Host", "register.example:8443");
        AtomRules.Read there = AtomRules.read(elsewhere);
        assertThat(there.link("self")).isEqualTo("http://register.example:8443/api/v1" + path);
        assertThat(there.entries().get(0).link("alternate")).startsWith("http://register.example:8443/api/v1/");
        assertThat(there.text("id")).isEqualTo(here.text("id"));
        assertThat(there.entries().get(0).n()).isEqualTo(here.entries().get(0).n());
        assertThat(elsewhere.etag()).isNotEqualTo(Api.get(path).etag());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=x",
                "limit=-1",
                "before=0",
                "before=x",
                "before=1e3",
                "before=9999999999999999999",
                "significance=editorial",
                "significance=Semantic",
                "since=now"
            })
    void whatCannotBeReadIsRefused(String query) {
        String slug = Fixtures.created("agreements", Fixtures.rumour());
        String name = query.substring(0, query.indexOf('='));
        for (String path : List.of(
                "/feeds/changes.atom",
                "/agreements/" + slug + "/feed.atom",
                "/parties/" + Fixtures.china() + "/feed.atom")) {
            assertMalformed(Api.get(path + "?" + query), name);
        }
    }

    @Test
    void everythingWrongIsToldAtOnceAndWhatIsNotThereIsNotFound() {
        assertMalformed(
                Api.get("/feeds/changes.atom?limit=0&before=0&significance=x"), "limit", "before", "significance");
        for (RecordKind kind : List.of(RecordKind.AGREEMENT, RecordKind.PARTY)) {
            assertNotFound(Api.get(kind.path() + "/no-such-record/feed.atom"));
            assertNotFound(Api.get(kind.path() + "/00000000-0000-7000-8000-000000000000/feed.atom"));
            assertNotFound(Api.get(kind.path() + "/%3Cx%3E/feed.atom"));
        }
        // A party is no agreement.
        assertNotFound(Api.get("/agreements/" + Fixtures.china() + "/feed.atom"));
        assertThat(Api.get("/feeds/changes.atom", "Accept", "application/json").status())
                .isEqualTo(406);
    }

    @Test
    void whoDoesNotSayByWhichNameItAsksIsToldSo() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            byte[] asked = "GET /api/v1/feeds/changes.atom HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            socket.getOutputStream().write(asked);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.0 400 ").contains("\"pointer\":\"Host\"");
        }
    }
}
