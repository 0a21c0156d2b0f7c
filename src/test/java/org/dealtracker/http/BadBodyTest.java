package org.dealtracker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;
import static org.dealtracker.support.Problems.assertProblem;
import static org.dealtracker.support.Problems.assertUnacceptable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.dealtracker.support.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are no JSON object, or cost more than any record is worth. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class BadBodyTest {
    private static final int LIMIT = 1 << 20;

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments("empty", ""),
                arguments("blank", "  \n"),
                arguments("cut short", "{\"title\": \"A"),
                arguments("an array", "[{\"title\": \"A\"}]"),
                arguments("a text", "\"title\""),
                arguments("null", "null"),
                arguments("a number", "7"),
                arguments("two objects", "{\"title\": \"A\"} {\"title\": \"B\"}"),
                arguments("a trailing comma", "{\"title\": \"A\",}"),
                arguments("a comment", "{\"title\": \"A\"} // A"),
                arguments("single quotes", "{'title': 'A'}"),
                arguments("NaN", "{\"title\": NaN}"),
                arguments("a leading zero", "{\"title\": 007}"),
                arguments("a raw line break in a text", "{\"title\": \"A\nB\"}"),
                arguments("a member twice", "{\"title\": \"A\", \"title\": \"B\"}"),
                arguments(
                        "a member twice, within",
                        "{\"title\": \"A\", \"items\": [{\"line\": \"a\", \"line\": \"b\"}]}"),
                arguments("nested 20,000 arrays deep", "{\"items\": " + "[".repeat(20_000) + "]".repeat(20_000) + "}"),
                arguments("nested 20,000 objects deep", "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000)),
                arguments("20,000 arrays never closed", "{\"items\": " + "[".repeat(20_000)),
                arguments("a number of a million digits", "{\"title\": " + "9".repeat(1_000_000) + "}"),
                arguments("a fraction of a million digits", "{\"title\": 0." + "9".repeat(1_000_000) + "}"),
                arguments("a name of a million characters", "{\"" + "x".repeat(1_000_000) + "\": 1}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aBodyThatIsNoPlainJsonObjectIsMalformedAndChangesNothing(String name, String body) {
        long head = Api.head();
        assertMalformed(Api.post("/agreements", body));
        String party = "/parties/" + Fixtures.pakistan();
        String etag = Api.get(party).etag();
        long then = Api.head();
        assertMalformed(Api.put(party, etag, body));
        assertMalformed(Api.patch(party, etag, body));
        assertThat(Api.head()).isEqualTo(then).isGreaterThanOrEqualTo(head);
    }

    @Test
    void bytesThatAreNotUtf8AreMalformed() {
        byte[] latin = "{\"title\": \"T\u00fcrkiye\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertMalformed(Api.post("/agreements", latin));
        byte[] overlong = {'{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xc0, (byte) 0x80, '"', '}'};
        assertMalformed(Api.post("/agreements", overlong));
        byte[] surrogate = {'{', '"', 'n', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'};
        assertThat(Api.post("/agreements", surrogate).status()).isIn(400, 422);
    }

    @Test
    void aNumberWithAHugeExponentIsRefusedWithoutBeingWrittenOut() {
        long begun = System.nanoTime();
        String count = "{\"title\": \"A\", \"items\": [{\"designation\": \"A\", \"count\": {\"lower\": 1e999999999,"
                + " \"upper\": null}, \"citations\": [{\"source\": \"%s\"}]}]}";
        assertUnacceptable(Api.post("/agreements", count.formatted(Fixtures.reuters())), "/items/0/count");
        String attribution = "{\"title\": \"A\", \"citations\": [{\"source\": \"%s\", \"attribution\":"
                + " {\"kind\": \"named\", \"count\": 1e999999999}}]}";
        assertUnacceptable(
                Api.post("/agreements", attribution.formatted(Fixtures.reuters())), "/citations/0/attribution/count");
        assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
    }

    @Test
    void manyUnknownMembersAreRefusedWithABoundedAnswer() {
        String keys =
                IntStream.range(0, 80_000).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(","));
        Answer answer = Api.post("/agreements", "{" + keys + "}");
        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.bytes().length).isLessThan(100_000);
    }

    @Test
    void aBodyOverTheLimitIsTooLarge() {
        long head = Api.head();
        String keys =
                IntStream.range(0, 1_000_000).mapToObj(i -> "\"k" + i + "\":1").collect(Collectors.joining(","));
        String answer = Wire.send(
                "POST /api/v1/agreements HTTP/1.1\nContent-Type: application/json\nAuthorization: " + Api.ADMIN
                        + "\nContent-Length: " + (keys.length() + 2) + "\n",
                ("{" + keys + "}").getBytes(StandardCharsets.UTF_8));
        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "/api/problems/too-large");
        assertThat(Api.head()).isEqualTo(head);
    }

    @Test
    void aBodyOverTheLimitInChunksIsRefusedToo() {
        long head = Api.head();
        int size = LIMIT + 100_000;
        String chunk =
                Integer.toHexString(size) + "\r\n" + "{\"title\": \"" + "x".repeat(size - 13) + "\"}" + "\r\n0\r\n\r\n";
        String answer = Wire.send(
                "POST /api/v1/agreements HTTP/1.1\nContent-Type: application/json\nAuthorization: " + Api.ADMIN
                        + "\nTransfer-Encoding: chunked\n",
                chunk.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 413"))
                .as(answer)
                .isTrue();
        assertThat(Api.head()).isEqualTo(head);
    }

    @Test
    void contentLengthsThatAreNoNumberOfBytesAreRefused() {
        for (String length : new String[] {"-1", "abc", "99999999999999999999999"}) {
            String answer = Wire.send(
                    "POST /api/v1/agreements HTTP/1.1\nContent-Type: application/json\nContent-Length: " + length
                            + "\n",
                    new byte[0]);
            assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"))
                    .as(length + ": " + answer)
                    .isTrue();
        }
    }

    @Test
    void aBodyInAnotherFormatIsAnUnsupportedMediaType() {
        for (String type : new String[] {"text/plain", "application/xml", "image/png"}) {
            Answer answer = Api.send(
                    "POST", "/agreements", "{\"title\": \"A\"}", "Authorization", Api.ADMIN, "Content-Type", type);
            assertThat(answer.status()).as(type + answer.text()).isEqualTo(415);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
        assertProblem(
                Api.send("POST", "/agreements", "<a/>", "Authorization", Api.ADMIN, "Content-Type", "application/xml"),
                415,
                "unsupported-media-type");
    }

    @Test
    void patchTakesMergePatchOnlyAndSaysSo() {
        String party = "/parties/" + Fixtures.pakistan();
        for (String type : new String[] {"application/json", "application/json-patch+json", "text/plain"}) {
            Answer answer = Api.send(
                    "PATCH", party, "{}", "Authorization", Api.ADMIN, "Content-Type", type, "If-Match", "\"r1\"");
            assertProblem(answer, 415, "unsupported-media-type");
            assertThat(answer.header("Accept-Patch")).isEqualTo(Api.MERGE_PATCH);
        }
    }
}
