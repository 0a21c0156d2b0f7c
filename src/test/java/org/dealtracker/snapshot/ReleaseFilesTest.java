package org.dealtracker.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.StreamSupport;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Client;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;

/** A release names its files by their sums, and these are the bytes that its addresses give, now and later. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class ReleaseFilesTest {
    private static byte[] bytes(String href) throws IOException {
        assertThat(href).startsWith("/api/v1/");
        return Client.here().get(href.substring("/api/v1".length())).expect(200).bytes();
    }

    @Test
    void eachFileIsWhatItsSumSays() throws Exception {
        String slug = Fixtures.created("agreements", Fixtures.laafDeal());
        String release = Published.release();
        JsonNode files = Api.get("/snapshots/" + release).expect(200).at("/files");
        assertThat(StreamSupport.stream(files.spliterator(), false)
                        .map(file -> file.get("path").asText()))
                .hasSize(26)
                .contains(
                        "package.zip",
                        "register.sqlite",
                        "ftm.jsonl",
                        "agreements.geojson",
                        "items.csv",
                        "screening.csv");
        Api.patch(
                        "/agreements/" + slug,
                        Api.get("/agreements/" + slug).etag(),
                        Bodies.json("{title: 'Another one', changeReason: 'r'}"))
                .expect(200);
        for (JsonNode file : files) {
            byte[] bytes = bytes(file.get("href").asText());
            assertThat(bytes).as(file.toString()).hasSize(file.get("bytes").asInt());
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                    .as(file.toString())
                    .isEqualTo(file.get("sha256").asText());
        }
    }

    @Test
    void anEarlierStateHasTheFilesOfThen() throws Exception {
        String slug = Fixtures.created("agreements", Fixtures.rumour());
        long before = Api.get("/agreements/" + slug).head() - 1;
        JsonNode files = Api.post(
                        "/snapshots", Bodies.json("{name: '%s', asOfSeq: %d}", Fixtures.fresh("Earlier_1."), before))
                .expect(201)
                .at("/files");
        for (JsonNode file : files) {
            assertThat(file.get("href").asText()).endsWith("?asOfSeq=" + before);
            if (file.get("path").asText().equals("agreements.csv")) {
                assertThat(new String(bytes(file.get("href").asText()), java.nio.charset.StandardCharsets.UTF_8))
                        .doesNotContain(slug);
            }
        }
    }
}
