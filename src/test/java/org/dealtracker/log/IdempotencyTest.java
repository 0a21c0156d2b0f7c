package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;
import static org.dealtracker.support.Problems.assertNotFound;
import static org.dealtracker.support.Problems.assertProblem;
import static org.dealtracker.support.Problems.assertUnacceptable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Client;
import org.dealtracker.support.CutOff;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.Login;
import org.dealtracker.support.RegisterDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A POST with an {@code Idempotency-Key} is carried out once, however often it is sent. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class IdempotencyTest {
    /** 2,000 in a run of its own: {@code -Dcut.replies=2000}. */
    private static final int CUT = Integer.getInteger("cut.replies", 120);

    private static final String KEY = "Idempotency-Key";

    private static String key() {
        return Fixtures.fresh("key");
    }

    @Test
    void theSameRequestGetsTheFirstAnswerAgain() {
        String key = key();
        ObjectNode body = Bodies.json("{title: 'A deal told twice'}");
        Answer first = Api.post("/agreements", body, KEY, key).expect(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        Api.patch("/agreements/" + first.textAt("/id"), "\"r1\"", Bodies.json("{summary: 'Since changed.'}"))
                .expect(200);
        long head = Api.head();
        Answer again = Api.post("/agreements", body, KEY, key).expect(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text()).isEqualTo(first.text());
        for (String header : List.of("Location", "ETag", "Feed-Head", "Content-Type")) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
        assertThat(Api.head()).isEqualTo(head);
        Answer keyless = Api.post("/agreements", body).expect(201);
        assertThat(keyless.textAt("/id"))
                .as("without its key it is another one")
                .isNotEqualTo(first.textAt("/id"));
    }

    @Test
    void claimsAndStatusEventsAreAddedOnceAlthoughTheirIfMatchIsStaleByThen() {
        String path = "/agreements/" + Fixtures.created("agreements", Fixtures.rumour());
        ObjectNode claim = (ObjectNode) Fixtures.laafDeal().at("/terms/0");
        String key = key();
        Answer added = Api.postTo(path + "/terms", "\"r1\"", claim, KEY, key).expect(201);
        assertThat(Api.postTo(path + "/terms", "\"r1\"", claim, KEY, key)
                        .expect(201)
                        .text())
                .isEqualTo(added.text());
        ObjectNode event = (ObjectNode) Fixtures.laafDeal().at("/statusHistory/0");
        String other = key();
        Answer moved = Api.postTo(path + "/status-history", "\"r2\"", event, KEY, other)
                .expect(201);
        Answer again = Api.postTo(path + "/status-history", "\"r2\"", event, KEY, other)
                .expect(201);
        assertThat(again.text()).isEqualTo(moved.text());
        assertThat(again.etag()).isEqualTo("\"r3\"");
        assertThat(Api.get(path).etag()).isEqualTo("\"r3\"");
    }

    @Test
    void aKeyIsForOneRequestOnly() {
        String key = key();
        Api.post("/parties", Fixtures.party(), KEY, key).expect(201);
        assertUnacceptable(Api.post("/parties", Fixtures.party(), KEY, key), KEY);
        assertUnacceptable(Api.post("/sources", Fixtures.source(), KEY, key), KEY);
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        String key = key();
        assertUnacceptable(Api.post("/parties", Bodies.json("{name: 'Nameless'}"), KEY, key), "/kind");
        Api.post("/parties", Fixtures.party(), KEY, key).expect(201);
    }

    @Test
    void aReplayComesBeforeWhateverElseIsWrongByNow() {
        ObjectNode claim = (ObjectNode) Fixtures.laafDeal().at("/terms/0");
        String path = "/agreements/" + Fixtures.created("agreements", Fixtures.rumour());
        String key = key();
        Api.postTo(path + "/terms", "\"r1\"", claim, KEY, key).expect(201);
        Api.delete(path, "\"r2\"", "Never was.").expect(204);
        assertThat(Api.postTo(path + "/terms", null, claim, KEY, key)
                        .expect(201)
                        .etag())
                .isEqualTo("\"r2\"");
        assertUnacceptable(Api.postTo(path + "/terms", null, "{", KEY, key), KEY);
        assertProblem(Api.postTo(path + "/terms", null, claim, KEY, key()), 410, "gone");
        assertNotFound(Api.postTo("/agreements/nothing/terms", null, claim, KEY, key()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "ü"})
    void aKeyIsVisibleAscii(String key) {
        assertMalformed(Api.post("/parties", Fixtures.party(), KEY, key), KEY);
    }

    @Test
    void aKeyHas255CharactersAtMost() {
        assertMalformed(Api.post("/parties", Fixtures.party(), KEY, "k".repeat(256)), KEY);
        Api.post("/parties", Fixtures.party(), KEY, key() + "k".repeat(255 - 10))
                .expect(201);
    }

    @Test
    void whileTheFirstIsRunningTheSecondIsToldSo() throws Exception {
        String slug = Fixtures.created("agreements", Fixtures.rumour());
        String path = "/agreements/" + slug + "/terms";
        String claim = Fixtures.laafDeal().at("/terms/0").toString();
        String key = key();
        Client client = Client.here();
        ExecutorService aside = Executors.newSingleThreadExecutor();
        try (Connection blocker = login("quarkus.datasource").connect();
                PreparedStatement lock = blocker.prepareStatement("select from record where slug = ? for update")) {
            blocker.setAutoCommit(false);
            lock.setString(1, slug);
            lock.executeQuery();
            Future<Client.Answer> first = aside.submit(() -> client.once(path, "\"r1\"", key, claim));
            Answer second = null;
            // The first needs a moment to come to the row that we hold.
            for (int i = 0; i < 100 && (second == null || second.status() != 409); i++) {
                Thread.sleep(50);
                second = first.isDone() ? null : Api.postTo("/agreements/nothing/terms", null, claim, KEY, key);
            }
            assertProblem(second, 409, "conflict");
            assertThat(second.header("Retry-After")).isNotNull();
            blocker.rollback();
            String added = first.get().text();
            assertThat(first.get().status()).as(added).isEqualTo(201);
            assertThat(Api.postTo(path, "\"r1\"", claim, KEY, key).expect(201).text())
                    .isEqualTo(added);
        } finally {
            aside.shutdownNow();
        }
    }

    @Test
    void aKeyIsForgottenAfterADay() throws Exception {
        String key = key();
        ObjectNode body = Bodies.json("{title: 'A deal of two days'}");
        String first = Api.post("/agreements", body, KEY, key).expect(201).textAt("/slug");
        login("quarkus.flyway").execute("update replay set at = at - interval '25 hours'");
        Answer second = Api.post("/agreements", body, KEY, key).expect(201);
        assertThat(second.header("Idempotency-Replayed")).isNull();
        assertThat(second.textAt("/slug")).isEqualTo(first + "-2");
    }

    @Test
    void requestsWhoseAnswersAreCutOffAreRepeatedAndCarriedOutOnce() throws Exception {
        String run = Fixtures.fresh("cut-off");
        long before = Api.head();
        Client client = Client.here();
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<Future<String>> done = new ArrayList<>();
        for (int i = 0; i < CUT; i++) {
            // No slug: a request that was carried out twice would make two records, not a conflict.
            ObjectNode body = Bodies.json("{title: 'Deal %s %d'}", run, i);
            String key = run + "-" + i;
            boolean wait = i % 3 != 0;
            done.add(clients.submit(() -> cutAndRepeated(client, body.toString(), key, wait)));
        }
        Set<String> slugs = new HashSet<>();
        for (Future<String> one : done) {
            slugs.add(one.get());
        }
        clients.shutdown();
        assertThat(slugs).hasSize(CUT).noneMatch(slug -> slug.matches(".*" + run + "-\\d+-\\d+"));
        assertThat(Api.head()).isEqualTo(before + CUT);
    }

    private static String cutAndRepeated(Client client, String body, String key, boolean afterCommit) throws Exception {
        if (afterCommit) {
            CutOff.afterCommit("/agreements", body, key);
        } else {
            CutOff.atOnce("/agreements", body, key);
        }
        Client.Answer answer = client.once("/agreements", null, key, body);
        while (answer.status() == 409) {
            Thread.sleep(20);
            answer = client.once("/agreements", null, key, body);
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        if (afterCommit) {
            assertThat(answer.header("Idempotency-Replayed")).isEqualTo("true");
        }
        String slug = answer.json().get("slug").asText();
        assertThat(client.get("/agreements/" + slug).json()).isEqualTo(answer.json());
        return slug;
    }

    private static Login login(String prefix) {
        return new Login(
                value("quarkus.datasource.jdbc.url"), value(prefix + ".username"), value(prefix + ".password"));
    }

    private static String value(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
