package org.dealtracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class ProblemPagesTest {
    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void everyTypeOfProblemIsAnAddressThatExplainsIt(ProblemType type) {
        Answer json = Api.get(type.path()).expect(200);
        assertThat(json.header("Content-Type")).startsWith("application/json");
        assertThat(json.textAt("/type")).isEqualTo(type.path());
        assertThat(json.at("/status").asInt()).isEqualTo(type.status());
        assertThat(json.textAt("/meaning")).endsWith(".");
        assertThat(json.textAt("/whatToDo")).endsWith(".");
        Answer page = Api.get(type.path(), "Accept", "text/html").expect(200);
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.text())
                .contains(HtmlPage.escaped(type.title()), HtmlPage.escaped(type.whatToDo()))
                .doesNotContain("<script", "http://", "https://");
        type.members().forEach(member -> assertThat(page.text()).contains("<code>" + member.member() + "</code>"));
    }

    @Test
    void pagesRunNothingAndLoadNothing() {
        String policy = Api.get("/api/problems", "Accept", "text/html").header("Content-Security-Policy");
        assertThat(policy).startsWith("default-src 'none'; style-src 'sha256-").doesNotContain("unsafe", "script");
    }

    @Test
    void theIndexNamesEveryType() {
        String[] codes =
                Arrays.stream(ProblemType.values()).map(ProblemType::code).toArray(String[]::new);
        assertThat(Api.get("/api/problems").expect(200).each("/items", "code")).containsExactly(codes);
        assertThat(Api.get("/api/problems", "Accept", "text/html").text()).contains(codes);
    }

    @Test
    void aBrowserGetsAPageAndAProgramJson() {
        String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        assertThat(Api.get("/api/problems/gone", "Accept", browser).text()).startsWith("<!DOCTYPE html>");
        assertThat(Api.get("/api/problems/gone", "Accept", "*/*").textAt("/code"))
                .isEqualTo("gone");
        assertThat(Api.get("/api/problems/gone", "Accept", "text/csv")
                        .expect(406)
                        .textAt("/type"))
                .isEqualTo("/api/problems/not-acceptable");
    }

    @Test
    void aTypeThatIsNotThereIsNotFoundAndNotRepeatedRaw() {
        assertThat(Api.get("/api/problems/nothing").expect(404).textAt("/type")).isEqualTo("/api/problems/not-found");
        Answer answer = Api.get("/api/problems/%3Cscript%3E", "Accept", "text/html");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
