package org.dealtracker.party;

import java.util.List;
import org.dealtracker.http.Form;
import org.dealtracker.source.Citation;
import org.dealtracker.source.Values;
import org.dealtracker.uncertain.FuzzyDate;

/** That a party belongs to another: a claim like any other, dated and cited. */
public record Affiliation(String party, AffiliationKind kind, FuzzyDate from, FuzzyDate to, List<Citation> citations) {
    static Affiliation read(Form form, String self) {
        Affiliation affiliation = new Affiliation(
                form.reference("party", "party"),
                form.code("kind", AffiliationKind.class),
                Values.date(form, "from"),
                Values.date(form, "to"),
                Citation.required(form));
        form.require("party", "kind");
        if (self != null && self.equals(affiliation.party)) {
            form.unacceptable("party", "A party cannot be affiliated to itself.");
        }
        Values.ordered(form, affiliation.from, affiliation.to, "to");
        form.end();
        return affiliation;
    }
}
