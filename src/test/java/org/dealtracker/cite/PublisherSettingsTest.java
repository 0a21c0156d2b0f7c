package org.dealtracker.cite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    @CsvSource({"CC-BY-4.0, https://spdx.org/licenses/CC-BY-4.0", "LicenseRef-ours,"})
    void aLicenceThatIsInTheListHasAnAddressThere(String id, String address) {
        assertThat(new SpdxLicence(id).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0", "{}"})
    void whatIsNoIdentifierOfALicenceIsRefused(String set) {
        assertThatThrownBy(() -> new SpdxLicence(set)).hasMessageContaining("DEALTRACKER_DATA_LICENCE");
    }
}
