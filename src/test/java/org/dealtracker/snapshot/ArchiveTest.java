package org.dealtracker.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dealtracker.support.Problems.assertMalformed;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.Fixtures;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of releases: newest first, page by page, asked for again when one was published. */
@QuarkusTest
@QuarkusTestResource(RegisterDatabase.class)
class ArchiveTest {
    @Test
    void theNewestReleaseComesFirstWithItsSums() {
        String older = Published.release();
        String newer = Published.release();
        Answer list = Api.get("/snapshots?limit=2").expect(200);
        assertThat(list.each("/items", "name")).containsExactly(newer, older);
        assertThat(list.at("/items/0")).isEqualTo(Api.get("/snapshots/" + newer).json());
    }

    @Test
    void thePagesShowOneArchiveWhateverIsPublishedMeanwhile() {
        for (int i = 0; i < 4; i++) {
            Published.release();
        }
        List<String> whole = Api.get("/snapshots?limit=500").each("/items", "name");
        List<String> paged = new ArrayList<>();
        String next = "/snapshots?limit=3";
        while (next != null) {
            Answer page = Api.get(next).expect(200);
            assertThat(page.at("/total").asInt()).isEqualTo(whole.size());
            paged.addAll(page.each("/items", "name"));
            JsonNode link = page.at("/next");
            next = link.isNull() ? null : link.asText();
            assertThat(page.header("Link")).isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
            Published.release();
        }
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void theListsTagHoldsUntilSomethingIsPublishedWhateverElseIsWritten() {
        Answer list = Api.get("/snapshots").expect(200);
        assertThat(list.header("Cache-Control")).isEqualTo("no-cache");
        Fixtures.created("parties", Fixtures.party());
        Answer same = Api.get("/snapshots", "If-None-Match", list.etag());
        assertThat(same.status()).isEqualTo(304);
        assertThat(same.etag()).isEqualTo(list.etag());
        assertThat(Api.get("/snapshots?limit=1", "If-None-Match", list.etag()).status())
                .isEqualTo(200);
        Published.release();
        assertThat(Api.get("/snapshots", "If-None-Match", list.etag()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "cursor=x", "cursor=AAAA", "asOfSeq=1", "sort=name"})
    void aQueryThatCannotBeAnsweredIsRefused(String query) {
        assertMalformed(Api.get("/snapshots?" + query), query.substring(0, query.indexOf('=')));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        Published.release();
        Published.release();
        String own = Api.get("/snapshots?limit=1").textAt("/next").replaceFirst(".*cursor=", "");
        assertThat(Api.get("/snapshots?limit=2&cursor=" + own).status()).isEqualTo(200);
        assertMalformed(Api.get("/parties?cursor=" + own), "cursor");
        Fixtures.created("parties", Fixtures.party());
        Fixtures.created("parties", Fixtures.party());
        String other = Api.get("/parties?limit=1").textAt("/next").replaceFirst(".*cursor=", "");
        assertMalformed(Api.get("/snapshots?cursor=" + other), "cursor");
    }
}
