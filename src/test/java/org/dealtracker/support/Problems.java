package org.dealtracker.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What every error of the API looks like (RFC 9457). */
public final class Problems {
    private Problems() {}

    /** A problem of this kind, with these pointers in {@code errors} and no others; none given: not looked at. */
    public static void assertProblem(Answer answer, int status, String type, String... pointers) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.textAt("/type")).isEqualTo("/api/problems/" + type);
        assertThat(answer.at("/status").asInt()).isEqualTo(status);
        assertThat(answer.textAt("/title")).isNotBlank();
        assertThat(answer.textAt("/detail")).isNotBlank();
        assertThat(answer.textAt("/instance")).startsWith("/api/v1");
        if (pointers.length > 0) {
            assertThat(pointers(answer)).as(answer.text()).containsExactlyInAnyOrder(pointers);
            assertThat(answer.each("/errors", "detail"))
                    .allSatisfy(detail -> assertThat(detail).isNotBlank());
        }
    }

    public static List<String> pointers(Answer answer) {
        return answer.each("/errors", "pointer");
    }

    public static void assertMalformed(Answer answer, String... pointers) {
        assertProblem(answer, 400, "malformed-request", pointers);
    }

    public static void assertUnacceptable(Answer answer, String... pointers) {
        assertProblem(answer, 422, "unacceptable-content", pointers);
    }

    public static void assertNotFound(Answer answer) {
        assertProblem(answer, 404, "not-found");
    }
}
