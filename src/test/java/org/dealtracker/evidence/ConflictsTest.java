package org.dealtracker.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.dealtracker.evidence.Conflicts.Conflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which claims cannot both be true. */
class ConflictsTest {
    private final SmallRegister register = new SmallRegister()
            .source("one", "'origin':'own'")
            .source("two", "'origin':'own'")
            .source("gone", "'origin':'own','retraction':{'reason':'Made up.'}")
            .party("libya", "")
            .party("laaf", "'affiliations':[{'party':'libya','kind':'faction_of','citations':[{'source':'one'}]}]")
            .party("gnu", "");

    private static final String CITED = "'citations':[{'source':'one'}]";

    private List<Conflict> conflicts(String members) {
        return Conflicts.of(register.around(members));
    }

    private static String fields(List<Conflict> conflicts) {
        return conflicts.stream()
                .map(conflict -> conflict.line() + "/" + conflict.field() + " "
                        + conflict.sides().stream().map(List::size).toList())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "16       | 12       | true",
                "16..20   | 20       | false",
                "42..     | 10       | true",
                ">4       | 4        | true",
                "~50      | 52       | false",
                "~50      | 60       | true",
                "unknown  | 16       | false",
                "24?      | 25       | true",
            })
    void countsOfOneLineConflictUnlessSomeNumberLiesInBoth(String one, String other, boolean conflict) {
        String items = "'items':[{'line':'jets','designation':'J','count':'" + one + "'," + CITED
                + "},{'line':'jets','designation':'J','count':'" + other + "'," + CITED + "}]";
        assertThat(fields(conflicts(items))).isEqualTo(conflict ? "jets/count [1, 1]" : "");
    }

    @Test
    void fourNumbersAreFourSidesAndThoseThatAgreeStandOnOne() {
        String items = "24,25,48,50,48"
                .lines()
                .flatMap(all -> List.of(all.split(",")).stream())
                .map(count -> "{'line':'su-35','designation':'Su-35','count':'" + count + "'," + CITED + "}")
                .collect(Collectors.joining(","));
        assertThat(fields(conflicts("'items':[" + items + "]"))).isEqualTo("su-35/count [1, 1, 2, 1]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JF-17 | JF-17 Block III | false",
                "JF-17 | jf 17           | false",
                "JF-17 | J-10            | true",
            })
    void aDesignationConflictsUnlessOneSaysMoreOfTheSame(String one, String other, boolean conflict) {
        String items = "'items':[{'line':'a','designation':'" + one + "'," + CITED + "},{'line':'a','designation':'"
                + other + "'," + CITED + "}]";
        assertThat(conflicts(items)).hasSize(conflict ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "combat_aircraft      | trainer_aircraft | true",
                "combat_aircraft      | unspecified      | false",
                "aircraft_unspecified | combat_aircraft  | false",
                "aircraft_unspecified | ship             | true",
                "land_unspecified     | artillery        | false",
                "naval_unspecified    | missile          | true",
            })
    void aCategoryConflictsUnlessOneSaysLess(String one, String other, boolean conflict) {
        String items = "'items':[{'line':'a','designation':'X','category':'" + one + "'," + CITED
                + "},{'line':'a','designation':'X','category':'" + other + "'," + CITED + "}]";
        assertThat(fields(conflicts(items))).isEqualTo(conflict ? "a/category [1, 1]" : "");
    }

    @Test
    void moreThanFourBillionAndFourPointSixDoNotConflict() {
        String more = "{'money':{'amount':'>4000000000','currency':'USD'},'basis':'package'," + CITED + "}";
        String exact = "{'money':{'amount':'4600000000','currency':'USD'},'basis':'package'," + CITED + "}";
        String less = "{'money':{'amount':'3000000000','currency':'USD'},'basis':'package'," + CITED + "}";
        String euros = "{'money':{'amount':'3000000000','currency':'EUR'},'basis':'package'," + CITED + "}";
        String paid =
                "{'line':'package','money':{'amount':'3000000000','currency':'USD'},'basis':'paid'," + CITED + "}";
        assertThat(conflicts("'values':[" + more + "," + exact + "," + euros + "," + paid + "]"))
                .isEmpty();
        assertThat(fields(conflicts("'values':[" + more + "," + exact + "," + less + "]")))
                .isEqualTo("package/money [1, 1, 1]");
    }

    @Test
    void datesOfOneEventConflictWhereNoDayLiesInBoth() {
        String span = "{'event':'signed','when':'[2025-12-17..2025-12-22]'," + CITED + "}";
        String day = "{'event':'signed','when':'2025-12-23'," + CITED + "}";
        String inside = "{'event':'signed','when':'2025-12-18'," + CITED + "}";
        String other = "{'event':'announced','when':'2026-01-01'," + CITED + "}";
        assertThat(fields(conflicts("'dates':[" + span + "," + day + "," + other + "]")))
                .isEqualTo("signed/when [1, 1]");
        assertThat(conflicts("'dates':[" + span + "," + inside + "," + other + "]"))
                .isEmpty();
    }

    @Test
    void deliveriesAsAtDifferentDaysDoNotConflict() {
        String then = "{'line':'a','quantity':'18','asAt':'2018'," + CITED + "}";
        String later = "{'line':'a','quantity':'38','asAt':'2020'," + CITED + "}";
        String same = "{'line':'a','quantity':'20','asAt':'2018-06'," + CITED + "}";
        assertThat(conflicts("'deliveries':[" + then + "," + later + "]")).isEmpty();
        assertThat(fields(conflicts("'deliveries':[" + then + "," + later + "," + same + "]")))
                .isEqualTo("a/quantity [1, 1]");
    }

    @Test
    void aPartyAndItsAffiliateAreNoTwoHoldersOfARole() {
        String laaf = "{'line':'buyer','party':'laaf','role':'recipient'," + CITED + "}";
        String libya = "{'line':'buyer','party':'libya','role':'recipient'," + CITED + "}";
        String gnu = "{'line':'buyer','party':'gnu','role':'recipient'," + CITED + "}";
        String unnamed = "{'party':'gnu','role':'recipient'," + CITED + "}";
        assertThat(conflicts("'parties':[" + laaf + "," + libya + "," + unnamed + "]"))
                .isEmpty();
        assertThat(fields(conflicts("'parties':[" + laaf + "," + gnu + "]"))).isEqualTo("buyer/party [1, 1]");
    }

    @Test
    void whatWasReplacedDeprecatedOrWithdrawnContradictsNobody() {
        String old = "{'id':'old','line':'a','designation':'J','count':'16'," + CITED + "}";
        String amended = "{'line':'a','designation':'J','count':'40','replaces':['old']," + CITED + "}";
        String misread =
                "{'line':'a','designation':'J','count':'9','rank':'deprecated','rankReason':'misread'," + CITED + "}";
        String gone = "{'line':'a','designation':'J','count':'7','citations':[{'source':'gone'}]}";
        assertThat(conflicts("'items':[" + old + "," + amended + "," + misread + "," + gone + "]"))
                .isEmpty();
    }

    @Test
    void aSourceThatDisputesAClaimContestsItsLine() {
        String disputed =
                "{'line':'a','designation':'J','citations':[{'source':'one'},{'source':'two','stance':'disputes'}]}";
        assertThat(fields(conflicts("'items':[" + disputed + "]"))).isEqualTo("a/null [1]");
        String withdrawn =
                "{'line':'a','designation':'J','citations':[{'source':'one'},{'source':'gone','stance':'disputes'}]}";
        assertThat(conflicts("'items':[" + withdrawn + "]")).isEmpty();
    }

    @Test
    void aPreferredClaimLeavesTheLineContestedAndIsNamed() {
        String one = "{'line':'a','designation':'J','count':'16'," + CITED + "}";
        String other =
                "{'line':'a','designation':'J','count':'20','rank':'preferred','rankReason':'Seen.'," + CITED + "}";
        List<Conflict> conflicts = conflicts("'items':[" + one + "," + other + "]");
        assertThat(fields(conflicts)).isEqualTo("a/count [1, 1]");
        assertThat(conflicts.get(0).preferred().rankReason()).isEqualTo("Seen.");
    }

    @Test
    void sumsInTwoCurrenciesAreTwoConflictsAndNeverOne() {
        String line = "{'line':'all','money':{'amount':'%s','currency':'%s'},'basis':'package'," + CITED + "}";
        assertThat(fields(conflicts("'values':[" + line.formatted("4", "USD") + "," + line.formatted("5", "USD") + ","
                        + line.formatted("30", "EUR") + "," + line.formatted("31", "EUR") + "]")))
                .isEqualTo("all/money [1, 1], all/money [1, 1]");
    }
}
