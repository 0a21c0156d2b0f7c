package org.dealtracker.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has not changed is answered from memory, and what has changed never is. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class UnchangedTest {
    @Inject
    Given given;

    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    private static Answer again(String path, Answer before) {
        return Api.get(path, "If-None-Match", before.etag());
    }

    private static Set<String> vary(Answer answer) {
        return answer.response().headers().getValues("Vary").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** The second time nobody is asked: the tag is known by address, and the answer says what the long way says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agreements/DEAL",
                "/agreements/DEAL?fields=slug,headline.stage",
                "/agreements/DEAL?onDate=2026-01-01",
                "/agreements/DEAL/parties",
                "/agreements/DEAL/items",
                "/agreements/DEAL/status-history",
                "/agreements/DEAL/history",
                "/agreements/DEAL/history/1",
                "/agreements/DEAL/diff",
                "/agreements/DEAL/evidence",
                "/agreements/DEAL/conflicts",
                "/agreements/DEAL/screening",
                "/agreements/DEAL/duplicates",
                "/parties/PARTY",
                "/parties/PARTY/agreements",
                "/agreements?limit=2",
                "/agreements?limit=2&expand=claims&facets=stage",
                "/search?q=rumour",
                "/search/suggest?q=rum",
                "/stats/agreements?groupBy=stage",
                "/stats/agreements.csv?groupBy=stage",
                "/stats/timeseries?bucket=quarter",
                "/relations?between=PARTY,OTHER",
                "/changes?limit=1",
                "/parties/PARTY/changes"
            })
    void theSecondAnswerComesFromMemoryAndSaysTheSame(String template) {
        String path = template.replace("DEAL", Fixtures.created("agreements", Fixtures.rumour()))
                .replace("PARTY", Fixtures.created("parties", Fixtures.party()))
                .replace("OTHER", Fixtures.created("parties", Fixtures.party()));
        Answer first = Api.get(path).expect(200);
        String address = "/api/v1" + path;
        assertThat(given.holds(address, first.etag())).as("remembered").isPresent();
        assertThat(given.holds(address, "\"other\"")).isEmpty();
        assertThat(given.holds(address + "&x=1", first.etag())).isEmpty();
        Answer second = again(path, first).expect(304);
        assertThat(second.bytes()).isEmpty();
        for (String header : List.of("ETag", "Feed-Head", "Cache-Control", "Access-Control-Allow-Origin")) {
            assertThat(second.header(header)).as(header).isEqualTo(first.header(header));
        }
        assertThat(vary(second)).isEqualTo(vary(first));
        assertThat(Api.send("HEAD", path, null, "If-None-Match", first.etag()).status())
                .isEqualTo(304);

        Fixtures.created("parties", Fixtures.party());
        Answer third = again(path, first);
        boolean ofRecord = first.etag().startsWith("\"r");
        assertThat(third.status()).isEqualTo(ofRecord ? 304 : 200);
        assertThat(third.head()).isEqualTo(first.head() + 1);
    }

    @Test
    void oneFormatIsNotCalledUnchangedForTheOther() {
        String path = "/stats/agreements?groupBy=kind";
        Answer csv = Api.get(path, "Accept", "text/csv").expect(200);
        Answer json = Api.get(path, "Accept", "application/json").expect(200);
        for (int i = 0; i < 2; i++) {
            Api.get(path, "Accept", "text/csv", "If-None-Match", csv.etag()).expect(304);
            Api.get(path, "Accept", "application/json", "If-None-Match", json.etag())
                    .expect(304);
            Api.get(path, "Accept", "text/csv", "If-None-Match", json.etag()).expect(200);
            Api.get(path, "Accept", "application/json", "If-None-Match", csv.etag())
                    .expect(200);
        }
        Api.get(path, "Accept", "text/csv, */*;q=0.1", "If-None-Match", json.etag())
                .expect(200);
        Answer unchanged = Api.get(path, "If-None-Match", json.etag()).expect(304);
        assertThat(vary(unchanged)).isEqualTo(vary(json)).contains("accept");
    }

    @Test
    void aChangeIsSeenByTheNextQuestionWhoeverAsks() {
        String party = Fixtures.created("parties", Fixtures.party());
        String deal = Fixtures.created("agreements", Bodies.with(Fixtures.rumour(), "/parties", """
                        [{party: '%s', role: 'supplier', citations: [{source: '%s'}]}]""".formatted(
                        party, Fixtures.created("sources", Fixtures.source()))));
        String path = "/agreements/" + deal;
        for (int i = 1; i <= 20; i++) {
            Answer before = Api.get(path).expect(200);
            again(path, before).expect(304);
            // Not of the record itself: of what it shows.
            Api.patch("/parties/" + party, "\"r" + i + "\"", Bodies.json("{name: 'Name %d'}", i))
                    .expect(200);
            Answer after = again(path, before).expect(200);
            assertThat(after.at("/headline/suppliers/0/name").asText()).isEqualTo("Name " + i);
        }
    }

    @Test
    void aDeletedOrMergedRecordIsNotUnchanged() {
        String deleted = Fixtures.created("parties", Fixtures.party());
        Answer before = Api.get("/parties/" + deleted).expect(200);
        Api.delete("/parties/" + deleted, "\"r1\"", "Never was.").expect(204);
        again("/parties/" + deleted, before).expect(410);

        String merged = Fixtures.created("parties", Fixtures.party());
        String survivor = Fixtures.created("parties", Fixtures.party());
        Answer then = Api.get("/parties/" + merged).expect(200);
        Api.postTo(
                        "/parties/" + merged + "/merge",
                        "\"r1\"",
                        Bodies.json("{into: '%s', changeReason: 'The same.'}", survivor))
                .expect(200);
        again("/parties/" + merged, then).expect(308);
    }

    @Test
    void whoeverTakesNothingThatWeHaveIsTold() {
        String path = "/parties/" + Fixtures.created("parties", Fixtures.party());
        Answer before = Api.get(path).expect(200);
        Api.get(path, "If-None-Match", before.etag(), "Accept", "image/png").expect(406);
        Api.get(path, "If-None-Match", "W/" + before.etag()).expect(304);
        Api.get(path, "If-None-Match", "\"x\", " + before.etag()).expect(304);
        Api.get(path, "If-None-Match", "*").expect(304);
        Api.get(path, "If-None-Match", "\"r2\"").expect(200);
    }

    /** With no connection left nothing can be asked of the database, and so nothing of it is confirmed either. */
    @Test
    void fromMemoryMeansWithoutTheDatabaseAndOnlyWhileItConfirmsWhatIsKnown() throws Exception {
        String path = "/parties/" + Fixtures.created("parties", Fixtures.party());
        Answer before = Api.get(path).expect(200);
        List<Connection> all = new ArrayList<>();
        try {
            // One is kept by whoever listens.
            for (int i = 1; i < connections; i++) {
                all.add(database.getConnection());
            }
            again(path, before).expect(304);
            Thread.sleep(1_100);
            assertThat(given.holds("/api/v1" + path, before.etag())).isEmpty();
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        again(path, before).expect(304);
    }
}
