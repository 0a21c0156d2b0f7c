package org.dealtracker.cite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.WithDefault;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublisherSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "https://deals.example.org, https://deals.example.org",
        "https://deals.example.org/, https://deals.example.org",
        "http://localhost:8080, http://localhost:8080",
        "https://example.org/deals//, https://example.org/deals"
    })
    void anAddressIsOneThatOthersCanBeginWith(String set, String used) {
        assertThat(new PublicAddress(set).text()).isEqualTo(used);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deals.example.org",
                "ftp://deals.example.org",
                "https://",
                "https://example.org?x=1",
                "https://example.org/#x",
                "https://user@example.org",
                "https://exa mple.org",
                ""
            })
    void whatIsNoAddressIsRefusedInASentenceThatNamesTheSetting(String set) {
        assertThatThrownBy(() -> new PublicAddress(set))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DEALTRACKER_PUBLIC_URL");
    }

    @ParameterizedTest
    @CsvSource({
        "CC-BY-4.0, CC-BY-4.0, Creative Commons Attribution 4.0 International, https://spdx.org/licenses/CC-BY-4.0",
        "odbl-1.0, ODbL-1.0, Open Data Commons Open Database License v1.0, https://spdx.org/licenses/ODbL-1.0",
        "' Apache-2.0 ', Apache-2.0, Apache License 2.0, https://spdx.org/licenses/Apache-2.0",
        "LicenseRef-ours, LicenseRef-ours, LicenseRef-ours,"
    })
    void aLicenceThatIsInTheListHasANameAndAnAddressThere(String set, String id, String title, String address) {
        SpdxLicence licence = new SpdxLicence(set);
        assertThat(licence.id()).isEqualTo(id);
        assertThat(licence.title()).isEqualTo(title);
        assertThat(licence.address()).isEqualTo(address);
    }

    @Test
    void markupNamesALicenceThatHasNoAddressInsteadOfInventingOne() {
        assertThat(Nodes.licence(new SpdxLicence("CC0-1.0")).asText()).isEqualTo("https://spdx.org/licenses/CC0-1.0");
        assertThat(Nodes.licence(new SpdxLicence("LicenseRef-ours")))
                .hasToString("{\"@type\":\"CreativeWork\",\"name\":\"LicenseRef-ours\"}");
    }

    @Test
    void whatShipsIsUnderTheLicenceThatTheReadmeNames() throws Exception {
        String given = PublisherSettings.class
                .getMethod("dataLicence")
                .getAnnotation(WithDefault.class)
                .value();
        String readme = Files.readString(Path.of("README.md"));
        assertThat(readme.substring(readme.indexOf("## Licence"))).contains(new SpdxLicence(given).title());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CC BY 4.0",
                "https://creativecommons.org/licenses/by/4.0",
                "{}",
                "CC-BY-4",
                "NONE",
                "LicenseRef-",
                "LicenseRef-a b"
            })
    void whatIsNoIdentifierOfALicenceIsRefused(String set) {
        assertThatThrownBy(() -> new SpdxLicence(set)).hasMessageContaining("DEALTRACKER_DATA_LICENCE");
    }
}
