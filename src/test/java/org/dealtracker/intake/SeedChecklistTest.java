package org.dealtracker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dealtracker.support.Api;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each statement of the document that the register was begun with is in it, hedged and voiced as it was written. */
@QuarkusTest
@TestProfile(WithExamples.class)
@QuarkusTestResource(RegisterDatabase.class)
class SeedChecklistTest {
    private static final String SEED = "seed-analysis";
    private static final int SENTENCES = 40;
    private static final int LEAD_IN = 9;

    static List<SeedStatement> statements() {
        return SeedStatement.golden();
    }

    @Test
    void noSentenceIsLeftOutButTheOneThatStatesNothing() {
        Set<Integer> sentences =
                statements().stream().map(SeedStatement::sentence).collect(Collectors.toCollection(TreeSet::new));
        assertThat(sentences)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, SENTENCES)
                        .filter(each -> each != LEAD_IN)
                        .boxed()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("statements")
    void theStatementIsThereAndCitesTheDocumentAtItsSentence(SeedStatement statement) {
        JsonNode meant =
                statement.in(Api.get("/" + statement.record()).expect(200).json());
        assertThat(meant).as("exactly one " + statement).isNotNull();
        List<JsonNode> citations = each(meant.get("citations"))
                .filter(citation -> citation.get("source").asText().equals(SEED))
                .filter(citation -> citation.path("locator").asText().equals("sentence " + statement.sentence()))
                .toList();
        assertThat(citations).singleElement().satisfies(citation -> {
            assertThat(citation.get("stance").asText()).isEqualTo("supports");
            assertThat(markers(citation.get("hedges"), meant.path("hedges"))).isEqualTo(statement.hedges());
        });
    }

    @ParameterizedTest
    @MethodSource("statements")
    void anAssessmentJudgesAsTheDocumentDoes(SeedStatement statement) {
        JsonNode meant =
                statement.in(Api.get("/" + statement.record()).expect(200).json());
        statement
                .judges()
                .forEach((what, expected) -> assertThat(judged(what, meant))
                        .as(statement + " " + what)
                        .isEqualTo(expected));
        assertThat(statement.record().startsWith("assessments/"))
                .isEqualTo(!statement.judges().isEmpty());
    }

    /** What the document says was never said by another source, so no other assessment may cite it. */
    @Test
    void nothingElseIsPutIntoTheDocumentsMouth() {
        assertThat(new TreeSet<>(Api.get("/assessments?limit=500&source=" + SEED + "&fields=slug")
                        .each("/items", "slug")))
                .isEqualTo(statements().stream()
                        .map(SeedStatement::record)
                        .filter(record -> record.startsWith("assessments/"))
                        .map(record -> record.substring("assessments/".length()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theDocumentsAuthorPublisherDayAndOriginsAreUnknown() {
        JsonNode seed = Api.get("/sources/" + SEED).expect(200).json();
        assertThat(seed.get("origin").asText()).isEqualTo("unknown");
        assertThat(seed.at("/published/kind").asText()).isEqualTo("unknown");
        assertThat(seed.has("publisher")).isFalse();
        assertThat(seed.path("authors")).isEmpty();
    }

    private static Set<String> judged(String what, JsonNode assessment) {
        return switch (what) {
            case "stance", "nature" -> Set.of(assessment.get(what).asText());
            case "voice" ->
                Set.of((assessment.at("/by/kind").asText() + " "
                                + assessment.at("/by/description").asText())
                        .strip());
            case "subject" -> slugs(assessment.get(what));
            default -> each(assessment.path(what)).map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
        };
    }

    private static Set<String> slugs(JsonNode subject) {
        return Stream.concat(each(subject).filter(JsonNode::isTextual), each(subject.path("parties")))
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> markers(JsonNode... hedges) {
        return Stream.of(hedges)
                .flatMap(SeedChecklistTest::each)
                .map(hedge -> hedge.get("marker").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
