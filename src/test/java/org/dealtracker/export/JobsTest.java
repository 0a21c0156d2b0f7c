package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HexFormat;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that takes a while is asked for first and fetched when it is there. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class JobsTest {
    private static Answer ask(String query, String body) {
        return Api.send("POST", "/exports" + query, Bodies.json(body), "Content-Type", "application/json");
    }

    private static Answer done(Answer asked) throws InterruptedException {
        String id = asked.expect(202).textAt("/id");
        Answer told = asked;
        for (int i = 0; i < 400 && !told.textAt("/state").equals("done"); i++) {
            assertThat(told.textAt("/state")).isIn("queued", "running", "done");
            Thread.sleep(25);
            told = Api.get("/exports/jobs/" + id).expect(200);
        }
        return told;
    }

    @Test
    void theJobLeadsToTheFileOfItsMoment() throws InterruptedException {
        String slug = Fixtures.created("agreements", Fixtures.laafDeal());
        long n = Api.get("/agreements/" + slug).head();
        Answer asked = ask("?supplier=pakistan&asOfSeq=" + n, "{export: 'citations.csv'}");
        assertThat(asked.header("Location")).endsWith("/exports/jobs/" + asked.textAt("/id"));
        assertThat(asked.header("Retry-After")).isEqualTo("1");
        Answer told = done(asked);
        assertThat(told.textAt("/export")).isEqualTo("citations.csv");
        assertThat(told.textAt("/href")).isEqualTo("/api/v1/exports/citations.csv?asOfSeq=" + n + "&supplier=pakistan");
        byte[] file = Exported.file("citations.csv", "?supplier=pakistan&asOfSeq=" + n)
                .bytes();
        assertThat(told.at("/bytes").asInt()).isEqualTo(file.length);
        assertThat(told.textAt("/sha256"))
                .isEqualTo(HexFormat.of().formatHex(Hashing.sha256().digest(file)));
        assertThat(told.at("/rows").asInt())
                .isEqualTo(Exported.rows("citations", "?supplier=pakistan&asOfSeq=" + n)
                        .size());
    }

    @Test
    void whoAsksForTheSameGetsTheSameJob() throws InterruptedException {
        long n = Api.get("/agreements?limit=1").head();
        String id = ask("?asOfSeq=" + n, "{export: 'terms.csv'}").expect(202).textAt("/id");
        assertThat(ask("?asOfSeq=" + n, "{export: 'terms.csv'}").textAt("/id")).isEqualTo(id);
        assertThat(ask("?asOfSeq=" + n, "{export: 'terms.jsonl'}").textAt("/id"))
                .isNotEqualTo(id);
        assertThat(done(ask("?asOfSeq=" + n, "{export: 'terms.csv'}")).textAt("/state"))
                .isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "?asOfSeq=1 | {} | 422 | unacceptable-content | /export",
                "?asOfSeq=1 | {export: 'nothing.csv'} | 422 | unacceptable-content | /export",
                "?asOfSeq=1 | {export: 'items.exe'} | 422 | unacceptable-content | /export",
                "?asOfSeq=1 | {export: 5} | 400 | malformed-request | /export",
                "?asOfSeq=1 | {export: 'items.csv', more: 1} | 400 | malformed-request | /more",
                "?asOfSeq=99999999 | {export: 'items.csv'} | 400 | malformed-request | asOfSeq",
                "?stage=x | {export: 'items.csv'} | 400 | malformed-request | stage"
            })
    void whatCannotBeMadeIsRefused(String query, String body, int status, String type, String pointer) {
        assertProblem(ask(query, body), status, type, pointer);
    }
}
