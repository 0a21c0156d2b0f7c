package org.dealtracker.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dealtracker.support.Problems.assertMalformed;
import static org.dealtracker.support.Problems.assertNotFound;
import static org.dealtracker.support.Problems.assertProblem;
import static org.dealtracker.support.Problems.assertUnacceptable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Client;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.Login;
import org.dealtracker.support.RegisterDatabase;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A release is published once, by somebody who may, and stays what it was. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class PublishTest {
    private static ObjectNode named(String name) {
        return Bodies.json("{name: '%s'}", name);
    }

    private static String fresh() {
        return Fixtures.fresh("2026-Q4.");
    }

    @Test
    void aReleaseIsOfTheLastEntryAndReadsAsItWasPublished() throws SQLException {
        Fixtures.created("parties", Fixtures.party());
        String name = fresh();
        ObjectNode body = named(name).put("title", "Fourth quarter").put("notes", "What is new.");
        Answer published = Api.post("/snapshots", body).expect(201);
        String path = "/api/v1/snapshots/" + name;
        assertThat(published.header("Location")).isEqualTo(path);
        assertThat(published.textAt("/href")).isEqualTo(path);
        assertThat(published.at("/n").asLong()).isEqualTo(Api.head()).isEqualTo(published.head());
        assertThat(published.textAt("/at"))
                .isEqualTo(Api.get("/parties?limit=1&sort=-updatedAt").textAt("/items/0/updatedAt"));
        assertThat(published.textAt("/publishedBy")).isEqualTo("admin");
        assertThat(published.at("/files").isArray()).isTrue();
        String entry = one("select h.log_id || ' ' || encode(l.hash, 'hex') from log_head h, log l where l.n = "
                + published.at("/n").asLong());
        assertThat(published.textAt("/logId") + " " + published.textAt("/chain"))
                .isEqualTo(entry);

        Fixtures.created("parties", Fixtures.party());
        Answer read = Api.get("/snapshots/" + name).expect(200);
        assertThat(read.text()).isEqualTo(published.text());
        assertThat(read.etag()).isEqualTo(published.etag());
        assertThat(read.header("Cache-Control")).isEqualTo("max-age=3600");
        Answer same = Api.get("/snapshots/" + name, "If-None-Match", read.etag());
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.bytes()).isEmpty();
        assertThat(Api.get("/snapshots/" + name, "If-None-Match", "\"other\"").status())
                .isEqualTo(200);
    }

    @Test
    void aReleaseOfAPastEntryIsOfThatOneAndOneOfZeroIsBeforeAll() throws SQLException {
        Fixtures.created("parties", Fixtures.party());
        long then = Api.head();
        Fixtures.created("parties", Fixtures.party());
        Answer past =
                Api.post("/snapshots", named(fresh()).put("asOfSeq", then)).expect(201);
        assertThat(past.at("/n").asLong()).isEqualTo(then);
        assertThat(past.textAt("/chain")).isEqualTo(one("select encode(hash, 'hex') from log where n = " + then));
        Answer empty = Api.post("/snapshots", named(fresh()).put("asOfSeq", 0)).expect(201);
        assertThat(empty.at("/n").asLong()).isZero();
        assertThat(empty.json().has("at")).isFalse();
        assertThat(empty.textAt("/chain"))
                .isEqualTo(one("select encode(sha256(uuid_send(log_id)), 'hex') from log_head"));
        assertThat(Api.get("/snapshots/" + empty.textAt("/name")).text()).isEqualTo(empty.text());
    }

    @Test
    void notesKeepEveryCharacter() {
        String awkward = "<b>&\"'</b> =cmd|' /C calc'!A0\r\n\tصفقة\u202e 😀 \u0007 e\u0301 ";
        ObjectNode body = named(fresh()).put("title", "\u202e<script>").put("notes", awkward.repeat(200));
        String name = Api.post("/snapshots", body).expect(201).textAt("/name");
        Answer read = Api.get("/snapshots/" + name).expect(200);
        assertThat(read.textAt("/notes")).isEqualTo(awkward.repeat(200));
        assertThat(read.textAt("/title")).isEqualTo("\u202e<script>");
        assertThat(Api.post("/snapshots", named(fresh()).put("notes", "😀".repeat(10_000)))
                        .expect(201)
                        .textAt("/notes"))
                .hasSize(20_000);
    }

    @Test
    void whatIsWrongIsToldAllAtOnce() {
        assertUnacceptable(Api.post("/snapshots", Bodies.json("{}")), "/name");
        Answer ahead = Api.post("/snapshots", named(fresh()).put("asOfSeq", Api.head() + 1));
        assertUnacceptable(ahead, "/asOfSeq");
        assertThat(ahead.textAt("/detail")).contains("to " + Api.head());
        ObjectNode wrong = named("2026/Q4").put("title", " ").put("notes", "x".repeat(10_001));
        assertUnacceptable(
                Api.post("/snapshots", wrong.put("asOfSeq", -1).put("n", 5)),
                "/name",
                "/title",
                "/notes",
                "/asOfSeq",
                "/n");
        assertUnacceptable(Api.post("/snapshots", named(fresh()).put("asOfSeq", 1.5)), "/asOfSeq");
        assertUnacceptable(Api.post("/snapshots", named(fresh()).put("notes", "a\0b")), "/notes");
        assertMalformed(
                Api.post("/snapshots", Bodies.json("{name: 5, title: [], notes: {}, asOfSeq: 'head', colour: 'red'}")),
                "/name",
                "/title",
                "/notes",
                "/asOfSeq",
                "/colour");
        assertMalformed(Api.post("/snapshots", "[]"));
        assertMalformed(Api.post("/snapshots", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {".hidden", "-q4", "2026 Q4", "2026-Q4\n", "é", "../x", "a%2Fb", "<x>"})
    void aNameThatCannotStandInAnAddressIsRefused(String name) {
        assertUnacceptable(Api.post("/snapshots", Bodies.json("{}").put("name", name)), "/name");
    }

    @Test
    void aNameHasSixtyFourCharactersAtMost() {
        String longest = (fresh() + "x".repeat(64)).substring(0, 64);
        Api.post("/snapshots", named(longest)).expect(201);
        Api.get("/snapshots/" + longest).expect(200);
        assertUnacceptable(Api.post("/snapshots", named(longest + "x")), "/name");
    }

    @Test
    void aNameIsUsedOnceWhateverItsCase() {
        String name = fresh();
        Answer first = Api.post("/snapshots", named(name)).expect(201);
        for (String taken : List.of(name, name.toLowerCase(java.util.Locale.ROOT))) {
            Answer refused = Api.post("/snapshots", named(taken).put("title", "Another"));
            assertProblem(refused, 409, "duplicate");
            assertThat(refused.textAt("/existing")).isEqualTo(first.textAt("/href"));
        }
        assertUnacceptable(Api.post("/snapshots", named(name).put("title", "")), "/title");
        assertThat(Api.get("/snapshots/" + name).text()).isEqualTo(first.text());
        assertNotFound(Api.get("/snapshots/" + name.toLowerCase(java.util.Locale.ROOT)));
    }

    @Test
    void ofEightWhoPublishOneNameOneDoes() throws Exception {
        String name = fresh();
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Client.Answer>> sent = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String body = named(name).put("notes", "By client " + i).toString();
                Client client = Client.here();
                sent.add(pool.submit(() -> client.send("POST", "/snapshots", null, null, body)));
            }
            List<String> published = new ArrayList<>();
            for (Future<Client.Answer> each : sent) {
                Client.Answer answer = each.get();
                if (answer.status() == 201) {
                    published.add(answer.text());
                } else {
                    assertThat(answer.status()).as(answer.text()).isEqualTo(409);
                    assertThat(answer.json().path("existing").asText()).isEqualTo("/api/v1/snapshots/" + name);
                }
            }
            assertThat(published).containsExactly(Api.get("/snapshots/" + name).text());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aRequestThatIsSentAgainPublishesOnce() {
        String key = Fixtures.fresh("publishing");
        ObjectNode body = named(fresh());
        Answer first = Api.post("/snapshots", body, "Idempotency-Key", key).expect(201);
        Answer again = Api.post("/snapshots", body, "Idempotency-Key", key).expect(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.etag()).isEqualTo(first.etag());
        assertUnacceptable(Api.post("/snapshots", Bodies.json("{}"), "Idempotency-Key", key), "Idempotency-Key");
        assertMalformed(Api.post("/snapshots", named(fresh()), "Idempotency-Key", "a b"), "Idempotency-Key");
        assertProblem(Api.post("/snapshots", body), 409, "duplicate");
    }

    @Test
    void whoHasNoKeyOrOneThatOnlyReadsPublishesNothing() throws Exception {
        String name = fresh();
        String body = named(name).toString();
        assertProblem(Api.send("POST", "/snapshots", body, "Content-Type", "application/json"), 401, "unauthorized");
        String reader = "Bearer " + key("reader");
        Answer forbidden =
                Api.send("POST", "/snapshots", body, "Content-Type", "application/json", "Authorization", reader);
        assertProblem(forbidden, 403, "forbidden");
        assertNotFound(Api.get("/snapshots/" + name));
        String editor = key("editor");
        Answer published = Api.send(
                "POST", "/snapshots", body, "Content-Type", "application/json", "Authorization", "Bearer " + editor);
        assertThat(published.expect(201).textAt("/publishedBy")).isEqualTo("name of " + editor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void aReleaseIsNeitherChangedNorTakenBack(String method) {
        String name = Published.release();
        Answer refused = Api.write(method, "/snapshots/" + name, "*", Bodies.json("{title: 'Another'}"));
        assertProblem(refused, 405, "method-not-allowed");
        assertThat(refused.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(Api.send("OPTIONS", "/snapshots", null).header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "%00", "a%20b", ".hidden", "%3Cx%3E"})
    void anUnknownReleaseIsNotFound(String name) {
        assertThat(Api.get("/snapshots/" + name).status()).isEqualTo(404);
    }

    @Test
    void noLoginRewritesAReleaseAndTheServicesOwnMayOnlyAdd() throws SQLException {
        String name = Published.release();
        for (String prefix : List.of("quarkus.flyway", "quarkus.datasource")) {
            for (String sql : List.of(
                    "update snapshot set notes = 'x' where name = '" + name + "'",
                    "delete from snapshot where name = '" + name + "'",
                    "insert into snapshot select * from snapshot where name = '" + name
                            + "' on conflict (name) do update set notes = 'x'",
                    "truncate snapshot")) {
                assertThatThrownBy(() -> login(prefix).execute(sql))
                        .as(prefix + ": " + sql)
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(append-only|permission denied).*");
            }
        }
        // By its rights, whatever the triggers say.
        assertThat(one("select string_agg(p, ' ' order by p) from unnest(array['select', 'insert', 'update', 'delete',"
                        + " 'truncate']) as p where has_table_privilege(current_user, 'snapshot', p)"))
                .isEqualTo("insert select");
        assertThatThrownBy(
                        () -> login("quarkus.datasource")
                                .execute(
                                        "insert into snapshot (name, n, log_id, chain,"
                                                + " published_at, published_by, files) values ('a b', 0, gen_random_uuid(), '', now(), 'x', '[]')"))
                .hasMessageContaining("snapshot_name_check");
    }

    private static Login login(String prefix) {
        return new Login(
                value("quarkus.datasource.jdbc.url"), value(prefix + ".username"), value(prefix + ".password"));
    }

    private static String value(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    private static String one(String sql) throws SQLException {
        try (Connection connection = login("quarkus.datasource").connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    /** A key of a role, written as the register keeps keys. */
    private static String key(String role) throws Exception {
        String key = Fixtures.fresh("a-key-of-this-test-for-a-" + role);
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] secret = HexFormat.of().parseHex(one("select encode(hmac, 'hex') from access_secret"));
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        try (Connection connection = login("quarkus.datasource").connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into access_key (id, name, digest, role) values (?, ?, ?, ?)")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, "name of " + key);
            insert.setBytes(3, mac.doFinal(key.getBytes(StandardCharsets.UTF_8)));
            insert.setString(4, role);
            insert.executeUpdate();
        }
        return key;
    }
}
