package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dealtracker.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A package says how to cite it and on which terms it may be used. */
class PackageTermsTest {
    private static Map<String, byte[]> texts(String address, String licence) {
        About about = new About(
                "package.zip",
                "stage=agreed",
                new UUID(1, 2),
                7,
                Instant.parse("2026-01-31T12:00:00Z"),
                "ab",
                address,
                "A <register>: \"its\" publisher",
                licence);
        return new PackageTexts(about, List.of()).all();
    }

    private static String text(Map<String, byte[]> texts, String path) {
        return new String(texts.get(path), StandardCharsets.UTF_8);
    }

    @Test
    void itIsCitedFromWithin() throws IOException {
        String address = "https://deals.example.org/api/v1/exports/package.zip?asOfSeq=7&stage=agreed";
        JsonNode cff = new YAMLMapper().readTree(texts(address, "CC-BY-4.0").get("CITATION.cff"));
        assertThat(cff.get("cff-version").asText()).isEqualTo("1.2.0");
        assertThat(cff.get("title").asText())
                .isEqualTo("A register of reported arms agreements (package.zip), only what has stage=agreed");
        assertThat(cff.get("url").asText()).isEqualTo(address);
        assertThat(cff.get("license").asText()).isEqualTo("CC-BY-4.0");
        assertThat(cff.at("/authors/0/name").asText()).isEqualTo("A <register>: \"its\" publisher");
    }

    @ParameterizedTest
    @CsvSource({"CC-BY-4.0, Creative Commons Attribution 4.0 International", "Apache-2.0, Apache License 2.0"})
    void aLicenceOfTheListIsNamedWithItsAddress(String id, String title) {
        Map<String, byte[]> texts = texts("/api/v1/exports/package.zip?asOfSeq=7", id);
        JsonNode license = Json.stored(texts.get("datapackage.json")).at("/licenses/0");
        assertThat(license)
                .isEqualTo(Json.object()
                        .put("name", id)
                        .put("title", title)
                        .put("path", "https://spdx.org/licenses/" + id));
        assertThat(text(texts, "LICENSE.md"))
                .contains("is under " + id + ", " + title + " (https://spdx.org/licenses/" + id + ".html). Name");
    }

    @Test
    void aLicenceOfOnesOwnLeadsNowhere() {
        Map<String, byte[]> texts = texts("/api/v1/exports/package.zip?asOfSeq=7", "LicenseRef-ours");
        assertThat(Json.stored(texts.get("datapackage.json")).at("/licenses/0"))
                .isEqualTo(Json.object().put("name", "LicenseRef-ours"));
        assertThat(text(texts, "LICENSE.md")).contains("is under LicenseRef-ours. Name");
        texts.forEach(
                (path, bytes) -> assertThat(text(texts, path)).as(path).doesNotContain("spdx.org/licenses/LicenseRef"));
        assertThat(text(texts, "CITATION.cff")).doesNotContain("license");
    }
}
