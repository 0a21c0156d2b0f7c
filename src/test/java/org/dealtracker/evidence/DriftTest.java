package org.dealtracker.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What grows while it is passed on. */
class DriftTest {
    private static final String REUTERS = "'citations':[{'source':'reuters'}]";
    private static final String OUTLET = "'citations':[{'source':'outlet'}]";

    private final SmallRegister register = new SmallRegister()
            .source("reuters", "'origin':'own'")
            .source("channel", "'origin':'own'")
            .source("agency", "'origin':'repeats','repeats':['reuters']")
            .source("outlet", "'origin':'repeats','repeats':['agency']")
            .source("digest", "'origin':'repeats','repeats':['reuters','channel']")
            .source("blog", "'origin':'unknown'")
            .source("statement", "'origin':'own'")
            .source("paper", "'origin':'repeats','repeats':['statement']");

    private String drift(String members) {
        return Drift.of(register.around(members)).stream()
                .map(warning -> warning.kind().code() + " " + warning.origin() + " " + warning.carriers() + " "
                        + warning.said())
                .collect(Collectors.joining("; "));
    }

    private static String item(String designation, String count, String citations) {
        return "{'line':'" + designation.split(" ")[0].toLowerCase(java.util.Locale.ROOT) + "','designation':'"
                + designation + "','count':'" + count + "'," + citations + "}";
    }

    @Test
    void whatTheOriginSaysItselfDoesNotDrift() {
        assertThat(drift("'items':[" + item("JF-17", "16", REUTERS) + "," + item("JF-17", "16", OUTLET) + "],"
                        + "'dates':[{'event':'signed','when':'[2025-12-17..2025-12-22]'," + REUTERS
                        + "},{'event':'signed','when':'2025-12'," + OUTLET + "}]"))
                .isEmpty();
    }

    @Test
    void goodsThatTheOriginDoesNotNameAreOneWarningThatNamesAllCarriers() {
        assertThat(drift("'items':[" + item("JF-17", "16", REUTERS) + "," + item("tanks", "unknown", OUTLET) + ","
                        + item("artillery", "3", "'citations':[{'source':'agency'}]") + "]"))
                .isEqualTo("item reuters [agency, outlet] [artillery, tanks]");
    }

    @Test
    void aVersionOrNumberThatTheOriginDoesNotGive() {
        assertThat(drift(
                        "'items':[" + item("JF-17", "16", REUTERS) + "," + item("JF-17 Block III", "16", OUTLET) + "]"))
                .isEqualTo("designation reuters [outlet] [JF-17 Block III]");
        assertThat(drift("'items':[" + item("JF-17", "16", REUTERS) + "," + item("JF-17", "20", OUTLET) + "]"))
                .isEqualTo("count reuters [outlet] [20]");
        assertThat(drift("'items':[" + item("JF-17", "16", REUTERS) + "," + item("JF-17", "10..", OUTLET) + "]"))
                .isEmpty();
    }

    @Test
    void aSumTenTimesTheOrigins() {
        String said = "{'money':{'amount':'1500000000','currency':'USD'},'basis':'package'," + REUTERS + "}";
        String carried = "{'money':{'amount':'15000000000','currency':'USD'},'basis':'package'," + OUTLET + "}";
        String vague = "{'money':{'amount':'multi-million','currency':'USD'},'basis':'package'," + OUTLET + "}";
        assertThat(drift("'values':[" + said + "," + carried + "," + vague + "]"))
                .isEqualTo("value reuters [outlet] [15000000000 USD]");
    }

    @Test
    void aDayThatTheOriginDoesNotGive() {
        assertThat(drift("'dates':[{'event':'signed','when':'[2025-12-17..2025-12-22]'," + REUTERS
                        + "},{'event':'signed','when':'2025-12-23'," + OUTLET
                        + "},{'event':'reported','when':'2025-12-24',"
                        + OUTLET + "}]"))
                .isEqualTo("date reuters [outlet] [2025-12-23]");
    }

    @Test
    void whoRepeatsSeveralDriftsOnlyFromWhatNoneOfThemSays() {
        String both = "'items':[" + item("JF-17", "16", REUTERS) + ","
                + item("K-8", "2", "'citations':[{'source':'channel'}]") + ","
                + item("JF-17", "16", "'citations':[{'source':'digest'}]");
        assertThat(drift(both + "]")).isEmpty();
        assertThat(drift(both + "," + item("tanks", "5", "'citations':[{'source':'digest'}]") + "]"))
                .isEqualTo("item channel [digest] [tanks]; item reuters [digest] [tanks]");
    }

    @Test
    void whereTheOriginIsUnknownOrNotOnRecordNothingCanBeTold() {
        assertThat(drift("'items':[" + item("tanks", "5", "'citations':[{'source':'blog'}]") + ","
                        + item("tanks", "5", OUTLET) + "]"))
                .isEmpty();
    }

    @Test
    void whatACarrierFoundOutItselfIsNoDrift() {
        assertThat(drift("'items':[" + item("JF-17", "16", REUTERS) + ","
                        + item("tanks", "5", "'citations':[{'source':'outlet','origin':'own'}]") + "]"))
                .isEmpty();
    }

    @Test
    void aPlaceOrDayOfAnEngagementThatTheStatementDoesNotGive() {
        register.engagement(
                "visit",
                "'where':{'text':'Benghazi'},'when':'2025-12-18','citations':[{'source':'statement'},{'source':'paper'}],"
                        + "'variants':[{'field':'where','value':'Tripoli','citations':[{'source':'paper'}]},"
                        + "{'field':'when','value':'2025-12','citations':[{'source':'paper'}]},"
                        + "{'field':'title','value':'Talks','citations':[{'source':'paper'}]}]");
        assertThat(drift("'summary':'s'")).isEqualTo("place statement [paper] [Tripoli]");
    }
}
