package org.dealtracker.restriction;

import org.dealtracker.http.Form;
import org.dealtracker.source.Values;

/**
 * Whom a restriction targets: a party with all that belongs to it, or everybody in a country.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Target(String party, String country) {
    static Target read(Form form) {
        Target target = new Target(form.reference("party", "party"), Values.country(form, "country"));
        if (form.has("party") == form.has("country")) {
            form.unacceptable("party", "A target is either a party or a country.");
        }
        form.end();
        return target;
    }
}
