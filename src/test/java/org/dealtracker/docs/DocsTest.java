package org.dealtracker.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dealtracker.http.ProblemType;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Contract;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the register offers stands in its documentation, or this fails. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class DocsTest {
    private static String page(String name) {
        return Api.get("/docs/" + name).expect(200).text();
    }

    private static JsonNode document() {
        return Contract.of("http://localhost:" + RestAssured.port).document();
    }

    private static String code(String text) {
        return "<code>" + text + "</code>";
    }

    @Test
    void everyAddressAndMethodIsDocumented() {
        String page = page("endpoints");
        document()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> assertThat(page)
                                .containsPattern(Pattern.quote(code(path.getKey())) + "</td>\\s*<td>"
                                        + operation.getKey().toUpperCase(java.util.Locale.ROOT) + "</td>")));
    }

    @Test
    void everyParameterIsDocumented() {
        String page = page("parameters");
        document()
                .get("paths")
                .forEach(path ->
                        path.forEach(operation -> operation.path("parameters").forEach(parameter -> {
                            JsonNode whole = parameter.has("$ref")
                                    ? document()
                                            .at(parameter.get("$ref").asText().substring(1))
                                    : parameter;
                            assertThat(page).contains(code(whole.get("name").asText()));
                        })));
    }

    @Test
    void everyHeaderEveryCodeAndEveryTypeOfProblemIsDocumented() {
        String headers = page("headers");
        document()
                .at("/components/headers")
                .fieldNames()
                .forEachRemaining(name -> assertThat(headers).contains(code(name)));
        String codes = page("codes");
        for (JsonNode vocabulary : Api.get("/vocabularies").at("/items")) {
            assertThat(codes).contains("<h2>" + vocabulary.get("name").asText() + "</h2>");
            Api.get(vocabulary.get("href").asText())
                    .each("/items", "code")
                    .forEach(each -> assertThat(codes).contains(code(each)));
        }
        String problems = page("problems");
        for (ProblemType type : ProblemType.values()) {
            assertThat(problems).contains("href=\"" + type.path() + "\"");
        }
    }

    @Test
    void everySettingThatTheCodeOrTheReadmeNamesIsDocumented() throws IOException {
        String page = page("settings");
        Set<String> settings = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.(java|properties)"))
                    .toList()) {
                settings.addAll(variables(Files.readString(file)));
            }
        }
        settings.addAll(variables(Files.readString(Path.of("README.md"))));
        assertThat(settings).hasSizeGreaterThan(10);
        assertThat(settings).allSatisfy(each -> assertThat(page).contains(each));
    }

    private static List<String> variables(String text) {
        Matcher variable =
                Pattern.compile("\\b(QUARKUS|DEALTRACKER)_[A-Z_]+[A-Z]\\b").matcher(text);
        return variable.results().map(each -> each.group()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "record-a-deal",
                "correct-it",
                "poll",
                "follow-in-a-feed-reader",
                "page-through",
                "count-and-sum",
                "chart-it",
                "map-and-graph",
                "search",
                "evidence",
                "cite",
                "archive",
                "settings",
                "examples",
                "endpoints",
                "parameters",
                "headers",
                "codes",
                "problems"
            })
    void aPageRunsNothingAndItsLinksLeadSomewhere(String name) {
        Answer answer = Api.get(name.isEmpty() ? "/docs" : "/docs/" + name).expect(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.text()).doesNotContain("<script", "javascript:", "onclick");
        Matcher link = Pattern.compile("href=\"([^\"]+)\"").matcher(answer.text());
        while (link.find()) {
            assertThat(Api.get(link.group(1)).status()).as(link.group(1)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "..%2Fapplication", "%3Cscript%3E", "INDEX"})
    void aPageThatIsNotThereIsAProblem(String name) {
        Answer answer = Api.get("/docs/" + name);
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
