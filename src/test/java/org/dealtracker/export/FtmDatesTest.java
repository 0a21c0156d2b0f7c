package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dealtracker.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FtmDatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-12-18 | 2025-12-18",
                "2025-12 | 2025-12",
                "2025-12-XX | 2025-12",
                "2025 | 2025",
                "[2025-12-17..2025-12-22] | 2025-12",
                "[2025-07-17,2025-07-18] | 2025-07",
                "[2025-11-30,2025-12-01] | 2025",
                "2025-33 | 2025",
                "2025-21 | 2025",
                "2025-24 |",
                "[2025-12-31,2026-01-01] |",
                "2025-12-18? |",
                "2025-12~ |",
                "unknown |",
                "2026/.. |"
            })
    void aDateIsAsLongAsWhatIsBeyondDoubt(String edtf, String prefix) {
        assertThat(FtmDates.prefix(edtf)).isEqualTo(prefix);
    }

    private static ObjectNode when(String edtf) {
        FtmEntity entity = FtmEntity.thing("Event", "e");
        FtmDates.when(entity, Json.object().put("edtf", edtf), "When");
        return (ObjectNode) entity.json().get("properties");
    }

    @Test
    void whatLastsHasABeginningAndAnEnd() {
        assertThat(when("2025-12-10/2025-12-15"))
                .hasToString("{\"startDate\":[\"2025-12-10\"],\"endDate\":[\"2025-12-15\"],"
                        + "\"notes\":[\"When: 2025-12-10/2025-12-15 (EDTF)\"]}");
        assertThat(when("2026/..")).hasToString("{\"startDate\":[\"2026\"],\"notes\":[\"When: 2026/.. (EDTF)\"]}");
        assertThat(when("2025-12~/2028-06"))
                .hasToString("{\"endDate\":[\"2028-06\"],\"notes\":[\"When: 2025-12~/2028-06 (EDTF)\"]}");
    }

    @Test
    void whatAPrefixLosesIsToldInWords() {
        assertThat(when("2025-12-18")).hasToString("{\"date\":[\"2025-12-18\"]}");
        assertThat(when("2025-12-18?")).hasToString("{\"notes\":[\"When: 2025-12-18? (EDTF)\"]}");
        assertThat(when("[2025-12-17..2025-12-22]"))
                .hasToString("{\"date\":[\"2025-12\"],\"notes\":[\"When: [2025-12-17..2025-12-22] (EDTF)\"]}");
    }
}
