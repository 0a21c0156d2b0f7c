package org.dealtracker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;
import static org.dealtracker.support.Problems.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.dealtracker.support.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that ask for what there is not, or in a way that nobody can read. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class BadQueryTest {
    @BeforeEach
    void threeParties() {
        Fixtures.pakistan();
        Fixtures.china();
        Fixtures.indonesia();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/agreements?limt=5 | limt",
                "/agreements?limit=0 | limit",
                "/agreements?limit=501 | limit",
                "/agreements?limit=-1 | limit",
                "/agreements?limit=1e2 | limit",
                "/agreements?limit=99999999999999999999 | limit",
                "/agreements?limit=%D9%A1 | limit",
                "/agreements?limit= | limit",
                "/agreements?limit | limit",
                "/agreements?limit=1&limit=2 | limit",
                "/agreements?sort=price | sort",
                "/parties?sort=value | sort",
                "/agreements?kind=gift | kind",
                "/agreements?stage=done&stage=agreed | stage",
                "/agreements?supplier=Pakistan! | supplier",
                "/agreements?recipient=a+b | recipient",
                "/agreements?party=P | party",
                "/agreements?reviewDueBefore=-999999999-01-01 | reviewDueBefore",
                "/agreements?from=%2B10000-01-01 | from",
                "/engagements?kind=party | kind",
                "/engagements?topic=weather | topic",
                "/engagements?party=Pakistan! | party",
                "/engagements?from=then | from",
                "/engagements?from=2026-01-01&to=2025-01-01 | from",
                "/engagements?sort=stage | sort",
                "/engagements?facets=stance | facets",
                "/assessments?stance=hostile | stance",
                "/assessments?theme=money | theme",
                "/assessments?nature=opinion | nature",
                "/assessments?finding=guilty | finding",
                "/assessments?by=somebody | by",
                "/assessments?region=15 | region",
                "/assessments?to=2025-02-30 | to",
                "/restrictions?direction=away | direction",
                "/restrictions?scope=arms | scope",
                "/restrictions?party=Libya! | party",
                "/restrictions?inForceOn=today | inForceOn",
                "/restrictions?target=LY | target",
                "/agreements?minValue=much | minValue",
                "/agreements?minValue=5&maxValue=4 | minValue",
                "/agreements?minCount=-1 | minCount",
                "/agreements?currency=dollar | currency",
                "/agreements?from=2025-13-01 | from",
                "/agreements?from=2026-01-01&to=2025-01-01 | from",
                "/agreements?date=signed | date",
                "/agreements?date=done&from=2025-01-01 | date",
                "/agreements?certainty=perhaps | certainty",
                "/agreements?affiliates=no | affiliates",
                "/agreements?reviewDueBefore=soon | reviewDueBefore",
                "/agreements?updatedSince=yesterday | updatedSince",
                "/agreements?fields=slug,colour | fields",
                "/agreements?fields= | fields",
                "/agreements/nowhere?fields=colour | fields",
                "/agreements?facets=supplier,colour | facets",
                "/agreements?expand=all | expand",
                "/parties?kind=person | kind",
                "/parties?country=pk | country",
                "/sources?published=2025-13 | published",
                "/sources?retracted=maybe | retracted",
                "/agreements?sort=slug,slug | sort",
                "/agreements?sort=slug,-slug | sort",
                "/agreements?sort=slug, | sort",
                "/agreements?sort=--slug | sort",
                "/agreements?sort=slug%20desc;drop | sort",
                "/agreements?sort=SLUG | sort",
                "/agreements?total=all | total",
                "/agreements?onDate=2025-13-01 | onDate",
                "/agreements?onDate=2025-12 | onDate",
                "/agreements?onDate=yesterday | onDate",
                "/agreements?onDate=2025-12-01&onDate=2025-12-02 | onDate",
                "/parties?onDate=2025-12-01 | onDate",
                "/parties/pakistan?onDate=2025-12-01 | onDate",
                "/parties?asOf=2999-01-01T00:00:00Z | asOf",
                "/parties?asOf=2025-01-01 | asOf",
                "/parties?asOf=now | asOf",
                "/parties?asOf=2025-01-01T00:00:00 | asOf",
                "/parties?asOf=%2B999999999-12-31T23:59:59Z | asOf",
                "/parties?asOfSeq=-1 | asOfSeq",
                "/parties?asOfSeq=1.5 | asOfSeq",
                "/parties?asOfSeq=999999999 | asOfSeq",
                "/parties?asOfSeq=99999999999999999999999 | asOfSeq",
                "/parties?asOfSeq=1&asOf=2025-01-01T00:00:00Z | asOf",
                "/parties/pakistan?asOfSeq=1&asOf=2025-01-01T00:00:00Z | asOf",
                "/parties/pakistan?asOfSeq=x | asOfSeq",
                "/parties/pakistan/history?asOfSeq=x | asOfSeq",
                "/parties/pakistan?expand=claims | expand",
                "/parties/pakistan/diff?from=0 | from",
                "/parties/pakistan/diff?to=x | to",
                "/parties/pakistan/diff?from=1&to=99 | to",
                "/parties/pakistan/diff?from=99&to=x | from to",
                "/parties?cursor=abc | cursor",
                "/parties?cursor=%21%21 | cursor",
                "/parties?cursor=AAAAAAAAAAAAAAAA | cursor",
                "/changes?since=abc | since",
                "/changes?since=1 | since",
                "/changes?limit=1001 | limit",
                "/changes?limit=0 | limit",
                "/changes?kind=deal | kind",
                "/changes?include=everything | include",
                "/changes?limit=0&kind=deal&include=x | limit kind include",
                "/changes?from=1 | from",
                "/changes?since=now&since=now | since",
            })
    void aParameterThatCannotBeReadIsNamed(String path, String named) {
        if (path.contains(";")) {
            assertThat(Api.get(path).status()).isEqualTo(400);
        } else {
            assertMalformed(Api.get(path), named.split(" "));
        }
    }

    @Test
    void whatIsAllowedIsSaidBesideAnUnknownParameter() {
        Answer answer = Api.get("/parties?supplier=pakistan&colour=red");
        assertMalformed(answer, "supplier", "colour");
        assertThat(answer.at("/errors/0/detail").asText()).contains("limit", "cursor", "sort", "asOf", "asOfSeq");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/parties?limit=1;sort=slug",
                "/parties?limit=1%3Bsort=slug",
                "/parties/pakistan?;",
                "/parties?sort=%c3",
                "/parties?%ff=1",
                "/parties?sort=slug%00",
                "/parties/%c3",
                "/parties/pakistan%00",
                "/parties/../../../etc/passwd",
                "/parties/%2e%2e/%2e%2e",
                "/parties/pakistan;v=1",
                "/parties/pakistan/history/0",
                "/parties/pakistan/history/x",
                "/parties/pakistan/history/99999999999",
                "/parties?asOf=-999999999-01-01T00:00:00Z&x",
                "/parties/PAKISTAN",
                "/agreements/x/items/y/z",
                "/agreements/%27%20or%201=1",
            })
    void anAddressThatSaysNothingIsAProblemOfTheClients(String path) {
        String answer = Wire.send("GET /api/v1" + path + " HTTP/1.1\n", new byte[0]);
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").contains("application/problem+json");
    }

    /** The server refuses these before any route of ours is asked, and so without a body. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/parties?sort=%zz", "/parties?sort=%", "/parties/%zz", "/parties/%", "/parties?[]={}|\\^`"})
    void anAddressThatIsNoUriIsRefused(String path) {
        String answer = Wire.send("GET /api/v1" + path + " HTTP/1.1\n", new byte[0]);
        assertThat(answer).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "asOf=-999999999-01-01T00:00:00Z",
                "asOf=0000-01-01T00:00:00Z",
                "asOf=-4800-01-01T00:00:00Z",
                "asOf=1969-12-31T23:59:59-18:00",
            })
    void anInstantBeforeAllHistoryFindsNothing(String clock) {
        assertThat(Api.get("/parties?" + clock).expect(200).at("/total").asInt())
                .isZero();
        assertProblem(Api.get("/parties/pakistan?" + clock), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "+999999999-12-31", "0000-01-01"})
    void aDayBeyondAllDealsIsStillADay(String day) {
        String deal = Fixtures.created("agreements", Fixtures.j10());
        Api.get("/agreements/" + deal + "?onDate=" + day.replace("+", "%2B")).expect(200);
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        String next = Api.get("/parties?limit=1").expect(200).textAt("/next");
        String cursor = next.replaceAll(".*cursor=", "");
        for (String other : new String[] {
            "/sources?limit=1", "/parties?limit=1&sort=-slug", "/parties?sort=slug", "/parties?asOfSeq=3"
        }) {
            assertMalformed(Api.get(other + "&cursor=" + cursor), "cursor");
        }
        Api.get("/parties?limit=2&cursor=" + cursor).expect(200);
        assertMalformed(Api.get("/parties?cursor=" + cursor.substring(1)), "cursor");
        assertMalformed(Api.get("/parties?cursor=" + cursor + "="), "cursor");
        assertMalformed(Api.get("/changes?since=" + cursor), "since");
        String feed = Api.get("/changes?limit=1").textAt("/cursor");
        assertMalformed(Api.get("/parties?cursor=" + feed), "cursor");
    }

    @Test
    void aForgedCursorIsNeverAFaultOfTheServers() throws Exception {
        String cursor =
                Api.get("/parties?limit=1&sort=updatedAt").textAt("/next").replaceAll(".*cursor=", "");
        byte[] content = Base64.getUrlDecoder().decode(cursor);
        String place = new String(content, 6, content.length - 6, StandardCharsets.UTF_8);
        String[] forged = {
            place.replaceAll("\"keys\":\\[[^]]*\\]", "\"keys\":[]"),
            place.replaceAll("\"keys\":\\[[^]]*\\]", "\"keys\":[\"x\"]"),
            place.replaceAll("\"keys\":\\[[^]]*\\]", "\"keys\":[\"\\\\u0000\"]"),
            place.replaceAll("\"keys\":\\[[^]]*\\]", "\"keys\":7"),
            place.replaceAll("\"id\":\"[^\"]*\"", "\"id\":\"x\""),
            place.replaceAll("\"n\":\\d+", "\"n\":-5"),
            place.replaceAll("\"n\":\\d+", "\"n\":1e400"),
            place.replaceAll("\"n\":\\d+", "\"n\":999999999"),
            place.replaceAll("\"rows\":\\d+", "\"rows\":-5"),
            "[]",
            "null",
            "{",
            "",
        };
        for (String each : forged) {
            assertThat(each).isNotEqualTo(place);
            Answer answer =
                    Api.get("/parties?limit=1&sort=updatedAt&cursor=" + sealed(each.getBytes(StandardCharsets.UTF_8)));
            assertThat(answer.status()).as(each + " " + answer.text()).isLessThan(500);
        }
        for (int length : new int[] {0, 1, 16, 24, 32, 40, 3000}) {
            Answer answer = Api.get("/changes?since=" + sealed(new byte[length]));
            assertThat(answer.status()).as(length + " " + answer.text()).isIn(400, 410);
        }
    }

    @Test
    void aFeedCursorOfAnotherLogOrOfARolledBackHistoryIsGone() throws Exception {
        String cursor = Api.get("/changes?limit=1").textAt("/cursor");
        byte[] all = Base64.getUrlDecoder().decode(cursor);
        byte[] content = Arrays.copyOfRange(all, 6, all.length);
        for (int place : new int[] {0, 15, 16, 23, 24, content.length - 1}) {
            byte[] other = content.clone();
            other[place] ^= 1;
            assertProblem(Api.get("/changes?since=" + sealed(other)), 410, "cursor-gone");
        }
        Api.get("/changes?since=" + sealed(content)).expect(200);
    }

    /** A cursor as the service seals it: whoever reads the code can do so too. */
    private static String sealed(byte[] content) throws Exception {
        byte[] check = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(content), 6);
        byte[] all =
                ByteBuffer.allocate(6 + content.length).put(check).put(content).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }
}
