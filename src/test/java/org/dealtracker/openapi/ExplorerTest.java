package org.dealtracker.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dealtracker.support.Api;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;

/** The explorer is served whole from here: whoever reads a register tells nobody else. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class ExplorerTest {
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=[\"']([^\"'+]+)[\"']");

    @Test
    void whatTheExplorerLoadsIsServedByTheRegister() {
        String page = Api.get("/api/docs/").expect(200).text();
        assertThat(page).contains("url: '/openapi'");
        Matcher loaded = LOADED.matcher(page);
        int count = 0;
        while (loaded.find()) {
            String address = loaded.group(1);
            assertThat(address).doesNotContain("//");
            if (address.matches(".*\\.(css|js|png|ico)")) {
                Api.get(address.startsWith("/") ? address : "/api/docs/" + address)
                        .expect(200);
                count++;
            }
        }
        assertThat(count).isGreaterThan(4);
    }

    @Test
    void neitherThePageNorItsStylesNameAnotherHost() {
        assertThat(Api.get("/api/docs/").text()).doesNotContain("http://", "https://");
        for (String style : new String[] {"swagger-ui.css", "theme-feeling-blue.css", "style.css"}) {
            String text = Api.get("/api/docs/" + style).expect(200).text();
            assertThat(text).as(style).doesNotContainPattern("url\\(\\s*[\"']?(https?:)?//");
            assertThat(text).as(style).doesNotContain("@import");
        }
    }

    @Test
    void theDocumentIsNotSentToAValidator() {
        assertThat(Api.get("/api/docs/").text()).containsPattern("validatorUrl:\\s*(null|'none'|\"none\")");
    }
}
