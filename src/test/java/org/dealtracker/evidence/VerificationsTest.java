package org.dealtracker.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.dealtracker.agreement.Evidence.Vouched;
import org.junit.jupiter.api.Test;

/** How far a deal and its figures are vouched for. */
class VerificationsTest {
    private final SmallRegister register = new SmallRegister()
            .source("one", "'origin':'own'")
            .source("two", "'origin':'own'")
            .source("statement", "official_statement", "'origin':'own'")
            .source("echo", "'origin':'repeats','repeats':['one']")
            .source("gone", "'origin':'own','retraction':{'reason':'Made up.'}")
            .party("buyer", "");

    private String existence(String members) {
        return show(verifications(members).existence());
    }

    private String figures(String members) {
        return show(verifications(members).figures());
    }

    private Verifications verifications(String members) {
        Facts facts = register.around(members);
        return new Verifications(facts, Conflicts.of(facts));
    }

    private static String show(Vouched vouched) {
        assertThat(vouched.code()).isEqualTo(vouched.reasons().get(0));
        return String.join(
                " ", vouched.reasons().stream().map(reason -> reason.code()).toList());
    }

    private static String term(String source) {
        return "{'type':'other','text':'t','citations':[{'source':'" + source + "'}]}";
    }

    private static String position(String stance, String citation) {
        return "'positions':[{'party':'buyer','stance':'" + stance + "','citations':[" + citation + "]}]";
    }

    @Test
    void existenceRestsOnAllClaimsButPositions() {
        assertThat(existence("'terms':[" + term("one") + "," + term("echo") + "]"))
                .isEqualTo("single_origin");
        assertThat(existence("'terms':[" + term("one") + "," + term("two") + "]"))
                .isEqualTo("corroborated");
        assertThat(existence(position("no_comment", "{'source':'one'}"))).isEqualTo("unverified");
        assertThat(existence("'summary':'Nothing.'")).isEqualTo("unverified");
    }

    @Test
    void whatNothingSupportsAnyLongerIsRetracted() {
        assertThat(existence("'terms':[" + term("gone") + "]")).isEqualTo("retracted unverified");
        assertThat(existence("'terms':[" + term("gone") + "," + term("one") + "]"))
                .isEqualTo("single_origin");
    }

    @Test
    void aPartyConfirmsAndAllReasonsAreListed() {
        String deal = "'terms':[" + term("one") + "," + term("two") + "],";
        assertThat(existence(deal + position("partly_confirms", "{'source':'two'}")))
                .isEqualTo("party_confirmed corroborated");
    }

    @Test
    void aDenialCountsOnlyByNameOrInADocument() {
        String deal = "'terms':[" + term("one") + "],";
        String named = "{'source':'two','attribution':{'kind':'named'}}";
        String unnamed = "{'source':'two','attribution':{'kind':'unnamed'}}";
        assertThat(existence(deal + position("denies", named))).isEqualTo("denied single_origin");
        assertThat(existence(deal + position("denies", unnamed))).isEqualTo("single_origin");
        assertThat(existence(deal + position("denies", "{'source':'statement'}")))
                .isEqualTo("denied single_origin");
        assertThat(existence(deal + position("denies", "{'source':'two'}"))).isEqualTo("single_origin");
    }

    @Test
    void confirmedAndDeniedIsDisputed() {
        String both = "'positions':[{'party':'buyer','stance':'confirms','citations':[{'source':'one'}]},"
                + "{'party':'buyer','stance':'denies','citations':[{'source':'statement'}]}]";
        assertThat(existence("'terms':[" + term("one") + "]," + both))
                .isEqualTo("disputed denied party_confirmed single_origin");
    }

    @Test
    void aContestedFigureDisputesTheFiguresAndNotTheDeal() {
        String items = "'items':[{'line':'a','designation':'J','count':'16','citations':[{'source':'one'}]},"
                + "{'line':'a','designation':'J','count':'20','citations':[{'source':'two'}]}]";
        assertThat(figures(items)).isEqualTo("disputed corroborated");
        assertThat(existence(items)).isEqualTo("corroborated");
        String dates = "'dates':[{'event':'signed','when':'2025','citations':[{'source':'one'}]},"
                + "{'event':'signed','when':'2024','citations':[{'source':'two'}]}]";
        assertThat(existence(dates)).isEqualTo("corroborated");
        assertThat(figures(dates)).isEqualTo("unverified");
    }

    @Test
    void whoeverLeavesTheNumberOpenVouchesForNoFigure() {
        String items = "'items':[{'designation':'J','count':'16','citations':[{'source':'one'}]},"
                + "{'designation':'K','count':'unknown','citations':[{'source':'two'}]},"
                + "{'designation':'L','citations':[{'source':'two'}]}]";
        assertThat(figures(items)).isEqualTo("single_origin");
        assertThat(existence(items)).isEqualTo("corroborated");
        assertThat(figures("'values':[{'basis':'package','money':{'amount':'unknown'},'citations':[{'source':'one'}]}],"
                        + "'deliveries':[{'line':'a','quantity':'unknown','citations':[{'source':'two'}]}]"))
                .isEqualTo("unverified");
    }

    @Test
    void aRefutedDealIsRefutedWhateverSupportsIt() {
        String refuted = "'statusHistory':[{'to':'refuted','effective':'2025-01-01','reason':'r',"
                + "'citations':[{'source':'one'}]}],'terms':[" + term("one") + "]";
        assertThat(existence(refuted)).isEqualTo("refuted single_origin");
    }

    @Test
    void anEventWhoseSourcesWereWithdrawnIsMarked() {
        String events = "'statusHistory':[{'to':'agreed','effective':'2025-01-01','reason':'r',"
                + "'citations':[{'source':'one'}]},{'to':'suspended','effective':'2025-02-01','reason':'r',"
                + "'citations':[{'source':'gone'}]}]";
        assertThat(Derived.of(register.around(events)).statusHistory())
                .extracting(event -> event.unsupported())
                .containsExactly(null, true);
    }
}
