package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertNotFound;
import static org.dealtracker.support.Problems.assertProblem;
import static org.dealtracker.support.Problems.assertUnacceptable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.Login;
import org.dealtracker.support.RegisterDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was believed when: both clocks, history, lists and feed over HTTP, and history guarded in the database. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class BeliefTest {
    private static ObjectNode event(String to, String type, String effective) {
        return Bodies.json(
                "{to: '%s', changeType: '%s', effective: '%s', reason: 'Because.', citations: [{source: '%s'}]}",
                to, type, effective, Fixtures.reuters());
    }

    @Test
    void theTableHoldsForTransitionsAndACorrectionIsSeenOnlyFromThenOn() {
        String path = "/agreements/" + Fixtures.created("agreements", Fixtures.rumour());
        String events = path + "/status-history";
        Api.postTo(events, "\"r1\"", event("announced", "transition", "2025-11-01"))
                .expect(201);
        Answer agreed = Api.postTo(events, "\"r2\"", event("agreed", "transition", "2025-12-20"))
                .expect(201);
        assertThat(agreed.textAt("/from")).isEqualTo("announced");
        assertThat(agreed.textAt("/headline/stage")).isEqualTo("agreed");
        assertProblem(Api.postTo(events, "\"r2\"", event("completed", "transition", "2026-01")), 412, "stale-revision");
        Answer refused = Api.postTo(events, "\"r3\"", event("rumoured", "transition", "2026-01-05"));
        assertProblem(refused, 409, "transition-refused");
        assertThat(refused.each("/allowed", "")).isNotNull();
        assertThat(refused.at("/allowed").toString())
                .contains("in_implementation")
                .doesNotContain("rumoured");
        long then = Api.head();

        ObjectNode correction = event("in_negotiation", "correction", "2025-12-20");
        correction.put("supersedes", agreed.textAt("/id"));
        Answer corrected = Api.postTo(events, "\"r3\"", correction).expect(201);
        assertThat(corrected.textAt("/headline/stage")).isEqualTo("in_negotiation");

        assertThat(Api.get(path + "?asOfSeq=" + then).textAt("/headline/stage")).isEqualTo("agreed");
        assertThat(Api.get(path + "?onDate=2025-12-25").textAt("/headline/stage"))
                .isEqualTo("in_negotiation");
        assertThat(Api.get(path + "?onDate=2025-11-15").textAt("/headline/stage"))
                .isEqualTo("announced");
        assertThat(Api.get(path + "?asOfSeq=" + then + "&onDate=2025-12-25").textAt("/headline/stage"))
                .isEqualTo("agreed");
        assertThat(Api.get(path + "?onDate=2025-10-01")
                        .at("/headline/possibleStages")
                        .toString())
                .isEqualTo("[\"unknown\"]");
        assertThat(Api.get(events).at("/items")).hasSize(3);
        assertThat(Api.get(events + "/" + agreed.textAt("/id")).textAt("/to")).isEqualTo("agreed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999", "unknown", "2025-01/..", "2025-02-30"})
    void anEventNeedsADayThatHasBegun(String effective) {
        String path = "/agreements/" + Fixtures.created("agreements", Fixtures.rumour());
        assertUnacceptable(
                Api.postTo(path + "/status-history", "\"r1\"", event("agreed", "transition", effective)), "/effective");
    }

    @Test
    void thePastIsServedWithTheSameBytesForEver() {
        ObjectNode body = Fixtures.j10();
        Answer first = Api.post("/agreements", body).expect(201);
        String path = "/agreements/" + first.textAt("/slug");
        long then = first.head();
        String listThen = Api.get("/agreements?limit=500&asOfSeq=" + then).text();
        Api.patch(path, "\"r1\"", Bodies.json("{title: 'Another title'}")).expect(200);
        Answer past = Api.get(path + "?asOfSeq=" + then).expect(200);
        assertThat(past.text()).isEqualTo(first.text());
        assertThat(past.etag()).isEqualTo("\"r1\"");
        assertThat(past.header("Cache-Control")).isEqualTo("max-age=3600");
        assertThat(past.header("Content-Location")).endsWith(path + "?asOfSeq=" + then);
        assertThat(past.header("Memento-Datetime")).endsWith("GMT");
        assertThat(past.head()).isEqualTo(then);
        assertThat(Api.get("/agreements?limit=500&asOfSeq=" + then).text()).isEqualTo(listThen);
        assertThat(Api.get(path + "/history/1").text()).isEqualTo(first.text());
        assertThat(Api.get(path + "?asOf=" + first.textAt("/updatedAt")).text()).isEqualTo(first.text());
        assertNotFound(Api.get(path + "?asOfSeq=" + (then - 1)));
        assertNotFound(Api.get(path + "/history?asOfSeq=" + (then - 1)));
        assertThat(Api.get(path + "/diff?from=1&to=2").at("/fields").toString()).contains("\"/title\"");
    }

    @Test
    void aMomentAheadOrTwoOfThemAreRefused() {
        String path = "/parties/" + Fixtures.pakistan();
        assertProblem(Api.get(path + "?asOfSeq=" + (Api.head() + 1)), 400, "malformed-request", "asOfSeq");
        assertProblem(Api.get(path + "?asOf=" + Instant.now().plusSeconds(60)), 400, "malformed-request", "asOf");
        assertProblem(Api.get(path + "?asOf=2026-01-01T00:00:00Z&asOfSeq=1"), 400, "malformed-request", "asOf");
        Answer now = Api.get(path + "?asOf=" + Instant.now().minusMillis(1));
        assertThat(now.expect(200).header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void aCurrentTagIsAnsweredWithNothing() {
        String path = "/parties/" + Fixtures.pakistan();
        Answer read = Api.get(path);
        Answer same = Api.get(path, "If-None-Match", "\"x\", W/" + read.etag());
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.bytes()).isEmpty();
        assertThat(same.etag()).isEqualTo(read.etag());
        assertThat(Api.get(path, "If-None-Match", "\"r99\"").status()).isEqualTo(200);
        String list = Api.get("/parties?limit=1").etag();
        assertThat(Api.get("/parties?limit=1", "If-None-Match", list).status()).isEqualTo(304);
        Fixtures.created("parties", Fixtures.party());
        assertThat(Api.get("/parties?limit=1", "If-None-Match", list).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"slug", "-slug", "title", "-createdAt", "updatedAt,-slug"})
    void thePagesOfAListAreOfOneMomentWhateverIsWrittenMeanwhile(String sort) {
        for (int i = 0; i < 3; i++) {
            Fixtures.created("parties", Fixtures.party());
        }
        Answer whole = Api.get("/parties?limit=500&sort=" + sort);
        List<String> paged = new ArrayList<>();
        String next = "/parties?limit=2&sort=" + sort;
        while (next != null) {
            Answer page = Api.get(next).expect(200);
            paged.addAll(page.each("/items", "slug"));
            assertThat(page.at("/total").asInt()).isEqualTo(whole.at("/total").asInt());
            JsonNode link = page.at("/next");
            next = link.isNull() ? null : link.asText();
            if (next != null) {
                assertThat(page.header("Link")).isEqualTo("<" + next + ">; rel=\"next\"");
            }
            if (paged.size() == 2) {
                Fixtures.created("parties", Fixtures.party());
            }
        }
        assertThat(paged).isEqualTo(whole.each("/items", "slug")).doesNotHaveDuplicates();
    }

    @Test
    void aNewNameOfAPartyIsAnEntryOfEachAgreementThatShowsIt() {
        ObjectNode party = Fixtures.party();
        String slug = Fixtures.created("parties", party);
        ObjectNode deal = Bodies.with(
                Fixtures.rumour(),
                "/parties",
                "[{party: '" + slug + "', role: 'supplier', citations: [{source: '" + Fixtures.reuters() + "'}]}]");
        String agreement = "/agreements/" + Fixtures.created("agreements", deal);
        String cursor = Api.get("/changes?since=now").textAt("/cursor");
        long before = Api.head();
        Api.patch("/parties/" + slug, "\"r1\"", Bodies.json("{name: 'Heavy Industries'}"))
                .expect(200);
        Answer feed = Api.get("/changes?include=record&since=" + cursor).expect(200);
        assertThat(feed.each("/items", "op")).containsExactly("updated", "rederived");
        assertThat(feed.at("/items/1/cause/n").asLong())
                .isEqualTo(feed.at("/items/0/n").asLong());
        assertThat(feed.at("/items/1/record")).isEqualTo(Api.get(agreement).json());
        assertThat(Api.get(agreement).textAt("/headline/suppliers/0/name")).isEqualTo("Heavy Industries");
        assertThat(Api.get(agreement + "?asOfSeq=" + before).textAt("/headline/suppliers/0/name"))
                .isEqualTo(party.get("name").asText());
        assertThat(Api.get("/changes?kind=party&since=" + cursor).at("/items")).hasSize(1);
        String last = feed.textAt("/cursor");
        assertThat(Api.get("/changes?since=" + last).textAt("/cursor")).isEqualTo(last);
    }

    @Test
    void theChainIsWholeAndHistoryCannotBeRewrittenByAnyLogin() throws Exception {
        Fixtures.created("agreements", Fixtures.laafDeal());
        assertThat(ChainCheck.faults(login("quarkus.flyway"))).isEmpty();
        for (String login : List.of("quarkus.flyway", "quarkus.datasource")) {
            for (String sql : List.of(
                    "update log set reason = 'x' where n = 1",
                    "delete from log where n = 1",
                    "truncate log cascade",
                    "delete from log_head",
                    "update log_head set n = n - 1")) {
                ThrowingCallable rewrite = () -> login(login).execute(sql);
                assertThat(org.assertj.core.api.Assertions.catchThrowable(rewrite))
                        .as(login + ": " + sql)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    private static Login login(String prefix) {
        return new Login(
                value("quarkus.datasource.jdbc.url"), value(prefix + ".username"), value(prefix + ".password"));
    }

    private static String value(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
