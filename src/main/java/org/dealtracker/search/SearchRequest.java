package org.dealtracker.search;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dealtracker.agreement.AgreementFilters;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.dealtracker.http.Texts;
import org.dealtracker.log.RankedRequest;
import org.dealtracker.log.RecordKind;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is looked for, and among which records. */
public class SearchRequest extends RankedRequest {
    private static final int LONGEST = 500;

    @QueryParam("q")
    @Parameter(description = "What to look for: all words, 'or' between alternatives, \"a phrase\", -without.")
    String q;

    @QueryParam("kind")
    @Parameter(description = "Only records of these kinds; all unless given.")
    List<String> kind;

    @BeanParam
    AgreementFilters agreements;

    @Override
    protected void findings(Findings findings) {
        question(q, LONGEST, findings);
        Code.check("kind", kind, RecordKind.class, findings);
        agreements.findings(findings);
        if (!agreements.isEmpty() && !kind.stream().allMatch(RecordKind.AGREEMENT.code()::equals)) {
            findings.malformed(
                    "kind", "Filters of agreements find agreements only; leave 'kind' out, or ask for agreement.");
        }
    }

    static void question(String q, int longest, Findings findings) {
        String wrong = q == null ? "must be given: what to look for." : Texts.wrong(q, longest);
        if (wrong != null) {
            findings.malformed("q", "'q' " + wrong);
        }
    }

    /** The kinds asked for; filters of agreements leave no other. */
    Set<RecordKind> kinds() {
        return agreements.isEmpty() ? kinds(kind) : EnumSet.of(RecordKind.AGREEMENT);
    }

    static Set<RecordKind> kinds(List<String> codes) {
        return Arrays.stream(RecordKind.values())
                .filter(each -> codes.isEmpty() || codes.contains(each.code()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RecordKind.class)));
    }
}
