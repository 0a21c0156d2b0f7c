package org.dealtracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.dealtracker.support.Wire;
import org.junit.jupiter.api.Test;

/** What is settled in headers: compression, pages of other sites, HEAD. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class NegotiationTest {
    @Test
    void aPageOfAnotherSiteMayReadAndSeesTheHeadersThatItNeeds() {
        String path = "/agreements/" + Fixtures.created("agreements", Fixtures.laafDeal());
        Answer read = Api.get(path, "Origin", "https://dashboard.example");
        assertThat(read.expect(200).header("Access-Control-Allow-Origin")).isIn("*", "https://dashboard.example");
        assertThat(read.header("Access-Control-Expose-Headers")).contains("ETag", "Link", "Feed-Head");
        String asked = Wire.send(
                "OPTIONS /api/v1" + path + " HTTP/1.1\nOrigin: https://dashboard.example\n"
                        + "Access-Control-Request-Method: GET\nAccess-Control-Request-Headers: If-None-Match\n",
                new byte[0]);
        assertThat(asked).startsWith("HTTP/1.1 20");
        assertThat(asked.toLowerCase(Locale.ROOT)).contains("access-control-allow-methods: get, head");
    }

    @Test
    void aKeyStillWritesWhateverTheOrigin() {
        Api.post("/parties", Fixtures.party(), "Origin", "https://editor.example")
                .expect(201);
    }

    @Test
    void whoCanTakeGzipGetsItAndCachesAreToldSo() {
        String path = "/agreements/" + Fixtures.created("agreements", Fixtures.laafDeal());
        String raw = Wire.send("GET /api/v1" + path + " HTTP/1.1\nAccept-Encoding: gzip\n", new byte[0]);
        String head = raw.substring(0, raw.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
        assertThat(head)
                .contains("content-encoding: gzip")
                .contains("vary: accept-encoding")
                .contains("etag: \"r1\"");
        String plain = Wire.send("GET /api/v1" + path + " HTTP/1.1\n", new byte[0]);
        assertThat(plain.toLowerCase(Locale.ROOT))
                .doesNotContain("content-encoding")
                .contains("vary: accept-encoding");
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        String path = "/agreements/" + Fixtures.created("agreements", Bodies.json("{title: 'Asked for by HEAD'}"));
        Answer get = Api.get(path).expect(200);
        String head = Wire.send("HEAD /api/v1" + path + " HTTP/1.1\n", new byte[0]);
        assertThat(head)
                .as(head)
                .startsWith("HTTP/1.1 200")
                .contains(get.etag())
                .endsWith("\r\n\r\n");
        String held = Wire.send("HEAD /api/v1" + path + " HTTP/1.1\nIf-None-Match: " + get.etag() + "\n", new byte[0]);
        assertThat(held).startsWith("HTTP/1.1 304");
    }

    @Test
    void whoNamesNoHostIsAnsweredAsAnybodyElse() {
        String party = Fixtures.created("parties", Fixtures.party());
        for (String path :
                List.of("/parties?limit=1", "/parties/" + party, "/parties/" + party + "/changes", "/nothing")) {
            String answer = Wire.sendAll("GET /api/v1" + path + " HTTP/1.0\n", new byte[0]);
            assertThat(answer).as(path).startsWith(path.equals("/nothing") ? "HTTP/1.0 404 " : "HTTP/1.0 200 ");
        }
        byte[] body = Fixtures.party().toString().getBytes(StandardCharsets.UTF_8);
        String made = Wire.sendAll(
                "POST /api/v1/parties HTTP/1.0\nAuthorization: " + Api.ADMIN + "\nIdempotency-Key: "
                        + Fixtures.fresh("key") + "\nContent-Type: application/json\nContent-Length: " + body.length
                        + "\n",
                body);
        assertThat(made).startsWith("HTTP/1.0 201 ");
    }
}
