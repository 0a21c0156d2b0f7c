package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import org.dealtracker.intake.WithExamples;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of the example register: joined by keys that hold, and saying what the API says. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
@TestProfile(WithExamples.class)
class ExampleTablesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?supplier=china",
                "?party=PK",
                "?restriction=eu-libya-arms-embargo",
                "?q=jf-17",
                "?contested=true",
                "?stage=agreed&stage=rumoured",
                "?onDate=2025-12-20",
                "?asOfSeq=170",
                "?asOfSeq=120&supplier=pakistan",
                "?asOfSeq=0",
                "?supplier=nobody-of-this-name"
            })
    void everyKeyLeadsToARowAndNoTwoRowsHaveTheSame(String query) {
        assertThat(Exported.broken(query)).isEmpty();
    }

    @Test
    void everyTableHasARowHere() {
        for (Extract<?> extract : Dictionary.extracts()) {
            assertThat(Exported.rows(extract.table().name(), ""))
                    .as(extract.table().name())
                    .isNotEmpty();
        }
    }

    @Test
    void aFilterLeavesTheAgreementsThatTheListHas() {
        for (String query : List.of("?supplier=pakistan", "?figures=disputed", "?minValue=1000000000&currency=USD")) {
            List<String> listed =
                    Api.get("/agreements" + query + "&limit=500&sort=slug").each("/items", "slug");
            assertThat(Exported.rows("agreements", query).stream()
                            .map(row -> row.get("slug").asText()))
                    .isNotEmpty()
                    .containsExactlyElementsOf(listed);
        }
    }

    @Test
    void csvAndJsonLinesHaveTheSameCells() {
        for (Extract<?> extract : Dictionary.extracts()) {
            String table = extract.table().name();
            List<JsonNode> rows = Exported.rows(table, "");
            var records = Exported.records(Exported.file(table + ".csv", "").expect(200));
            assertThat(records).hasSameSizeAs(rows);
            for (int i = 0; i < rows.size(); i++) {
                for (Column<?> column : extract.table().columns()) {
                    JsonNode cell = rows.get(i).get(column.name());
                    String text = records.get(i).getField(column.name());
                    switch (column.type()) {
                        case JSON -> assertThat(text).isEqualTo(cell.isNull() ? "" : cell.toString());
                        case LIST -> {
                            List<String> texts = new ArrayList<>();
                            cell.forEach(each -> texts.add(each.asText()));
                            assertThat(text).isEqualTo(String.join(";", texts));
                        }
                        default -> assertThat(text).isEqualTo(cell.isNull() ? "" : cell.asText());
                    }
                }
            }
        }
    }

    @Test
    void aClaimHasTheOriginsAndItsLineTheVerificationThatTheEvidenceHas() {
        List<String> all = Api.get("/agreements?limit=500").each("/items", "slug");
        assertThat(Evidenced.claims(all)).isEqualTo(Evidenced.rows().keySet()).hasSizeGreaterThan(100);
    }

    @Test
    void theConflictsAndTheScreeningAreThoseOfTheApi() {
        for (String slug : Api.get("/agreements?limit=500").each("/items", "slug")) {
            int sides = 0;
            for (JsonNode line : Api.get("/agreements/" + slug + "/conflicts").at("/lines")) {
                for (JsonNode side : line.get("sides")) {
                    sides += side.get("claims").size();
                }
            }
            assertThat(of("conflicts", slug)).hasSize(sides);
            List<List<JsonNode>> matches = new ArrayList<>();
            for (JsonNode match : Api.get("/agreements/" + slug + "/screening").at("/matches")) {
                matches.add(List.of(
                        match.get("restriction"), match.at("/claim/id"), match.get("certainty"), match.get("reasons")));
            }
            assertThat(of("screening", slug).stream()
                            .map(row -> List.of(
                                    row.get("restriction"),
                                    row.get("claim_id"),
                                    row.get("certainty"),
                                    row.get("reasons"))))
                    .containsExactlyElementsOf(matches);
        }
    }

    private static List<JsonNode> of(String table, String agreement) {
        return Exported.rows(table, "").stream()
                .filter(row -> row.get("agreement").asText().equals(agreement))
                .toList();
    }

    @Test
    void aDayShowsTheStageOfThatDay() {
        Answer then =
                Api.get("/agreements/pakistan-laaf-2025?onDate=2025-12-01").expect(200);
        JsonNode row = Exported.rows("agreements", "?onDate=2025-12-01").stream()
                .filter(each -> each.get("slug").asText().equals("pakistan-laaf-2025"))
                .findFirst()
                .orElseThrow();
        assertThat(row.get("stage").asText()).isEqualTo(then.textAt("/headline/stage"));
        assertThat(row.get("stage").asText())
                .isNotEqualTo(Api.get("/agreements/pakistan-laaf-2025").textAt("/headline/stage"));
    }

    @Test
    void aDayOfStagesChangesNeitherConflictsNorScreening() {
        for (String table : List.of("conflicts", "screening", "items")) {
            assertThat(Exported.rows(table, "?onDate=2031-01-01")).isEqualTo(Exported.rows(table, ""));
        }
        assertThat(Exported.broken("?onDate=2031-01-01&supplier=pakistan")).isEmpty();
    }

    @Test
    void theWholeRegisterIsOnTheMapAndInTheGraph() {
        JsonNode map = Exported.file("agreements.geojson", "").expect(200).json();
        assertThat(map.get("features")).hasSameSizeAs(Exported.rows("agreements", ""));
        assertThat(map.get("count").asInt()).isEqualTo(map.get("features").size());
        List<String> schemas = new ArrayList<>();
        Exported.file("ftm.jsonl", "?supplier=pakistan")
                .expect(200)
                .text()
                .lines()
                .forEach(line -> schemas.add(
                        org.dealtracker.support.Bodies.value(line).get("schema").asText()));
        assertThat(schemas.stream().filter("Project"::equals))
                .hasSameSizeAs(Exported.rows("agreements", "?supplier=pakistan"));
    }
}
