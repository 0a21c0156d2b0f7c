package org.dealtracker.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dealtracker.support.Answer;
import org.dealtracker.support.Api;
import org.dealtracker.support.RegisterDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each example is there for: it is hard, and the register holds it without loss. */
@QuarkusTest
@TestProfile(WithExamples.class)
@QuarkusTestResource(RegisterDatabase.class)
class ExampleDealsTest {
    private static final String LAAF = "pakistan-laaf-2025";
    private static final String REUTERS = "reuters-2025-12-22";
    private static final String AL_HADATH = "al-hadath-2025-12-21";

    private final Provenance provenance = new Provenance();

    private static Answer deal(String slug) {
        return Api.get("/agreements/" + slug).expect(200);
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Stream<JsonNode> supporting(JsonNode claim) {
        return each(claim.get("citations"))
                .filter(citation -> citation.get("stance").asText().equals("supports"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pakistan-laaf-2025                 | agreed              | [2025-12-17..2025-12-22] | party_confirmed | single_origin
            pakistan-sudan-2026                | suspended           | 2026-04-20               | single_origin   | disputed
            pakistan-saudi-arabia-jf-17-2026   | in_negotiation      | [2026-01-07,2026-01-08]  | single_origin   | single_origin
            pakistan-azerbaijan-jf-17-2024     | partially_delivered | 2025                     | party_confirmed | single_origin
            china-indonesia-j-10-2025          | announced           | 2025-10-15               | unverified      | disputed
            qatar-indonesia-mirage-2000-5-2023 | cancelled           | 2024-02-10               | unverified      | unverified
            russia-indonesia-su-35-2018        | cancelled           | 2021-12?                 | party_confirmed | unverified
            china-pakistan-j-35a-2024          | rumoured            | 2024-12                  | denied          | unverified
            russia-iran-su-35-2023             | agreed              | 2023-03                  | party_confirmed | disputed
            pakistan-turkiye-mfi-395-2017      | completed           | 2025                     | single_origin   | single_origin
            """)
    void eachOfTheTenStandsWhereItsSourcesLeaveIt(
            String slug, String stage, String since, String existence, String figures) {
        Answer deal = deal(slug);
        assertThat(deal.textAt("/headline/stage")).isEqualTo(stage);
        assertThat(deal.textAt("/headline/stageSince/edtf")).isEqualTo(since);
        assertThat(deal.textAt("/headline/verification/existence/code")).isEqualTo(existence);
        assertThat(deal.textAt("/headline/verification/figures/code")).isEqualTo(figures);
        assertThat(Api.get("/agreements").at("/total").asInt()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pakistan-laaf-2025                 | signed
            pakistan-sudan-2026                | package
            pakistan-saudi-arabia-jf-17-2026   | other-equipment
            pakistan-azerbaijan-jf-17-2024     |
            china-indonesia-j-10-2025          | j-10
            qatar-indonesia-mirage-2000-5-2023 |
            russia-indonesia-su-35-2018        |
            china-pakistan-j-35a-2024          |
            russia-iran-su-35-2023             | su-35
            pakistan-turkiye-mfi-395-2017      |
            """)
    void whatIsContestedIsOneLineOrNone(String slug, String line) {
        Set<String> contested = line == null ? Set.of() : Set.of(line);
        assertThat(Contest.lines(deal(slug).json())).isEqualTo(contested);
        assertThat(texts(deal(slug).at("/headline/contestedLines"))).isEqualTo(contested);
    }

    private static Set<String> texts(JsonNode array) {
        return each(array).map(JsonNode::asText).collect(Collectors.toSet());
    }

    @Test
    void everyFigureOfTheLibyanDealHasOneOriginAndAtLeastSixCarriers() {
        JsonNode deal = deal(LAAF).json();
        List<JsonNode> figures = Stream.concat(
                        each(deal.get("items"))
                                .filter(item -> !item.at("/count/lower").isMissingNode()
                                        && !item.at("/count/lower").isNull()),
                        each(deal.get("values"))
                                .filter(value -> !value.at("/money/amount/orderOfMagnitude")
                                        .asBoolean()))
                .toList();
        assertThat(figures)
                .extracting(claim -> claim.at(claim.has("count") ? "/count/text" : "/money/amount/text")
                        .asText())
                .containsExactlyInAnyOrder("16", "12", ">4000000000", "4600000000");
        assertThat(figures).allSatisfy(claim -> {
            assertThat(supporting(claim).map(citation -> citation.get("source").asText()))
                    .hasSizeGreaterThanOrEqualTo(6)
                    .doesNotHaveDuplicates();
            assertThat(origins(Stream.of(claim))).containsExactly(REUTERS);
        });
    }

    @Test
    void theLibyanDealExistsByTwoOriginsAndAPartyThatConfirms() {
        JsonNode deal = deal(LAAF).json();
        Stream<JsonNode> claims = Stream.of("parties", "items", "deliveries", "values", "commitments", "dates", "terms")
                .flatMap(kind -> each(deal.get(kind)));
        assertThat(origins(claims)).containsExactly(AL_HADATH, REUTERS);
        assertThat(said(deal))
                .contains("libyan-arab-armed-forces confirms deal")
                .contains("pakistan-mod no_comment deal", "pakistan-armed-forces no_comment deal")
                .contains("pakistan denies reuters-2026-04-20")
                .doesNotContain("pakistan denies deal");
        assertThat(deal.at("/headline/recipients")).hasSize(1);
        assertThat(deal.at("/headline/independentOrigins").asInt()).isEqualTo(2);
        assertThat(texts(deal.at("/headline/verification/existence/reasons")))
                .containsExactlyInAnyOrder("party_confirmed", "corroborated");
    }

    private Set<String> origins(Stream<JsonNode> claims) {
        return claims.flatMap(ExampleDealsTest::supporting)
                .flatMap(citation -> provenance.origins(citation).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> said(JsonNode deal) {
        return each(deal.get("positions"))
                .map(says -> says.get("party").asText() + " "
                        + says.get("stance").asText() + " " + says.get("about").asText());
    }

    @Test
    void theReportsOfApril2026AreReassessedAndNeverSuspend() {
        JsonNode history = deal(LAAF).at("/statusHistory");
        assertThat(history)
                .extracting(event ->
                        event.get("changeType").asText() + " " + event.get("to").asText())
                .containsExactly("transition agreed", "reassessment agreed");
    }

    @Test
    void silenceIsRecordedWithWhatWasSearched() {
        assertThat(each(deal(LAAF).at("/citations"))
                        .filter(citation -> citation.get("stance").asText().equals("silent")))
                .extracting(citation -> citation.get("source").asText())
                .containsExactly("ispr-2025-12-18", "sipri-2026-05-18", "search-deliveries-libya-2026-11");
    }

    /** One for each origin, record and kind; what a repeater adds is named once, however much of it there is. */
    @Test
    void repeatersAddOnlyWhatTheExamplesAreThereToShow() {
        Map<String, Set<String>> drift = new TreeMap<>();
        Map<String, Set<String>> told = new TreeMap<>();
        for (String slug : Api.get("/agreements?fields=slug").each("/items", "slug")) {
            Api.get("/agreements/" + slug + "/evidence")
                    .expect(200)
                    .at("/drift")
                    .forEach(each -> told.put(
                            each.get("slug").asText() + " " + each.get("kind").asText() + " "
                                    + each.get("origin").asText(),
                            texts(each.get("carriers"))));
        }
        for (String collection : List.of("/agreements", "/engagements")) {
            for (String slug : Api.get(collection + "?fields=slug").each("/items", "slug")) {
                new Drift(Api.get(collection + "/" + slug).json(), provenance)
                        .found()
                        .forEach((what, carriers) -> drift.put(slug + " " + what, carriers));
            }
        }
        assertThat(drift)
                .containsOnly(
                        Map.entry(LAAF + " date " + REUTERS, Set.of("africa24-2025-12-23", "ecofin-2025-12-23")),
                        Map.entry(LAAF + " designation " + REUTERS, Set.of("middle-east-forum-2025-12")),
                        Map.entry(LAAF + " item " + REUTERS, Set.of("one-world-outlook-2025-12-26")),
                        Map.entry("munir-libya-2025-12 place ispr-2025-12-18", Set.of("pakistan-today-2025-12-18")),
                        Map.entry(
                                "pakistan-sudan-2026 value reuters-sudan-2026-01", Set.of("social-media-sudan-15-bn")));
    }

    @Test
    void theEmbargoOnLibyaReachesTheTrainingTooAndTheFindingsDiffer() {
        Answer screening = Api.get("/agreements/" + LAAF + "/screening").expect(200);
        assertThat(each(screening.at("/matches"))
                        .filter(match -> match.get("restriction").asText().equals("un-libya-arms-embargo"))
                        .map(match -> match.at("/claim/line").asText()))
                .contains("jf-17", "super-mushshak", "training", "technical-support", "joint-training");
        assertThat(each(screening.at("/matches"))
                        .filter(match -> match.get("scope").asText().equals("training"))
                        .flatMap(match -> each(match.get("amendments")))
                        .map(amendment -> amendment.get("reference").asText()))
                .contains("Resolution 2769 (2025)");
        assertThat(screening.each("/findings", "finding")).containsExactlyInAnyOrder("complies", "unclear", "breaches");
    }

    @Test
    void theCancelledSu35NameTheRestrictionThatReachesTheirSupplier() {
        assertThat(deal("russia-indonesia-su-35-2018").each("/statusHistory", "cause"))
                .containsExactly(null, "us-caatsa-231-russia");
        assertThat(deal("russia-indonesia-su-35-2018").each("/headline/restrictions", "slug"))
                .contains("us-caatsa-231-russia");
        assertThat(deal("pakistan-turkiye-mfi-395-2017").at("/headline/restrictions"))
                .isEmpty();
    }

    @Test
    void theAzerbaijaniExpansionReplacesTheOldTerms() {
        JsonNode deal = deal("pakistan-azerbaijan-jf-17-2024").json();
        assertThat(deal.get("items")).hasSize(5);
        assertThat(deal.at("/headline/categories/0/lower").asInt()).isEqualTo(40);
        assertThat(deal.at("/headline/categories/0/upper").asInt()).isEqualTo(40);
        assertThat(each(deal.at("/headline/values"))
                        .filter(value -> value.get("basis").asText().equals("package")))
                .singleElement()
                .satisfies(value -> assertThat(value.get("text").asText()).isEqualTo("4600000000"));
        assertThat(each(deal.get("statusHistory"))
                        .map(event -> event.get("changeType").asText()))
                .contains("amendment");
    }

    @Test
    void theIranianCountStandsFourWaysOnOneLine() {
        JsonNode items = deal("russia-iran-su-35-2023").at("/items");
        assertThat(each(items).map(item -> item.get("line").asText()).distinct())
                .containsExactly("su-35");
        assertThat(each(items).map(item -> item.at("/count/text").asText())).contains("24?", "25", "48", "50");
    }

    @Test
    void aMinisterDeniesByNameWhatUnnamedReportsAssert() {
        JsonNode denial = deal("china-pakistan-j-35a-2024").at("/positions/0");
        assertThat(denial.get("stance").asText()).isEqualTo("denies");
        assertThat(denial.get("about").asText()).isEqualTo("deal");
        assertThat(denial.at("/citations/0/attribution/kind").asText()).isEqualTo("named");
    }

    @Test
    void theSaudiSumsStandOnLinesOfTheirOwn() {
        Answer deal = deal("pakistan-saudi-arabia-jf-17-2026");
        assertThat(deal.each("/values", "line")).containsExactly("loan_conversion", "package");
        assertThat(deal.each("/headline/values", "lower")).containsExactly("2000000000", "4000000000");
    }
}
