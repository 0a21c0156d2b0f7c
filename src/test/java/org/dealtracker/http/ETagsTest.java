package org.dealtracker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {
    private static final String CURRENT = "\"r3\"";

    @ParameterizedTest
    @ValueSource(strings = {"\"r3\"", "*", "\"r2\", \"r3\"", " \"r3\" ", "\"x,y\",\"r3\""})
    void aTagThatIsThereMatchesStrongly(String header) {
        assertThatCode(() -> ETags.requireMatch(header, CURRENT)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"r2\"", "W/\"r3\"", "r3", "\"r3", "\"r3\" \"r2\"", "\"r33\"", ","})
    void anyOtherIsStale(String header) {
        assertThatThrownBy(() -> ETags.requireMatch(header, CURRENT)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.STALE_REVISION);
            assertThat(problem.headers()).containsEntry("ETag", CURRENT);
        });
    }

    @Test
    void withoutTheHeaderThePreconditionIsRequired() {
        assertThatThrownBy(() -> ETags.requireMatch(null, CURRENT))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED));
    }

    @Test
    void ifNoneMatchComparesWeakly() {
        assertThat(ETags.noneMatchHits("W/\"r3\"", CURRENT)).isTrue();
        assertThat(ETags.noneMatchHits("\"r1\", W/\"r3\"", CURRENT)).isTrue();
        assertThat(ETags.noneMatchHits("*", CURRENT)).isTrue();
        assertThat(ETags.noneMatchHits("\"r2\"", CURRENT)).isFalse();
        assertThat(ETags.noneMatchHits("r3", CURRENT)).isFalse();
        assertThat(ETags.noneMatchHits(null, CURRENT)).isFalse();
    }
}
