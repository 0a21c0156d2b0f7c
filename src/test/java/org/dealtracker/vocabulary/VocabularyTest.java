package org.dealtracker.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dealtracker.agreement.Category;
import org.dealtracker.agreement.Stage;
import org.dealtracker.http.Code;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class VocabularyTest {
    @Test
    void everyEnumOfCodesIsServedWithADefinitionForEachCode() throws Exception {
        Set<List<String>> served = new HashSet<>();
        for (JsonNode listed : Api.get("/vocabularies").expect(200).at("/items")) {
            Answer whole = Api.get(listed.get("href").asText()).expect(200);
            served.add(whole.each("/items", "code"));
            assertThat(whole.each("/items", "definition"))
                    .allSatisfy(definition -> assertThat(definition).endsWith("."));
            assertThat(whole.at("/total").asInt()).isEqualTo(listed.get("codes").asInt());
        }
        int found = 0;
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.dealtracker")) {
            if (each.isEnum() && each.isAssignableTo(Code.class)) {
                List<String> codes = Arrays.stream(each.reflect().getEnumConstants())
                        .map(constant -> ((Code) constant).code())
                        .toList();
                assertThat(served).as(each.getName()).contains(codes);
                found++;
            }
        }
        assertThat(found).isGreaterThan(25);
    }

    @Test
    void stagesSayWhereATransitionMayGoOnTo() {
        for (JsonNode stage : Api.get("/vocabularies/stages").expect(200).at("/items")) {
            Stage constant = Code.of(Stage.class, stage.get("code").asText());
            List<String> allowed =
                    constant.allowedNext().stream().map(Code::code).toList();
            assertThat(stage.get("allowedNext")).extracting(JsonNode::asText).containsExactlyElementsOf(allowed);
            assertThat(stage.get("final").asBoolean()).isEqualTo(constant.isFinal());
        }
    }

    @Test
    void categoriesSayHowOtherRegistersClassThem() {
        Answer categories = Api.get("/vocabularies/categories").expect(200);
        assertThat(categories.at("/items")).hasSize(Category.values().length);
        JsonNode tank = categories.at("/items/7");
        assertThat(tank.toString())
                .contains("main_battle_tank", "\"sipri\":[\"Armoured vehicles\"]")
                .contains("\"unRegister\":[\"I\"]", "\"munitionsList\":[\"ML6\"]");
    }

    @Test
    void everyEntryOfTheMunitionsListAndEveryCategoryOfTheRegisterIsMapped() {
        Set<String> lists = new HashSet<>();
        Set<String> register = new HashSet<>();
        for (Category category : Category.values()) {
            lists.addAll(Mappings.of(category).munitionsList());
            register.addAll(Mappings.of(category).unRegister());
        }
        assertThat(lists).hasSize(22).contains("ML1", "ML22");
        assertThat(register).hasSize(8);
    }

    @Test
    void anAnswerIsKnownByWhatItSaysAndNotSentTwice() {
        Answer first = Api.get("/vocabularies/bases").expect(200);
        assertThat(first.etag()).matches("\"[0-9a-f]{32}\"");
        assertThat(first.header("Cache-Control")).isEqualTo("max-age=3600");
        Answer again = Api.get("/vocabularies/bases", "If-None-Match", first.etag());
        assertThat(again.expect(304).bytes()).isEmpty();
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(Api.get("/vocabularies/ranks").etag()).isNotEqualTo(first.etag());
    }

    @Test
    void aVocabularyThatIsNotThereIsAProblem() {
        assertProblem(Api.get("/vocabularies/colours"), 404, "not-found");
        assertProblem(Api.get("/vocabularies?limit=1"), 400, "malformed-request", "limit");
    }
}
