package org.dealtracker.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.dealtracker.export.Countries.Country;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountriesTest {
    private static Stream<Country> all() {
        return Countries.all().values().stream();
    }

    @Test
    void everyCodeThatARecordMayHaveIsThereAndNoOther() {
        assertThat(Countries.all().keySet())
                .containsExactly(Stream.of(Locale.getISOCountries()).sorted().toArray(String[]::new));
    }

    /** The JDK keeps a table of its own, which ours was not made from. */
    @Test
    void theThreeLettersAreThoseThatTheStandardHas() {
        assertThat(all())
                .allSatisfy(country -> assertThat(country.alpha3())
                        .isEqualTo(new Locale.Builder()
                                .setRegion(country.alpha2())
                                .build()
                                .getISO3Country()));
    }

    @Test
    void noCountryHasTheNameOrThePointOfAnother() {
        assertThat(all().map(Country::name)).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(all().map(each -> each.longitude() + " " + each.latitude())).doesNotHaveDuplicates();
        assertThat(all().filter(each -> each.place().isEmpty()).map(Country::alpha2))
                .containsExactly("AQ", "BV", "HM", "TK", "UM");
    }

    /** A point on the antimeridian would be in two places at once, and one with more digits would claim too much. */
    @Test
    void everyPointIsOnTheGlobe() {
        assertThat(all()).allSatisfy(country -> {
            assertThat(country.longitude()).isBetween(new BigDecimal("-179.99"), new BigDecimal("179.99"));
            assertThat(country.latitude()).isBetween(new BigDecimal("-80"), new BigDecimal("80"));
            assertThat(country.longitude().scale()).isBetween(0, 2);
            assertThat(country.latitude().scale()).isBetween(0, 2);
        });
    }

    /** Which quarter of the globe somebody would look in; a sign that is wrong or two numbers that are swapped are not. */
    @ParameterizedTest
    @CsvSource({
        "PK, 60, 78, 23, 38",
        "LY, 9, 26, 19, 34",
        "CN, 73, 135, 18, 54",
        "ID, 95, 141, -11, 6",
        "RU, 20, 180, 41, 82",
        "IR, 44, 64, 25, 40",
        "TR, 25, 45, 35, 43",
        "QA, 50, 52, 24, 27",
        "SA, 34, 56, 16, 33",
        "SD, 21, 39, 8, 23",
        "AZ, 44, 51, 38, 42",
        "US, -125, -66, 24, 50",
        "BR, -74, -34, -34, 6",
        "AU, 113, 154, -44, -10",
        "NZ, 166, 179, -48, -34",
        "FJ, 176, 180, -20, -15",
        "WS, -173, -171, -15, -13",
        "ZA, 16, 33, -35, -22",
        "GB, -9, 2, 49, 61",
        "AR, -74, -53, -56, -21",
        "IS, -25, -13, 63, 67",
        "KI, 172, 174, 0, 3",
        "EC, -92, -75, -5, 2",
        "GL, -74, -11, 59, 84",
        "AQ, -180, 180, -90, -60"
    })
    void aPointLiesInItsCountry(String code, double west, double east, double south, double north) {
        Country country = Countries.of(code);
        assertThat(country.longitude().doubleValue()).isBetween(west, east);
        assertThat(country.latitude().doubleValue()).isBetween(south, north);
    }

    /** Capitals of two countries are rarely as close as this, and these pairs are known. */
    @Test
    void pointsThatAlmostMeetAreOfNeighboursWhoseCapitalsDo() {
        Country[] countries = all().toArray(Country[]::new);
        Stream.Builder<String> close = Stream.builder();
        for (int i = 0; i < countries.length; i++) {
            for (int j = i + 1; j < countries.length; j++) {
                double east = countries[i]
                        .longitude()
                        .subtract(countries[j].longitude())
                        .doubleValue();
                double north = countries[i]
                        .latitude()
                        .subtract(countries[j].latitude())
                        .doubleValue();
                if (Math.hypot(east, north) < 0.5) {
                    close.add(countries[i].alpha2() + countries[j].alpha2());
                }
            }
        }
        assertThat(close.build())
                .containsExactly(
                        "AGMS", "AIBL", "AIMF", "AISX", "BLMF", "BLSX", "CDCG", "ILPS", "ITVA", "MFSX", "VGVI");
    }

    @Test
    void aCodeThatIsNoneIsToldSo() {
        assertThatThrownBy(() -> Countries.of("XX")).isInstanceOf(IllegalArgumentException.class);
    }
}
