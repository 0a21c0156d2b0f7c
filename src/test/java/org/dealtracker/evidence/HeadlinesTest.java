package org.dealtracker.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.dealtracker.agreement.Category;
import org.dealtracker.agreement.Evidence;
import org.dealtracker.agreement.Headline;
import org.dealtracker.agreement.Headline.Named;
import org.dealtracker.agreement.Stage;
import org.junit.jupiter.api.Test;

/** Headlines of small agreements made by hand; single quotes stand for double ones. */
class HeadlinesTest {
    private static final String CITED = "'citations':[{'source':'reuters'}]";

    private static final SmallRegister REGISTER = new SmallRegister()
            .source("reuters", "'published':'2025-12-22'")
            .source("ecofin", "'published':'2025-12-23'")
            .source("sipri", "'published':'2026-05-18'")
            .party("pakistan", "")
            .party("laaf", "");

    private static Headline headline(String members) {
        return Headlines.of(REGISTER.around(members), Evidence.NONE);
    }

    private static String value(String amount, String more) {
        return "{'money':{'amount':'" + amount + "','currency':'USD'},'basis':'package'," + more + CITED + "}";
    }

    private static String item(String count, String more) {
        return "{'designation':'JF-17','category':'combat_aircraft','count':'" + count + "'," + more + CITED + "}";
    }

    private static Headline.Worth worth(String... values) {
        List<Headline.Worth> all =
                headline("'values':[" + String.join(",", values) + "]").values();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static String counted(String... items) {
        return headline("'items':[" + String.join(",", items) + "]").categories().stream()
                .map(c -> c.category().code() + " " + c.lower() + ".." + c.upper())
                .collect(Collectors.joining(", "));
    }

    @Test
    void claimsThatCompeteAreShownAsTheirHullAndNeverAsAnAverage() {
        assertThat(worth(value("4000000000", ""), value("4600000000", "")).text())
                .isEqualTo("4000000000..4600000000");
    }

    @Test
    void anOrderOfMagnitudeDoesNotWidenFigures() {
        assertThat(worth(value("multi-billion", ""), value("4600000000", "")).text())
                .isEqualTo("4600000000");
        assertThat(worth(value("multi-billion", "")).text()).isEqualTo("2000000000..");
    }

    @Test
    void aFigureThatIsAloneKeepsItsAbout() {
        assertThat(worth(value("~2000000000", "")).text()).isEqualTo("~2000000000");
        assertThat(worth(value("~2000000000", ""), value("~2000000000", "")).text())
                .isEqualTo("~2000000000");
        assertThat(worth(value("~2000000000", ""), value("3000000000", "")).text())
                .isEqualTo("2000000000..3000000000");
    }

    @Test
    void theLowestAndHighestReportedAreFiguresThatSomebodyNamed() {
        Headline.Worth worth = worth(value(">4000000000", ""), value("4600000000", ""));
        assertThat(worth.text()).isEqualTo(">4000000000");
        assertThat(worth.upper()).isNull();
        assertThat(worth.lowestReported()).isEqualByComparingTo("4000000000");
        assertThat(worth.highestReported()).isEqualByComparingTo("4600000000");
    }

    @Test
    void aPreferredClaimStandsForItsLine() {
        assertThat(worth(value("10", ""), value("20", "'rank':'preferred','rankReason':'seen',"))
                        .text())
                .isEqualTo("20");
    }

    @Test
    void whatIsDeprecatedOrReplacedNoLongerCounts() {
        assertThat(worth(value("10", "'rank':'deprecated','rankReason':'misread',"), value("20", ""))
                        .text())
                .isEqualTo("20");
        assertThat(worth(value("10", "'id':'old',"), value("30", "'replaces':['old'],"))
                        .text())
                .isEqualTo("30");
    }

    @Test
    void sumsOfDifferentBasesAndCurrenciesAreNeverMixed() {
        String euros = "{'money':{'amount':'5','currency':'EUR'},'basis':'package'," + CITED + "}";
        String paid = "{'money':{'amount':'7','currency':'USD'},'basis':'paid'," + CITED + "}";
        assertThat(headline("'values':[" + value("10", "") + "," + euros + "," + paid + "]")
                        .values())
                .extracting(w -> w.basis().code() + " " + w.currency() + " " + w.text())
                .containsExactly("package USD 10", "package EUR 5", "paid USD 7");
    }

    @Test
    void aPartOfASumIsNotCountedBesideIt() {
        assertThat(worth(value("10", ""), value("4", "'line':'jets','partOf':'package',"))
                        .text())
                .isEqualTo("10");
    }

    @Test
    void aValueThatNobodyNamesIsCountedAsMissing() {
        assertThat(worth(value("unknown", "")).withoutValue()).isEqualTo(1);
        assertThat(worth(value("unknown", "")).text()).isEqualTo("unknown");
    }

    @Test
    void linesOfOneCategoryAddUpAndClaimsOnOneLineDoNot() {
        assertThat(counted(item("16", "'line':'a',"), item("20", "'line':'a',"), item("2", "'line':'b',")))
                .isEqualTo("combat_aircraft 18..22");
    }

    @Test
    void onlyLeafLinesAreCounted() {
        assertThat(counted(item("16", "'line':'all',"), item("10", "'line':'some','partOf':'all',")))
                .isEqualTo("combat_aircraft 10..10");
    }

    @Test
    void aLineOfUnknownCountLeavesTheTopOpen() {
        assertThat(counted(item("16", "'line':'a',"), item("unknown", "'line':'b',")))
                .isEqualTo("combat_aircraft 16..null");
        assertThat(headline("'items':[{'designation':'Tanks'," + CITED + "}]").categories())
                .extracting(Headline.Counted::category)
                .containsExactly(Category.UNSPECIFIED);
    }

    @Test
    void aPartyNamedTwiceInOneRoleIsShownOnceByItsName() {
        String supplier = "{'party':'pakistan','role':'supplier'," + CITED + "}";
        Headline headline = headline(
                "'parties':[" + supplier + "," + supplier + ",{'party':'laaf','role':'recipient'," + CITED + "}]");
        assertThat(headline.suppliers()).extracting(Named::name).containsExactly("pakistan!");
        assertThat(headline.recipients()).extracting(Named::slug).containsExactly("laaf");
    }

    @Test
    void firstAndLastReportedComeFromTheSourcesThatSupport() {
        Headline headline = headline("'terms':[{'type':'other','text':'t','citations':["
                + "{'source':'ecofin','hedges':[{'marker':'reportedly'}]},{'source':'reuters'},"
                + "{'source':'sipri','stance':'silent','locator':'all rows'}]}]");
        assertThat(headline.firstReported().edtf()).isEqualTo("2025-12-22");
        assertThat(headline.lastReported().edtf()).isEqualTo("2025-12-23");
        assertThat(headline.hedged()).isTrue();
    }

    @Test
    void withoutEventsTheStageIsUnknownAndWithoutSourcesNothingWasReported() {
        Headline headline = headline("'summary':'Nothing yet.'");
        assertThat(headline.stage()).isEqualTo(Stage.UNKNOWN);
        assertThat(headline.stageSince()).isNull();
        assertThat(headline.firstReported()).isNull();
        assertThat(headline.hedged()).isFalse();
    }

    @Test
    void aPartWhoseWholeIsNotOfTheSameSumCountsItself() {
        String loan =
                "{'line':'loans','partOf':'package','money':{'amount':'2','currency':'USD'},'basis':'loan_conversion',"
                        + CITED + "}";
        assertThat(headline("'values':[" + value("10", "") + "," + loan + "]").values())
                .extracting(w -> w.basis().code() + " " + w.text())
                .containsExactly("package 10", "loan_conversion 2");
    }
}
