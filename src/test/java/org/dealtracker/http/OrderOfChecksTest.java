package org.dealtracker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Bodies;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;

/** 401/403, 404/410, 428, 412, 400/422, 409: what stands further left is told first, whatever else is wrong. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class OrderOfChecksTest {
    private static final String NOT_JSON = "{";

    @Test
    void withoutAKeyNothingElseIsLookedAt() {
        Answer answer = Api.send("PUT", "/parties/nobody", NOT_JSON, "Content-Type", "application/json");
        assertProblem(answer, 401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertProblem(
                Api.send("POST", "/parties", "{}", "Content-Type", "application/json", "Authorization", "Bearer wrong"),
                401,
                "unauthorized");
    }

    @Test
    void aRecordThatIsNotThereComesBeforeAMissingIfMatch() {
        assertProblem(Api.put("/parties/nobody", null, NOT_JSON), 404, "not-found");
        assertProblem(Api.postTo("/agreements/nothing/items", null, NOT_JSON), 404, "not-found");
        String slug = Fixtures.created("agreements", Fixtures.rumour());
        assertProblem(
                Api.patch("/agreements/" + slug + "/items/00000000-0000-7000-8000-000000000000", null, NOT_JSON),
                404,
                "not-found");
    }

    @Test
    void aDeletedRecordIsGoneBeforeAnythingElse() {
        String slug = Fixtures.created("parties", Fixtures.party());
        Api.delete("/parties/" + slug, "\"r1\"", "Recorded by mistake.").expect(204);
        Answer answer = Api.put("/parties/" + slug, null, NOT_JSON);
        assertProblem(answer, 410, "gone");
        assertThat(answer.textAt("/tombstone/reason")).isEqualTo("Recorded by mistake.");
        assertThat(answer.etag()).isEqualTo("\"r2\"");
    }

    @Test
    void aMissingIfMatchComesBeforeTheBodyAndAStaleOneToo() {
        String path = "/parties/" + Fixtures.created("parties", Fixtures.party());
        assertProblem(Api.put(path, null, NOT_JSON), 428, "precondition-required");
        Answer stale = Api.put(path, "\"r7\"", NOT_JSON);
        assertProblem(stale, 412, "stale-revision");
        assertThat(stale.etag()).isEqualTo("\"r1\"");
        assertProblem(Api.put(path, "W/\"r1\"", NOT_JSON), 412, "stale-revision");
        assertProblem(Api.put(path, "\"r1\"", NOT_JSON), 400, "malformed-request");
    }

    @Test
    void whatIsWrongWithTheBodyComesBeforeAConflict() {
        String taken = Fixtures.created("parties", Fixtures.party());
        assertProblem(
                Api.post("/parties", Bodies.json("{slug: '%s', name: 'X', kind: 'kingdom'}", taken)),
                422,
                "unacceptable-content",
                "/kind");
        assertProblem(
                Api.post("/parties", Bodies.json("{slug: '%s', name: 'X', kind: 'state'}", taken)), 409, "duplicate");
    }

    @Test
    void wrongTypesAloneAreMalformedAndWithAnythingElseUnacceptable() {
        assertProblem(
                Api.post("/parties", Bodies.json("{name: 5, kind: 'state', colour: 'red'}")),
                400,
                "malformed-request",
                "/name",
                "/colour");
        assertProblem(
                Api.post("/parties", Bodies.json("{name: 5, kind: 'kingdom'}")),
                422,
                "unacceptable-content",
                "/name",
                "/kind");
    }

    @Test
    void aMethodThatIsNotThereIsToldWithThoseThatAre() {
        Answer answer = Api.send("DELETE", "/changes", null);
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(Api.send("OPTIONS", "/parties/x", null).header("Allow"))
                .isEqualTo("DELETE, GET, HEAD, OPTIONS, PATCH, PUT");
    }

    @Test
    void aFormatThatIsNotReadOrWrittenIsToldAsAProblem() {
        String path = "/parties/" + Fixtures.created("parties", Fixtures.party());
        assertProblem(Api.send("GET", path, null, "Accept", "text/csv"), 406, "not-acceptable");
        Answer patch = Api.send(
                "PATCH", path, "{}", "Content-Type", "application/json", "Authorization", Api.ADMIN, "If-Match", "*");
        assertProblem(patch, 415, "unsupported-media-type");
        assertThat(patch.header("Accept-Patch")).isEqualTo("application/merge-patch+json");
        assertProblem(Api.get("/nowhere"), 404, "not-found");
    }
}
