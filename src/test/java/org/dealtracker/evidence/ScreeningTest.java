package org.dealtracker.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.dealtracker.evidence.Screening.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which restrictions a deal touches, and how surely. */
class ScreeningTest {
    private static final String CITED = "'citations':[{'source':'one'}]";
    private static final String JETS =
            "'items':[{'line':'jets','designation':'JF-17','category':'combat_aircraft'," + CITED + "}]";
    private static final String SIGNED = "'dates':[{'event':'signed','when':'2025-12-18'," + CITED + "}]";

    private final SmallRegister register = new SmallRegister()
            .source("one", "'origin':'own'")
            .party("libya", "'country':'LY'")
            .party("laaf", "'affiliations':[{'party':'libya','kind':'faction_of'," + CITED + "}]")
            .party("old-laaf", "'affiliations':[{'party':'libya','kind':'faction_of','to':'2020'," + CITED + "}]")
            .party("vague-laaf", "'affiliations':[{'party':'libya','kind':'faction_of','from':'2025'," + CITED + "}]")
            .party("member", "'affiliations':[{'party':'libya','kind':'member_of'," + CITED + "}]")
            .party("pakistan", "'country':'PK'");

    private static String sides(String recipient) {
        return "'parties':[{'party':'pakistan','role':'supplier'," + CITED + "},{'party':'" + recipient
                + "','role':'recipient'," + CITED + "}]";
    }

    private String screened(String recipient, String members) {
        return show(Screening.of(register.around(sides(recipient) + "," + members), null));
    }

    private static String show(List<Match> matches) {
        return matches.stream()
                .map(match -> match.claim().line() + " "
                        + (match.scope() == null ? null : match.scope().code()) + " "
                        + match.certainty().code())
                .collect(Collectors.joining(", "));
    }

    @Test
    void anEmbargoOnACountryReachesWhoBelongsToItWithGoodsAndTraining() {
        register.restriction(
                "unsc-1970",
                "'reference':'S/RES/1970 (2011), 9','targets':[{'country':'LY'}],"
                        + "'scope':['all_goods','training'],'from':'2011-02-26'");
        String training = "'commitments':[{'line':'lessons','type':'training'," + CITED
                + "},{'line':'loan','type':'financing'," + CITED + "}]";
        List<Match> matches =
                Screening.of(register.around(sides("laaf") + "," + JETS + "," + SIGNED + "," + training), null);
        assertThat(show(matches)).isEqualTo("jets all_goods certain, lessons training certain");
        assertThat(String.join(" ", matches.get(0).reasons()))
                .contains("laaf, recipient, faction of libya, is of the country LY")
                .contains("2025-12-18/..")
                .contains("2011-02-26/..")
                .contains("combat_aircraft");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "laaf       | jets all_goods certain",
                "libya      | jets all_goods certain",
                "old-laaf   | ''",
                "vague-laaf | jets all_goods possible",
                "member     | ''",
            })
    void affiliationsCarryOverWhileTheyLast(String recipient, String expected) {
        register.restriction("r", "'targets':[{'party':'libya'}],'scope':['all_goods'],'from':'2011'");
        assertThat(screened(recipient, JETS + "," + SIGNED)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2011 | 2020       | ''",
                "2011 | 2025-12-18 | jets all_goods certain",
                "2011 | 2025       | jets all_goods possible",
                "2025 | 2026       | jets all_goods possible",
                "2030 | 2031       | jets all_goods possible",
            })
    void theDaysDecideAndVagueOnesLeaveItPossible(String from, String to, String expected) {
        register.restriction(
                "r", "'targets':[{'country':'LY'}],'scope':['all_goods'],'from':'" + from + "','to':'" + to + "'");
        assertThat(screened("libya", JETS + "," + SIGNED)).isEqualTo(expected);
    }

    @Test
    void withoutAnyDayADealMayMeetEveryRestriction() {
        register.restriction("r", "'targets':[{'country':'LY'}],'scope':['all_goods'],'from':'2011','to':'2012'");
        assertThat(screened("libya", JETS)).isEqualTo("jets all_goods possible");
    }

    @Test
    void aCancelledDealIsNotTouchedByWhatCameLater() {
        register.restriction("r", "'targets':[{'country':'LY'}],'scope':['all_goods'],'from':'2026-06'");
        assertThat(screened("libya", JETS + "," + SIGNED)).isEqualTo("jets all_goods possible");
        String cancelled = "'statusHistory':[{'to':'agreed','effective':'2025-12-18','reason':'r'," + CITED
                + "},{'to':'cancelled','effective':'2026-01-10','reason':'r'," + CITED + "}]";
        assertThat(screened("libya", JETS + "," + SIGNED + "," + cancelled)).isEmpty();
    }

    @Test
    void theDirectionSaysWhoseRoleIsReached() {
        register.restriction("to", "'targets':[{'country':'PK'}],'scope':['all_goods'],'direction':'to_target'");
        assertThat(screened("libya", JETS + "," + SIGNED)).isEmpty();
        register.restriction("from", "'targets':[{'country':'PK'}],'scope':['all_goods'],'direction':'from_target'");
        assertThat(screened("libya", JETS + "," + SIGNED)).isEqualTo("jets all_goods certain");
        register.restriction("both", "'targets':[{'country':'PK'}],'scope':['all_goods'],'direction':'both'");
        assertThat(screened("libya", JETS + "," + SIGNED)).isEqualTo("jets all_goods certain, jets all_goods certain");
    }

    @Test
    void aCategoryThatNobodyNamesLeavesItPossibleAndNeverSilent() {
        register.restriction("r", "'targets':[{'country':'LY'}],'scope':['combat_aircraft']");
        String vague = "'items':[{'line':'a','designation':'aircraft','category':'aircraft_unspecified'," + CITED
                + "},{'line':'b','designation':'ships','category':'ship'," + CITED
                + "},{'line':'c','designation':'goods',"
                + CITED + "}]";
        assertThat(screened("libya", vague + "," + SIGNED))
                .isEqualTo("a combat_aircraft possible, c combat_aircraft possible");
        assertThat(screened("libya", SIGNED)).contains("null possible");
    }

    @Test
    void amendmentsExtendNarrowAndExempt() {
        register.restriction(
                "r",
                "'targets':[{'country':'LY'}],'scope':['all_goods','training'],'from':'2011','to':'2012','amendments':["
                        + "{'reference':'prolonged','effect':'extends','to':'2030'," + CITED + "},"
                        + "{'reference':'loans','effect':'extends','scope':['financing'],'from':'2014'," + CITED + "},"
                        + "{'reference':'no ships','effect':'narrows','scope':['ship'],'from':'2013'," + CITED + "},"
                        + "{'reference':'unity','effect':'exempts','scope':['training'],'from':'2025-01','text':'For unity.',"
                        + CITED + "},"
                        + "{'reference':'watched','effect':'enforces','scope':['all_goods'],'from':'2020','to':'2021',"
                        + CITED + "}]");
        String all = JETS.replace("]}]", "]},{'line':'boat','designation':'boat','category':'ship'," + CITED + "}]")
                + ",'commitments':[{'line':'lessons','type':'training'," + CITED
                + "},{'line':'loan','type':'financing',"
                + CITED + "}]";
        List<Match> matches = Screening.of(register.around(sides("libya") + "," + all + "," + SIGNED), null);
        assertThat(show(matches)).isEqualTo("jets all_goods certain, lessons training certain, loan financing certain");
        assertThat(matches.get(1).amendments())
                .extracting(each -> each.reference())
                .contains("unity");
        assertThat(matches.get(0).amendments())
                .extracting(each -> each.reference())
                .doesNotContain("unity", "watched");
    }

    @Test
    void onADayOnlyWhatIsInForceThenIsTouched() {
        register.restriction(
                "r", "'targets':[{'country':'LY'}],'scope':['all_goods'],'from':'2011-02-26','to':'2026-05-01'");
        Facts facts = register.around(sides("laaf") + "," + JETS + "," + SIGNED);
        assertThat(show(Screening.of(facts, LocalDate.parse("2026-05-01")))).isEqualTo("jets all_goods certain");
        assertThat(Screening.of(facts, LocalDate.parse("2026-05-02"))).isEmpty();
    }

    @Test
    void whoBelongedAtTwoTimesBelongsAtEither() {
        register.party(
                        "agency",
                        "'affiliations':[{'party':'libya','kind':'branch_of','from':'1992','to':'2000'," + CITED
                                + "},{'party':'libya','kind':'agency_of','from':'2010'," + CITED + "}]")
                .restriction("r", "'targets':[{'party':'libya'}],'scope':['all_goods'],'from':'2011'");
        assertThat(screened("agency", JETS + "," + SIGNED)).isEqualTo("jets all_goods certain");
    }

    @Test
    void whatWasPlannedDoesNotKeepADealAliveThatEnded() {
        register.restriction("r", "'targets':[{'country':'LY'}],'scope':['all_goods'],'from':'2022'");
        String planned = "'dates':[{'event':'signed','when':'2016-05-01'," + CITED
                + "},{'event':'last_delivery','when':'2024',"
                + "'citations':[{'source':'one','hedges':[{'marker':'planned'}]}]}]";
        String ended = ",'statusHistory':[{'to':'agreed','effective':'2016-05-01','reason':'r'," + CITED
                + "},{'to':'cancelled','effective':'2019-05-01','reason':'r'," + CITED + "}]";
        assertThat(screened("libya", JETS + "," + planned + ended)).isEmpty();
        assertThat(screened("libya", JETS + "," + planned)).isEqualTo("jets all_goods possible");
    }
}
