package org.dealtracker.agreement;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dealtracker.http.Code;
import org.dealtracker.http.Findings;
import org.dealtracker.log.Criteria;
import org.dealtracker.log.Filter;
import org.dealtracker.log.Index.Span;
import org.dealtracker.log.Terms;
import org.dealtracker.uncertain.DoubtException;
import org.dealtracker.uncertain.Quantity;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * What agreements can be narrowed to wherever they are asked for together with others, as in a search. A repeated
 * parameter means any of its values; different ones must all hold.
 */
public class AgreementFilters {
    private static final String PARTY = "A party's id, slug or, for all of a country, its ISO code in capitals.";

    @QueryParam("supplier")
    @Parameter(description = PARTY)
    List<String> supplier;

    @QueryParam("recipient")
    @Parameter(description = PARTY)
    List<String> recipient;

    @QueryParam("party")
    @Parameter(description = "Who takes part in any role, or in that of 'role'. " + PARTY)
    List<String> party;

    @QueryParam("role")
    @Parameter(description = "The role of 'party', or one that anybody has in the deal.")
    List<String> role;

    @QueryParam("affiliates")
    @Parameter(description = "'false' leaves out those who belong to the party asked for.")
    String affiliates;

    @QueryParam("stage")
    @Parameter(description = "The headline's stage; with onDate that of the day.")
    List<String> stage;

    @QueryParam("category")
    List<String> category;

    @QueryParam("designation")
    @Parameter(description = "A designation or its first words: JF-17 finds JF-17 Block III too.")
    List<String> designation;

    @QueryParam("source")
    @Parameter(description = "A source's slug that the deal cites.")
    List<String> source;

    @QueryParam("currency")
    List<String> currency;

    @QueryParam("basis")
    List<String> basis;

    @QueryParam("minValue")
    @Parameter(description = "A sum in the currency of 'currency'; nothing is converted.")
    String minValue;

    @QueryParam("maxValue")
    String maxValue;

    @QueryParam("minCount")
    @Parameter(description = "Of one line of items; with 'category' of one in that category.")
    String minCount;

    @QueryParam("maxCount")
    String maxCount;

    @BeanParam
    DateFilter dates;

    @QueryParam("reviewDueBefore")
    @Parameter(description = "A day: a commitment is to be looked at again before it.")
    String reviewDueBefore;

    @QueryParam("verification")
    @Parameter(description = "How far the existence of the deal is vouched for. May be repeated: any of them.")
    List<String> verification;

    @QueryParam("figures")
    @Parameter(description = "How far its figures are vouched for. May be repeated: any of them.")
    List<String> figures;

    @QueryParam("restriction")
    @Parameter(description = "A slug of a restriction that it touches; with certainty=certain, surely touches.")
    List<String> restriction;

    @QueryParam("contested")
    @Parameter(description = "'true': only deals of which claims contradict each other; 'false': only the others.")
    String contested;

    @QueryParam("certainty")
    @Parameter(description = "'possible' (default): some value that is claimed matches; 'certain': every one does.")
    String certainty;

    private LocalDate onDate;

    /** @param day of the world's clock; null where the query does not name one */
    public void on(LocalDate day) {
        onDate = day;
    }

    /** Whether none of them is given. */
    public boolean isEmpty() {
        return Stream.of(
                                supplier,
                                recipient,
                                party,
                                role,
                                stage,
                                category,
                                designation,
                                source,
                                currency,
                                basis,
                                verification,
                                figures,
                                restriction)
                        .allMatch(List::isEmpty)
                && Stream.of(affiliates, minValue, maxValue, minCount, maxCount, reviewDueBefore, certainty, contested)
                        .allMatch(Objects::isNull)
                && (dates == null || dates.isEmpty());
    }

    /** The days that are named, which from then on filter nothing: for an answer that has a use of its own for them. */
    public DateFilter takeDates() {
        DateFilter taken = dates;
        dates = null;
        return taken;
    }

    /** Notes every parameter that cannot be read. */
    public void findings(Findings findings) {
        Code.check("role", role, Role.class, findings);
        Code.check("stage", stage, Stage.class, findings);
        Code.check("category", category, Category.class, findings);
        Code.check("basis", basis, Basis.class, findings);
        oneOf("affiliates", affiliates, List.of("true", "false"), findings);
        oneOf("certainty", certainty, List.of("possible", "certain"), findings);
        Code.check("verification", verification, Verification.class, findings);
        Code.check("figures", figures, Verification.class, findings);
        oneOf("contested", contested, List.of("true", "false"), findings);
        for (String code : currency) {
            if (!code.matches("[A-Z]{3}")) {
                findings.malformed("currency", "'currency' must be an ISO 4217 code such as USD.");
            }
        }
        ordered("minValue", number("minValue", minValue, findings), number("maxValue", maxValue, findings), findings);
        ordered("minCount", number("minCount", minCount, findings), number("maxCount", maxCount, findings), findings);
        Criteria.day("reviewDueBefore", reviewDueBefore, findings);
        if (dates != null) {
            dates.findingsOfFilter(findings);
        }
        Affiliates.check("supplier", supplier, findings);
        Affiliates.check("recipient", recipient, findings);
        Affiliates.check("party", party, findings);
    }

    static void oneOf(String name, String value, List<String> allowed, Findings findings) {
        if (value != null && !allowed.contains(value)) {
            findings.malformed(name, "'" + name + "' may be " + String.join(" or ", allowed) + ".");
        }
    }

    private static BigDecimal number(String name, String text, Findings findings) {
        if (text == null) {
            return null;
        }
        try {
            Quantity quantity = Quantity.parse(text);
            if (quantity.lower() != null
                    && quantity.text().equals(quantity.lower().toPlainString())) {
                return quantity.lower();
            }
        } catch (DoubtException e) {
            // Falls through: the same answer.
        }
        findings.malformed(name, "'" + name + "' must be a number in digits, such as 4000000000.");
        return null;
    }

    private static void ordered(String name, BigDecimal min, BigDecimal max, Findings findings) {
        if (min != null && max != null && min.compareTo(max) > 0) {
            findings.malformed(name, "'" + name + "' lies above the greatest value asked for.");
        }
    }

    /** Narrows a list by what was found to be readable. */
    public void narrow(Filter filter, long n, Affiliates parties) {
        Criteria.any(filter, "category", category);
        Criteria.any(filter, "source", source);
        Criteria.any(filter, "currency", currency);
        Criteria.any(filter, "basis", basis);
        Criteria.any(
                filter, "designation", designation.stream().map(Terms::together).toList());
        participants(filter, n, parties);
        boolean certain = "certain".equals(certainty);
        Criteria.any(filter, "verification", verification);
        Criteria.any(filter, "figures", figures);
        Criteria.any(filter, certain ? "restricted" : "restriction", restriction);
        Criteria.any(filter, "contested", contested == null ? List.of() : List.of(contested));
        if (minValue != null || maxValue != null) {
            filter.within("value", basis, currency, interval(minValue, maxValue), certain);
        }
        if (minCount != null || maxCount != null) {
            filter.within("count", category, List.of(), interval(minCount, maxCount), certain);
        }
        if (dates != null) {
            dates.narrow(filter, certain);
        }
        if (reviewDueBefore != null) {
            LocalDate eve = LocalDate.parse(reviewDueBefore).minusDays(1);
            filter.within("review", List.of(), List.of(), Span.days(null, eve), certain);
        }
        if (onDate != null && !stage.isEmpty()) {
            filter.within("stage", stage, List.of(), Span.days(onDate, onDate), false);
        } else {
            Criteria.any(filter, "stage", stage);
        }
    }

    private void participants(Filter filter, long n, Affiliates parties) {
        boolean follow = !"false".equals(affiliates);
        if (!supplier.isEmpty()) {
            filter.anyOf(terms(List.of("supplier"), parties.of(supplier, n, follow, onDate)));
        }
        if (!recipient.isEmpty()) {
            filter.anyOf(terms(List.of("recipient"), parties.of(recipient, n, follow, onDate)));
        }
        if (!party.isEmpty()) {
            filter.anyOf(terms(role.isEmpty() ? List.of("party") : role, parties.of(party, n, follow, onDate)));
        } else {
            Criteria.any(filter, "role", role);
        }
    }

    private static Set<String> terms(List<String> roles, Set<String> parties) {
        Set<String> terms = new TreeSet<>();
        roles.forEach(role -> terms.addAll(Terms.each(role, new ArrayList<>(parties))));
        return terms;
    }

    private static String interval(String min, String max) {
        return Span.interval(
                min == null ? null : new BigDecimal(min), false, max == null ? null : new BigDecimal(max), false);
    }
}
