package org.dealtracker.uncertain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes that api.md promises, written and read with nothing but the annotations. */
class JsonTest {
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void aQuantityIsItsPartsAndItsText() throws JsonProcessingException {
        assertThat(json.writeValueAsString(Quantity.parse("16..20")))
                .isEqualTo("{\"lower\":16,\"upper\":20,\"strict\":false,\"approximate\":false,\"uncertain\":false,"
                        + "\"unknown\":false,\"text\":\"16..20\"}");
    }

    @ParameterizedTest
    @CsvSource({"160..,'{\"lower\":160,\"upper\":null,'", "..0.000001,'{\"lower\":null,\"upper\":0.000001,'"})
    void numbersArePlainAndOpenEndsNull(String text, String start) throws JsonProcessingException {
        assertThat(json.writeValueAsString(Quantity.parse(text))).startsWith(start);
    }

    @Test
    void moneyHoldsItsAmountAndItsCurrencyEvenWhenNone() throws JsonProcessingException {
        assertThat(json.writeValueAsString(Money.of("multi-billion", null)))
                .isEqualTo("{\"amount\":{\"lower\":2000000000,\"upper\":null,\"strict\":false,\"approximate\":false,"
                        + "\"uncertain\":false,\"unknown\":false,\"text\":\"multi-billion\","
                        + "\"orderOfMagnitude\":true},\"currency\":null}");
    }

    @Test
    void aFuzzyDateIsItsTextAndItsDays() throws JsonProcessingException {
        assertThat(json.writeValueAsString(FuzzyDate.parse("2025-12~")))
                .isEqualTo("{\"edtf\":\"2025-12~\",\"earliest\":\"2025-12-01\",\"latest\":\"2025-12-31\","
                        + "\"kind\":\"day\",\"approximate\":true,\"uncertain\":false}");
        assertThat(json.writeValueAsString(FuzzyDate.parse("[2025-07-17,2025-07-18]")))
                .contains("\"kind\":\"one_of\"");
        assertThat(json.writeValueAsString(FuzzyDate.parse("2026/.."))).contains("\"latest\":null,\"kind\":\"span\"");
    }

    @Test
    void certaintyIsLowerCase() throws JsonProcessingException {
        assertThat(json.writeValueAsString(Certainty.POSSIBLE)).isEqualTo("\"possible\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"16", "16..20", "42..", "..10", ">200", "<10", "~50", "24?", "0", "4.6", "unknown"})
    void aQuantityIsReadFromItsTextAndFromItsOutput(String text) throws JsonProcessingException {
        Quantity quantity = Quantity.parse(text);
        assertThat(json.readValue('"' + text + '"', Quantity.class)).isEqualTo(quantity);
        assertThat(json.readValue(json.writeValueAsString(quantity), Quantity.class))
                .isEqualTo(quantity);
    }

    @ParameterizedTest
    @ValueSource(strings = {">4000000000", "multi-million", "multi-billion", "~50?", "unknown"})
    void moneyIsReadFromItsTextAndFromItsOutput(String text) throws JsonProcessingException {
        Money money = Money.of(text, "USD");
        assertThat(json.readValue("{\"amount\":\"" + text + "\",\"currency\":\"USD\"}", Money.class))
                .isEqualTo(money);
        assertThat(json.readValue(json.writeValueAsString(money), Money.class)).isEqualTo(money);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-12~", "2025-12/2028-06", "2026/..", "[2025-12-17..2025-12-22]", "2025-24", "unknown"})
    void aFuzzyDateIsReadFromItsTextAndFromItsOutput(String edtf) throws JsonProcessingException {
        FuzzyDate date = FuzzyDate.parse(edtf);
        assertThat(json.readValue('"' + edtf + '"', FuzzyDate.class)).isEqualTo(date);
        assertThat(json.readValue(json.writeValueAsString(date), FuzzyDate.class))
                .isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "\"1e3\"", "{\"lower\":1e999999}", "{}", "{\"text\":\"16\",\"upper\":17}"})
    void aBadQuantityIsRefusedWithOurSentenceAsTheCause(String body) {
        assertThatThrownBy(() -> json.readValue(body, Quantity.class)).hasRootCauseInstanceOf(DoubtException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"16", "4.6", "true", "[]"})
    void whatIsNeitherTextNorObjectIsRefused(String body) {
        assertThatThrownBy(() -> json.readValue(body, Quantity.class)).isInstanceOf(JsonProcessingException.class);
    }
}
